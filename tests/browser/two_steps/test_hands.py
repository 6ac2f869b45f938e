"""Figure 1 follows the mouse that drags a slider or the start."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser.two_steps import TwoSteps, centre, near


def asked(page: Page) -> list[str]:
    """Return the list into which the addresses of all requests will be put."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def test_a_slider_moves_its_own_run_without_a_request(two: TwoSteps) -> None:
    two.open()
    page, plot = two.page, two.plot()
    slider = two.control("Orange", "slider", "learning rate")
    box = slider.bounding_box()
    assert box
    share = slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
    x, y = box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2
    classical, before = two.live(0, "w1", "w2"), two.live(1, "w1", "w2")
    with two.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        requests = asked(page)
        for right in (3, 6, 9):
            page.mouse.move(x + right, y)
            last = before[2, 0]
            two.until(f"figure.trajectories[1].columns.w1[2] > {last} + 1e-9")
            before = two.live(1, "w1", "w2")
            eta = two.get("figure.state.runs[1].settings.eta")
            expect(two.control("Orange", "spinbutton", "η")).to_have_value(f"{eta:g}")
            cell = two.root.get_by_role("table", name="RMSProp").locator("tr:last-child td").first
            shown = f"{before[2, 0]:.4g}\\s*{before[2, 1]:.4g}".replace("-", "−")
            expect(cell).to_have_text(re.compile(shown))
            assert two.arrow("w", 1, 2)["x"] == pytest.approx(plot.pixel(*before[2])[0], abs=0.5)
        assert requests == []
        assert two.plot() == plot
        assert page.evaluate("location.search") == "?embed=two-steps"
        page.mouse.up()
    two.agrees_with_numpy()
    assert two.live(0, "w1", "w2").tolist() == classical.tolist()
    assert page.evaluate("location.search") == (
        f"?embed=two-steps&run=gradient-descent&run=rmsprop,eta:{eta:g}"
    )
    # What still shows everything stays as it is.
    assert two.plot() == plot
    assert [url for url in requests if "_dash-update" in url] == []


def test_a_dragged_start_takes_everything_along_and_is_framed_at_rest(two: TwoSteps) -> None:
    two.open()
    page, plot = two.page, two.plot()
    x, y = centre(two.handle)
    assert (x, y) == near(plot.pixel(-15, 20))
    with two.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        requests = asked(page)
        for right, down in [(40, 20), (90, -60), (150, -220)]:
            page.mouse.move(x + right, y + down, steps=3)
            two.until(f"figure.state.start[0] > {plot.value(x + right - 2, y)[0]}")
            two.until("figure.trajectories[1].columns.w1[0] === figure.state.start[0]")
            first = two.arrow("v", 0, 1)
            assert (first["x0"], first["y0"]) == near((x + right, y + down))
            assert two.plot() == plot
        assert requests == []
        page.mouse.up()
    # The gradients reached out of sight: now they do not.
    two.until("figure.state.view[3] > 21.5")
    two.agrees_with_numpy()
    plot, start = two.plot(), two.get("figure.state.start")
    for arrow in two.arrows("g"):
        assert plot.top < arrow["y1"] < plot.top + plot.height
    assert centre(two.handle) == near(plot.pixel(*start))
    search = page.evaluate("location.search")
    assert f"start={start[0]},{start[1]}" in search
    assert "view" not in search, "the frame follows from the rest"
