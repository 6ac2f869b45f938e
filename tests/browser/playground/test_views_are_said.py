"""Zooming and moving a surface is said once, when the view rests, behind what is new of the run."""

import re

from playwright.sync_api import expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.browser.playground.test_live_region_and_data_tables import LISTEN, SAID
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps


def test_a_view_is_said_at_rest_and_the_run_goes_before_it(playground: Playground) -> None:
    playground.open()
    page = playground.page
    page.locator(SAID).evaluate(LISTEN)
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    zoomed = "w1 from −12 to 4, w2 from −1 to 15"
    assert page.evaluate("heard") == [zoomed]
    # A drag is silent while the hand is down.
    plot = playground.plot()
    x, y = plot.pixel(0, 3)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - plot.width / 2, y, steps=5)
    playground.until("playground.plot.view()[0] > -5")
    assert page.evaluate("heard") == [zoomed]
    with playground.settling():
        page.mouse.up()
    left, right, *_ = playground.get("playground.state.view")
    moved = f"w1 from {left:.4g} to {right:.4g}, w2 from -1 to 15".replace("-", "−")
    assert page.evaluate("heard") == [zoomed, moved]
    # What changes at once is said at once, the run first; what has not changed is not said again.
    with playground.settling():
        page.locator(f"#{ids.SURFACE_RESET}").evaluate("""button => {
          button.click();
          lockstep.playground.change({steps: 50});
        }""")
    left, right, bottom, top = playground.get("playground.state.view")
    assert (left, right, bottom, top) != (-12, 4, -1, 15)
    fitted = f"w1 from {left:.4g} to {right:.4g}, w2 from {bottom:.4g} to {top:.4g}"
    first, second = (playground.numpy(place).error[-1] for place in (0, 1))
    runs = f"Gradient descent, 50 steps, E = {first:.4g}; RMSProp, 50 steps, E = {second:.4g}"
    assert page.evaluate("heard")[2:] == [f"{runs}; {fitted}".replace("-", "−")]
    with playground.settling():
        page.get_by_role("spinbutton", name="of how many steps").fill("1")
    one = r"1 step, E = \d+(\.\d+)?"
    again = page.evaluate("heard").pop()
    assert re.fullmatch(rf"Gradient descent, {one}; RMSProp, {one}", again)


def test_another_function_brings_its_view_unsaid(
    playground: Playground,
) -> None:
    playground.open()
    page, said = playground.page, playground.page.locator(SAID)
    with playground.settling():
        page.get_by_role("button", name="Zoom out").click()
    expect(said).to_have_text("w1 from −36 to 28, w2 from −25 to 39")
    with playground.settling():
        playground.choose_surface("Rosenbrock")
    run = r"\d+ steps, E = [^;]+"
    expect(said).to_have_text(re.compile(f"^Gradient descent, {run}; Momentum, {run}$"))


def test_figure_1_says_the_view_that_was_asked_for(open_page: OpenPage) -> None:
    two = TwoSteps(open_page())
    two.open()
    said, (left, right, bottom, top) = two.page.locator(SAID), two.get("figure.state.view")
    two.root.get_by_role("button", name="Zoom out").click()
    across = f"w1 from {left - (right - left) / 2:.4g} to {right + (right - left) / 2:.4g}"
    expect(said).to_have_text(re.compile("^" + across.replace("-", "−") + ", w2 from"))
    two.root.get_by_role("button", name="Show all").click()
    home = f"w1 from {left:.4g} to {right:.4g}, w2 from {bottom:.4g} to {top:.4g}"
    expect(said).to_have_text(home.replace("-", "−"))
