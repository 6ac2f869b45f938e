"""The figure of docs/adding-a-figure.md: alone on a page it is ready, with its formula in place."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.watch import Watch
from tests.support.contributed import contribute

SERVE = """
from werkzeug.serving import make_server
from app import server

listener = make_server("127.0.0.1", 0, server, threaded=True)
print(listener.server_port, flush=True)
listener.serve_forever()
"""


@pytest.fixture
def contributed_site(tmp_path: Path) -> Iterator[str]:
    contribute(tmp_path / "copy", "an-optimizer", "a-figure")
    with subprocess.Popen(
        [sys.executable, "-c", SERVE],
        cwd=tmp_path / "copy",
        env={**os.environ, "LOCKSTEP_DEV": "1"},  # the bundle does not hold the figure
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


def test_the_figure_is_ready_and_shows_the_rule(browser: Browser, contributed_site: str) -> None:
    with browser.new_context(base_url=contributed_site) as context:
        watch = Watch(context, contributed_site)
        page = context.new_page()
        page.goto("?embed=definition&rule=sign-descent")
        wait_until_ready(page)
        formula = page.get_by_role("group", name="The rule of Sign descent")
        expect(formula.locator("math")).to_have_text(["v(t)=ηsign(g(t))", "w(t)=w(t−1)−v(t)"])
        assert watch.finish() == []
