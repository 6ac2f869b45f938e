"""Fixtures that drive the site with a real Chromium."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.support.browser.chromium import ColorScheme, launch
from tests.support.browser.contexts import Contexts, SharedContext
from tests.support.browser.firefox import driver
from tests.support.browser.playground import Playground
from tests.support.browser.serve import serving

ACCESSIBILITY_TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]
RULES: dict[ColorScheme, list[str]] = {
    "dark": ["color-contrast", "link-in-text-block"],
    "light": ACCESSIBILITY_TAGS,
}
"""What axe is asked in each scheme: all rules, or those alone whose answer its colours change."""
RUN_AXE = """async ({rules, contrastOf}) => {
  axe.configure({rules: [{id: "color-contrast", selector: contrastOf}]});
  return (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations;
}"""


class OpenPage(Protocol):
    """Opens an empty page that is watched; `page.goto("/")` leads to the site.

    Of the whole page only the first figure comes, unless `arrivals` are wanted. Its browser has
    been to the site before, unless it has to be a `first_visit`.
    """

    def __call__(
        self,
        width: int = 1280,
        height: int = 800,
        *,
        color_scheme: ColorScheme = "light",
        touch: bool = False,
        arrivals: bool = False,
        first_visit: bool = False,
    ) -> Page: ...


class Violation(NamedTuple):
    """An accessibility rule that a page breaks, and the elements that break it."""

    rule: str
    color_scheme: ColorScheme
    help: str
    elements: list[str]


class Axe(Protocol):
    """Finds the accessibility rules that a page breaks, in both color schemes.

    Contrast takes most of the time: on a page that was checked before, it can be asked of the
    elements alone that may have changed. All other rules are those of the whole page, which is
    light afterwards.
    """

    def __call__(self, page: Page, contrast_of: str = "*") -> list[Violation]: ...


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once, for Chromium and Firefox."""
    expect.set_options(timeout=20_000)  # the machine may be busy with other things
    with driver() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Run one Chromium for all tests; that there is none is an error."""
    with launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Serve the app from this process and give its address, without a slash at the end."""
    from app import server

    with serving(server) as address:
        yield address


@pytest.fixture(scope="session")
def contexts(browser: Browser, site: str) -> Iterator[Contexts]:
    """Share contexts among all tests."""
    contexts = Contexts(browser, site)
    yield contexts
    contexts.close()


@pytest.fixture
def open_page(browser: Browser, site: str, contexts: Contexts) -> Iterator[OpenPage]:
    """Open pages of any size, color scheme and pointer; a mistake in one fails the test."""
    visitors: list[SharedContext] = []

    def open_watched(
        width: int = 1280,
        height: int = 800,
        *,
        color_scheme: ColorScheme = "light",
        touch: bool = False,
        arrivals: bool = False,
        first_visit: bool = False,
    ) -> Page:
        if first_visit:
            visitors.append(context := SharedContext(browser, site, touch=touch))
        else:
            context = contexts.get(touch=touch)
        return context.new_page((width, height), color_scheme, arrivals=arrivals)

    yield open_watched
    mistakes = contexts.clear()
    for visitor in visitors:
        mistakes += visitor.clear()
        visitor.close()
    if mistakes:
        pytest.fail("\n".join(["The page made mistakes:", *mistakes]), pytrace=False)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page of 1280 x 800 with the guarantees of `open_page`."""
    return open_page()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Find the accessibility rules that a page breaks; `assert axe(page) == []` shows them."""

    def violations(page: Page, contrast_of: str = "*") -> list[Violation]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = []
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            options = {"rules": rules, "contrastOf": contrast_of}
            for broken in page.evaluate(RUN_AXE, options):
                elements = [node["html"] for node in broken["nodes"]]
                found.append(Violation(broken["id"], scheme, broken["help"], elements))
        return found

    return violations


@pytest.fixture
def playground(page: Page) -> Playground:
    """Open an empty page of 1280 x 800 for the playground, with the guarantees of `open_page`."""
    return Playground(page)
