"""The axes of the error curve: labels of one style, with room, and what no axis can show."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from components import ids
from tests.browser.conftest import Playground

LABELS = "axes => axes.map(axis => dash_clientside.lockstep.ticks(axis).map(({text}) => text))"

TICKS = {
    # in decades, from one of them to three hundred, on plots of two sizes
    ("log", -3.2, 1.4, 120): ["0.001", "0.01", "0.1", "1", "10"],
    ("log", -9.0, 1.0, 120): ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"],
    ("log", -5.9, 204.0, 120): ["10⁰", "10⁵⁰", "10¹⁰⁰", "10¹⁵⁰", "10²⁰⁰"],
    ("log", -0.86, 0.41, 120): ["0.2", "0.5", "1", "2"],
    ("log", -0.86, 0.41, 50): ["1"],
    ("log", 0.0, 0.16, 120): ["1", "1.1", "1.2", "1.3", "1.4"],
    ("log", -8.86, -7.59, 120): ["2·10⁻⁹", "5·10⁻⁹", "1·10⁻⁸", "2·10⁻⁸"],
    # even steps
    ("linear", 0, 4908.75, 120): ["0", "1000", "2000", "3000", "4000"],
    ("linear", -1.05, 0.05, 200): ["−1", "−0.5", "0"],
    ("linear", 0, 1.2e5, 120): ["0", "50000", "100000"],
    ("linear", 0, 5.3e13, 120): ["0", "2·10¹³", "4·10¹³"],
    ("linear", 0, 1.1e26, 120): ["0", "0.5·10²⁶", "1·10²⁶"],
    ("linear", 0, 6.6e-298, 120): ["0", "2·10⁻²⁹⁸", "4·10⁻²⁹⁸", "6·10⁻²⁹⁸"],
    ("linear", 6.89, 7.11, 120): ["6.9", "6.95", "7", "7.05", "7.1"],
}


def labels(page: Page, side: str = "y") -> list[str]:
    """Return what stands at the ticks that Plotly draws, upwards."""
    return page.locator(f"#{ids.CURVE_GRAPH} .{side}tick text").all_text_contents()


def test_labels_have_one_style_and_room(playground: Playground) -> None:
    playground.open()
    axes = [
        {"type": kind, "range": [low, high], "_length": length} for kind, low, high, length in TICKS
    ]
    found = playground.page.evaluate(LABELS, axes)
    assert dict(zip(TICKS, found, strict=True)) == TICKS


def test_plotly_and_canvas_have_the_same_ticks(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:0.5")
    page = playground.page
    # From the first view on, which comes with Plotly's own.
    assert labels(page) == ["0", "5000", "10000"]
    ours = "dash_clientside.lockstep.ticks(playground.curve._fullLayout.{}).map(({{text}}) => text)"
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    assert labels(page) == playground.get(ours.format("yaxis"))
    assert labels(page)[-1] == "10²⁰⁰"
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("adam")
    page.get_by_role("group", name="Curves").get_by_role("button", name="s₁", exact=True).click()
    playground.until("playground.curve._fullLayout.yaxis2.visible")
    assert labels(page, "y2") == playground.get(ours.format("yaxis2"))
    # No label touches the title of its axis, none another.
    boxes = page.evaluate(
        """graph => ["y2tick text", "g-y2title text"].map(name =>
          [...document.querySelectorAll(`#${graph} .${name}`)].map(text => {
            const {left, right, top, bottom} = text.getBoundingClientRect();
            return [left, right, top, bottom];
          }))""",
        ids.CURVE_GRAPH,
    )
    ticks, (title,) = boxes
    assert max(right for _, right, _, _ in ticks) + 4 < title[0]
    assert all(below[2] >= above[3] for below, above in pairwise(ticks))


def test_what_an_axis_cannot_show_is_said_at_the_plot(playground: Playground) -> None:
    # E of the saddle falls below 0, and rests there.
    playground.open(E="w1^2 - w2^2 + w2^4/4", start="1.5,0.001", view="-2.5,2.5,-2.5,2.5")
    page, note = playground.page, playground.page.locator(f"#{ids.CURVE_NOTE}")
    expect(note).to_be_empty()
    log = page.get_by_role("button", name="log", exact=True)
    with playground.settling():
        log.click()
    first = int((playground.numpy().error <= 0).argmax())
    assert first > 1
    expect(note).to_have_text(f"E ≤ 0 from t = {first}: not on a log axis")
    # Live too: it is drawn with the curve, before anything settles.
    text = playground.get(
        "(() => { playground.change({start: [0, 1]}); playground.redraw(); return new Promise("
        "done => requestAnimationFrame(() => requestAnimationFrame(() => done("
        f"document.getElementById('{ids.CURVE_NOTE}').textContent)))); }})()"
    )
    assert text == "E ≤ 0 throughout: not on a log axis"
    expect(page.locator("html")).to_have_attribute("data-settled", re.compile(r"\d"))
    with playground.settling():
        page.get_by_role("button", name="linear").click()
    expect(note).to_be_empty()


def test_a_run_that_blows_up_leaves_the_plot_and_says_so(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:0.11", steps=2000)
    note = playground.page.locator(f"#{ids.CURVE_NOTE}")
    first = int((playground.numpy().error > 3 * 4675).argmax())
    expect(note).to_have_text(f"E > 14025 from t = {first}: a log axis shows it")
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("ArrowRight")
    error = playground.numpy().error
    first = int((error > 3 * 4675).argmax())
    low, high = playground.plot(ids.CURVE_GRAPH).y
    assert [low, high] == [0, 3 * 4675]
    drawn = playground.get("Array.from(playground.curve._fullData[0].y)")
    assert drawn[: first + 1] == pytest.approx(error[: first + 1].tolist(), rel=1e-9)
    assert drawn[first] > high
    assert set(drawn[first + 1 :]) == {None}
