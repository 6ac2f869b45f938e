"""Zoom: contours are those of what is visible, at every scale."""

from urllib.parse import parse_qs

import numpy as np
import pytest
from playwright.sync_api import expect

from components import ids
from components.state.address import read_address
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground
from tests.support.browser.views import contours_cover_the_view, in_address


def test_the_buttons_zoom_and_fit(playground: Playground) -> None:
    playground.open()
    page = playground.page
    for name, view in {
        "Zoom in": [-12, 4, -1, 15],
        "Zoom out": [-20, 12, -9, 23],
    }.items():
        with playground.settling():
            page.get_by_role("button", name=name).click()
        assert playground.get("playground.state.view") == view
        contours_cover_the_view(playground)
    assert page.evaluate("location.search") == ""
    for _ in range(3):
        with playground.settling():
            page.get_by_role("button", name="Zoom in").click()
    assert in_address(playground) == [-6, -2, 5, 9]
    contours_cover_the_view(playground)
    # All of both runs, the start and the minimum, with some room.
    with playground.settling():
        page.get_by_role("button", name="Show runs").click()
    left, right, bottom, top = playground.get("playground.state.view")
    runs = [playground.live("w1", "w2", place=place) for place in (0, 1)]
    path = np.vstack([*runs, [[0, 0]]])
    assert left < path[:, 0].min() == -15
    assert right > path[:, 0].max() >= 0
    assert bottom < path[:, 1].min() <= 0
    assert top > path[:, 1].max() == 20
    extent = np.ptp(path, axis=0)
    with_room = extent + 0.2 * extent.max()
    assert [right - left, top - bottom] == pytest.approx(with_room.tolist(), abs=1e-3)
    contours_cover_the_view(playground)
    assert in_address(playground) == [left, right, bottom, top]
    # None of this moved the start.
    assert playground.get("playground.state.start") == [-15, 20]
    playground.agrees_with_numpy()


def test_the_wheel_is_the_pages_but_with_ctrl_it_zooms(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    x, y = home.pixel(6, -3)
    hint = page.locator(f"#{ids.SURFACE_HINT}")
    # Also after a click, when the handle is under the pointer and has the focus.
    for click in (False, True):
        if click:
            with playground.settling():
                page.mouse.click(x, y)
        page.mouse.move(x, y)
        page.mouse.wheel(0, -240)
        expect(hint).to_be_visible()
        assert playground.plot() == home
        page.keyboard.press("Escape")
        expect(hint).to_be_hidden()
    start = playground.get("playground.state.start")
    with playground.settling():
        page.keyboard.down("Control")
        page.mouse.wheel(0, -240)
        page.keyboard.up("Control")
    zoomed = playground.plot()
    assert zoomed.x[1] - zoomed.x[0] < 0.7 * (home.x[1] - home.x[0])
    # What is under the pointer stays there.
    assert zoomed.value(x, y) == pytest.approx((6, -3), abs=0.05)
    contours_cover_the_view(playground)
    assert in_address(playground) == playground.get("playground.state.view")
    assert playground.get("playground.state.start") == start
    playground.agrees_with_numpy()


def test_two_fingers_zoom_and_keep_what_is_between_them(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    playground = Playground(page)
    playground.open(start="-15,20")
    before = playground.plot()
    x, y = before.pixel(4, -5)
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *distances: float) -> None:
        points = [{"x": x + distance, "y": y, "id": k} for k, distance in enumerate(distances)]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    with playground.settling():
        touch("touchStart", -20)
        touch("touchStart", -20, 20)
        for apart in range(21, 41):
            touch("touchMove", -apart, apart)
        touch("touchEnd", -40)
        touch("touchEnd")
    half = (before.x[1] - before.x[0]) / 2
    after = playground.plot()
    assert after.x[1] - after.x[0] == pytest.approx(half, rel=0.05)
    assert after.value(x, y) == pytest.approx((4, -5), abs=0.3)
    contours_cover_the_view(playground)
    # It was no tap, and no zoom of the page.
    assert playground.get("playground.state.start") == [-15, 20]
    assert page.evaluate("visualViewport.scale") == 1


@pytest.mark.parametrize(
    ("button", "view"), [("Zoom in", "-2e-9,2e-9,-2e-9,2e-9"), ("Zoom out", "-3e5,3e5,-3e5,3e5")]
)
def test_however_far_the_zoom_goes_its_address_can_be_read(
    playground: Playground, button: str, view: str
) -> None:
    playground.open(E="w1^2+w2^2", start="0,0", view=view)
    page = playground.page
    for _ in range(3):  # as far as it goes: it may refuse to go on
        page.get_by_role("button", name=button).click()
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    contours_cover_the_view(playground)
    state, errors = read_address(parse_qs(page.evaluate("location.search").removeprefix("?")))
    assert errors == []
    assert list(state.view) == playground.get("playground.state.view") == in_address(playground)


def test_a_view_with_blank_parts_is_drawn(playground: Playground) -> None:
    playground.open(E="sqrt(w1) + w2^2", start="2,1", view="-4,4,-2,2")
    page = playground.page
    playground.until("playground.plot.covers(playground.state.view)")
    z = np.array(playground.get("playground.plot.answer().trace.z"), dtype=float)
    half = z.shape[1] // 2
    assert np.isnan(z[:, :half]).all()
    assert not np.isnan(z[:, half:]).any()
    clear = """(({width, height, ownerDocument}) => {
      const context = ownerDocument.querySelector(".ground").getContext("2d");
      return [0.25, 0.75].map(at =>
        context.getImageData(at * width, height / 2, 1, 1).data[3]);
    })(document.querySelector(".ground"))"""
    assert playground.get(clear) == [0, 255]
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    playground.until("playground.plot.covers([-2, 2, -1, 1])")
    assert playground.get("playground.state.view") == [-2, 2, -1, 1]
    box = page.get_by_role("textbox", name="Error function")
    # Where nothing at all has a value, an empty surface is shown, and the way back works.
    with playground.settling():
        box.fill("sqrt(-1 - w1^2)")
        box.press("Enter")
    assert playground.get("playground.trajectory.rows") == 1
    with playground.settling():
        box.fill("w1^2 + w2^2")
        box.press("Enter")
    contours_cover_the_view(playground)
    playground.agrees_with_numpy()
