"""What can I type?: ten examples one click away, by mouse, by keyboard and by touch."""

import pytest
from playwright.sync_api import Page, expect

from components.ui.error_function_help import EXAMPLES
from optimizers import ErrorFunction
from tests.browser.conftest import OpenPage
from tests.support.browser.box import FunctionBox
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps


def box_of(playground: Playground) -> FunctionBox:
    return FunctionBox(playground.page, playground.figure)


def bottom_right(page: Page) -> tuple[float, float]:
    size = page.viewport_size
    assert size
    return size["width"] - 4, size["height"] - 4


def test_every_example_is_one_click_away(playground: Playground) -> None:
    playground.open(start="1,1")
    box = box_of(playground)
    expect(box.panel).to_be_hidden()
    for text in EXAMPLES:
        box.help.click()
        with playground.settling():
            box.panel.get_by_role("button", name=text, exact=True).click()
        expect(box.panel).to_be_hidden()
        expect(box.text).to_have_value(text)
        expect(box.message).to_be_empty()
        assert playground.get("playground.E") == ErrorFunction.parse(text).text
        playground.agrees_with_numpy()


def test_the_panel_moves_nothing_and_closes_with_a_click_beside_it(playground: Playground) -> None:
    playground.open()
    box, page = box_of(playground), playground.page
    picker = page.get_by_role("combobox", name="Optimizer")
    place, text = picker.bounding_box(), box.text.input_value()
    box.help.click()
    expect(box.panel).to_be_visible()
    assert picker.bounding_box() == place
    # It lies over all that is below the box.
    for button in box.panel.get_by_role("button").all():
        button.click(trial=True)
    page.mouse.click(*bottom_right(page))
    expect(box.panel).to_be_hidden()
    expect(box.text).to_have_value(text)


def test_the_panel_by_keyboard_alone(playground: Playground) -> None:
    playground.open(start="1,1")
    box, page = box_of(playground), playground.page
    buttons = box.panel.get_by_role("button")
    box.text.focus()
    page.keyboard.press("Tab")
    expect(box.help).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.panel).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(buttons.nth(1)).to_be_focused()
    # Escape closes it, from inside and from its button, and the focus goes nowhere else.
    page.keyboard.press("Escape")
    expect(box.panel).to_be_hidden()
    expect(box.help).to_be_focused()
    page.keyboard.press("Space")
    expect(box.panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(box.panel).to_be_hidden()
    expect(box.help).to_be_focused()
    # An example leaves the focus where another one is near.
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with playground.settling():
        page.keyboard.press("Enter")
    expect(box.panel).to_be_hidden()
    expect(box.help).to_be_focused()
    assert playground.get("playground.E") == ErrorFunction.parse(EXAMPLES[1]).text
    # Past the last example it closes, rather than lie over what has the focus.
    page.keyboard.press("Enter")
    buttons.last.focus()
    page.keyboard.press("Tab")
    expect(box.panel).to_be_hidden()
    expect(box.help).not_to_be_focused()


@pytest.mark.parametrize("embed", [{}, {"embed": "playground"}], ids=["page", "embed"])
def test_the_panel_on_a_phone(open_page: OpenPage, embed: dict[str, str]) -> None:
    playground = Playground(open_page(390, 844, touch=True))
    playground.open(start="1,1", **embed)
    box = box_of(playground)
    playground.page.get_by_role("button", name="Start", exact=True).tap()
    box.help.tap()
    panel = box.panel.bounding_box()
    assert panel
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    with playground.settling():
        box.panel.get_by_role("button").last.tap()
    expect(box.panel).to_be_hidden()
    assert playground.get("playground.E") == ErrorFunction.parse(EXAMPLES[-1]).text
    # No keyboard of the screen comes over the picture.
    expect(box.text).not_to_be_focused()


def test_figure_1_has_the_panel_too(open_page: OpenPage) -> None:
    two = TwoSteps(open_page(600, 400))
    two.open()
    box = FunctionBox(two.page, two.root)
    box.help.click()
    with two.settling():
        box.panel.get_by_role("button", name=EXAMPLES[3], exact=True).click()
    assert two.get("figure.state.E") == EXAMPLES[3]
    expect(box.panel).to_be_hidden()
