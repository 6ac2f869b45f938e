"""The axes of the error curve: their labels have room, and what no axis can show is said."""

import re
from itertools import pairwise
from typing import Any

from playwright.sync_api import expect

from components import ids
from tests.support.browser.playground import Playground

# Keeps the texts that a canvas shows at the canvas: where they are, and whether they read upwards.
RECORD_TEXTS = """{
  const prototype = CanvasRenderingContext2D.prototype, {clearRect, fillText} = prototype;
  prototype.clearRect = function (...box) {
    this.canvas.texts = [];
    clearRect.apply(this, box);
  };
  prototype.fillText = function (text, x, y) {
    const {width} = this.measureText(text), {b, e, f} = this.getTransform();
    const left = x - width * {left: 0, center: 0.5, right: 1}[this.textAlign];
    const [from, to] = [e + left, e + left + width];
    this.canvas.texts.push({text, left: from, right: to, y: f + y, upwards: b !== 0});
    fillText.call(this, text, x, y);
  };
}"""
TITLE_HEIGHT = 19
LABEL_HEIGHT = 17


def texts(playground: Playground) -> dict[str, list[dict[str, Any]]]:
    """Return the labels on each side of the plot, upwards or to the right, and the titles."""
    drawn = playground.page.locator(f"#{ids.CURVE_CANVAS}").evaluate("canvas => canvas.texts")
    area = playground.get("playground.errorCurve.mapping()")
    right, bottom = area["left"] + area["width"], area["top"] + area["height"]
    upright = [text for text in drawn if not text["upwards"]]
    beside = [text for text in upright if text["y"] < bottom + 8]
    return {
        "left": [text for text in beside if text["right"] < area["left"]],
        "right": [text for text in beside if text["left"] > right],
        "bottom": [text for text in upright if text not in beside][:-1],
        "titles": [text for text in drawn if text["upwards"]],
    }


def labels(playground: Playground, side: str) -> list[str]:
    return [text["text"] for text in texts(playground)[side]]


def test_labels_have_room(playground: Playground) -> None:
    page = playground.page
    page.add_init_script(RECORD_TEXTS)
    playground.open(run="gradient-descent,eta:0.5")
    assert labels(playground, "left") == ["0", "5000", "10000"]
    assert labels(playground, "bottom") == ["0", "20", "40", "60", "80", "100"]
    assert labels(playground, "right") == []
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    assert labels(playground, "left") == ["10⁰", "10⁵⁰", "10¹⁰⁰", "10¹⁵⁰", "10²⁰⁰"]
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("adam")
    with playground.settling():
        page.get_by_role("group", name="Curves").get_by_role("button", name="s₁").click()
    found = texts(playground)
    assert [text["text"] for text in found["right"]] == ["0", "50", "100", "150", "200"]
    # No label touches the title of its axis, none another.
    left, right = found["titles"]
    assert (left["text"], right["text"]) == ("E", "s₁")
    middles = [(text["left"] + text["right"]) / 2 for text in (left, right)]
    assert middles[0] + TITLE_HEIGHT / 2 < min(text["left"] for text in found["left"])
    assert max(text["right"] for text in found["right"]) + 4 < middles[1] - TITLE_HEIGHT / 2
    for side in ("left", "right"):
        ticks = found[side]
        assert all(low["y"] - high["y"] >= LABEL_HEIGHT for low, high in pairwise(ticks)), side


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
    # Live too: it is drawn with the curve, before anything is committed.
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
    expect(note).to_have_text(f"E > 14025 from t = {first}: a log axis shows it")
    assert playground.get("playground.errorCurve.axes().error.range") == [0, 3 * 4675]


def test_an_axis_stays_under_a_slider_and_fits_at_rest(playground: Playground) -> None:
    playground.open(run="gradient-descent", steps=20)
    page = playground.page
    ranges = "playground.errorCurve.axes().error.range"
    assert playground.get(ranges) == [0, 1.05 * 4675]
    # The pointer is down: E(0) = 75 + 160 = 235 is too small for the axis, which follows.
    page.mouse.move(5, 5)
    page.mouse.down()
    playground.get("playground.change({start: [-5, 4]})")
    playground.until(f"{ranges}[1] === 1.05 * 235")
    # A little less still fits.
    playground.get("playground.change({start: [-4, 4]})")
    playground.until("playground.trajectory.columns.E[0] === 208")
    assert playground.get(ranges) == [0, 1.05 * 235]
    with playground.settling():
        page.mouse.up()
    assert playground.get(ranges) == [0, 1.05 * 208]
