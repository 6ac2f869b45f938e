"""Requests that are held back, so that something else comes first."""

from playwright.sync_api import Page, Route

SURFACE = "**/figures/playground/surface.json*"
"""Asks for the contours of a typed function or of a settled view."""
KERNEL = "**/kernels/error-function.js*"


def hold(page: Page, pattern: str) -> list[Route]:
    """Hold the first request to an address back; return the list in which it will be."""
    held: list[Route] = []

    def handle(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route(pattern, handle)
    return held
