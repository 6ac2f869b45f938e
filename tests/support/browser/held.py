"""Requests that are held back, so that something else comes first."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, Route

from components import ids


def hold(
    page: Page, pattern: str, meant: Callable[[Request], bool] = lambda _: True
) -> list[Route]:
    """Hold the first request that is meant back; return the list in which it will be."""
    held: list[Route] = []

    def handle(route: Route) -> None:
        if held or not meant(route.request):
            route.continue_()
        else:
            held.append(route)

    page.route(pattern, handle)
    return held


def asks_for_a_view(request: Request) -> bool:
    return f'"{ids.SURFACE_VIEW_ASKED}.data"' in (request.post_data or "")
