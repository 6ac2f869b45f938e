"""Fixtures that drive the site with a real Firefox; without one, its tests are not collected."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.support.browser.firefox import find_firefox, launch
from tests.support.browser.playground import Playground
from tests.support.browser.watch import Watch


def pytest_ignore_collect() -> bool | None:
    """Collect nothing here where there is no Firefox."""
    return True if find_firefox() is None else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so in one line."""
    if find_firefox() is None:
        terminalreporter.write_line("There is no Firefox: tests/browser/firefox was not run.")


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Run one Firefox for all tests."""
    with launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def watched(firefox: Browser, site: str) -> Iterator[tuple[BrowserContext, Watch]]:
    """Open one context for all tests; what its pages may not do is watched."""
    context = firefox.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    watch = Watch(context, site)
    yield context, watch
    watch.finish()


@pytest.fixture
def page(watched: tuple[BrowserContext, Watch]) -> Iterator[Page]:
    """Open an empty page of 1280 x 800; a mistake in it fails the test."""
    context, watch = watched
    page = context.new_page()
    yield page
    page.evaluate("0")  # what the page reported before this has arrived after it
    page.close()
    mistakes = watch.mistakes[:]
    watch.mistakes.clear()
    assert mistakes == []


@pytest.fixture
def playground(page: Page) -> Playground:
    """Open an empty page for the playground."""
    return Playground(page)
