"""The error curve: E and the rule's memory against the iteration, as NumPy has them."""

import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from components import ids
from components.playground import error_curve
from components.playground.error_axis import bounds, error_range, within_headroom
from components.playground.error_curve import (
    RATES,
    SLOTS,
    curve_figure,
    remembered,
    remembered_names,
)
from components.state.state import State, default_state, run_of
from components.ui.palette import ERROR, LEVEL, RATE, STATE
from optimizers import OPTIMIZERS
from tests.support.layout_tree import only

DEFAULT = default_state()


def diverging() -> State:
    # w2(t) = 20 (1 - 20)^t
    return replace(DEFAULT, runs=(run_of("gradient-descent", {"eta": 1}),))


def outcome(state: State) -> dict[str, Any]:
    """Return the parts of what the run came to."""
    layout = error_curve.outcome(state)
    parts = ("name", "steps", "first", "last", "stopped")
    return {part: only(layout, data_part=part)["children"] for part in parts}


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_e_and_memory_are_those_of_numpy(key: str) -> None:
    state = replace(DEFAULT, steps=60, runs=(run_of(key),))
    run = state.trajectory(state.runs[0])
    figure = curve_figure(state)
    assert len(figure.data) == 1 + SLOTS + 3
    assert figure.data[0].name == "E"
    assert figure.data[0].x.tolist() == list(range(61))
    assert figure.data[0].y.tolist() == run.error.tolist()
    names = remembered(OPTIMIZERS[key])
    for column, trace in zip(names, figure.data[1:], strict=False):
        name, weight = column[:-1], int(column[-1])
        assert trace.y.tolist() == run.state[name][:, weight - 1].tolist()
        assert trace.x.tolist() == list(range(61))


def test_s1_and_s2_wait_in_the_legend() -> None:
    figure = curve_figure(DEFAULT)
    assert [(trace.name, trace.visible) for trace in figure.data] == [
        ("E", None),
        ("s₁", "legendonly"),
        ("s₂", "legendonly"),
        ("", False),
        ("", False),
        ("η/√(s₁ + ε)", "legendonly"),
        ("η/√(s₂ + ε)", "legendonly"),
        ("level", False),
    ]
    assert {trace.yaxis for trace in figure.data[1:]} == {"y2"}
    assert figure.layout.yaxis2.visible is False


@pytest.mark.parametrize(
    ("key", "columns", "names"),
    [
        ("gradient-descent", [], []),
        ("rmsprop", ["s1", "s2"], ["s₁", "s₂"]),
        ("adam", ["m1", "m2", "s1", "s2"], ["m₁", "m₂", "s₁", "s₂"]),
        ("adadelta", ["s1", "s2", "u1", "u2"], ["s₁", "s₂", "u₁", "u₂"]),
        ("rprop", ["delta1", "delta2"], ["Δ₁", "Δ₂"]),
        ("super-sab", ["eta_i1", "eta_i2", "m1", "m2"], ["η₁", "η₂", "m₁", "m₂"]),
    ],
)
def test_what_a_rule_remembers_has_a_column_and_a_name(
    key: str, columns: list[str], names: list[str]
) -> None:
    rule = OPTIMIZERS[key]
    assert (remembered(rule), remembered_names(rule)) == (columns, names)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_slot_without_a_use_is_not_even_in_the_legend(key: str) -> None:
    figure = curve_figure(replace(DEFAULT, runs=(run_of(key),)))
    used = len(remembered(OPTIMIZERS[key]))
    rates = ["legendonly"] * 2 if OPTIMIZERS[key].rate else [False] * 2
    memory = ["legendonly"] * used + [False] * (SLOTS - used)
    assert [trace.visible for trace in figure.data[1:]] == [*memory, *rates, False]
    assert len(STATE) == SLOTS


@pytest.mark.parametrize("key", [key for key, rule in OPTIMIZERS.items() if rule.rate])
def test_the_rates_are_those_of_numpy_beside_their_level(key: str) -> None:
    state = replace(DEFAULT, steps=60, runs=(run_of(key),))
    run, figure = state.trajectory(state.runs[0]), curve_figure(state)
    assert run.rate is not None
    for i, k in enumerate(RATES):
        assert np.isnan(figure.data[k].y[0])
        assert figure.data[k].y[1:].tolist() == run.rate[:, i].tolist()
    level, rate = figure.data[-1], OPTIMIZERS[key].rate
    assert rate is not None
    assert list(level.x) == [0, 60]
    assert list(level.y) == [state.runs[0].settings[rate.level] if rate.level else 1] * 2
    assert level.text == ("", rate.mark)


def test_the_iterations_fill_the_axis() -> None:
    assert curve_figure(replace(DEFAULT, steps=250)).layout.xaxis.range == (0, 250)


def test_a_diverging_run_leaves_a_linear_axis_through_its_top() -> None:
    state = diverging()
    error = state.trajectory(state.runs[0]).error
    figure = curve_figure(state)
    shown = np.asarray(figure.data[0].y, dtype=float)
    assert error[0] == 3 * 15**2 + 10 * 20**2
    assert error[-1] > 1e200
    # 4675, and beyond three times that 3 * 75^2 + 10 * 380^2, with which the curve leaves.
    assert shown[:2].tolist() == [4675, 3 * 75**2 + 10 * 380**2]
    assert np.isnan(shown[2:]).all()
    assert figure.layout.yaxis.range == (0, 3 * 4675)


def test_a_run_that_comes_back_is_shown_on_both_ways() -> None:
    error = np.array([1.0, 2, 1e200, 1e300, 1e200, 0.5])
    shown = within_headroom(error)
    assert shown.tolist() == pytest.approx([1, 2, 3e6 + 3, np.nan, 3e6 + 3, 0.5], nan_ok=True)
    assert error_range(error) == [0, 3]


def test_a_run_that_falls_without_end_leaves_through_the_bottom() -> None:
    # E = -625 * 1.44^t
    falling = -625 * 1.44 ** np.arange(101.0)
    assert bounds(falling) == (-3 * 625, 625)
    assert error_range(falling) == [-1875, pytest.approx(0.05 * 1875)]
    shown = within_headroom(falling)
    assert np.flatnonzero(np.isfinite(shown)).tolist() == [0, 1, 2, 3, 4]
    # A run that finds a minimum far below is shown in full.
    found = np.array([1e-6, -0.5, -1])
    assert error_range(found) == pytest.approx([-1.05, 0.05], abs=1e-5)
    assert within_headroom(found).tolist() == found.tolist()


@pytest.mark.parametrize(
    ("error", "expected"),
    [([4, 1], [0, 4.2]), ([-1, -3], [-3.15, 0.15]), ([0, 0], [0, 0.05]), ([np.nan], None)],
)
def test_a_linear_axis_has_zero_and_a_little_room(
    error: list[float], expected: list[float] | None
) -> None:
    assert error_range(np.array(error)) == (expected and pytest.approx(expected))


def test_a_run_that_climbs_from_zero_is_not_all_hidden() -> None:
    state = replace(diverging(), start=(0, 0))
    assert np.asarray(curve_figure(state).data[0].y, dtype=float).tolist() == [0] * 101


def test_a_start_without_a_value_shows_nothing_and_breaks_nothing() -> None:
    state = replace(DEFAULT, E="sqrt(w1)", start=(-1, 2))
    figure = curve_figure(state)
    assert np.isnan(np.asarray(figure.data[0].y, dtype=float)).all()

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    json.loads(figure.to_json(), parse_constant=refuse)


def test_the_outcome_of_the_article_example() -> None:
    # E(-15, 20) = 4675
    state = DEFAULT
    last = state.trajectory(state.runs[0]).error[-1]
    assert outcome(state) == {
        "name": "RMSProp",
        "steps": "100",
        "first": "4675",
        "last": f"{last:.4g}",
        "stopped": "",
    }


def test_the_outcome_says_when_a_run_diverged() -> None:
    # E = 4000 * 361^t exceeds the largest double
    step = math.ceil((math.log10(1.7976931348623157e308) - math.log10(4000)) / math.log10(361))
    said = outcome(replace(diverging(), steps=2000))
    assert said["stopped"] == f"diverged at step {step}: E exceeded 1e308"
    assert said["steps"] == str(step - 1)


def test_the_layout_holds_the_figure_and_a_named_switch() -> None:
    layout = error_curve.layout(DEFAULT)
    assert only(layout, id=ids.CURVE_GRAPH)["figure"] == curve_figure(DEFAULT)
    switch = only(layout, id=ids.CURVE_SCALE)
    assert switch["role"] == "group"
    assert only(layout, id=switch["aria-labelledby"])["children"]


SIGHT = {
    "full": np.eye(3),
    # Machado, Oliveira and Fernandes 2009, complete protanopia and deuteranopia
    "without red": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "without green": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
}


def seen(colour: str, sight: str) -> Any:
    """Return a colour in CIELAB as an eye sees it; 20 apart is told apart at a glance."""
    shares = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    light = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    to_xyz = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]]
    x, y, z = np.cbrt(to_xyz @ np.clip(np.array(SIGHT[sight]) @ light, 1e-3, 1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHT)
def test_the_rates_have_colours_of_their_own_for_every_eye(sight: str) -> None:
    for k, rate in enumerate(RATE):
        others = [ERROR, *STATE, LEVEL, *RATE[:k]]
        apart = {o: np.linalg.norm(seen(rate, sight) - seen(o, sight)) for o in others}
        assert min(apart.values()) > 20, apart
