"""Arrival: everything is there at once, and the first picture does not wait for the kernels."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.canvas import is_drawn
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground


def controls(page: Page) -> dict[str, Locator]:
    """Return what a reader must see without scrolling."""
    sliders = ("learning rate", "decay of the scaling", "guard against division", "number of steps")
    boxes = ("η", "β", "ε", "tmax", r"start.*1", r"start.*2")
    return {
        "error function": page.get_by_role("textbox", name="Error function"),
        "preset": page.get_by_role("button", name=re.compile("^Choose a surface")),
        "optimizer": page.get_by_role("combobox", name="Optimizer"),
        **{name: page.get_by_role("slider", name=name) for name in sliders},
        **{f"{b} box": page.get_by_role("spinbutton", name=re.compile(rf"^{b}")) for b in boxes},
        "start": page.get_by_role("button", name="Start point"),
        "zoom in": page.get_by_role("button", name="Zoom in"),
        "surface": page.get_by_role("region", name="Error surface"),
        "curve": page.get_by_role("region", name="Error against the iteration"),
    }


def test_everything_is_in_sight_and_nothing_is_asked_for_twice(playground: Playground) -> None:
    page = playground.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    playground.open()
    for name, control in controls(page).items():
        expect(control, name).to_be_in_viewport()
        # The whole of it, to the fraction of a pixel that an observer would round away.
        place = control.bounding_box()
        assert place is not None, name
        assert min(place["x"], place["y"]) >= 0, name
        assert place["x"] + place["width"] <= 1280, name
        assert place["y"] + place["height"] <= 800, name
    for plot in (playground.plot(), playground.chart()):
        assert plot.width > 400
        assert plot.height > 100
        assert plot.top + plot.height < 800
    # The numbers of the first step are in sight too, above where the controls fade out.
    first = page.locator(f"#{ids.STEP_WORKED} .worked-line").nth(1)
    expect(first).to_have_text("s1(1)=0.9·0+0.1·(−90)2=810")
    place = first.bounding_box()
    assert place is not None
    assert place["y"] + place["height"] < 756
    bottom = page.locator(f"#{ids.PLAYGROUND}").evaluate("at => at.getBoundingClientRect().bottom")
    assert bottom <= 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280

    boxes = {
        "η": "0.05",
        "β": "0.9",
        "ε": "1e-8",
        "tmax": "100",
        "start.*1": "-15",
        "start.*2": "20",
    }
    for name, value in boxes.items():
        box = page.get_by_role("spinbutton", name=re.compile(f"^{name}"))
        expect(box).to_have_value(value)
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("3 w1^2 + 10 w2^2")
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value("rmsprop")
    playground.shows_surface("The article's bowl")
    summary = page.locator(f"#{ids.RUN_SUMMARY}")
    expect(summary).to_have_text(re.compile(r"RMSProp.*100 steps.*4675.*2432"))
    playground.agrees_with_numpy()
    assert playground.live("w1", "w2", "E")[0].tolist() == [-15, 20, 4675]

    # The layout held contours and trajectory: nothing was asked for twice, and a page that is as it
    # was opened writes no address.
    assert len(asked) == len(set(asked))
    assert [url for url in asked if "surface.json" in url or "_dash-update" in url] == []
    assert page.evaluate("location.search") == ""


def test_the_picture_is_there_before_any_kernel(playground: Playground) -> None:
    page = playground.page
    held: list[Route] = []
    released = False
    page.route("**/kernels/**", lambda r: r.continue_() if released else held.append(r))
    page.goto("/?E=w1^2%2Bw2^4&start=1.5,-2&steps=20&view=-3,3,-3,3")
    graph = page.locator(f"#{ids.SURFACE_GRAPH}")
    expect(graph.locator(".contourlines path").first).to_be_visible()
    playground.until("playground.charts")
    # What is drawn are NumPy's numbers, which came with the layout.
    assert playground.get("playground.kernel") is None
    run = playground.numpy()
    assert playground.live("w1", "w2").tolist() == run.w.tolist()
    assert playground.live("E")[:, 0].tolist() == run.error.tolist()
    rows = playground.get("Array.from(playground.plot.gd._fullData[0].z, row => row.length)")
    assert len(rows) * rows[0] == pytest.approx(40_000, rel=0.01)
    for drawn in (ids.SURFACE_GRAPH, ids.ERROR_CHART):
        is_drawn(playground, drawn)
    expect(page.get_by_role("slider", name="learning rate")).to_be_visible()

    # It is a picture, and stays one without a kernel: it can be moved, and the trajectory with it.
    plot = playground.plot()
    page.mouse.move(*plot.pixel(1, 1))
    page.mouse.down()
    page.mouse.move(*plot.pixel(0, 0), steps=3)
    page.mouse.up()
    playground.until("playground.plot.view()[0] > -2.05")
    assert playground.live("w1", "w2").tolist() == run.w.tolist()
    is_drawn(playground, ids.SURFACE_GRAPH)
    assert held, "the page did not ask for its kernels"
    assert page.locator("html").get_attribute("data-ready") is None

    released = True
    for route in held:
        route.continue_()
    wait_until_ready(page)
    playground.agrees_with_numpy()
    # The view to which it was moved is then taken for the reader's.
    assert playground.get("playground.state.view") == pytest.approx([-2, 4, -2, 4], abs=0.02)
    playground.until("playground.plot.covers(playground.state.view)")


def test_without_its_kernels_the_page_says_so_and_stays_a_picture(
    browser: Browser, site: str
) -> None:
    # Not watched: the browser itself calls a broken connection an error.
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        page.route("**/kernels/**", lambda route: route.abort())
        page.goto("/")
        notice = page.locator(f"#{ids.NOTICE}")
        expect(notice).to_be_visible()
        expect(notice).to_have_text(re.compile(r"^[A-Z][^.]*\.$"))
        expect(page.locator(f"#{ids.SURFACE_GRAPH} .contourlines path").first).to_be_visible()
        playground = Playground(page)
        for drawn in (ids.SURFACE_GRAPH, ids.ERROR_CHART):
            is_drawn(playground, drawn)
        assert playground.live("w1", "w2").tolist() == playground.numpy().w.tolist()


def test_a_reader_who_has_nothing_yet_is_sent_less_than_650_kilobytes(open_page: OpenPage) -> None:
    page = open_page()
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    page.goto("/")
    wait_until_ready(page)
    assert 400_000 < sum(sizes) < 650_000  # with headers
    assert len(sizes) < 25
