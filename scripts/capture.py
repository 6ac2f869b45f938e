"""Takes pictures of a page, wide and narrow, light and dark, and of the example notebook's figure.

scripts/screenshot starts this.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, launch, wait_until_ready

VIEWPORTS = ((1280, 800), (390, 844), (600, 400))
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
        page.wait_for_load_state("networkidle")  # what leads where is computed in a worker
        return page.screenshot()


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
    """Write the notebook's figure, and <folder>/<width>x<height>-<scheme>.png of the page."""
    parser = argparse.ArgumentParser(
        prog="scripts/screenshot", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("url", help="the page")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, launch(playwright) as browser:
        (arguments.folder / "notebook.png").write_bytes(capture_notebook(browser))
        for width, height in VIEWPORTS:
            for scheme in COLOR_SCHEMES:
                address = arguments.url + "?embed=playground" * ((width, height) == FRAME)
                path = arguments.folder / f"{width}x{height}-{scheme}.png"
                path.write_bytes(capture(browser, address, (width, height), scheme))
                print(path)


if __name__ == "__main__":
    main()
