"""Fixtures that drive the site with a real Chromium."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.support.browser.chromium import ColorScheme, launch
from tests.support.browser.firefox import driver
from tests.support.browser.playground import Playground
from tests.support.browser.serve import serving
from tests.support.browser.watch import Watch

ACCESSIBILITY_TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]
RUN_AXE = "tags => axe.run(document, {runOnly: tags}).then(results => results.violations)"


# Figures below the first one arrive when they come near the window: so, they never do.
# Only assets/page/page.js looks far beyond the window's edges.
NO_ARRIVALS = """{
  const Native = IntersectionObserver;
  window.IntersectionObserver = class extends Native {
    constructor(seen, options) {
      super(options?.rootMargin === "300px 0px" ? () => {} : seen, options);
    }
  };
}"""


class OpenPage(Protocol):
    """Opens an empty page that is watched; `page.goto("/")` leads to the site.

    Of the whole page only the first figure comes, unless `arrivals` are wanted.
    """

    def __call__(
        self,
        width: int = 1280,
        height: int = 800,
        *,
        color_scheme: ColorScheme = "light",
        touch: bool = False,
        arrivals: bool = False,
    ) -> Page: ...


class Violation(NamedTuple):
    """An accessibility rule that a page breaks, and the elements that break it."""

    rule: str
    help: str
    elements: list[str]


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


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """Open pages of any size, color scheme and pointer; a mistake in one fails the test."""
    watches: list[Watch] = []

    def open_watched(
        width: int = 1280,
        height: int = 800,
        *,
        color_scheme: ColorScheme = "light",
        touch: bool = False,
        arrivals: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            has_touch=touch,
            is_mobile=touch,
        )
        if not arrivals:
            context.add_init_script(NO_ARRIVALS)
        watches.append(Watch(context, site))
        return context.new_page()

    yield open_watched
    mistakes = [mistake for watch in watches for mistake in watch.finish()]
    if mistakes:
        pytest.fail("\n".join(["The page made mistakes:", *mistakes]), pytrace=False)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page of 1280 x 800 with the guarantees of `open_page`."""
    return open_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[Violation]]:
    """Find the accessibility rules that a page breaks; `assert axe(page) == []` shows them."""

    def violations(page: Page) -> list[Violation]:
        page.evaluate(AXE_SCRIPT)
        return [
            Violation(found["id"], found["help"], [node["html"] for node in found["nodes"]])
            for found in page.evaluate(RUN_AXE, ACCESSIBILITY_TAGS)
        ]

    return violations


@pytest.fixture(scope="session")
def shared(browser: Browser, site: str) -> Iterator[tuple[BrowserContext, Watch]]:
    """Open a context for all tests of the playground: its cache spares each the same download."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    context.add_init_script(NO_ARRIVALS)
    watch = Watch(context, site)
    yield context, watch
    watch.finish()


@pytest.fixture
def playground(shared: tuple[BrowserContext, Watch]) -> Iterator[Playground]:
    """Open an empty page of 1280 x 800 for the playground; a mistake in it fails the test."""
    context, watch = shared
    page = context.new_page()
    yield Playground(page)
    page.evaluate("0")
    page.close()
    mistakes = watch.mistakes[:]
    watch.mistakes.clear()
    if mistakes:
        pytest.fail("\n".join(["The page made mistakes:", *mistakes]), pytrace=False)
