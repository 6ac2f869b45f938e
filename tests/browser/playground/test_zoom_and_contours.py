"""Zoom and pan: contours are those of what is visible, at every scale."""

from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from playwright.sync_api import expect

from components import ids
from components.state.address import read_address
from components.surface.contours import GRID, contours
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
    plot = playground.plot()
    assert [*plot.x, *plot.y] == before, "the answer of the server moved the view"
    assert playground.get("playground.state.view") == [*plot.x, *plot.y]
    function = ErrorFunction.parse(playground.get("playground.state.E"))
    expected = contours(function, (*plot.x, *plot.y))
    trace = playground.get("(({x, y, z}) => ({x, y, z}))(playground.plot.gd._fullData[0])")
    for nodes, ends in ((trace["x"], plot.x), (trace["y"], plot.y)):
        np.testing.assert_allclose(
            nodes, np.linspace(*ends, GRID), rtol=0, atol=1e-9 * np.ptp(ends)
        )
    np.testing.assert_array_equal(
        np.array(trace["z"], dtype=float), np.round(expected.height * PARTS)
    )


def in_address(playground: Playground) -> list[float]:
    query = parse_qs(urlsplit(playground.page.evaluate("location.href")).query)
    return [float(number) for number in query["view"][0].split(",")]


def test_the_buttons_zoom_and_lead_back(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    for name, view in {
        "Zoom in": (-10, 10, -12.5, 12.5),
        "Zoom out": (-20, 20, -25, 25),
    }.items():
        with playground.settling():
            page.get_by_role("button", name=name).click()
        assert [*playground.plot().x, *playground.plot().y] == list(view)
        contours_cover_the_view(playground)
    assert page.evaluate("location.search") == ""
    for _ in range(3):
        with playground.settling():
            page.get_by_role("button", name="Zoom in").click()
    assert in_address(playground) == [-2.5, 2.5, -3.125, 3.125]
    contours_cover_the_view(playground)
    with playground.settling():
        page.get_by_role("button", name="Back").click()
    assert playground.plot() == home
    contours_cover_the_view(playground)
    assert page.evaluate("location.search") == ""
    # None of this moved the start.
    assert playground.get("playground.state.start") == [-15, 20]
    playground.agrees_with_numpy()


def test_wheel_and_pan(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    x, y = home.pixel(8, -10)
    page.mouse.move(x, y)
    # A plain wheel belongs to the page: it says how to zoom instead.
    hint = page.locator(f"#{ids.SURFACE_HINT}")
    expect(hint).to_be_hidden()
    page.mouse.wheel(0, -240)
    expect(hint).to_be_visible()
    assert playground.plot() == home

    with playground.settling():
        page.keyboard.down("Control")
        page.mouse.wheel(0, -240)
        page.keyboard.up("Control")
    zoomed = playground.plot()
    assert zoomed.x[1] - zoomed.x[0] < 39
    # What is under the pointer stays there.
    assert zoomed.value(x, y) == pytest.approx((8, -10), abs=0.05)
    contours_cover_the_view(playground)

    with playground.settling():
        page.mouse.down()
        page.mouse.move(x - 60, y - 45, steps=5)
        page.mouse.up()
    panned = playground.plot()
    assert panned.value(x - 60, y - 45) == pytest.approx((8, -10), abs=0.05)
    assert panned.x[1] - panned.x[0] == pytest.approx(zoomed.x[1] - zoomed.x[0], abs=0.01)
    contours_cover_the_view(playground)
    assert in_address(playground) == seen([*panned.x, *panned.y])
    # A drag is no click.
    assert playground.get("playground.state.start") == [-15, 20]
    playground.agrees_with_numpy()


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


def test_a_clicked_surface_takes_the_wheel(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    with playground.settling():
        page.mouse.click(*home.pixel(5, 5))
    start = playground.get("playground.state.start")
    # The handle, which is under the pointer now, does not keep it from the surface.
    for place in ((5, 5), (-6, -6)):
        before = playground.plot()
        pixel = home.pixel(*place)
        page.mouse.move(*pixel)
        with playground.settling():
            page.mouse.wheel(0, -120)
        assert playground.plot().value(*pixel) == pytest.approx(before.value(*pixel), abs=0.05)
        assert playground.plot().x[1] - playground.plot().x[0] < before.x[1] - before.x[0] - 0.1
    expect(page.locator(f"#{ids.SURFACE_HINT}")).to_be_hidden()
    contours_cover_the_view(playground)
    assert playground.get("playground.state.start") == start
    # Elsewhere the wheel is the page's again.
    page.get_by_role("slider", name="learning rate").focus()
    plot = playground.plot()
    page.mouse.wheel(0, -120)
    expect(page.locator(f"#{ids.SURFACE_HINT}")).to_be_visible()
    assert playground.plot() == plot


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
        playground.until(f"playground.state.view[0] > {before.x[0]}")
    # Plotly takes the wheel's turns one by one, and may rest between two of them.
    half = (before.x[1] - before.x[0]) / 2
    playground.until(
        f"(([left, right]) => Math.abs((right - left) / {half} - 1) < 0.05)(playground.plot.view())"
    )
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
    z = np.array(
        playground.get("Array.from(playground.plot.gd._fullData[0].z, r => Array.from(r))")
    )
    assert np.isnan(z.astype(float))[:, :100].all()
    assert not np.isnan(z.astype(float))[:, 100:].any()
    # What is drawn goes on beyond the edge, so that lines reach it, and costs nothing farther out.
    filled = np.array(playground.get("playground.plot.gd.calcdata[0][0].z"), dtype=float)
    np.testing.assert_array_equal(filled[:, 100:], z[:, 100:].astype(float))
    edge = z[:, 100].astype(float)
    np.testing.assert_allclose(filled[1:-1, 99], (edge[:-2] + edge[1:-1] + edge[2:]) / 3)
    assert np.unique(filled[:, :99]).size == 1
    assert z.astype(float)[:, 100:].min() < filled[0, 0] < z.astype(float)[:, 100:].max()
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    playground.until("playground.plot.covers([-2, 2, -1, 1])")
    assert playground.plot().x == (-2, 2)
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
