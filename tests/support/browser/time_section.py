"""The time section of the playground: its controls and the iteration that it is at."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.browser.playground import Playground

TIME = "playground.time"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def time(playground: Playground) -> tuple[float, bool, bool]:
    """Return the iteration, whether runs are drawn up to it alone, and whether it is playing."""
    found = playground.get(TIME)
    return found["t"], found["isRace"], found["isPlaying"]


def box(playground: Playground, identity: str) -> dict[str, Any]:
    """Return where an element is on the page."""
    found = playground.page.locator(f"#{identity}").bounding_box()
    assert found is not None
    return dict(found)
