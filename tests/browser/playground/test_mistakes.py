"""Refused texts: the message points at the very character, and leaves when typing goes on."""

import re

import pytest
from playwright.sync_api import expect

from components import ids
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.box import FunctionBox
from tests.support.browser.chromium import COLOR_SCHEMES, wait_until_ready
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

W = "\N{MATHEMATICAL ITALIC SMALL W}"
LONG = "w1^2 + " * 20
UNKNOWN = "'sim' at position {} is not known: did you mean sin?"


@pytest.fixture
def box(playground: Playground) -> FunctionBox:
    """Return the box of the playground, which has a function of one digit."""
    playground.open(E="7", start="1,1")
    return FunctionBox(playground.page, playground.figure)


MISTAKEN = [
    ("3 w1^2 + 10 sim(w2)", 12, UNKNOWN.format(13)),
    ("sim(w1)", 0, UNKNOWN.format(1)),
    # Each of these letters is two units of JavaScript's text, and one character.
    (f"{W}1^2 + {W}2^4 + sim({W}1)", 14, UNKNOWN.format(15)),
    (f"{LONG}sim(w2)", len(LONG), UNKNOWN.format(len(LONG) + 1)),
    (f"sim(w2) + {LONG}w2", 0, UNKNOWN.format(1)),
    ("x > 0", 2, "A comparison is no formula: write a choice with max, min, abs, sign or relu."),
    ("w1 +", 4, "The formula ends too early: complete it."),
]


def test_the_caret_is_under_the_mistaken_character(
    box: FunctionBox, subtests: pytest.Subtests
) -> None:
    for text, index, sentence in MISTAKEN:
        with subtests.test(text):
            box.type(text)
            expect(box.message.locator(".message")).to_have_text(sentence)
            assert box.caret() == pytest.approx(box.character(index), abs=1.5)
            within = box.text.bounding_box()
            assert within
            assert within["x"] < box.character(index) < within["x"] + within["width"]
            expect(box.text).to_have_attribute("aria-invalid", "true")
            expect(box.text).to_have_accessible_description(re.compile(re.escape(sentence)))
            # Where the sentence names no place, one is said for who does not see the caret.
            place = f"position {index + 1}\\b" if index < len(text) else "At the end"
            expect(box.message).to_have_text(re.compile(place))


def test_the_caret_follows_the_scrolling_of_the_box(box: FunctionBox) -> None:
    box.type(f"{LONG}sim(w2) + {LONG}w2")
    before = box.caret()
    box.text.evaluate("box => { box.scrollLeft += 60; }")
    box.page.wait_for_function(
        "x => document.querySelector('mark').getBoundingClientRect().x < x", arg=before - 40
    )
    assert box.caret() == pytest.approx(before - 60, abs=1.5)
    assert box.caret() == pytest.approx(box.character(len(LONG)), abs=1.5)
    # Out of sight, no caret points at another character.
    box.text.evaluate("box => { box.scrollLeft = 0; }")
    box.page.wait_for_function(
        "() => document.querySelector('mark').getBoundingClientRect().x > innerWidth"
    )
    with pytest.raises(AssertionError, match="one caret"):
        box.caret()


def test_a_message_moves_nothing_and_leaves_as_soon_as_typing_goes_on(box: FunctionBox) -> None:
    picker = box.page.get_by_role("combobox", name="Optimizer")
    place = picker.bounding_box()
    box.type("3 w1^2 + sim(w2)")
    expect(box.mark).to_be_visible()
    assert picker.bounding_box() == place
    # No other answer comes: what goes, goes with the key.
    box.page.route("**/surface.json*", lambda _: None)
    box.text.press("Backspace")
    expect(box.message).to_be_empty()
    expect(box.mark).to_be_hidden()
    expect(box.use).to_be_hidden()
    expect(box.text).to_have_attribute("aria-invalid", "false")
    expect(box.text).to_have_accessible_description("")


def test_the_same_mistake_typed_again_is_said_again(box: FunctionBox) -> None:
    box.type("sim(w1)")
    expect(box.message).to_have_text(UNKNOWN.format(1))
    box.text.press("End")
    box.text.press("x")
    expect(box.message).to_be_empty()
    box.text.press("Backspace")
    box.text.press("Enter")
    expect(box.message).to_have_text(UNKNOWN.format(1))


def test_a_button_types_what_the_message_advises(playground: Playground, box: FunctionBox) -> None:
    box.type("w1^2 + sim(w2)^2")
    expect(box.use).to_have_text("w1^2 + sin(w2)^2")
    with playground.settling():
        box.text.press("Tab")
        box.page.keyboard.press("Tab")
        expect(box.use).to_be_focused()
        box.page.keyboard.press("Enter")
    expect(box.text).to_be_focused()
    expect(box.text).to_have_value("w1^2 + sin(w2)^2")
    expect(box.use).to_be_hidden()
    expect(box.message).to_be_empty()
    assert playground.get("playground.E") == "w1^2+sin(w2)^2"
    # A mistake without a single right text has no button.
    box.type("sin(w1")
    expect(box.message).to_have_text("Close the '(' that opens at position 4.")
    expect(box.use).to_be_hidden()


def test_the_refused_text_of_an_address_is_in_the_box_to_be_mended(playground: Playground) -> None:
    playground.open(E="w1^2 + sim(w1)", start="1,1")
    box = FunctionBox(playground.page, playground.figure)
    expect(box.text).to_have_value("w1^2 + sim(w1)")
    expect(box.message).to_have_text(UNKNOWN.format(8))
    assert box.caret() == pytest.approx(box.character(7), abs=1.5)
    assert playground.get("playground.E") == "3*w1^2+10*w2^2"
    expect(playground.page.locator(f"#{ids.notice('playground')}")).to_contain_text("'sim'")
    playground.shows_surface("The article's bowl")
    playground.agrees_with_numpy()
    # The rest of the page goes on, and the text stays.
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("ArrowRight")
    expect(box.text).to_have_value("w1^2 + sim(w1)")
    expect(box.mark).to_be_visible()
    with playground.settling():
        box.use.click()
    assert playground.get("playground.E") == "w1^2+sin(w1)"
    expect(box.mark).to_be_hidden()
    expect(playground.page.locator(f"#{ids.notice('playground')}")).to_be_hidden()


def test_figure_1_points_at_a_mistake_too(open_page: OpenPage) -> None:
    two = TwoSteps(open_page())
    two.open(E="w1^2 + sim(w2)")
    box = FunctionBox(two.page, two.root)
    expect(box.message).to_have_text(UNKNOWN.format(8))
    assert box.caret() == pytest.approx(box.character(7), abs=1.5)
    with two.settling():
        box.use.click()
    assert two.get("figure.state.E") == "w1^2 + sin(w2)"
    expect(box.message).to_be_empty()


def test_the_caret_is_seen_in_forced_colours(playground: Playground) -> None:
    playground.page.emulate_media(forced_colors="active")
    playground.open(E="w1^2 + sim(w1)")
    box = FunctionBox(playground.page, playground.figure)
    for color_scheme in COLOR_SCHEMES:
        playground.page.emulate_media(color_scheme=color_scheme)
        assert box.caret() == pytest.approx(box.character(7), abs=1.5)


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (600, 400)], ids=str)
def test_axe_finds_nothing_with_a_message_and_with_the_panel(
    open_page: OpenPage, axe: Axe, size: tuple[int, int]
) -> None:
    playground = Playground(open_page(*size, touch=size[0] == 390))
    embed = {"embed": "playground"} if size == (600, 400) else {}
    playground.open(E="w1^2 + sim(w1)", **embed)
    box = FunctionBox(playground.page, playground.figure)
    if size[0] == 390:
        playground.page.get_by_role("button", name="Start", exact=True).tap()
    expect(box.use).to_be_visible()
    assert axe(playground.page) == []
    if size[0] == 390:
        box.help.tap()
    else:
        box.help.click()
    expect(box.panel).to_be_visible()
    assert axe(playground.page) == []
    assert playground.get("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("figure", ["playground", "two-steps"])
def test_in_a_small_frame_a_refused_text_is_said_once(open_page: OpenPage, figure: str) -> None:
    page = open_page(600, 400)
    page.goto(f"/?embed={figure}&E=w1^2%2Bsim(w1)")
    wait_until_ready(page)
    notice, bubble = page.locator(f"#{ids.notice(figure)}"), page.locator(".mistake")
    expect(notice).to_contain_text("'sim' at position 6")
    expect(bubble).to_have_css("opacity", "0")
    expect(page.locator(".caret-line mark")).to_be_visible()
    page.get_by_role("textbox", name="Error function").focus()
    expect(bubble).to_have_css("opacity", "1")
    bubble.locator(".use").click()
    expect(notice).to_be_hidden()
