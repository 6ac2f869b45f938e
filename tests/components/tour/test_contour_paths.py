"""Contours as closed paths."""

import math

import numpy as np
import pytest

from components.tour.contour_paths import Path, loops, path_data, simplified

AXIS = np.linspace(0, 1000, 51)
X, Y = np.meshgrid(AXIS - 500, AXIS - 500)
RADIUS = np.hypot(X, Y)


def area(path: Path) -> float:
    x, y = np.array(path, dtype=float).T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def test_a_circle_is_one_loop_of_its_radius() -> None:
    (loop,) = loops(RADIUS, 300, AXIS, AXIS)
    radii = [math.hypot(x - 500, y - 500) for x, y in loop]
    assert min(radii) > 298
    assert max(radii) < 302
    assert abs(area(loop)) == pytest.approx(math.pi * 300**2, rel=0.01)


def test_a_ring_is_two_loops_that_run_the_other_way() -> None:
    found = loops(np.abs(RADIUS - 300), 100, AXIS, AXIS)
    inner, outer = sorted(map(area, found), key=abs)
    assert inner * outer < 0
    assert abs(outer) == pytest.approx(math.pi * 400**2, rel=0.01)
    assert abs(inner) == pytest.approx(math.pi * 200**2, rel=0.01)


def test_what_leaves_the_grid_is_closed_outside() -> None:
    (loop,) = loops(np.abs(X), 100, AXIS, AXIS)
    assert min(y for _, y in loop) < 0
    assert max(y for _, y in loop) > 1000
    assert {round(abs(x - 500), -1) for x, y in loop if 5 <= y <= 995} == {100}


def test_a_saddle_is_cut_in_two() -> None:
    found = loops(X * Y, -2000, AXIS, AXIS)
    assert len(found) == 2
    assert all((x - 500) * (y - 500) < 0 for loop in found for x, y in loop)


def test_what_has_no_value_lies_above() -> None:
    height = np.where(X < 0, np.nan, RADIUS)
    (loop,) = loops(height, 300, AXIS, AXIS)
    assert min(x for x, _ in loop) >= 480


@pytest.mark.parametrize("level", [-1, 0])
def test_there_may_be_nothing_below(level: float) -> None:
    assert loops(RADIUS, level, AXIS, AXIS) == []


def test_simplified_paths_stay_near() -> None:
    (loop,) = loops(RADIUS, 300, AXIS, AXIS)
    fewer = simplified(loop, 1.0)
    assert len(fewer) < len(loop) / 2
    assert abs(area(fewer)) == pytest.approx(math.pi * 300**2, rel=0.02)
    assert simplified([(0, 0), (5, 0), (9, 0)]) == [(0, 0), (9, 0)]
    assert simplified([(0, 0), (5, 5), (0, 0)]) == [(0, 0), (5, 5), (0, 0)]
    assert simplified([(0, 0), (1, 1)]) == [(0, 0), (1, 1)]


def test_paths_are_short_texts() -> None:
    assert path_data([(10, 20), (13, 15), (11, 25)]) == "M10 20l3-5-2 10"
    assert path_data([(-1, -2), (0, 0)], closed=True) == "M-1-2l1 2z"
    assert path_data([(3, 4)]) == "M3 4"
