"""The charts of the time section: curves of all runs, their axes."""

from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.canvas import is_drawn
from tests.support.browser.playground import Playground

SADDLE = {"E": "w1^2 - w2^2 + w2^4/4", "start": "1.5,0.3", "view": "-2.5,2.5,-2.5,2.5"}


def switch(playground: Playground, group: str, name: str) -> Locator:
    return playground.page.get_by_role("group", name=group).get_by_role("button", name=name)


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


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_the_time_cursor_stands_at_the_iteration_of_its_points(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    playground = Playground(open_page(*size, touch=size[0] < 500))
    playground.open(step=250)
    if size[0] < 500:
        playground.page.get_by_role("button", name="Charts").click()
    cursor = playground.page.locator(f"#{ids.TIME_CURSOR}")
    expect(cursor).to_be_in_viewport()

    def off() -> float:
        box = cursor.bounding_box()
        assert box
        return box["x"] + box["width"] / 2 - playground.chart().pixel(250, 0)[0]

    playground.until("playground.charts.error.area().width > 0")
    assert off() == pytest.approx(0, abs=1)


def test_a_run_that_ends_has_no_rate_after_its_last_step(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:0.2")
    last = len(playground.numpy().w)
    assert 100 < last < 501
    assert [len(curve["values"]) for curve in curves(playground, "trace")] == [last]


def test_nothing_is_said_of_an_axis_without_errors(playground: Playground) -> None:
    playground.open(E="log(w1)", start="-1,0")
    note = playground.page.locator("#error-note")
    expect(note).to_be_attached()
    expect(note).to_have_text("")
