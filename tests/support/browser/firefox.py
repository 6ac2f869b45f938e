"""Finds and starts a Firefox as its distribution ships it, over WebDriver BiDi."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("firefox-esr", "firefox")
MEDIA_FEATURES = Path(__file__).with_name("media_features.cjs")


def find_firefox() -> str | None:
    """Return FIREFOX_PATH where it is set, else a Firefox on the PATH; None where there is none."""
    found = (shutil.which(name) for name in NAMES)
    return os.environ.get("FIREFOX_PATH") or next(filter(None, found), None)


@contextmanager
def driver() -> Iterator[Playwright]:
    """Start Playwright so that it gets along with a Firefox that has no media features to set."""
    options = f"{os.environ.get('NODE_OPTIONS', '')} --require {json.dumps(str(MEDIA_FEATURES))}"
    with ExitStack() as stack:
        with patch.dict(os.environ, NODE_OPTIONS=options):
            playwright = stack.enter_context(sync_playwright())
        yield playwright


def launch(playwright: Playwright) -> Browser:
    """Start Firefox; one that is there and does not start is an error."""
    return playwright.firefox.launch(channel="moz-firefox", executable_path=find_firefox())
