"""Levels that suit every landscape, and heights that are blank exactly where E is."""

import numpy as np
import pytest

from components.state.state import View
from components.surface.contours import BY_RANK, POINTS, TONES, Contours, contours, level_height
from components.surface.levels import MOST_DOTTED, MOST_LEVELS
from optimizers import ErrorFunction
from optimizers.presets import PRESETS

WIDE: View = (-20, 20, -25, 25)
LANDSCAPES: dict[str, View] = {p.text: p.view for p in PRESETS} | {
    "w1": WIDE,
    "sqrt(w1)": WIDE,  # half of it is blank
    "log(w1) + w2": WIDE,
    "relu(w1) + relu(w2)": WIDE,  # a quarter is one plateau
    "relu(w1 - 19)": WIDE,  # almost all of it is
    "sign(w1)": WIDE,
    "exp(exp(w1))": WIDE,  # overflows on a part
    "1e100 w1^2": WIDE,
    "1e-100 w1^2": WIDE,
    "1e6 + 1e-6 w1": WIDE,  # hardly any relief
}


def landscape(text: str, view: View = WIDE) -> tuple[Contours, np.ndarray]:
    """Return the contours of a function and E at the grid's points."""
    function = ErrorFunction.parse(text)
    found = contours(function, view)
    return found, function(*np.meshgrid(found.w1, found.w2))


@pytest.mark.parametrize("text", LANDSCAPES)
def test_levels_are_distinct_and_increase_from_the_least_to_the_greatest_value(text: str) -> None:
    found, values = landscape(text, LANDSCAPES[text])
    finite = values[np.isfinite(values)]
    levels = found.levels.values
    assert 2 <= levels.size <= MOST_LEVELS + MOST_DOTTED + 2
    assert (np.diff(levels) > 0).all()
    assert levels[0] == finite.min()
    assert levels[-2] < finite.max() <= levels[-1] * (1 + 1e-9)


@pytest.mark.parametrize("text", LANDSCAPES)
def test_a_height_is_the_place_of_e_among_the_levels(text: str) -> None:
    found, values = landscape(text, LANDSCAPES[text])
    assert found.height.shape == (found.w2.size, found.w1.size)
    assert np.isnan(found.height).tolist() == (~np.isfinite(values)).tolist()
    finite = np.isfinite(values)
    levels = found.levels.values
    height, last = found.height[finite], levels.size - 1
    assert height.min() == 0
    assert last - 1 < height.max() <= last
    below = levels[np.maximum(np.floor(height - 1e-9).astype(int), 0)]
    above = levels[np.minimum(np.ceil(height + 1e-9).astype(int), last)]
    assert (below <= values[finite]).all()
    assert (values[finite] <= above).all()
    order = np.argsort(values[finite])
    assert (np.diff(height[order]) > -1e-9).all()
    # A level lies at its own number.
    np.testing.assert_array_equal(level_height(levels, levels), np.arange(last + 1))


def test_heights_between_levels_bend_at_none_of_them() -> None:
    # Steps of E that grow tenfold: a straight height between two would have a bend of 10 there.
    levels = np.array([float(f"1e{k}") for k in range(8)])
    for k in range(1, 7):
        below, above = np.diff(level_height(levels[k] * np.array([1 - 1e-6, 1, 1 + 1e-6]), levels))
        assert above == pytest.approx(below, rel=1e-4)
    # So a height is nearly the logarithm, up to the last.
    between = np.exp(np.linspace(0, np.log(1e7), 100))
    np.testing.assert_allclose(level_height(between, levels), np.log10(between), atol=0.06)


def test_the_grid_covers_the_view_rows_along_w2() -> None:
    found, values = landscape("w1 + 100 w2", (-2, 3, 5, 9))
    assert (found.w1[0], found.w1[-1], found.w2[0], found.w2[-1]) == (-2, 3, 5, 9)
    assert values[0, -1] == 3 + 500
    assert found.height[0].max() < found.height[-1].min()


def test_the_grid_has_as_many_points_for_a_length_along_both_axes() -> None:
    found, _ = landscape("w1^2 + w2^2", (-8, 8, -2, 2))
    assert np.diff(found.w1)[0] == pytest.approx(np.diff(found.w2)[0], rel=0.02)
    assert found.height.size == pytest.approx(POINTS**2, rel=0.01)


@pytest.mark.parametrize("text", LANDSCAPES)
def test_tones_go_from_light_to_dark_by_rank_and_height(text: str) -> None:
    found, values = landscape(text, LANDSCAPES[text])
    last = found.levels.values.size - 1
    assert found.tones.size == TONES * last + 1
    assert np.diff(found.tones).min() >= 0
    assert 0 <= found.tones[0] < BY_RANK
    assert found.tones[-1] == pytest.approx(1, abs=1e-6)
    # A tone is mostly the share of the ground that lies lower.
    finite = np.isfinite(values)
    tone = np.interp(found.height[finite], np.arange(found.tones.size) / TONES, found.tones)
    lower = np.searchsorted(np.sort(values[finite]), values[finite]) / finite.sum()
    assert (tone >= BY_RANK * lower - 0.06).all()


def test_a_constant_has_one_level_and_no_relief() -> None:
    found, _ = landscape("5")
    assert found.levels.values.tolist() == [5]
    assert found.tones.tolist() == [0]
    assert (found.height == 0).all()


def test_a_function_without_a_finite_value_is_blank() -> None:
    found, _ = landscape("sqrt(-1 - w1^2)")
    assert found.levels.values.size == 0
    assert np.isnan(found.height).all()


def test_a_plateau_lies_on_one_level() -> None:
    found, values = landscape("relu(w1) + relu(w2)")
    assert (found.height[values == 0] == 0).all()
    assert (found.height[values > 0] > 0).all()
    assert found.levels.values.size > 10


def test_a_part_of_the_plane_has_levels_of_its_own() -> None:
    whole, _ = landscape("3 w1^2 + 10 w2^2", WIDE)
    close, _ = landscape("3 w1^2 + 10 w2^2", (-0.2, 0.2, -0.25, 0.25))
    assert close.levels.values == pytest.approx(whole.levels.values * 1e-4)
    np.testing.assert_allclose(close.height, whole.height, atol=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "sign(x)",
        "sign(x) + 2sign(y)",
        "sign(sin(3x)) sign(sin(3y)) + sign(x)",
        "sign(x) + sign(y)^2",
    ],
)
def test_a_line_separates_any_two_plateaus_and_runs_over_none(text: str) -> None:
    found, values = landscape(text, (-2, 2, -2, 2))
    assert found.levels.values.size <= 12
    plateaus = np.unique(values)
    heights = [np.unique(found.height[values == plateau]) for plateau in plateaus]
    assert [len(of_one) for of_one in heights] == [1] * len(plateaus)
    bands = [np.floor(of_one[0]) for of_one in heights[:-1]]
    assert bands == sorted(set(bands))
    # plotly.js draws lines at the whole numbers between the first and the last.
    last = found.levels.values.size - 1
    assert all(height % 1 for (height,) in heights if 0 < height < last)
    assert heights[-1] - heights[-2] > 0.5


def test_lines_of_a_function_over_hundreds_of_decades_are_smooth() -> None:
    found, values = landscape("exp(w1^2 + w2^2)", (-20, 20, -15, 15))
    levels = np.log(found.levels.values)
    assert (levels[-1] - levels[0]) / np.log(10) > 250
    # Height follows the logarithm of E: linear in w1^2 + w2^2 between two levels.
    logarithm = np.log(values)
    expected = np.interp(logarithm, levels, np.arange(levels.size))
    assert np.abs(found.height - expected).max() < 0.2
