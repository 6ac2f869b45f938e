"""Contours of an error function: the grid of heights among levels, and its tones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.state.state import View
from components.surface.levels import Levels, choose_levels
from components.surface.note import note_on
from components.surface.poles import beside_poles
from optimizers import ErrorFunction

POINTS = 200
"""Of the grid along one side where the region is a square."""

DECADES = 1e8
"""How many times greater than the least step between levels the greatest is, from which on heights
are interpolated in the logarithm."""

TONES = 4
"""Tones are given at so many places of every step between levels."""

BY_RANK = 0.6
"""How much of a tone is the share of the ground that lies lower: so every function uses the whole
ramp. The rest is the root of the height, which shows the shape of a bowl."""

RANKS = 96
NEARLY_HIGHEST = 0.98

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Contours:
    """What a contour plot needs.

    Parameters
    ----------
    w1, w2 : ndarray
        The grid's coordinates, equally far apart along both.
    values : ndarray, shape (w2.size, w1.size)
        E at every grid point, nan where it is not finite, and beside a pole.
    height : ndarray, shape (w2.size, w1.size)
        For every grid point the number of the level it lies on, a fraction between two levels, nan
        as `values`. Rows go along w2.
    levels : Levels
        The levels 0, 1, 2, ...
    tones : ndarray
        How dark the ground is, from 0 to 1, at heights 0, 1 / TONES, 2 / TONES, ...
    note : str
        A sentence on the part of the region that is blank, if there is one.
    """

    w1: Floats
    w2: Floats
    values: Floats
    height: Floats
    levels: Levels
    tones: Floats
    note: str


def contours(error_function: ErrorFunction, region: View) -> Contours:
    """Return the contours of E in a part of the plane."""
    left, right, bottom, top = region
    wide = np.sqrt((right - left) / (top - bottom))
    # Even numbers: no point lies in the middle, where many functions have a kink or a pole.
    w1 = np.linspace(left, right, 2 * round(POINTS * wide / 2))
    w2 = np.linspace(bottom, top, 2 * round(POINTS / wide / 2))
    points = np.meshgrid(w1, w2)
    values = error_function(*points)
    note = note_on(error_function, *points, values)
    values[~np.isfinite(values)] = np.nan
    # Across a pole all lines would lie on top of each other, at a place where E has none of them.
    values[beside_poles(error_function, w1, w2, values)] = np.nan
    levels = choose_levels(values)
    height = level_height(values, levels.values)
    return Contours(w1, w2, values, height, levels, _tones(values, levels.values), note)


def _tones(values: Floats, levels: Floats) -> Floats:
    """Return the tones at evenly spaced heights."""
    if levels.size < 2:
        return np.zeros(1)
    share = np.linspace(0, 1, TONES, endpoint=False)
    low, step = levels[:-1, None] / 2, np.diff(levels / 2)[:, None]
    # By halves, since the whole way from -1e308 to 1e308 is no number.
    half = np.append((low + step * share).ravel(), levels[-1] / 2)
    ground = values[np.isfinite(values)] / 2
    *ranks, nearly = np.quantile(ground, [*np.linspace(0, 1, RANKS + 1), NEARLY_HIGHEST])
    rank = np.interp(half, ranks, np.linspace(0, 1, RANKS + 1))
    height = np.sqrt(((half - half[0]) / ((nearly - half[0]) or 1)).clip(0, 1))
    tones = BY_RANK * rank + (1 - BY_RANK) * height
    heights = level_height(2 * half, levels)
    found: Floats = np.interp(np.arange(half.size) / TONES, heights, tones)
    return found


def level_height(values: Floats, levels: Floats) -> Floats:
    """Return where each value lies among the levels: 2.5 is between level 2 and level 3.

    A browser draws a line where heights, taken as linear between grid points, reach a level. So
    they must bend nowhere sharply, least of all there, where the steps of E change: they follow
    Gregory and Delbourgo's monotone rational quadratic spline (1982), whose slope at a level is the
    geometric mean of the slopes on both sides, since steps may differ by powers of ten.
    """
    if levels.size < 2:
        return np.where(np.isfinite(values), 0.0, np.nan)
    finite = np.isfinite(values)
    # By halves, since the whole way from -1e308 to 1e308 is no number.
    half, found = levels / 2, values[finite] / 2
    step = np.diff(half)
    k = np.clip(np.searchsorted(half, found, side="right") - 1, 0, step.size - 1)
    if step.max() > DECADES * step.min():
        half, found = _logarithmic(half, step, half), _logarithmic(half, step, found)
        step = np.diff(half)
    # The slope at the beginning and at the end of each step, against that of its chord.
    steeper = np.sqrt(step[1:]) / np.sqrt(step[:-1])
    begin, end = np.empty_like(step), np.empty_like(step)
    begin[1:], end[:-1] = steeper, 1 / steeper
    begin[0], end[-1] = (1 / end[0], 1 / begin[-1]) if step.size > 1 else (1, 1)
    share = (found - half[k]) / step[k]
    bend = share * (1 - share)
    height = np.full(values.shape, np.nan)
    height[finite] = k + (share**2 + begin[k] * bend) / (1 + (begin[k] + end[k] - 2) * bend)
    return height


def _logarithmic(half: Floats, step: Floats, values: Floats) -> Floats:
    """Return values on a logarithmic scale on both sides of the place where levels lie closest."""
    least = max(step.min(), 1e-290 * step.max())
    transformed: Floats = np.arcsinh((values - half[step.argmin()]) / least)
    return transformed
