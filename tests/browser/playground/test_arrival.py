"""Arrival: everything is there at once, and the first picture does not wait for the kernels."""

import re

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from components import ids
from components.ui.palette import RUNS
from tests.browser.conftest import OpenPage
from tests.support.browser.canvas import is_drawn
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.everyone import colour
from tests.support.browser.playground import Playground

DIGITS = 5e-6
"""NumPy's numbers travel with six digits."""


def controls(page: Page) -> dict[str, Locator]:
    """Return what a reader must see without scrolling."""
    sliders = ("learning rate", "decay of the scaling", "guard against division", "Iteration t")
    boxes = ("η", "β", "ε", r"start.*1", r"start.*2", "Iteration", "of how many steps")
    buttons = (
        *("Undo", "Redo", "Back to the first picture", "Start point", "Zoom in", "Zoom out"),
        *("Show runs", "log", "linear", "Play", "One step forward", "Speed", "Fair start"),
        *("Hide run 2", "Remove run 2", "Colours of the page"),
    )
    regions = (
        "Error surface",
        "Error and rates",
        "Runs",
        "The selected run",
        "The step in numbers",
    )
    return {
        "heading": page.get_by_role("heading", level=1),
        "lead": page.locator(f"#{ids.LEAD}"),
        "gallery": page.get_by_role("button", name="Choose a surface: The article's bowl"),
        "optimizer": page.get_by_role("combobox", name="Optimizer"),
        "another run": page.get_by_role("combobox", name="Compare with another"),
        "function": page.get_by_role("textbox", name="Error function"),
        "figures below": page.get_by_role("link", name="Amplification"),
        **{name: page.get_by_role("slider", name=name) for name in sliders},
        **{f"{b} box": page.get_by_role("spinbutton", name=re.compile(rf"^{b}")) for b in boxes},
        **{name: page.get_by_role("button", name=name).first for name in buttons},
        **{name: page.get_by_role("region", name=name, exact=name == "Runs") for name in regions},
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
    surface = playground.plot()
    assert min(surface.width, surface.height) > 450
    for chart in ("error", "trace"):
        plot = playground.chart(chart)
        assert plot.width > 330
        assert plot.height > 130
    # The numbers of the first step are in sight too.
    for number in ("−90", "810", "−14.84", "400", "16000", "19.84"):
        result = page.locator(f"#{ids.STEP_WORKED} [data-result]", has_text=number).first
        expect(result).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280

    boxes = {"η": "0.05", "β": "0.9", "ε": "10⁻⁸", "start.*1": "−15", "start.*2": "20"}
    boxes |= {"Iteration": "1", "of how many steps": "500"}
    for name, value in boxes.items():
        box = page.get_by_role("spinbutton", name=re.compile(f"^{name}"))
        expect(box).to_have_value(value)
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("3 w1^2 + 10 w2^2")
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value("rmsprop")
    # Two runs, in the colours in which the lead has their names.
    expect(
        page.get_by_role("region", name="Runs", exact=True).get_by_role("listitem")
    ).to_have_text(["Gradient descent0.0011.64", "RMSProp0.050.00187"])
    names = page.locator(f"#{ids.LEAD} .is-coloured")
    expect(names).to_have_text(["gradient descent", "RMSProp"])
    for k, run_name in enumerate(names.all()):
        hue, *_ = RUNS["light"][k]
        assert colour(run_name.evaluate("name => getComputedStyle(name).color")) == colour(hue)
    expect(page.locator(f"#{ids.ERROR_FINDING}")).to_have_text("RMSProp leads from step 405 on")
    playground.agrees_with_numpy()
    for run in (0, 1):
        assert playground.live("w1", "w2", "E", place=run)[0].tolist() == [-15, 20, 4675]

    # The layout held contours and trajectories: nothing was asked for twice, but for the kernels,
    # which a worker has too, and a page that is as it was opened writes no address.
    own = [url for url in asked if "/kernels/" not in url]
    assert len(own) == len(set(own))
    assert [url for url in asked if "surface.json" in url or "_dash-update" in url] == []
    assert playground.search() == ""


def test_the_picture_is_there_before_any_kernel(playground: Playground) -> None:
    page = playground.page
    held: list[Route] = []
    released = False
    page.route("**/kernels/**", lambda r: r.continue_() if released else held.append(r))
    page.goto("/?E=w1^2%2Bw2^4&start=1.5,-2&steps=20&view=-3,3,-3,3")
    graph = page.locator(f"#{ids.SURFACE_GRAPH}")
    expect(graph.locator(".contourlayer path").first).to_be_visible()
    playground.until("playground.charts?.error.curves().length")
    # What is drawn are NumPy's numbers, which came with the layout.
    assert playground.get("playground.kernel") is None
    runs = [playground.numpy(place) for place in (0, 1)]
    for place, run in enumerate(runs):
        shown = playground.live("w1", "w2", "E", place=place)
        np.testing.assert_allclose(shown, np.column_stack([run.w, run.error]), rtol=DIGITS)
    rows = playground.get("Array.from(playground.plot.gd._fullData[0].z, row => row.length)")
    assert rows == [200] * 200
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
    np.testing.assert_allclose(playground.live("w1", "w2"), runs[1].w, rtol=DIGITS)
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
        expect(page.locator(f"#{ids.SURFACE_GRAPH} .contourlayer path").first).to_be_visible()
        playground = Playground(page)
        for drawn in (ids.SURFACE_GRAPH, ids.ERROR_CHART):
            is_drawn(playground, drawn)
        run = playground.numpy()
        np.testing.assert_allclose(playground.live("w1", "w2"), run.w, rtol=DIGITS)


def test_a_reader_who_has_nothing_yet_is_sent_less_than_620_kilobytes(open_page: OpenPage) -> None:
    page = open_page(first_visit=True)
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    page.goto("/")
    wait_until_ready(page)
    assert 400_000 < sum(sizes) < 620_000  # with headers
    assert len([size for size in sizes if size]) < 25
