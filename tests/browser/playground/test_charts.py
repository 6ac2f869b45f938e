"""The charts of the time section: curves of all runs, one iteration axis, labels with room."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.canvas import is_drawn
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
SADDLE = {"E": "w1^2 - w2^2 + w2^4/4", "start": "1.5,0.3", "view": "-2.5,2.5,-2.5,2.5"}


def finding(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.ERROR_FINDING}")


def switch(playground: Playground, group: str, name: str) -> Locator:
    return playground.page.get_by_role("group", name=group).get_by_role("button", name=name)


def texts(playground: Playground, chart: str) -> list[dict[str, Any]]:
    canvas = playground.page.locator(f"#{chart}-canvas")
    return list(canvas.evaluate("canvas => canvas.texts"))


def labels(playground: Playground, chart: str, name: str) -> list[dict[str, Any]]:
    """Return the labels on the left of a chart."""
    left = playground.get(f"playground.charts.{name}.area().left")
    return [text for text in texts(playground, chart) if text["right"] < left]


def curves(playground: Playground, name: str) -> list[dict[str, Any]]:
    return list(
        playground.get(
            f"playground.charts.{name}.curves().map(({{place, label, values, rows}}) =>"
            "({place, label, values: Array.from(values.slice(0, rows))}))"
        )
    )


def test_every_shown_run_has_its_curve_and_the_selected_one_lies_on_top(
    playground: Playground,
) -> None:
    playground.open()
    assert [(c["place"], c["label"]) for c in curves(playground, "error")] == [
        (0, "Gradient descent"),
        (1, "RMSProp"),
    ]
    for curve in curves(playground, "error"):
        error = playground.numpy(curve["place"]).error
        assert curve["values"] == pytest.approx(error.tolist(), rel=1e-9)
    is_drawn(playground, ids.ERROR_CHART)
    with playground.settling():
        playground.get("playground.selectRun(0)")
    assert [curve["place"] for curve in curves(playground, "error")] == [1, 0]
    with playground.settling():
        playground.get(
            "playground.change({runs: playground.state.runs.map((run, k) =>"
            "({...run, hidden: k === 1}))})"
        )
    assert [curve["place"] for curve in curves(playground, "error")] == [0]


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
    playground.until("playground.charts.error && playground.time.t === 300")
    playground.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert "step 405" not in [text["text"] for text in texts(playground, ids.ERROR_CHART)]


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


def test_the_error_axis_is_logarithmic_unless_it_is_switched(playground: Playground) -> None:
    playground.open()
    axis = "playground.charts.error.axis()"
    errors = np.concatenate([playground.numpy(place).error for place in (0, 1)])
    low, high = playground.get(f"{axis}.range")
    assert playground.get(f"{axis}.type") == "log"
    assert 10**low < errors.min()
    assert 10**high > errors.max()
    with playground.settling():
        switch(playground, "E axis", "linear").click()
    assert playground.get(f"{axis}.type") == "linear"
    assert playground.get(f"{axis}.range") == pytest.approx([0, 1.05 * 4675])
    expect(switch(playground, "E axis", "linear")).to_have_attribute("aria-pressed", "true")
    expect(switch(playground, "E axis", "log")).to_have_attribute("aria-pressed", "false")
    assert "axis=linear" in playground.page.url
    playground.page.reload()
    playground.until(f"{axis}?.type === 'linear'")


def test_a_diverging_run_does_not_squeeze_the_others(playground: Playground) -> None:
    playground.open(run=["gradient-descent,eta:0.103", "rmsprop,eta:0.05"])
    _, high = playground.get("playground.charts.error.axis().range")
    start = np.log10(4675)
    assert start + 2.5 < high < start + 3.1


def test_errors_below_zero_are_lifted_and_it_is_said(playground: Playground) -> None:
    playground.open(**SADDLE, run=["rmsprop,eta:0.01", "adam,eta:0.02"])
    note = playground.page.locator(f"#{ids.ERROR_NOTE}")
    lowest = min(playground.numpy(place).error.min() for place in (0, 1))
    assert lowest == pytest.approx(-1, abs=1e-6)
    expect(note).to_have_text("axis: E + 1, because E falls to −1")
    for curve in curves(playground, "error"):
        error = playground.numpy(curve["place"]).error - lowest
        assert curve["values"] == pytest.approx(error.tolist(), abs=1e-9)
    with playground.settling():
        switch(playground, "E axis", "linear").click()
    expect(note).to_be_empty()


def test_the_rates_of_the_selected_run_lie_over_the_one_rate_of_the_other(
    playground: Playground,
) -> None:
    playground.open()
    title = playground.page.locator(f"#{ids.TRACE_TITLE}")
    expect(title).to_have_text("Rate each weight gets")
    expect(playground.page.locator(f"#{ids.TRACE_FINDING}")).to_have_text("η/√(sᵢ + ε)")
    flat, first, second = curves(playground, "trace")
    assert (flat["place"], flat["label"]) == (0, "both weights")
    assert set(flat["values"]) == {0.001}
    rate = playground.numpy().rate
    assert rate is not None
    for k, curve in enumerate((first, second)):
        assert (curve["place"], curve["label"]) == (1, ("w₁", "w₂")[k])
        assert curve["values"][1:] == pytest.approx(rate[:, k].tolist(), rel=1e-9)
    low, high = playground.get("playground.charts.trace.axis().range")
    assert 10**low < rate.min() < rate.max() < 10**high


@pytest.mark.parametrize(
    ("run", "names", "kind"),
    [
        ("rmsprop", ["s₁", "s₂"], "log"),
        ("momentum", ["m₁", "m₂"], "linear"),
        ("adam", ["m₁", "m₂", "s₁", "s₂"], "linear"),
    ],
)
def test_the_states_of_the_selected_run(
    playground: Playground, run: str, names: list[str], kind: str
) -> None:
    playground.open(run=run, steps=60)
    choice = playground.page.locator(f"#{ids.TRACES}-state")
    with playground.settling():
        choice.click()
    expect(playground.page.locator(f"#{ids.TRACE_TITLE}")).to_have_text("The rule’s memory")
    found = curves(playground, "trace")
    assert [curve["label"] for curve in found] == names
    state = playground.numpy().state
    for curve in found:
        expected = state[curve["label"][0]][:, "₁₂".index(curve["label"][1])]
        assert curve["values"] == pytest.approx(expected.tolist(), rel=1e-9)
    axis = playground.get("playground.charts.trace.axis()")
    assert axis["type"] == kind
    # States of different sizes share an axis that is logarithmic on both sides of zero.
    assert ("zero" in axis) == (run == "adam")


def test_a_rule_without_memory_has_no_states_to_show_and_says_so(playground: Playground) -> None:
    playground.open(traces="state")
    choice = playground.page.locator(f"#{ids.TRACES}-state")
    expect(choice).to_have_attribute("aria-pressed", "true")
    with playground.settling():
        playground.get("playground.selectRun(0)")
    expect(choice).to_have_attribute("aria-disabled", "true")
    expect(choice).to_have_attribute("title", "Gradient descent remembers nothing")
    expect(playground.page.locator(f"#{ids.TRACE_FINDING}")).to_have_text("η, the same for both")
    choice.click(force=True)
    assert playground.get("playground.charts.trace.curves().length") == 3
    # The choice holds for rules that have some.
    with playground.settling():
        playground.get("playground.selectRun(1)")
    assert [curve["label"] for curve in curves(playground, "trace")] == ["s₁", "s₂"]


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
