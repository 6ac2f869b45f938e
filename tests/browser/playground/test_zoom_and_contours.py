"""Zoom and pan: contours are those of what is visible, at every scale."""

from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from playwright.sync_api import expect

from components import ids
from components.state.address import read_address
from components.surface.contours import contours
from components.surface.region import region, widened
from components.surface.surface import PARTS
from optimizers import ErrorFunction
from tests.browser.conftest import OpenPage
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground


def seen(view: list[float]) -> object:
    """Return a view, to be compared as closely as a hundredth of a pixel."""
    left, right, bottom, top = view
    return pytest.approx(view, abs=2e-5 * min(right - left, top - bottom), rel=0)


def contours_cover_the_view(playground: Playground) -> None:
    """Wait for the contours of what is visible and compare them with NumPy's."""
    before = playground.get("playground.state.view")
    playground.until(
        "(({plot, state: {view}}) => plot.covers(view) && plot.isAt(view))(playground)"
    )
    assert playground.get("playground.state.view") == before, "the answer moved the view"
    plot = playground.plot()
    aspect = plot.width / plot.height
    assert [*plot.x, *plot.y] == pytest.approx(widened(tuple(before), aspect), rel=1e-3)
    answer = playground.get("playground.plot.answer()")
    asked = region(tuple(answer["view"]), round(aspect, 2))
    assert answer["trace"]["region"] == pytest.approx(asked)
    function = ErrorFunction.parse(playground.get("playground.state.E"))
    expected = contours(function, tuple(answer["trace"]["region"]))
    drawn = playground.get("playground.plot.gd._fullData[0].z.map(row => Array.from(row))")
    np.testing.assert_allclose(
        np.array(drawn, dtype=float), np.round(expected.height * PARTS), rtol=0, atol=1
    )


def in_address(playground: Playground) -> list[float]:
    query = parse_qs(urlsplit(playground.page.evaluate("location.href")).query)
    return [float(number) for number in query["view"][0].split(",")]


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
