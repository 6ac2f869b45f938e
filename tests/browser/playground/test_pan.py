"""Pan: by a drag without a request, by the buttons ahead of the answers."""

import pytest

from components import ids
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground
from tests.support.browser.views import contours_cover_the_view, in_address


def seen(view: list[float]) -> object:
    """Return a view, to be compared as closely as a hundredth of a pixel."""
    left, right, bottom, top = view
    return pytest.approx(view, abs=2e-5 * min(right - left, top - bottom), rel=0)


def test_a_drag_pans_without_a_request_and_asks_once_at_rest(playground: Playground) -> None:
    playground.open()
    page = playground.page
    playground.until("playground.plot.covers(playground.state.view)")
    playground.until_swept()
    home = playground.plot()
    x, y = home.pixel(6, -3)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = playground.get("playground.plot.gd.querySelector('.contourlines').outerHTML.length")
    with playground.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        for k in range(1, 9):
            page.mouse.move(x - 20 * k, y - 15 * k)
            playground.until(f"playground.plot.mapping().x(6) < {x - home.left - 20 * k + 1}")
        assert asked == []
        lines = "playground.plot.gd.querySelector('.contourlines').outerHTML.length"
        assert playground.get(lines) == before, "Plotly has drawn during the drag"
        page.mouse.up()
    panned = playground.plot()
    assert panned.value(x - 160, y - 120) == pytest.approx((6, -3), abs=0.05)
    assert panned.x[1] - panned.x[0] == pytest.approx(home.x[1] - home.x[0], abs=0.01)
    contours_cover_the_view(playground)
    assert len([url for url in asked if "surface.json" in url]) == 1
    assert in_address(playground) == playground.get("playground.state.view")
    # A drag is no click.
    assert playground.get("playground.state.start") == [-15, 20]
    # The address leads to the same picture.
    page.reload()
    playground.until("playground.plot?.covers(playground.state.view)")
    again = playground.plot()
    assert [*again.x, *again.y] == seen([*panned.x, *panned.y])


def test_the_right_button_does_nothing(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    x, y = home.pixel(6, -3)
    page.mouse.move(x, y)
    page.mouse.down(button="right")
    page.mouse.move(x + 80, y + 40, steps=4)
    page.mouse.up(button="right")
    assert playground.plot() == home
    page.mouse.click(x, y, button="right")
    assert playground.get("playground.state.start") == [-15, 20]


def test_an_answer_does_not_lead_a_moving_hand_back(playground: Playground) -> None:
    playground.open()
    page = playground.page
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        page.get_by_role("button", name="Zoom in").click()
    # A hand goes on and on, sooner than the page asks again, and every view that it sees is noted.
    page.evaluate(
        """id => {
          const {plot} = lockstep.playground;
          window.lefts = [];
          plot.onDraw(() => lefts.push(plot.view()[0]));
          window.moving = setInterval(() => document.getElementById(id).click(), 50);
        }""",
        f"{ids.SURFACE_PAN}-right",
    )
    with page.expect_response(SURFACE):
        held[0].continue_()
    seen = len(page.evaluate("lefts"))
    playground.until(f"lefts.length > {seen + 10}")
    with playground.settling():
        page.evaluate("clearInterval(moving)")
    contours_cover_the_view(playground)
    lefts = page.evaluate("lefts")
    assert lefts == sorted(lefts)
