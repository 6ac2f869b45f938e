"""Hovering: numbers in a docked note, and the same iteration marked in every view."""

import re

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from optimizers import ErrorFunction
from tests.support.browser.playground import Playground


def surface_note(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.SURFACE_TOOLTIP}")


def chart_note(playground: Playground, chart: str) -> Locator:
    return playground.page.locator(f"#{chart} .chart-note")


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text.replace("−", "-"))]


def marked(playground: Playground) -> object:
    return playground.get("playground.marked")


def test_an_iteration_of_a_chart_is_marked_and_tells_the_numbers_of_all_runs(
    playground: Playground,
) -> None:
    playground.open()
    page, plot = playground.page, playground.chart()
    error, trace = (chart_note(playground, name) for name in (ids.ERROR_CHART, ids.TRACE_CHART))
    expect(error).to_be_hidden()
    before = playground.get("playground.time")
    rate = playground.numpy().rate
    assert rate is not None
    for place, t in ((20.4, 20), (20.6, 21), (405, 405)):
        page.mouse.move(*plot.pixel(place, sum(plot.y) / 2))
        expect(error.locator("span").first).to_have_text(f"t = {t}")
        lines = error.locator("span").all_inner_texts()[1:]
        for k, line in enumerate(lines):
            name = ("Gradient descent", "RMSProp")[k]
            assert line.startswith(name)
            expected = playground.numpy(k).error[t]
            assert numbers(line)[-1] == pytest.approx(expected, rel=1e-3)
            assert len(re.sub(r"\D", "", line).lstrip("0")) <= 4
        rates = trace.locator("span").all_inner_texts()[1:]
        assert [numbers(line)[-1] for line in rates] == pytest.approx(
            rate[t - 1].tolist(), rel=1e-3
        )
        assert marked(playground) == t
    # The note keeps out of the pointer's way.
    pointer = plot.pixel(405, 0)[0]
    note = error.bounding_box()
    assert note is not None
    assert note["x"] + note["width"] < pointer
    page.mouse.move(5, 5)
    expect(error).to_be_hidden()
    assert marked(playground) is None
    # Looking changed nothing.
    assert playground.get("playground.time") == before
    assert page.evaluate("location.search") == ""


def test_a_point_of_a_trajectory_is_marked_in_the_charts(playground: Playground) -> None:
    playground.open(run="rmsprop,eta:0.5", steps=60)
    run, plot = playground.numpy(), playground.plot()
    note = surface_note(playground)
    expect(note).to_be_hidden()
    for t in (6, 17):
        playground.page.mouse.move(*plot.pixel(*run.w[t]))
        expect(note).to_have_text(re.compile(rf"^RMSProp, t = {t} "))
        _, w1, w2, error = numbers(note.inner_text())
        assert (w1, w2) == pytest.approx(run.w[t].tolist(), rel=1e-3)
        assert error == pytest.approx(run.error[t], rel=1e-3)
        assert marked(playground) == t
        expect(chart_note(playground, ids.ERROR_CHART)).to_be_hidden()
    playground.page.mouse.move(5, 5)
    expect(note).to_be_hidden()
    assert marked(playground) is None


def test_elsewhere_the_surface_tells_error_and_gradient(playground: Playground) -> None:
    text = "(1-w1)^2+100*(w2-w1^2)^2"
    playground.open(E=text, start="-2,2", view="-2,2,-1,3")
    plot, function = playground.plot(), ErrorFunction.parse(text)
    note = surface_note(playground)
    for x, y in ((101.3, 57.7), (333.7, 201.1)):
        playground.page.mouse.move(plot.left + x, plot.top + y)
        at = plot.value(plot.left + x, plot.top + y)
        # The note follows in one of the next frames.
        first = f"document.getElementById('{ids.SURFACE_TOOLTIP}').textContent.match(/[−\\d.]+/)"
        playground.until(f"Math.abs({first}?.[0].replace('−', '-') - {at[0]}) < 0.02")
        w1, w2, error, g1, g2 = numbers(note.inner_text())
        assert (w1, w2) == pytest.approx(at, abs=0.02)
        expected = function.evaluate(*at)
        assert (error, g1, g2) == pytest.approx(expected, rel=0.02)
        assert marked(playground) is None


def test_a_note_is_never_stale(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.chart()
    page.mouse.move(*plot.pixel(100, sum(plot.y) / 2))
    note = chart_note(playground, ids.ERROR_CHART).locator("span")
    expect(note.last).to_have_text(re.compile("RMSProp"))
    # The start moves below a pointer that rests.
    playground.get("playground.setStart([3, 4])")
    playground.until("playground.trajectory.columns.E[0] === 187")
    for k in (0, 1):
        # The note follows in one of the next frames.
        expect(note.nth(k + 1)).to_contain_text(f"{playground.numpy(k).error[100]:.4g}")
    # And so does the surface's.
    x, y = playground.plot().pixel(-10, 10)
    page.mouse.move(x, y)
    note = surface_note(playground)
    expect(note).to_have_text(re.compile("∇E"))
    before = numbers(note.inner_text())
    assert before[2] == pytest.approx(3 * 100 + 10 * 100, rel=0.02)


@pytest.mark.parametrize("chart", ["error", "trace", "surface"])
def test_escape_takes_the_note_away_until_the_next_move(playground: Playground, chart: str) -> None:
    playground.open()
    is_surface = chart == "surface"
    plot = playground.plot() if is_surface else playground.chart(chart)
    note = surface_note(playground) if is_surface else chart_note(playground, f"{chart}-chart")
    x, y = plot.left + plot.width / 2, plot.top + plot.height / 2
    playground.page.mouse.move(x, y)
    expect(note).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    playground.page.mouse.move(x + 1, y)
    expect(note).to_be_visible()
