"""The start: clicked, dragged by mouse and finger, moved by keys, typed."""

import re
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.controls import number
from tests.support.browser.playground import Playground


def handle(playground: Playground) -> Locator:
    return playground.page.get_by_role("button", name="Start point")


def centre(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def box(playground: Playground, weight: int) -> Locator:
    return playground.page.get_by_role("spinbutton", name=re.compile(rf"^start.*{weight}"))


def start(playground: Playground) -> tuple[float, float]:
    w1, w2 = playground.get("playground.state.start")
    return w1, w2


def in_address(playground: Playground) -> list[float]:
    query = parse_qs(urlsplit(playground.page.evaluate("location.href")).query)
    return [float(number) for number in query["start"][0].split(",")]


def near(pixel: tuple[float, float], within: float = 1) -> object:
    return pytest.approx(pixel, abs=within, rel=0)


def click(page: Page, place: tuple[float, float], when: float) -> None:
    """Click at a time, in seconds, however long the machine takes over it."""
    mouse = page.context.new_cdp_session(page)
    for kind in ("mousePressed", "mouseReleased"):
        at: dict[str, Any] = {"x": place[0], "y": place[1], "button": "left", "clickCount": 1}
        mouse.send("Input.dispatchMouseEvent", {"type": kind, "timestamp": when, **at})
    mouse.detach()


def test_a_click_puts_the_start_exactly_there_and_arrow_keys_move_it(
    playground: Playground,
) -> None:
    playground.open()
    page, plot = playground.page, playground.plot()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for across, up in [(0.35, 0.15), (0.75, 0.65)]:
        x, y = plot.left + across * plot.width, plot.top + up * plot.height
        with playground.settling():
            page.mouse.click(x, y)
        assert plot.pixel(*start(playground)) == near((x, y), 0.6)
        assert centre(handle(playground)) == near((x, y))
        assert in_address(playground) == list(start(playground))
        assert playground.live("w1", "w2")[0].tolist() == list(start(playground))
        for weight in (1, 2):
            shown = number(box(playground, weight))
            assert shown == pytest.approx(start(playground)[weight - 1], rel=1e-5)
        playground.agrees_with_numpy()

    # The click has put the keyboard on the handle.
    expect(handle(playground)).to_be_focused()
    for key, (right, down) in {
        "ArrowRight": (8, 0),
        "ArrowUp": (0, -8),
        "Shift+ArrowLeft": (-1, 0),
        "Shift+ArrowDown": (0, 1),
    }.items():
        x, y = plot.pixel(*start(playground))
        with playground.settling():
            page.keyboard.press(key)
        assert plot.pixel(*start(playground)) == near((x + right, y + down), 0.1)
        playground.agrees_with_numpy()
    name = handle(playground).get_attribute("aria-label") or ""
    assert f"{start(playground)[0]:.4g}".replace("-", "−") in name

    # Neither the server nor the view had any part in it.
    assert playground.plot() == plot
    assert [url for url in asked if "surface.json" in url] == []
    assert page.evaluate("scrollY") == 0


def test_a_double_click_resets_the_view_and_leaves_the_start(playground: Playground) -> None:
    playground.open(start="-3,4")
    page, home = playground.page, playground.plot()
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    assert playground.get("playground.state.view") == [-12, 4, -1, 15]
    place, now = (home.left + 200.5, home.top + 80.25), time.time()
    click(page, place, when=now)
    # A hand is slower than a frame: its second click meets the handle, which is there by now.
    playground.until(f"document.elementFromPoint({place[0]}, {place[1]}).matches('button')")
    with playground.settling():
        click(page, place, when=now + 0.2)
        playground.until("playground.state.view[0] === -20")
    assert playground.plot() == home
    assert start(playground) == (-3, 4)
    assert playground.live("w1", "w2")[0].tolist() == [-3, 4]
    expect(box(playground, 1)).to_have_value("−3")
    # Two clicks at their leisure are two starts, and no reset.
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
        playground.until("playground.state.view[0] === -12")
    for x, y in ((home.left + 150, home.top + 100), (home.left + 400, home.top + 100)):
        with playground.settling():
            page.mouse.click(x, y)
        assert playground.plot().pixel(*start(playground)) == near((x, y))
    assert playground.get("playground.state.view") == [-12, 4, -1, 15]


def test_the_handle_follows_the_mouse(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.plot()
    asked: list[str] = []
    playground.until_swept()
    x, y = centre(handle(playground))
    assert (x, y) == near(plot.pixel(-15, 20))
    with playground.settling():
        page.mouse.move(x + 4, y - 3)
        page.mouse.down()
        page.on("request", lambda request: asked.append(request.url))
        seen = {tuple(playground.live("w1")[:, 0])}
        for right, down in [(40, 10), (120, 60), (300, 150)]:
            page.mouse.move(x + 4 + right, y - 3 + down, steps=3)
            # It stays where it was taken hold of, not under the tip of the pointer.
            playground.until(f"playground.state.start[0] > {plot.value(x + right - 1, 0)[0]}")
            assert plot.pixel(*start(playground)) == near((x + right, y + down))
            playground.until("playground.trajectory.columns.w1[0] === playground.state.start[0]")
            seen.add(tuple(playground.live("w1")[:, 0]))
            # The box is one of the views that a busy machine draws some frames later.
            text = f"{start(playground)[0]:g}".replace("-", "−")
            expect(box(playground, 1)).to_have_value(text)
        assert len(seen) == 4
        assert asked == []
        assert page.evaluate("location.search") == ""
        page.mouse.up()
    assert plot.pixel(*start(playground)) == near((x + 300, y + 150))
    assert in_address(playground) == list(start(playground))
    playground.agrees_with_numpy()
    assert playground.plot() == plot

    # It can be moved to the edge, not out of sight.
    with playground.settling():
        page.mouse.move(*centre(handle(playground)))
        page.mouse.down()
        page.mouse.move(plot.left - 50, plot.top + plot.height + 30, steps=4)
        page.mouse.up()
    assert start(playground) == pytest.approx((-20, -9))
    expect(handle(playground)).to_be_visible()
    # A mouse that merely passes moves nothing.
    page.mouse.move(plot.left + 100, plot.top + 100, steps=3)
    assert start(playground) == pytest.approx((-20, -9))


def test_the_handle_follows_a_finger(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    playground = Playground(page)
    page.goto("/")
    wait_until_ready(page)
    plot, (x, y) = playground.plot(), centre(handle(playground))
    asked: list[str] = []
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": px, "y": py} for px, py in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    with playground.settling():
        touch("touchStart", (x, y))
        page.on("request", lambda request: asked.append(request.url))
        for k in range(1, 9):
            touch("touchMove", (x + 12 * k, y + 9 * k))
        playground.until(f"playground.state.start[0] > {plot.value(x + 90, y)[0]}")
        playground.until("playground.trajectory.columns.w1[0] === playground.state.start[0]")
        assert asked == []
        touch("touchEnd")
    assert plot.pixel(*start(playground)) == near((x + 96, y + 72), 1.5)
    playground.agrees_with_numpy()
    # The finger moved the start: neither the page nor the view.
    assert page.evaluate("scrollY") == 0
    assert playground.plot() == plot

    # A tap sets it, as a click does.
    with playground.settling():
        page.touchscreen.tap(plot.left + 60, plot.top + 90)
    assert plot.pixel(*start(playground)) == near((plot.left + 60, plot.top + 90))


def test_the_start_can_be_typed(playground: Playground) -> None:
    playground.open()
    plot = playground.plot()
    with playground.settling():
        box(playground, 1).fill("-3.14159265358979")
    with playground.settling():
        box(playground, 2).fill("1e-7")
    assert start(playground) == (-3.14159265358979, 1e-7)
    playground.agrees_with_numpy()
    assert centre(handle(playground)) == near(plot.pixel(-3.14159265358979, 0))
    assert in_address(playground) == [-3.14159265358979, 1e-7]

    for wrong in ("", "1000001", "-2e6"):
        box(playground, 1).fill(wrong)
        expect(box(playground, 1)).to_have_attribute("aria-invalid", "true")
        assert start(playground) == (-3.14159265358979, 1e-7)
    with playground.settling():
        box(playground, 1).blur()
    expect(box(playground, 1)).not_to_have_attribute("aria-invalid", "true")
    assert number(box(playground, 1)) == pytest.approx(-3.14159, abs=1e-5)
    assert playground.live("w1", "w2")[0].tolist() == [-3.14159265358979, 1e-7]

    # A start out of sight is computed, and its handle not shown anywhere else.
    with playground.settling():
        box(playground, 2).fill("500")
    expect(handle(playground)).to_be_hidden()
    playground.agrees_with_numpy()
    assert playground.plot() == plot
    # A click brings it back, and takes the keyboard there.
    with playground.settling():
        playground.page.mouse.click(*plot.pixel(2, 3))
    assert start(playground) == pytest.approx((2, 3), abs=0.06)
    expect(handle(playground)).to_be_visible()
    expect(handle(playground)).to_be_focused()
