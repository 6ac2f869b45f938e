"""Finds and starts the Chromium that the browser tests and the screenshots drive."""

import os
import shutil
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from playwright.sync_api import Browser, Error, FrameLocator, Page, Playwright

from tests.support.browser.wait import wait_for_attribute

ColorScheme = Literal["light", "dark"]
COLOR_SCHEMES: tuple[ColorScheme, ...] = get_args(ColorScheme)

NAMES = (
    "chromium-headless-shell",  # without windows and menus: a page costs half the processor time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
CHANNELS = ("chrome", "msedge")
FLAGS = (
    "--disable-gpu",
    "--font-render-hinting=none",  # glyphs are as wide as on a screen of any density
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # the next page of a context finds the site's scripts compiled
)


class NoChromiumError(RuntimeError):
    """No Chromium could be started."""


class Candidate(NamedTuple):
    """A Chromium that may be there; with neither a path nor a channel, Playwright's own."""

    path: str | None = None
    channel: str | None = None


def candidates() -> Iterator[Candidate]:
    """Yield what to try, in order: CHROME_PATH alone where it is set, else all known places."""
    if path := os.environ.get("CHROME_PATH"):
        yield Candidate(path=path)
        return
    for name in NAMES:
        if path := shutil.which(name):
            yield Candidate(path=path)
    for channel in CHANNELS:
        yield Candidate(channel=channel)
    yield Candidate()


def is_root() -> bool:
    """Say whether this process is the superuser's, under whom Chromium has no sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright) -> Browser:
    """Start the first Chromium that does start.

    Raises
    ------
    NoChromiumError
        When none does; the message says what each candidate answered.
    """
    flags = [*FLAGS, "--no-sandbox"] if is_root() else [*FLAGS]
    answers = []
    for candidate in candidates():
        try:
            return playwright.chromium.launch(
                executable_path=candidate.path, channel=candidate.channel, args=flags
            )
        except Error as error:
            name = candidate.path or candidate.channel or "Playwright's own"
            answers.append(f"{name}: {error.message.splitlines()[0]}")
    raise NoChromiumError("No Chromium could be started:\n" + "\n".join(answers))


def wait_until_ready(page: Page | FrameLocator) -> None:
    """Return once the live layer has drawn, which <html data-ready="true"> says."""
    wait_for_attribute(page.locator("html"), "data-ready", "true")
