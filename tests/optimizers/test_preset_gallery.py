"""The gallery of presets: their order, and what each says of its two runs."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.preset import Point, Preset
from optimizers.presets import PRESETS

KEYS = [
    "bowl",
    "ravine",
    "banana",
    "rosenbrock",
    "himmelblau",
    "two-wells",
    "saddle",
    "beale",
    "booth",
    "matyas",
    "rastrigin",
    "ackley",
    "camel",
    "neuron",
    "chain",
]

LOOKS: Mapping[str, Callable[[Trajectory, Trajectory], object]] = {
    "bowl": lambda a, b: (
        (a.error[404] < b.error[404])
        and (b.error[405:] < a.error[405:]).all()
        and np.abs(b.w[:300].sum(axis=1) - 5).max() < 1
        and (a.w[-1, 0] < -0.7 and abs(a.w[-1, 1]) < 1e-3)
    ),
    "ravine": lambda a, b: (
        (a.w[1:, 1] * a.w[:-1, 1] < 0).all() and (b.w[:40, 1] > 0).all() and b.w[40, 1] < 0.01
    ),
    "banana": lambda a, b: (
        away(a, (1, 1 / 3))[-1] > 0.4
        and away(b, (1, 1 / 3))[150:].max() < 0.01
        and (np.diff(b.error[:30]) > 0).sum() > 5
        and (np.diff(a.error) < 0).all()
    ),
    "rosenbrock": lambda a, b: (
        abs(a.w[10, 1] - a.w[10, 0] ** 2) < 0.01
        and np.linalg.norm(a.w[-1] - a.w[10]) < 1
        and away(a, (1, 1))[-1] > 1.9
        and away(b, (1, 1))[-1] < 0.1
    ),
    "himmelblau": lambda a, b: all(
        away(run, (3, 2))[-1] < 0.05
        and away(other_start("himmelblau", k, (-2, 2)), (-2.805118, 3.131313))[-1] < 0.05
        for k, run in enumerate((a, b))
    ),
    "two-wells": lambda a, b: (
        round(a.error[-1], 2) == -1.09
        and a.w[-1, 0] > 0.9
        and a.w[:, 1].min() > -0.01
        and b.w[:, 1].min() < -0.4
        and round(b.error[-1], 2) == -2.06
    ),
    "saddle": lambda a, b: np.abs(a.error[40:101]).max() < 0.1 and abs(b.error[100] + 1) < 1e-3,
    "beale": lambda a, b: (
        (a.error[1:20] < b.error[1:20]).all() and away(a, (3, 0.5))[-1] > 10 * away(b, (3, 0.5))[-1]
    ),
    "booth": lambda a, b: (a.error[1:] < b.error[1:]).all() and b.error[-1] < 1,
    "matyas": lambda a, b: (
        abs(away(a, (0, 0))[-1] / away(a, (0, 0))[0] - 0.2) < 0.005
        and away(b, (0, 0))[120:].max() < 0.02 * away(b, (0, 0))[0]
    ),
    "rastrigin": lambda a, b: (
        (round(a.error[-1], 1), round(b.error[-1], 2)) == (12.9, 3.98)
        and np.abs(a.w - a.w[0]).max() < 0.6
        and np.abs(b.w - b.w[0]).max() > 1.5
    ),
    "ackley": lambda a, b: (
        (round(a.error[-1], 2), round(b.error[-1], 2)) == (7.96, 2.58)
        and np.abs(a.w - a.w[0]).max() < 0.6
        and 0.9 < away(b, (0, 0))[-1] < 1
    ),
    "camel": lambda a, b: (
        round(a.error[-1], 3) == -0.215
        and away(b, tuple(a.w[-1])).min() < 0.15
        and round(b.error[-1], 2) == -1.03
    ),
    "neuron": lambda a, b: (
        away(a, (-6, 6))[-1] < 1
        and np.hypot(*a.gradient[0]) < 0.06
        and away(b, (1.233667, -0.018305))[-20:].max() < 0.05
    ),
    "chain": lambda a, b: away(a, (-5, 5))[-1] < 0.01 and b.error[100:].max() < 0.01,
}
"""Whether what a preset says of its two runs is so."""


def away(run: Trajectory, point: Point) -> NDArray[np.float64]:
    """Return the distances from a point, step by step."""
    distances: NDArray[np.float64] = np.linalg.norm(run.w - point, axis=1)
    return distances


def runs_of(preset: Preset, start: Point | None = None) -> list[Trajectory]:
    """Return the runs that a preset compares."""
    function = ErrorFunction.parse(preset.text)
    found = []
    for text in preset.runs:
        key, *pairs = text.split(",")
        settings = {name: float(value) for name, value in (pair.split(":") for pair in pairs)}
        run = descend(function, OPTIMIZERS[key], start or preset.start, preset.steps, **settings)
        found.append(run)
    return found


def other_start(key: str, run: int, start: Point) -> Trajectory:
    """Return a run of a preset from another start."""
    (preset,) = (preset for preset in PRESETS if preset.key == key)
    return runs_of(preset, start)[run]


def test_the_fifteen_presets_in_the_order_of_the_gallery() -> None:
    # others may be between and after them
    assert [preset.key for preset in PRESETS if preset.key in KEYS] == KEYS
    assert len({preset.name for preset in PRESETS}) == len(PRESETS)
    assert len({preset.key for preset in PRESETS}) == len(PRESETS)


def test_the_first_preset_is_the_example_of_the_article() -> None:
    first = PRESETS[0]
    assert (first.text, first.start) == ("3 w1^2 + 10 w2^2", (-15, 20))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_what_to_look_for_in_the_runs_of_a_preset_is_so(preset: Preset) -> None:
    runs = runs_of(preset)
    assert len(runs) == 2 or preset.key not in LOOKS
    low1, high1, low2, high2 = preset.view
    for run in runs:
        assert run.stopped is None
        w1, w2 = run.w.T
        assert ((low1 <= w1) & (w1 <= high1) & (low2 <= w2) & (w2 <= high2)).all()
    assert 30 < len(preset.look) < 180
    assert preset.look.endswith(".")
    if preset.key in LOOKS:
        is_so = LOOKS[preset.key](*runs)
        assert is_so


def test_the_looks_of_all_presets_are_tested() -> None:
    assert list(LOOKS) == KEYS
