"""The printed kernels in a real Chromium against the NumPy run, step by step.

Both compute the same operations in the same order, but exp, cos or pow may differ in the last bit,
and a limit cycle or a chaotic valley multiplies such a difference with every step. So each
trajectory is compared as far as it determines itself: up to the step, its horizon, where a run in
Python from a start moved by 1e-13 has drifted by more than 1e-10. Up to there every column agrees
to 1e-9 of its size. Beyond it both runs must end alike.

Of the 72 runs of 200 steps below all but a few determine themselves to the end. Those that do not
take large steps over rough ground, such as AdaGrad on Ackley, which does for 8 steps.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.presets import PRESETS, Preset
from optimizers.stopping import STOPS, Stop
from tests.browser.empty_page import open_empty
from tests.browser.watch import Watch

STEPS = 200
MOVED = 1e-13
DRIFTED = 1e-10
AGREED = 1e-9
COMPARED = ("bowl", "rosenbrock", "himmelblau", "two-wells", "beale", "ackley", "neuron", "chain")

Floats = NDArray[np.float64]

VALUES = """
async ([text, points]) => {
  const kernel = await import(`/kernels/error-function.js?${new URLSearchParams({E: text})}`);
  const into = new Float64Array(3);
  return {
    text: kernel.text,
    errors: points.map(([w1, w2]) => kernel.error(w1, w2)),
    rows: points.map(([w1, w2]) => (kernel.evaluate(w1, w2, into), [...into])),
  };
}
"""

RUNS = """
async ([text, [w1, w2], steps, runs]) => {
  const kernel = await import(`/kernels/error-function.js?${new URLSearchParams({E: text})}`);
  const {optimizers} = await import("/kernels/optimizers.js");
  return runs.map(([key, settings]) => {
    const {columns, state, descend} = optimizers[key];
    const into = Object.fromEntries(columns.map(c => [c, new Float64Array(steps + 1)]));
    const {rows, stopped} = descend(kernel.evaluate, w1, w2, steps, settings, into);
    const kept = columns.map(c => [c, [...into[c].subarray(0, rows)]]);
    return {rows, stopped, state, columns: Object.fromEntries(kept)};
  });
}
"""


@pytest.fixture(scope="module")
def kernels(browser: Browser, site: str) -> Iterator[Page]:
    """Open the smallest page of the site, once for all, from which its kernels can be imported."""
    context = browser.new_context(base_url=site)
    watch = Watch(context, site)
    page = context.new_page()
    open_empty(page)
    yield page
    assert watch.finish() == []


def columns(run: Trajectory) -> dict[str, Floats]:
    """Return a run as the kernel keeps it: what led to a row stands in that row."""
    none = np.full((1, 2), np.nan)
    pairs = {"w": run.w, "g": np.vstack([none, run.gradient]), "v": np.vstack([none, run.update])}
    pairs |= run.state
    if run.rate is not None:
        pairs["rate"] = np.vstack([none, run.rate])
    named = {f"{name}{i + 1}": rows[:, i] for name, rows in pairs.items() for i in (0, 1)}
    return {"E": run.error, **named}


def drift(run: dict[str, Floats], other: dict[str, Floats]) -> Floats:
    """Return for every step the largest difference of a column, relative to its size so far."""
    found = np.zeros(len(run["E"]))
    for name, column in run.items():
        if name.startswith("rate"):
            continue  # follows from the others, and where g vanishes magnifies their rounding
        size = np.maximum.accumulate(np.nan_to_num(np.abs(column)))
        difference = np.nan_to_num(np.abs(column - other[name]))
        found = np.maximum(found, difference / np.where(size > 0, size, 1))
    return found


def horizon(error_function: ErrorFunction, key: str, start: tuple[float, float]) -> int:
    """Return up to which step a run determines itself."""
    moved = (start[0] * (1 + MOVED), start[1] * (1 - MOVED))
    runs = [columns(descend(error_function, OPTIMIZERS[key], s, STEPS)) for s in (start, moved)]
    lost = drift(*runs) > DRIFTED
    return int(lost.argmax()) if lost.any() else STEPS


def settings(key: str, **given: float) -> list[Any]:
    return [key, OPTIMIZERS[key].settings(given)]


def compared() -> list[Preset]:
    return [preset for preset in PRESETS if preset.key in COMPARED]


def test_nearly_all_runs_determine_themselves_to_the_end() -> None:
    functions = [(ErrorFunction.parse(preset.text), preset.start) for preset in compared()]
    horizons = [horizon(f, key, start) for f, start in functions for key in OPTIMIZERS]
    assert len(horizons) == 72
    assert min(horizons) >= 6
    assert sum(steps >= 6 * STEPS // 10 for steps in horizons) >= 60


@pytest.mark.parametrize("preset", compared(), ids=lambda preset: preset.key)
def test_every_rule_takes_the_path_of_the_python_run(kernels: Page, preset: Preset) -> None:
    check_paths(kernels, preset)


def check_paths(kernels: Page, preset: Preset) -> None:
    """Check the run of every rule on a preset against that of Python, column by column."""
    every = [settings(key) for key in OPTIMIZERS]
    runs = kernels.evaluate(RUNS, [preset.text, preset.start, STEPS, every])
    error_function = ErrorFunction.parse(preset.text)
    for key, run in zip(OPTIMIZERS, runs, strict=True):
        python = descend(error_function, OPTIMIZERS[key], preset.start, STEPS)
        expected = columns(python)
        assert (run["rows"], run["stopped"]) == (len(python.w), python.stopped), (preset.key, key)
        assert run["state"] == list(python.state)
        assert run["columns"].keys() == expected.keys()
        kept = {name: np.array(column) for name, column in run["columns"].items()}
        assert all(np.isfinite(column[1:]).all() for column in kept.values()), key
        determined = horizon(error_function, key, preset.start) + 1
        differences = drift(expected, kept)[:determined]
        assert differences.max() <= AGREED, (key, determined, int(differences.argmax()))
        for weight in ("1", "2") if "rate1" in kept else ():
            slope = np.abs(expected[f"g{weight}"][1:determined])
            steep = slope > 1e-3 * slope.max(initial=0)
            kernels_rate, rate = (c[f"rate{weight}"][1:determined][steep] for c in (kept, expected))
            np.testing.assert_allclose(kernels_rate, rate, rtol=1e-5, err_msg=key)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_error_and_gradient_are_those_of_python(kernels: Page, preset: Preset) -> None:
    low1, high1, low2, high2 = preset.view
    points = np.random.default_rng(11).uniform((low1, low2), (high1, high2), (200, 2))
    check_values(kernels, preset.text, points)


WORDS = [
    "exp(w1) + log(w1 + 3) + log2(w2 + 3) + log10(w1 + w2 + 5)",
    "sqrt(w1 + 3) + cbrt(w2) + w1^w2 + pow(w1 + 3, w2) + 2^w1 + w2^5 + w1^-3 + (w1 w2)^2",
    "sin(w1) cos(w2) tan(w1) + asin(w1/3) + acos(w2/3) + atan(w1) + atan2(w1, w2)",
    "sinh(w1) cosh(w2) tanh(w1 w2) + sigmoid(3w1) softplus(5w2) + relu(w1 - w2)",
    "|w1| sign(w2) + min(w1, w2, 0.5) max(w1, -w2, |w1|)",
    "1e99*1e99*1e99*1e99*w1 w2",
    "sigmoid(500 w1) + softplus(500 w2)",
    "pi w1 - e w2 + 1e-300*w1 + 123456789.123456789",
    "5",
    "*".join(f"(w1 + {k} w2)" for k in range(1, 30)),
    "max(" + ",".join(f"{k}*w1 - {k * k}/20 w2" for k in range(1, 40)) + ")",
]


@pytest.mark.parametrize("text", WORDS, ids=lambda text: text[:20])
def test_every_function_is_that_of_python(kernels: Page, text: str) -> None:
    points = np.random.default_rng(13).uniform(-2.9, 2.9, (200, 2))
    check_values(kernels, text, points)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("softplus(w1) + |w2| + relu(w2) + sign(w2)", (0, 0)),
        ("max(w1, w2) + 2min(w2, w1)", (1, 1)),
        ("max(0, w1) + max(w2, 0)", (0, 0)),
        ("1/w1 + cbrt(w2)", (0, 0)),
        ("log(w1) + sqrt(w2)", (-1, 0)),
        ("w1^0 + w1^1 + w2^2 + w2^-1", (0, 0)),
    ],
)
def test_kinks_and_poles_are_those_of_python(
    kernels: Page, text: str, point: tuple[float, float]
) -> None:
    check_values(kernels, text, np.array([point], dtype=np.float64))


def check_values(kernels: Page, text: str, points: Floats) -> None:
    """Check E, g1 and g2 of the kernel at points against those of Python."""
    error_function = ErrorFunction.parse(text)
    found = kernels.evaluate(VALUES, [text, points.tolist()])
    assert found["text"] == error_function.text
    expected = np.array([error_function.evaluate(*point) for point in points.tolist()])
    largest = np.max(np.abs(expected), axis=0, initial=0, where=np.isfinite(expected))
    for column, name in enumerate(("E", "g1", "g2")):
        np.testing.assert_allclose(
            np.array(found["rows"], dtype=np.float64)[:, column],
            expected[:, column],
            rtol=AGREED,
            atol=1e-13 * largest[column],
            err_msg=name,
        )
    assert str(found["errors"]) == str([row[0] for row in found["rows"]])


Given = dict[str, dict[str, float]]

ENDING: list[tuple[str, tuple[float, float], Given]] = [
    ("3 w1^2 + 10 w2^2", (-15, 20), {"gradient-descent": {"eta": 0.2}, "momentum": {"eta": 1}}),
    ("3 w1^2 + 10 w2^2", (-15, 20), {"nesterov": {"eta": 0.5}, "rmsprop": {"beta": 1}}),
    ("(1 - w1)^2 + 100 (w2 - w1^2)^2", (-2, 2), {"gradient-descent": {"eta": 0.1}}),
    ("-w1^2", (1, 0), {"gradient-descent": {"eta": 1.5}, "super-sab": {"eta": 1}}),
    ("w1^2 - 2w1^2", (1, 0), {"gradient-descent": {"eta": 10}, "adagrad": {}}),
    ("exp(w1)", (709.5, 0), {"gradient-descent": {"eta": 10}, "adam": {}}),
    ("exp(w1)", (1000, 0), {"gradient-descent": {}, "rprop": {}}),
    ("log(w1)", (1, 0), {"gradient-descent": {"eta": 2}, "rmsprop": {"eta": 2}}),
    ("log(w1)", (-1, 0), {"gradient-descent": {}, "adadelta": {}}),
    ("sqrt(w1)", (0.25, 0), {"gradient-descent": {"eta": 0.25}, "momentum": {"eta": 0.25}}),
    ("sqrt(w1)", (0, 0), {"gradient-descent": {}, "adam": {}}),
    ("1/(w1 - 1) + 1/w2", (1, 1), {"gradient-descent": {}}),
    ("w1^2 + w2^2", (1e100, -1e100), {"gradient-descent": {"eta": 10}, "rmsprop": {}, "adam": {}}),
]


@pytest.mark.parametrize(
    ("text", "start", "given"), ENDING, ids=lambda part: part if isinstance(part, str) else ""
)
def test_runs_end_at_the_same_step_with_the_same_sentence(
    kernels: Page, text: str, start: tuple[float, float], given: Given
) -> None:
    asked = [settings(key, **chosen) for key, chosen in given.items()]
    runs = kernels.evaluate(RUNS, [text, start, STEPS, asked])
    for (key, chosen), run in zip(given.items(), runs, strict=True):
        python = descend(ErrorFunction.parse(text), OPTIMIZERS[key], start, STEPS, **chosen)
        assert (run["rows"], run["stopped"]) == (len(python.w), python.stopped), key


def test_all_ways_to_end_are_met() -> None:
    ends = set()
    for text, start, given in ENDING:
        for key, chosen in given.items():
            run = descend(ErrorFunction.parse(text), OPTIMIZERS[key], start, STEPS, **chosen)
            ends |= {stop.sentence for stop in STOPS if run.stopped == sentence(stop, run)}
    assert ends == {stop.sentence for stop in STOPS}


def sentence(stop: Stop, run: Trajectory) -> str:
    """Return what a reason says where a run ends after its last row, or upon it."""
    upon_it = "slope" in stop.sentence
    return stop.sentence.format(t=len(run.w) - upon_it)


def test_no_step_leaves_the_start_and_nothing_before_it(kernels: Page) -> None:
    (run,) = kernels.evaluate(RUNS, ["3 w1^2 + 10 w2^2", [-15, 20], 0, [settings("rprop")]])
    assert (run["rows"], run["stopped"]) == (1, None)
    start = {name: column[0] for name, column in run["columns"].items()}
    nothing = [name for name, value in start.items() if np.isnan(value)]
    assert nothing == ["g1", "g2", "v1", "v2", "rate1", "rate2"]
    known = {name: value for name, value in start.items() if name not in nothing}
    assert known == {
        **{"w1": -15, "w2": 20, "E": 4675, "delta1": 0.1, "delta2": 0.1},
        **{"g_previous1": 0, "g_previous2": 0},
    }


def test_a_kernel_is_reused_for_another_run_without_a_trace_of_the_first(kernels: Page) -> None:
    both = [settings("adam"), settings("adam")]
    first, second = kernels.evaluate(RUNS, ["3 w1^2 + 10 w2^2", [-15, 20], 50, both])
    assert str(first) == str(second)
