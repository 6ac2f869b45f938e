"""The printed kernels against the NumPy run, step by step.

Both compute the same operations in the same order, but exp, cos or pow may differ in the last bit,
and a limit cycle or a chaotic valley multiplies such a difference with every step. So each
trajectory is compared as far as it determines itself: up to the step, its horizon, where a run in
Python from a start moved by 1e-13 has drifted by more than 1e-10. Up to there every column agrees
to 1e-9 of its size. Beyond it both runs must end alike.

Of the 72 runs of 200 steps in test_paths.py all but a few determine themselves to the end. Those
that do not take large steps over rough ground, such as AdaGrad on Ackley, which does for 8 steps.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.preset import Preset
from optimizers.presets import PRESETS

STEPS = 200
MOVED = 1e-13
DRIFTED = 1e-10
AGREED = 1e-9
COMPARED = ("bowl", "rosenbrock", "himmelblau", "two-wells", "beale", "ackley", "neuron", "chain")

Floats = NDArray[np.float64]

VALUES = """
async ([text, points, values]) => {
  const query = new URLSearchParams({E: text, p: Object.keys(values).join()});
  const module = await import(`/kernels/error-function.js?${query}`);
  const kernel = module.withParameters?.(values) ?? module;
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


def check_values(
    kernels: Page, text: str, points: Floats, parameters: dict[str, float] | None = None
) -> None:
    """Check E, g1 and g2 of the kernel at points against those of Python."""
    error_function = ErrorFunction.parse(text, parameters)
    found = kernels.evaluate(VALUES, [text, points.tolist(), parameters or {}])
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
