"""A page from which kernels can be imported."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser.empty_page import open_empty
from tests.support.browser.watch import Watch


@pytest.fixture(scope="module")
def kernels(browser: Browser, site: str) -> Iterator[Page]:
    """Open the smallest page of the site, once for a file, from which its kernels come."""
    context = browser.new_context(base_url=site)
    watch = Watch(context, site)
    page = context.new_page()
    open_empty(page)
    yield page
    assert watch.finish() == []
