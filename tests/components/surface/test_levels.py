"""Levels: at equal steps of E with dotted ones below, or where the values lie."""

import numpy as np
import pytest
from numpy.typing import NDArray

from components.state.state import View
from components.surface.contours import contours
from components.surface.levels import (
    FEWEST_LEVELS,
    MOST_CROSSINGS,
    MOST_DOTTED,
    MOST_LEVELS,
    SPREAD,
    WIDEST_BAND,
    Levels,
    choose_levels,
    even_levels,
    nice,
)
from components.surface.region import region
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS

WIDE: View = (-20, 20, -25, 25)


def levels_of(text: str, view: View = WIDE) -> tuple[Levels, NDArray[np.float64]]:
    found = contours(ErrorFunction.parse(text), region(view))
    return found.levels, found.values


def bands(levels: Levels, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the shares of the ground between two lines, from the lowest."""
    finite = values[np.isfinite(values)]
    number = np.searchsorted(levels.values[1:-1], finite)
    return np.bincount(number, minlength=levels.values.size - 1) / finite.size


@pytest.mark.parametrize(
    ("value", "near"),
    [(1.4, 1), (1.6, 2), (3.6, 5), (7.6, 10), (0.0034, 0.002), (6.2e20, 5e20), (1e-300, 1e-300)],
)
def test_nice_numbers_are_1_2_or_5_times_a_power_of_ten(value: float, near: float) -> None:
    assert nice(value) == near


@pytest.mark.parametrize("value", [0, -1, np.inf, np.nan])
def test_what_is_no_step_has_no_nice_number(value: float) -> None:
    assert np.isnan(nice(value))


def test_the_bowl_has_the_levels_of_the_mock() -> None:
    levels, _ = levels_of("3 w1^2 + 10 w2^2")
    main = levels.values[levels.dotted + 1 : -1]
    np.testing.assert_array_equal(main, 1000 * np.arange(1, 11))
    assert levels.values[list(levels.strong)].tolist() == [2000, 4000, 6000, 8000, 10000]
    # Dotted lines are each a quarter of the one above.
    dotted = levels.values[1 : levels.dotted + 2] - levels.values[0]
    np.testing.assert_allclose(dotted[1:] / dotted[:-1], 4, rtol=1e-9)
    assert levels.dotted == 4


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_has_equal_steps_and_no_band_swallows_the_picture(preset: Preset) -> None:
    levels, values = levels_of(preset.text, preset.view)
    main = levels.values[levels.dotted + 1 : -1]
    steps = np.diff(main)
    np.testing.assert_allclose(steps, steps[0], rtol=1e-9)
    assert steps[0] == pytest.approx(nice(float(steps[0])))
    assert 8 <= main.size <= MOST_LEVELS
    assert 0 < levels.dotted <= MOST_DOTTED
    assert bands(levels, values).max() <= WIDEST_BAND
    # Strong ones are a multiple of two or five steps apart.
    every = 5 if main.size > 24 else 2
    strong = levels.values[list(levels.strong)]
    np.testing.assert_allclose(np.round(strong / (every * steps[0]), 9) % 1, 0)
    assert 3 <= strong.size <= 12


@pytest.mark.parametrize("offset", [0, -1e6, 12345.678, -0.5])
def test_levels_are_round_wherever_the_floor_lies(offset: float) -> None:
    levels, _ = levels_of(f"w1^2 + w2^2 + ({offset})")
    main = levels.values[levels.dotted + 1 : -1]
    step = nice(float(np.diff(main)[0]))
    np.testing.assert_allclose(main / step, np.round(main / step), atol=1e-9)
    assert levels.values[0] < main[0] <= levels.values[0] + 1.26 * step


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("exp(w1^2 + w2^2)", (-6, 6, -6, 6)),
        ("-exp(w1^2 + w2^2)", (-6, 6, -6, 6)),
        ("exp(w1^2) + exp(w2^2)", WIDE),
        ("exp(-w1^2 - w2^2)", (-9, 9, -9, 9)),
    ],
)
def test_a_function_of_any_range_has_lines_all_over_the_picture(text: str, view: View) -> None:
    levels, values = levels_of(text, view)
    assert levels.dotted == 0
    assert levels.values.size == SPREAD
    assert bands(levels, values).max() < 0.12
    # Of two digits, as their labels say.
    strong = levels.values[list(levels.strong)]
    assert [float(f"{level:.2g}") for level in strong] == pytest.approx(strong, rel=1e-9)


def test_many_hills_get_few_levels_and_few_lines() -> None:
    few, values = levels_of("sin(2w1) + cos(2w2)")
    number = np.searchsorted(few.values[1:-1], values)
    crossings = sum(np.abs(np.diff(number, axis=axis)).sum() for axis in (0, 1))
    assert crossings < 1.2 * MOST_CROSSINGS
    # Never none: even where the grid is too coarse for the hills, they are seen to be there.
    most, _ = levels_of("sin(40 w1 w2)")
    assert most.values.size == FEWEST_LEVELS


@pytest.mark.parametrize("text", ["5", "sin(w1)^2 + cos(w1)^2"])
def test_a_constant_has_one_level_even_with_noise(text: str) -> None:
    levels, values = levels_of(text)
    assert levels.values.size == 1
    assert values.max() - values.min() < 1e-12


def test_rounding_noise_on_a_plateau_beside_a_slope_has_no_line() -> None:
    levels, values = levels_of("1e-6 relu(w1) + sin(w2)^2 + cos(w2)^2")
    flat = values < 1 + 1e-12
    assert np.unique(values[flat]).size > 1
    assert levels.values[1] > 1 + 1e-9


def test_without_a_finite_value_there_are_no_levels() -> None:
    assert choose_levels(np.full((5, 5), np.nan)).values.size == 0
    assert even_levels(np.full(10, 3.0)) is None


@pytest.mark.parametrize("text", ["relu(w1) + relu(w2)", "min(w1, 0)", "relu(w1 - 19)"])
def test_no_line_runs_over_a_plateau(text: str) -> None:
    levels, values = levels_of(text)
    assert (values == 0).mean() > 0.2
    assert 0 not in levels.values[1:-1]
