"""Levels that suit every landscape, and heights that are blank exactly where E is."""

import numpy as np
import pytest

from components.state.state import View
from components.surface.contours import (
    FEWEST_LEVELS,
    GRID,
    LEVELS,
    MOST_CROSSINGS,
    Contours,
    contours,
    level_height,
)
from optimizers import ErrorFunction
from optimizers.presets import PRESETS, Preset

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
    assert 2 <= found.levels.size <= LEVELS
    assert (np.diff(found.levels) > 0).all()
    assert found.levels[0] == finite.min()
    assert found.levels[-1] == pytest.approx(finite.max(), rel=1e-9)


@pytest.mark.parametrize("text", LANDSCAPES)
def test_a_height_is_the_place_of_e_among_the_levels(text: str) -> None:
    found, values = landscape(text, LANDSCAPES[text])
    assert found.height.shape == (GRID, GRID)
    assert np.isnan(found.height).tolist() == (~np.isfinite(values)).tolist()
    finite = np.isfinite(values)
    height, last = found.height[finite], found.levels.size - 1
    assert height.min() == 0
    assert height.max() == last
    below = found.levels[np.maximum(np.floor(height - 1e-9).astype(int), 0)]
    above = found.levels[np.minimum(np.ceil(height + 1e-9).astype(int), last)]
    assert (below <= values[finite]).all()
    assert (values[finite] <= above).all()
    order = np.argsort(values[finite])
    assert (np.diff(height[order]) > -1e-9).all()
    # A level lies at its own number.
    np.testing.assert_array_equal(level_height(found.levels, found.levels), np.arange(last + 1))


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


def test_a_bowl_has_evenly_spaced_rings() -> None:
    # E = r^2, as far as the rings are whole. Equal steps of E would put the rings 9 times closer
    # together outside than inside, equal shares of the area 3 times.
    found, _ = landscape("w1^2 + w2^2", (-5, 5, -5, 5))
    radius = np.sqrt(found.levels[1:])
    gaps = np.diff(radius[radius <= 5])
    assert gaps.size >= 15
    assert gaps.max() / gaps.min() < 2


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_no_band_between_levels_swallows_the_picture(preset: Preset) -> None:
    # With equal steps of E one band of Beale's function would cover 78 % of the picture, one of
    # Rosenbrock's 43 %; shares that grow steadily reach 6 %.
    found, _ = landscape(preset.text, preset.view)
    share = np.bincount(np.floor(found.height).astype(int).ravel()) / found.height.size
    many_hills = preset.key == "rastrigin"
    assert found.levels.size == (11 if many_hills else LEVELS)
    assert share.max() < (0.2 if many_hills else 0.1)
    assert share[:-1].min() > 0.005  # the last is the one point where E is greatest


def test_many_hills_get_few_levels_and_few_lines() -> None:
    few, _ = landscape("sin(2w1) + cos(2w2)")
    assert few.levels.size == 5
    level = np.floor(few.height)
    crossings = sum(np.abs(np.diff(level, axis=axis)).sum() for axis in (0, 1))
    assert crossings < 1.2 * MOST_CROSSINGS
    # Never none: even where the grid is too coarse for the hills, they are seen to be there.
    most, _ = landscape("sin(40 w1 w2)")
    assert most.levels.size == FEWEST_LEVELS


def test_a_constant_has_one_level_and_no_relief() -> None:
    found, _ = landscape("5")
    assert found.levels.tolist() == [5]
    assert (found.height == 0).all()


def test_a_function_without_a_finite_value_is_blank() -> None:
    found, _ = landscape("sqrt(-1 - w1^2)")
    assert found.levels.size == 0
    assert np.isnan(found.height).all()


def test_rounding_noise_on_a_constant_is_no_relief() -> None:
    found, values = landscape("sin(w1)^2 + cos(w1)^2")
    assert np.unique(values).size > 1
    assert found.levels.size == 1
    assert (found.height == 0).all()
    # Nor is it beside a slope, however gentle that is.
    found, values = landscape("1e-6 relu(w1) + sin(w2)^2 + cos(w2)^2")
    flat = values < 1 + 1e-12
    assert np.unique(values[flat]).size > 1
    assert flat.mean() == 0.5
    assert (found.height[flat] < 1e-6).all()
    assert found.levels.size == 10


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
    found, _ = landscape(text, view)
    assert found.levels.size == LEVELS
    share = np.bincount(np.floor(found.height).astype(int).ravel()) / found.height.size
    assert share.max() < 0.1


def test_a_plateau_lies_on_one_level() -> None:
    found, values = landscape("relu(w1) + relu(w2)")
    assert (found.height[values == 0] == 0).all()
    assert (found.height[values > 0] > 0).all()
    assert found.levels.size > 10


def test_a_part_of_the_plane_has_levels_of_its_own() -> None:
    whole, _ = landscape("3 w1^2 + 10 w2^2", WIDE)
    close, _ = landscape("3 w1^2 + 10 w2^2", (-0.2, 0.2, -0.25, 0.25))
    assert close.levels[-1] == pytest.approx(whole.levels[-1] * 1e-4)
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
    assert found.levels.size <= LEVELS
    plateaus = np.unique(values)
    heights = [np.unique(found.height[values == plateau]) for plateau in plateaus]
    assert [len(of_one) for of_one in heights] == [1] * len(plateaus)
    bands = [np.floor(of_one[0]) for of_one in heights[:-1]]
    assert bands == sorted(set(bands))
    # plotly.js draws lines at the whole numbers between the first and the last.
    last = found.levels.size - 1
    assert all(height % 1 for (height,) in heights if 0 < height < last)
    assert heights[-1] - heights[-2] > 0.5


def test_lines_of_a_function_over_hundreds_of_decades_are_smooth() -> None:
    found, values = landscape("exp(w1^2 + w2^2)", (-20, 20, -15, 15))
    assert np.log10(found.levels[-1] / found.levels[0]) > 250
    # Height follows the logarithm of E: linear in w1^2 + w2^2 between two levels.
    logarithm = np.log(values)
    levels = np.log(found.levels)
    expected = np.interp(logarithm, levels, np.arange(levels.size))
    assert np.abs(found.height - expected).max() < 0.2
