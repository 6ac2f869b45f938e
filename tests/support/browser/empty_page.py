"""The smallest page of the site, from which its modules can be imported."""

from playwright.sync_api import Page

EMPTY = '<!DOCTYPE html><html lang="en"><title>Empty</title><link rel="icon" href="data:,">'


def open_empty(page: Page) -> None:
    """Open a page of the site's origin with nothing on it."""
    page.route(
        "**/empty", lambda route: route.fulfill(status=200, content_type="text/html", body=EMPTY)
    )
    page.goto("/empty")
