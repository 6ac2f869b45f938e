"""Changes of the playground's state, and whether all of a page shows one state."""

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground


def box_of_function(playground: Playground) -> Locator:
    return playground.page.get_by_role("textbox", name="Error function")


def move_slider(playground: Playground) -> None:
    playground.page.get_by_role("slider", name="decay of the scaling").press("ArrowLeft")


def move_start(playground: Playground) -> None:
    playground.page.get_by_role("button", name="Start point").press("ArrowRight")


def choose_optimizer(playground: Playground) -> None:
    playground.page.get_by_role("combobox", name="Optimizer").select_option("adam")


def add_run(playground: Playground) -> None:
    menu = playground.page.get_by_role("combobox", name="Compare with another")
    menu.select_option("momentum")


def agree(playground: Playground) -> None:
    """Assert that page, address, boxes, pictures and kernel show one state."""
    page, state = playground.page, playground.get("structuredClone(playground.state)")
    playground.agrees_with_numpy()
    run = state["runs"][state["selected"]]
    expect(box_of_function(playground)).to_have_value(state["E"])
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value(run["optimizer"])
    for name in (name for name in ("eta", "beta") if name in run["settings"]):
        symbol = {"eta": "η", "beta": "β"}[name]
        expect(page.get_by_role("spinbutton", name=symbol)).to_have_attribute(
            "aria-valuenow", f"{run['settings'][name]:.16g}"
        )
    for identity, value in zip((ids.START_W1, ids.START_W2), state["start"], strict=True):
        shown = float(page.locator(f"#{identity}").get_attribute("aria-valuenow") or "nan")
        assert shown == pytest.approx(value, rel=1e-5)
    playground.until("playground.plot.isAt(playground.state.view)")
    expect(page.locator(f"#{ids.RUN_LIST} > :visible")).to_have_count(len(state["runs"]))


def address_is(playground: Playground, search: str) -> None:
    """Wait for a query; what follows a change of scene by the browser is written at rest."""
    playground.until(f"location.search === {search!r}")


def reload_agrees(playground: Playground) -> None:
    """Assert that the address leads to what is seen."""
    state, E = playground.get("structuredClone(playground.state)"), playground.get("playground.E")
    playground.page.reload()
    wait_until_ready(playground.page)
    default = playground.get("playground.catalogue.defaults.E")
    again = playground.get("structuredClone(playground.state)")
    assert again == {**state, "E": default if state["E"] == default else E}
    assert playground.get("playground.E") == E
    agree(playground)
