"""How long the files of the export dialog take, and how large they are.

Run it from the checkout::

    .venv/bin/python -m benchmarks.export_speed

It opens the page in a headless Chromium and saves pictures and replays of what it shows, from the
press of a button until the dialog says that the file is saved. The first of each kind loads an
encoder or the fonts. ``--window 1920x1080`` and ``--query "?steps=2000"`` measure other scenes.
"""

from __future__ import annotations

import argparse
import statistics
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Page, async_playwright

from benchmarks.bars import run_with_bars
from benchmarks.drag import launch, open_page, serve

TURNS = 3
EXTENTS = ("whole", "surface", "curves")
PICTURES = ("png", "png-2x", "svg")
REPLAYS = ("gif", "webm")
PICTURE_MS = 1000.0
REPLAY_MS = 10_000.0
REPLAY_BYTES = 3_000_000

SAVE = """async ([extent, select, format, button]) => {
  const byId = (id) => document.getElementById(`export-${id}`);
  for (const [id, value] of [["extent", extent], [select, format]]) {
    byId(id).value = value;
    byId(id).dispatchEvent(new Event("change"));
  }
  await new Promise(requestAnimationFrame);
  const said = byId("said");
  said.textContent = "";
  const begun = performance.now();
  byId(button).click();
  while (!said.textContent.startsWith("Saved "))
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => resolve(observer.disconnect()));
      observer.observe(said, {childList: true, characterData: true, subtree: true});
    });
  return performance.now() - begun;
}"""


OPEN = """async () => {
  const begun = performance.now();
  document.getElementById("page-export").click();
  while (!document.getElementById("export-preview")?.hasAttribute("aria-label"))
    await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}"""


class Saved(NamedTuple):
    """What saving one file took: milliseconds, and bytes."""

    ms: float
    size: int


async def save(page: Page, extent: str, format: str) -> Saved:
    """Save a file in the dialog, which is open."""
    is_replay = format in REPLAYS
    names = ["replay-format", "replay"] if is_replay else ["format", "picture"]
    async with page.expect_download(timeout=60_000) as found:
        ms = await page.evaluate(SAVE, [extent, names[0], format, names[1]])
    download = await found.value
    return Saved(ms, Path(await download.path()).stat().st_size)


async def run(arguments: argparse.Namespace) -> list[str]:
    """Measure and print; return a sentence for every bar that is missed."""
    missed = []
    width, height = map(int, arguments.window.split("x"))
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        with serve() as site:
            async with open_page(browser, f"{site}/{arguments.query}") as page:
                await page.set_viewport_size({"width": width, "height": height})
                opened = await page.evaluate(OPEN)
                print(f"Chromium {browser.version}, {arguments.turns} turns")
                print(f"the dialog with its preview, loaded: {opened:.0f} ms")
                print(f"{'':20}{'least ms':>10}{'median':>10}{'most':>10}{'kB':>10}")
                for extent, format in product(EXTENTS, PICTURES + REPLAYS):
                    found = [await save(page, extent, format) for _ in range(arguments.turns)]
                    times = [one.ms for one in found]
                    median, size = statistics.median(times), max(one.size for one in found)
                    name = f"{extent}, {format}"
                    cells = f"{min(times):10,.0f}{median:10,.0f}{max(times):10,.0f}"
                    print(f"{name:20}{cells}{size / 1000:10,.0f}")
                    most = REPLAY_MS if format in REPLAYS else PICTURE_MS
                    if median > most:
                        missed.append(f"{name} takes {median:.0f} ms, more than {most:g}.")
                    if format in REPLAYS and size > REPLAY_BYTES:
                        missed.append(f"{name} has {size:,} bytes, more than {REPLAY_BYTES:,}.")
        await browser.close()
    return missed


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for every missed bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.export_speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--turns", type=int, default=TURNS, help="of every file")
    parser.add_argument("--query", default="", help="what is shown, such as ?steps=2000")
    parser.add_argument("--window", default="1280x800", help="width and height")
    run_with_bars(parser, run)


if __name__ == "__main__":
    main()
