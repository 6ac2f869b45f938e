"""Figure 3 in a page."""

import pytest
from playwright.sync_api import Page

from tests.support.browser.maps import Maps


@pytest.fixture
def maps(page: Page) -> Maps:
    return Maps(page)
