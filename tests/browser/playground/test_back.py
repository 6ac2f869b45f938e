"""Back and Forward over links inside the page: address, page and reload agree in every entry."""

import json
from urllib.parse import parse_qs

from playwright.sync_api import Locator, Page, expect

from components.state.address import read_address
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

E = "w1^2+w2^4"
SHOWN = "[playground.E, playground.state.steps, playground.state.runs.map(r => r.optimizer)]"


def address_is(playground: Playground, address: str) -> None:
    """Wait for a query with its anchor."""
    playground.until(f"location.search + location.hash === {address!r}")


def function_box(page: Page) -> Locator:
    """Return the box of the playground's function; figure 1 has one too."""
    group = page.get_by_role("group", name="Error function and start")
    return group.get_by_role("textbox", name="Error function")


def follow(page: Page, name: str) -> None:
    """Follow a link of the page's navigation."""
    page.get_by_role("navigation", name="Figures").get_by_role("link", name=name).click()


def type_function(playground: Playground) -> None:
    box = function_box(playground.page)
    box.fill(E)
    box.press("Enter")


def is_shown(playground: Playground, wanted: list[object]) -> None:
    """Wait until these are the function, the steps and the optimizers."""
    written = json.dumps(wanted, separators=(",", ":"))
    playground.until(f"JSON.stringify({SHOWN}) === {json.dumps(written)}")


def agrees(playground: Playground) -> list[object]:
    """Wait until the address says what is shown, and return that."""
    page = playground.page
    playground.until("playground.plot.isAt(playground.state.view)")
    state, errors = read_address(parse_qs(page.evaluate("location.search.slice(1)")))
    assert errors == []
    wanted = [state.E.text, state.steps, [run.optimizer for run in state.runs]]
    is_shown(playground, wanted)
    expect(function_box(page)).to_have_value(playground.get("playground.state.E"))
    playground.agrees_with_numpy()
    return wanted


def test_back_after_a_link_and_a_typed_function(playground: Playground) -> None:
    playground.open()
    page = playground.page
    first = agrees(playground)
    follow(page, "Two steps")
    TwoSteps(page).ready()
    address_is(playground, "#two-steps")
    assert agrees(playground) == first
    with playground.settling():
        type_function(playground)
    address_is(playground, "?E=w1%5E2%2Bw2%5E4")
    typed = agrees(playground)
    assert typed[0] == E
    # The focus is in the box: what is in it is that of the entry that Back leads to.
    with playground.settling():
        page.evaluate("history.back()")
    # The address is that of the entry again once its scene has come.
    is_shown(playground, first)
    address_is(playground, "#two-steps")
    assert agrees(playground) == first
    page.reload()
    wait_until_ready(page)
    assert agrees(playground) == first
    with playground.settling():
        page.evaluate("history.forward()")
    is_shown(playground, typed)
    address_is(playground, "?E=w1%5E2%2Bw2%5E4")
    assert agrees(playground) == typed
    for _ in range(2):
        with playground.settling():
            page.evaluate("history.back()")
        is_shown(playground, first)
    address_is(playground, "")
    assert agrees(playground) == first


def test_back_after_a_link_a_preset_and_another_link(playground: Playground) -> None:
    playground.open(steps=300)
    page = playground.page
    first = agrees(playground)
    follow(page, "Two steps")
    TwoSteps(page).ready()
    with playground.settling():
        playground.choose_surface("Beale")
    playground.until("playground.state.E.startsWith('(1.5')")
    chosen = agrees(playground)
    assert chosen != first
    follow(page, "Amplification")
    assert agrees(playground) == chosen
    for found in (chosen, first, first):
        with playground.settling():
            page.evaluate("history.back()")
        is_shown(playground, found)
        assert agrees(playground) == found
    address_is(playground, "?steps=300")


def test_the_other_figures_stay_as_they_are_and_every_entry_says_so(open_page: OpenPage) -> None:
    page = open_page(arrivals=True)
    playground, two = Playground(page), TwoSteps(page)
    playground.open()
    follow(page, "Two steps")
    two.ready()
    with two.settling():
        two.control("Blue", "slider", "learning rate").press("ArrowRight")
    own = page.evaluate("location.search")
    assert own.startswith("?two-steps.run=gradient-descent,eta:")
    with two.settling():
        page.evaluate("history.back()")
    address_is(playground, own)
    agrees(playground)
    with two.settling():
        page.evaluate("history.forward()")
    address_is(playground, f"{own}#two-steps")
