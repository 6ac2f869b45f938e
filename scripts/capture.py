"""Takes pictures of a page and of the tour's stops, and of the example notebook's figure.

scripts/screenshot starts this.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from components.tour.stops import STOPS
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, launch, wait_until_ready
from tests.support.browser.tour import Tour

NARROW_STOPS = ["ravine", "first-step-answer", "compass", "price"]
VIEWPORTS = ((1280, 800), (390, 844), (600, 400))
TOUR = {(1280, 800): [stop.key for stop in STOPS], (390, 844): NARROW_STOPS}
"""Which stops of the tour are taken in which window."""

FRAME = (600, 400)
"""The size of a figure that is embedded alone."""


def capture(browser: Browser, url: str, size: tuple[int, int], scheme: ColorScheme) -> bytes:
    """Return the PNG of what a window shows of a page once the page is ready.

    Parameters
    ----------
    browser : Browser
        Runs the page.
    url : str
        The page.
    size : tuple of int
        Width and height of the window in CSS pixels.
    scheme : {"light", "dark"}
        The theme that the page is asked for.
    """
    width, height = size
    with browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        page.goto(url)
        wait_until_ready(page)
        # What leads where is computed in a worker.
        page.get_by_role("button", name="to its best").first.wait_for()
        return page.screenshot()


def capture_tour(
    browser: Browser, url: str, size: tuple[int, int], keys: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield stops of the tour by their keys, each with the PNG of the window when it is there."""
    width, height = size
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        tour = Tour(page)
        tour.open(f"{url}tour")
        for stop in STOPS:
            if stop.key in keys:
                tour.scroll_to(stop)
                if stop.figure:
                    wait_until_ready(page.frame_locator("iframe.embedded"))
                yield stop.key, page.screenshot()


def capture_notebook(browser: Browser) -> bytes:
    """Return the PNG of the figure that the example notebook shows."""
    from examples.notebook import picture  # prints as it is imported

    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(picture.to_html(config={"staticPlot": True}))
        figure = page.locator(".plotly-graph-div")
        figure.locator(".infolayer .g-ytitle, .infolayer .annotation").first.wait_for()
        return figure.screenshot()


def main() -> None:
    """Write <folder>/<width>x<height>-<scheme>.png of the page and the notebook's figure.

    With --tour the stops of the tour, as <folder>/tour-<stop>-<width>.png.
    """
    parser = argparse.ArgumentParser(
        prog="scripts/screenshot", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("url", help="the page")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--tour", action="store_true", help="the tour's stops instead")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, launch(playwright) as browser:
        if arguments.tour:
            for size, keys in TOUR.items():
                for key, png in capture_tour(browser, arguments.url, size, keys):
                    (arguments.folder / f"tour-{key}-{size[0]}.png").write_bytes(png)
            return
        (arguments.folder / "notebook.png").write_bytes(capture_notebook(browser))
        for width, height in VIEWPORTS:
            for scheme in COLOR_SCHEMES:
                address = arguments.url + "?embed=playground" * ((width, height) == FRAME)
                path = arguments.folder / f"{width}x{height}-{scheme}.png"
                path.write_bytes(capture(browser, address, (width, height), scheme))
                print(path)


if __name__ == "__main__":
    main()
