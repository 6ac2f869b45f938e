"""What the charts of the time section say: their finding, and labels with room."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.playground import Playground

# Keeps the texts that a canvas shows at the canvas, with their places.
RECORD_TEXTS = """{
  const prototype = CanvasRenderingContext2D.prototype, {clearRect, fillText} = prototype;
  prototype.clearRect = function (...box) {
    this.canvas.texts = [];
    clearRect.apply(this, box);
  };
  prototype.fillText = function (text, x, y) {
    const {width} = this.measureText(text);
    const left = x - width * {left: 0, center: 0.5, right: 1}[this.textAlign];
    const size = parseFloat(this.font.match(/[\\d.]+(?=px)/)[0]);
    this.canvas.texts.push({text, left, right: left + width, y, size});
    fillText.call(this, text, x, y);
  };
}"""
SIX = ["gradient-descent", "rmsprop", "adam", "momentum", "adagrad", "rprop"]


def finding(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.ERROR_FINDING}")


def texts(playground: Playground, chart: str) -> list[dict[str, Any]]:
    canvas = playground.page.locator(f"#{chart}-canvas")
    return list(canvas.evaluate("canvas => canvas.texts"))


def labels(playground: Playground, chart: str, name: str) -> list[dict[str, Any]]:
    """Return the labels on the left of a chart."""
    left = playground.get(f"playground.charts.{name}.area().left")
    return [text for text in texts(playground, chart) if text["right"] < left]


def test_the_finding_names_the_leader_and_the_picture_says_it_too(playground: Playground) -> None:
    playground.page.add_init_script(RECORD_TEXTS)
    playground.open()
    expect(finding(playground)).to_have_text("RMSProp leads from step 405 on")
    first, second = playground.numpy(0).error, playground.numpy(1).error
    assert (second[405:] < first[405:]).all()
    assert second[404] >= first[404]
    found = [text["text"] for text in texts(playground, ids.ERROR_CHART)]
    assert {"step 405", "RMSProp", "Gradient descent"} <= set(found)
    picture = playground.page.get_by_role("img", name="RMSProp leads from step 405 on")
    expect(picture).to_have_count(1)
    # In a race the step is not told before it comes.
    playground.get("playground.goTo(300, {isRace: true})")
    canvas = f"document.getElementById('{ids.ERROR_CHART}-canvas')"
    playground.until(f"{canvas}.texts.every(({{text}}) => text !== 'step 405')")
    assert playground.get("playground.time.t") == 300


@pytest.mark.parametrize(
    ("runs", "sentence"),
    [
        (["rmsprop,eta:0.05"], "E falls from 4675 to 0.001873"),
        (
            ["gradient-descent,eta:0.103", "rmsprop,eta:0.05"],
            "Gradient descent diverges: its η is too large here",
        ),
        (["rmsprop,eta:0.05", "rmsprop,eta:0.05"], "Both runs end level at E = 0.001873"),
        (["rmsprop,eta:0.1", "rmsprop,eta:0.05"], "RMSProp, η 0.1 is ahead"),
    ],
)
def test_the_finding_of_other_runs(playground: Playground, runs: list[str], sentence: str) -> None:
    playground.open(run=runs)
    if "ahead" in sentence:
        errors = [playground.numpy(place).error[-1] for place in (0, 1)]
        sentence = ["RMSProp, η 0.1", "RMSProp, η 0.05"][int(np.argmin(errors))]
    expect(finding(playground)).to_contain_text(sentence)


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_labels_are_whole_and_apart(playground: Playground, width: int) -> None:
    page = playground.page
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(RECORD_TEXTS)
    playground.open(run=[f"{key},delta0:0.1" if key == "rprop" else key for key in SIX])
    for chart, name in ((ids.ERROR_CHART, "error"), (ids.TRACE_CHART, "trace")):
        area = playground.get(f"playground.charts.{name}.area()")
        if area["height"] < 40:
            continue
        for low, high in pairwise(labels(playground, chart, name)):
            assert abs(low["y"] - high["y"]) >= low["size"]
        for text in texts(playground, chart):
            assert text["left"] >= 0
            assert text["y"] >= text["size"] / 2 - 1
            right = area["left"] + area["width"] + 12
            assert text["right"] <= right
        names = [text for text in texts(playground, chart) if text["left"] > area["left"]]
        for k, one in enumerate(names):
            for other in names[k + 1 :]:
                is_beside = one["right"] <= other["left"] or other["right"] <= one["left"]
                assert is_beside or abs(one["y"] - other["y"]) >= one["size"], (one, other)


AREAS = """(() => {
  const areas = window.areas = [];
  const look = () => {
    requestAnimationFrame(look);
    const {charts} = window.lockstep?.playground ?? {};
    if (!charts || !document.documentElement.dataset.ready) return;
    const {left, width} = charts.error.area();
    const area = `${left} ${width}`;
    if (areas.at(-1) !== area) areas.push(area);
  };
  look();
})();"""


def test_the_room_of_a_chart_is_the_same_in_every_frame(playground: Playground) -> None:
    page = playground.page
    page.add_init_script(AREAS)
    playground.open()
    begun = page.evaluate("performance.now()")
    playground.until(f"performance.now() > {begun} + 500")
    assert len(page.evaluate("window.areas")) == 1
    # Nor is it another one while the window gets narrower: it is drawn again in the same frame.
    page.set_viewport_size({"width": 1180, "height": 800})
    playground.until("window.areas.length > 1")
    page.set_viewport_size({"width": 1280, "height": 800})
    playground.until("window.areas.at(-1) === window.areas[0]")
    lefts = {area.split()[0] for area in page.evaluate("window.areas")}
    assert lefts == {page.evaluate("window.areas[0]").split()[0]}
