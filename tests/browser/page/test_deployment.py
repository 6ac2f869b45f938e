"""The page as a deployment serves it: behind nginx under a prefix, by workers that may die."""

import os
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from components import ids
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground
from tests.support.browser.watch import Watch
from tests.support.deploy.servers import Deployment, Proxied, nginx, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Deployment]:
    with serving(LOCKSTEP_PREFIX="/lockstep", LOCKSTEP_TRUSTED_PROXIES="1") as server:
        yield server


@pytest.fixture(scope="module")
def proxied(server: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    with nginx(tmp_path_factory.mktemp("nginx"), server.port) as sites:
        yield sites


def type_function(page: Page, text: str) -> None:
    box = page.locator("#playground").get_by_role("textbox", name="Error function")
    box.fill(text)
    box.press("Enter")


@pytest.mark.parametrize(("way", "figure"), [("kept", ""), ("stripped", "embed=playground&")])
def test_the_page_lives_under_the_prefix(
    browser: Browser, proxied: Proxied, way: str, figure: str
) -> None:
    site = str(getattr(proxied, way))
    with browser.new_context(base_url=site) as context:
        watch = Watch(context, site)
        page = context.new_page()
        answers: dict[str, int] = {}
        page.on("response", lambda response: answers.update({response.url: response.status}))
        page.goto(f"?{figure}E=w1^2%2Bw2^4&start=1,2&steps=20")
        wait_until_ready(page)
        playground = Playground(page)
        playground.agrees_with_numpy()
        with playground.settling():
            type_function(page, "sin(w1) + w2^2")
        playground.agrees_with_numpy()
        with playground.settling():
            page.locator("#playground").locator(f"#{ids.STEPS}").fill("7")
        assert page.url == f"{site}?{figure}E=sin%28w1%29%2Bw2%5E2&start=1,2&steps=7"
        expect(page.locator(f"#{ids.NOTICE}")).to_be_hidden()
        assert watch.finish() == []
    asked = {url for url in answers if url.startswith("http")}
    assert {answers[url] for url in asked} == {200}
    assert {url for url in asked if not url.startswith(site)} == set()
    assert sum("/lockstep/kernels/error-function.js" in url for url in asked) >= 2


def test_a_reader_whose_worker_is_killed_gets_an_answer(
    browser: Browser, server: Deployment
) -> None:
    # Not watched: the browser itself calls a broken connection an error.
    with browser.new_context(base_url=server.site) as context:
        page = context.new_page()
        page.goto("?embed=playground")
        wait_until_ready(page)
        workers = server.workers
        for pid in workers:
            os.kill(pid, signal.SIGSTOP)
        playground = Playground(page)
        with playground.settling():
            with page.expect_request("**/surface.json*"):
                type_function(page, "w1^2 + w2^4")
            for pid in workers:  # whichever has the request
                os.kill(pid, signal.SIGKILL)
        assert playground.get("playground.E") == "w1^2+w2^4"
        playground.agrees_with_numpy()
        assert set(workers).isdisjoint(server.workers)
