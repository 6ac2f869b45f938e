"""A page that opens is not told to its address as if a hand had moved."""

from playwright.sync_api import expect

from tests.browser.conftest import Playground
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.held import hold

KERNEL = "**/kernels/error-function.js*"


def test_drawn_twice_before_the_kernel_is_there_settles_nothing(playground: Playground) -> None:
    page = playground.page
    held = hold(page, KERNEL)
    with page.expect_request(KERNEL):
        page.goto("/?run=adam&steps=50")
    page.evaluate("""() => {
      const {playground} = dash_clientside.lockstep;
      window.later = 0;
      playground.later = () => { later++; };
      for (let k = 0; k < 3; k++) playground.surface.emit("plotly_afterplot");
    }""")
    held[0].continue_()
    wait_until_ready(page)
    playground.agrees_with_numpy()
    assert page.evaluate("later") == 0
    expect(page).to_have_url("/?run=adam&steps=50")
