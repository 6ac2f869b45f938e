"""A page that opens commits nothing and writes no address."""

from playwright.sync_api import expect

from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.held import KERNEL, hold
from tests.support.browser.playground import Playground


def test_drawn_twice_before_the_kernel_is_there_commits_nothing(playground: Playground) -> None:
    page = playground.page
    held = hold(page, KERNEL)
    with page.expect_request(KERNEL):
        page.goto("/?run=adam&steps=50")
    playground.until("playground.charts?.error.curves().length")
    playground.get("[1, 2, 3].map(() => playground.plot.gd.emit('plotly_afterplot'))")
    assert playground.get("playground.kernel") is None
    held[0].continue_()
    wait_until_ready(page)
    playground.agrees_with_numpy()
    # A commit would come 250 ms after the last change.
    playground.until(f"performance.now() > {page.evaluate('performance.now()')} + 400")
    assert page.locator("html").get_attribute("data-settled") is None
    expect(page).to_have_url("/?run=adam&steps=50")
