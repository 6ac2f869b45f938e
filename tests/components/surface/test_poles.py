"""Beside a pole the picture is blank; a slope, a cliff and a step are none."""

import numpy as np
import pytest

from components.state.state import View
from components.surface.contours import contours
from components.surface.poles import beside_poles
from optimizers import ErrorFunction

WIDE: View = (-20, 20, -25, 25)
NEAR: View = (-5, 5, -5, 5)


@pytest.mark.parametrize(
    ("text", "view", "poles"),
    [
        ("1/w1", WIDE, [0]),
        ("1/w1 + w2^2", NEAR, [0]),
        ("-3/(w1 - 1)", NEAR, [1]),  # not halfway between two points of the grid
        ("1e6 + 1/w1", NEAR, [0]),  # without a change of sign
        ("tan(w1)", NEAR, np.pi * np.array([-1.5, -0.5, 0.5, 1.5])),
        ("1/(w1^2 - 4)", NEAR, [-2, 2]),
    ],
)
def test_the_points_on_both_sides_of_a_pole_are_blank_and_no_others(
    text: str, view: View, poles: list[float]
) -> None:
    found = contours(ErrorFunction.parse(text), view)
    after = np.searchsorted(found.w1, poles)
    expected = sorted({*(after - 1), *after})
    assert np.flatnonzero(np.isnan(found.height).all(axis=0)).tolist() == expected
    assert np.isnan(found.height).any(axis=0).sum() == len(expected) == 2 * len(poles)


def test_no_line_runs_across_a_pole() -> None:
    # 23 of them lay on top of each other there.
    found = contours(ErrorFunction.parse("1/w1"), WIDE)
    assert found.levels.values.size >= 20
    assert np.nanmax(np.abs(np.diff(found.height, axis=1))) < 9


def test_a_pole_may_run_across_the_grid() -> None:
    found = contours(ErrorFunction.parse("1/(w1 - w2^2)"), NEAR)
    blank = np.isnan(found.height)
    w1, w2 = np.meshgrid(found.w1, found.w2)
    cell = found.w1[1] - found.w1[0]
    away = np.abs(w1 - w2**2) / np.sqrt(1 + 4 * w2**2)
    assert away[blank].max() < cell
    assert blank[away < 0.3 * cell].all()


@pytest.mark.parametrize(
    "text",
    [
        "sign(w1)",
        "100 sign(w1) - w1",  # a step against the slope beside it
        "tanh(1000w1) - w1/100",  # the same without a step
        "1/w1^2",  # the same infinity on both sides
        "w1 / (w1^2 + 1e-6)",  # steep, but finite
        "sin(40 w1 w2)",  # too fine for the grid
        "exp(w1^2) - exp(w2^2)",
        "log(w1)",
        "sqrt(w1)",
    ],
)
def test_what_is_steep_is_no_pole(text: str) -> None:
    function = ErrorFunction.parse(text)
    w1, w2 = np.linspace(-20, 20, 200), np.linspace(-25, 25, 200)
    values = function(*np.meshgrid(w1, w2))
    values[~np.isfinite(values)] = np.nan
    assert not beside_poles(function, w1, w2, values).any()
