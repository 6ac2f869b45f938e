"""Number boxes: what is typed, in any spelling, is set exactly; what cannot be is refused aloud."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.controls import BETA, ETA, box, setting, slider
from tests.support.browser.playground import Playground

STEPS, START_1, START_2 = "of how many", "start.*1", "start.*2"


def test_a_number_box_takes_an_exact_value(playground: Playground) -> None:
    playground.open(run="rmsprop")
    exact = {
        "η": ("eta", "0.0123456789", 0.0123456789, "0.0123456789"),
        "β": ("beta", "0,98765", 0.98765, "0.98765"),
        "ε": ("epsilon", "3e-10", 3e-10, "3·10⁻¹⁰"),
    }
    for symbol, (name, typed, value, shown) in exact.items():
        with playground.settling():
            box(playground, symbol).fill(typed)
        assert setting(playground, name) == value
        # Left alone, the box writes it as the page writes numbers.
        box(playground, symbol).blur()
        expect(box(playground, symbol)).to_have_value(shown)
        playground.agrees_with_numpy()
    search = playground.page.evaluate("location.search")
    assert "run=rmsprop,eta:0.0123456789,beta:0.98765,epsilon:3e-10" in search
    expect(slider(playground, ETA)).to_have_attribute("aria-valuetext", "0.01235")
    with playground.settling():
        box(playground, STEPS).fill("37")
    assert playground.get("playground.trajectory.rows") == 38
    playground.agrees_with_numpy()


PASTED = {
    "−3,5": -3.5,
    "-14.84": -14.84,
    "1 000": 1000,
    "−14.84": -14.84,
    "4.938·10⁻⁹": 4.938e-9,
    "10^-3": 1e-3,
    "1e2": 100,
}


def test_what_people_paste_is_read_as_they_mean_it(
    playground: Playground, subtests: pytest.Subtests
) -> None:
    playground.open(run="gradient-descent")
    for typed, value in PASTED.items():
        with subtests.test(typed):
            with playground.settling():
                box(playground, START_1).fill(typed)
            assert playground.get("playground.state.start") == [value, 20]


REFUSED = [
    ("η", "11", "η: 11 is too large; give a number from 10⁻⁶ to 10."),
    ("η", "0", "η: 0 is too small; give a number from 10⁻⁶ to 10."),
    ("η", "10%", "η: give a number from 10⁻⁶ to 10."),
    ("η", "", "η: give a number from 10⁻⁶ to 10."),
    ("β", "-0.1", "β: −0.1 is too small; give a number from 0 to 1."),
    (START_1, "1,250", "w₁: write 1250 or 1.250."),
    (START_1, "1e7", "w₁: 10⁷ is too large; give a number from −1000000 to 1000000."),
    (START_1, "(−15, 20)", "w₁: give a number from −1000000 to 1000000."),
]


def test_what_is_refused_is_said_and_the_box_says_what_stays(
    playground: Playground, subtests: pytest.Subtests
) -> None:
    playground.open(run="rmsprop")
    page, before = playground.page, playground.get("playground.state")
    for name, text, sentence in REFUSED:
        with subtests.test(text):
            typed = box(playground, name)
            shown = typed.input_value()
            typed.fill(text)
            expect(typed).to_have_attribute("aria-invalid", "true")
            expect(typed).to_have_accessible_description(sentence)
            expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
            typed.press("Enter")
            expect(typed).to_have_value(shown)
            expect(typed).to_have_attribute("aria-invalid", "false")
            said = re.sub(r"^(\S+):", rf"\1 stays {shown}:", sentence)
            expect(typed).to_have_accessible_description(said)
            # The next thing that is done clears it.
            typed.press("Shift")
            expect(typed).to_have_accessible_description("")
            assert playground.get("playground.state") == before
            assert page.evaluate("location.search") == "?run=rmsprop"


def test_the_beginning_of_a_number_that_cannot_be_is_not_taken_for_one(
    playground: Playground,
) -> None:
    playground.open(run="rmsprop", steps=100)
    typed = box(playground, STEPS)
    typed.press("ControlOrMeta+a")
    typed.press_sequentially("2001")
    # Its first digits were a number, and were followed.
    assert playground.get("playground.state.steps") == 200
    with playground.settling():
        typed.blur()
    expect(typed).to_have_value("100")
    assert playground.get("playground.state.steps") == 100


def test_a_hand_that_rests_while_typing_may_go_on(playground: Playground) -> None:
    # So few steps that rounding does not grow: with a large η the run swings about the minimum.
    playground.open(run="rmsprop", steps=50)
    eta = box(playground, "η")
    eta.press("ControlOrMeta+a")
    with playground.settling():
        eta.press_sequentially("1,")
    assert setting(playground, "eta") == 1
    with playground.settling():
        eta.press_sequentially("5")
    assert setting(playground, "eta") == 1.5
    expect(eta).to_have_value("1,5")
    playground.agrees_with_numpy()


def test_arrow_keys_step_a_box(playground: Playground) -> None:
    playground.open(run="rmsprop,beta:0.9999")
    eta, beta = box(playground, "η"), box(playground, "β")
    for key, value in {"ArrowUp": 0.053, "ArrowDown": 0.05, "PageUp": 0.09}.items():
        with playground.settling():
            eta.press(key)
        assert setting(playground, "eta") == value
        expect(eta).to_have_value(str(value))
        expect(eta).to_have_attribute("aria-valuenow", str(value))
    with playground.settling():
        beta.press("ArrowUp")
    assert setting(playground, "beta") == 1
    expect(slider(playground, BETA)).to_have_js_property("value", "4.025")
    start = box(playground, START_2)
    for key, value in {"ArrowUp": 21, "Shift+ArrowDown": 20.9}.items():
        with playground.settling():
            start.press(key)
        assert playground.get("playground.state.start") == [-15, value]
    steps = box(playground, STEPS)
    with playground.settling():
        steps.press("ArrowDown")
    assert playground.get("playground.state.steps") == 490


def font_size(box: Locator) -> float:
    return float(box.evaluate("box => parseFloat(getComputedStyle(box).fontSize)"))


def test_no_box_makes_a_phone_zoom(open_page: OpenPage) -> None:
    playground = Playground(open_page(390, 844, touch=True))
    playground.open()
    page = playground.page
    boxes = [*page.locator("input[type=text]").all(), *page.locator("select").all()]
    assert len(boxes) > 6
    small = [(box.get_attribute("id"), font_size(box)) for box in boxes if font_size(box) < 16]
    assert small == []


def test_refused_numbers_of_an_address_stand_in_their_boxes_to_be_mended(
    playground: Playground,
) -> None:
    playground.open(start="here,7", steps="many", run="rmsprop,eta:99,beta:0.5")
    page = playground.page
    refused = {START_1: "here", STEPS: "many", "η": "99"}
    for name, text in refused.items():
        expect(box(playground, name)).to_have_value(text)
        expect(box(playground, name)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("η: 99 is too large; give a number from 10⁻⁶ to 10.")).to_be_visible()
    # What could be read of the run and of the start is what it says.
    assert setting(playground, "beta") == 0.5
    playground.until("playground.state.start[1] === 7")
    with playground.settling():
        box(playground, START_1).fill("-3")
    assert playground.get("playground.state.start") == [-3, 7]
    # A slider gives its number box another value, which is no longer refused.
    with playground.settling():
        slider(playground, ETA).press("ArrowRight")
    expect(box(playground, "η")).to_have_attribute("aria-invalid", "false")
    expect(box(playground, "η")).not_to_have_value("99")
    expect(page.get_by_text("η: 99 is too large")).to_have_count(0)
    # A box that is left as it is shows what holds.
    box(playground, STEPS).focus()
    box(playground, STEPS).blur()
    expect(box(playground, STEPS)).to_have_value("500")
    playground.agrees_with_numpy()
