"""How soon a typed error function is painted: from Enter to the contours on the screen.

Run it from the checkout::

    .venv/bin/python -m benchmarks.text_to_picture

Every preset is typed into the box, as a text that no cache has met: with spaces before it.

Notes
-----
Painted is the first message of a MessageChannel after the animation frame in which the contours of
the new function were in the page; Enter is the time stamp of its event.
"""

from __future__ import annotations

import argparse
import statistics

from playwright.async_api import Page, async_playwright

from benchmarks.bars import run_with_bars
from benchmarks.drag import launch, open_page, serve
from optimizers.presets import PRESETS

TURNS = 5
LATEST_MS = 350.0

WATCH = """() => {
  const channel = new MessageChannel();
  let pressed = 0;
  channel.port1.onmessage = () => { window.textToPicture(performance.now() - pressed); };
  addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    pressed = event.timeStamp;
    const lines = document.querySelector("#surface-graph .contours");
    const observer = new MutationObserver(() => {
      if (!lines.querySelector(".contourlines path")) return;
      observer.disconnect();
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    observer.observe(lines, {subtree: true, childList: true, attributes: true});
  }, true);
  window.painted = () => new Promise(resolve => { window.textToPicture = resolve; });
}"""


async def enter(page: Page, text: str) -> float:
    """Type a text, and return the milliseconds from Enter until it is painted."""
    box = page.get_by_role("textbox", name="Error function E")
    await box.fill(text)
    # The answer to what is being typed would come half a second later: Enter is sooner.
    handle = await page.evaluate_handle("() => ({promise: window.painted()})")
    await box.press("Enter")
    return float(await handle.evaluate("({promise}) => promise"))


async def run(arguments: argparse.Namespace) -> list[str]:
    """Measure and print; return a sentence if the bar is missed."""
    times: dict[str, list[float]] = {preset.name: [] for preset in PRESETS}
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        with serve() as site:
            async with open_page(browser, f"{site}/") as page:
                await page.evaluate(WATCH)
                for turn in range(1, arguments.turns + 1):
                    for preset in [*PRESETS[1:], PRESETS[0]]:
                        await page.wait_for_load_state("networkidle")
                        took = await enter(page, " " * turn + preset.text)
                        times[preset.name].append(took)
        print(f"Chromium {browser.version}, {arguments.turns} turns, milliseconds to painted")
        await browser.close()
    print(f"{'':40}{'least':>8}{'median':>8}{'most':>8}")
    for name, found in times.items():
        cells = (min(found), statistics.median(found), max(found))
        print(f"{name:40}", *(f"{cell:8.0f}" for cell in cells), sep="")
    late = statistics.quantiles((t for found in times.values() for t in found), n=20)[-1]
    print(f"{'p95 of all':40}{late:8.0f}")
    return [f"p95 of {late:.0f} ms is more than {LATEST_MS:g} ms."] if late > LATEST_MS else []


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.text_to_picture",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--turns", type=int, default=TURNS, help="of every preset")
    run_with_bars(parser, run)


if __name__ == "__main__":
    main()
