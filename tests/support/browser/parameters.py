"""Sliders of the error function's parameters, with their boxes."""

from playwright.sync_api import Locator, Page

PARAMETERS = "structuredClone(playground.state.parameters)"


def slider(page: Page, name: str = "a") -> Locator:
    return page.get_by_role("slider", name=name, exact=True)


def number(page: Page, label: str) -> Locator:
    return page.get_by_role("spinbutton", name=label, exact=True)


def end(page: Page, which: str, name: str = "a") -> Locator:
    """Return the box of an end of a slider's track, "Least" or "Greatest"."""
    return number(page, f"{which} {name} of the slider")
