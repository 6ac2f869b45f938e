"""Figure 1 shows its address, alone and on the whole page."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps


def test_an_address_is_shown_and_its_mistakes_are_said(two: TwoSteps) -> None:
    two.open(start="3,-4", steps="4", run=["momentum,alpha:0.5", "adagrad"], view="-20,20,-25,25")
    two.agrees_with_numpy()
    assert two.view() == [-20, 20, -25, 25]
    expect(two.root.get_by_role("combobox", name="Blue optimizer")).to_have_value("momentum")
    expect(two.control("Blue", "spinbutton", "α")).to_have_value("0.5")
    two.open(steps="11")
    expect(two.root.get_by_role("status").first).to_contain_text("a whole number from 1 to 10")
    assert len(two.numbers("RMSProp")) == 3


def test_on_the_whole_page_it_arrives_when_near_and_has_its_own_part_of_the_address(
    open_page: OpenPage,
) -> None:
    two = TwoSteps(open_page(arrivals=True))
    two.page.goto("/?steps=50&two-steps.steps=3")
    two.page.locator("#two-steps").scroll_into_view_if_needed()
    two.ready()
    assert len(two.numbers("RMSProp")) == 4
    with two.settling():
        two.control("Orange", "slider", "decay of the scaling").press("Home")
    two.agrees_with_numpy()
    assert two.page.evaluate("location.search") == (
        "?steps=50&two-steps.steps=3&two-steps.run=gradient-descent&two-steps.run=rmsprop,beta:0"
    )
    assert Playground(two.page).get("playground.state.runs[1].settings.beta") == 0.9
