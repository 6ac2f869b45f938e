"""Contours of an error function, with levels that follow the distribution of its values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.state.state import View
from components.surface.poles import beside_poles
from components.surface.undefined import note_on_undefined
from optimizers import ErrorFunction

GRID = 200
LEVELS = 24
SPACING = 1.5

FEWEST_LEVELS = 5

PLATEAU = 0.002
"""The part of all points that have the same value from which on they are a plateau."""

MOST_PLATEAUS = 60

DECADES = 1e8
"""How many times greater than the least step between levels the greatest is, from which on heights
are interpolated in the logarithm."""

MOST_CROSSINGS = 30_000
"""How often all contours together may cross the grid's lines: a landscape of many hills with all
levels would be a thicket to the eye, and take a browser seconds to draw."""

ROUNDING = 1e-12
"""How far two values must lie apart, relative to the greater, to be no noise of each other."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Contours:
    """What a contour plot needs.

    Parameters
    ----------
    w1, w2 : ndarray, shape (GRID,)
        The grid's coordinates.
    height : ndarray, shape (GRID, GRID)
        For every grid point the number of the level it lies on, a fraction between two levels, nan
        where E is not finite, and beside a pole. Rows go along w2.
    levels : ndarray
        The values of E at the levels 0, 1, 2, ...
    note : str
        A sentence on the part of the view that is blank, if there is one.
    """

    w1: Floats
    w2: Floats
    height: Floats
    levels: Floats
    note: str


def contours(error_function: ErrorFunction, view: View) -> Contours:
    """Return the contours of E in a part of the plane."""
    left, right, bottom, top = view
    w1, w2 = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
    points = np.meshgrid(w1, w2)
    values = error_function(*points)
    note = note_on_undefined(error_function, *points, values)
    values[~np.isfinite(values)] = np.nan
    # Across a pole all lines would lie on top of each other, at a place where E has none of them.
    values[beside_poles(error_function, w1, w2, values)] = np.nan
    levels = spread_levels(values)
    crossings = _crossings(level_height(values, levels))
    if crossings > MOST_CROSSINGS:
        count = max(FEWEST_LEVELS, int(LEVELS * MOST_CROSSINGS / crossings))
        levels = spread_levels(values, count)
    return Contours(w1, w2, level_height(values, levels), levels, note)


def spread_levels(values: Floats, count: int = LEVELS) -> Floats:
    """Return increasing values of E that lie apart in the picture as evenly as they can.

    The area below a level grows with its distance from the floor of a valley and with the square of
    its distance from a lone minimum, whatever the function. Quantiles spaced between the two make
    rings that lie about evenly for a bowl, for Rosenbrock's valley and for Ackley's dimples.

    Parameters
    ----------
    values : ndarray of two dimensions
        E at evenly spread points; nan is left out.
    count : int
        The most levels to return.

    Returns
    -------
    ndarray
        At least two values unless E is constant, then one; none where nothing is finite.
    """
    finite = values[np.isfinite(values)]
    if not finite.size:
        return np.array([])
    levels = np.unique(np.quantile(finite, np.linspace(0, 1, count) ** SPACING))
    # Levels closer than rounding can tell apart would only draw noise. That is a matter of the two:
    # where E grows like exp(w1^2), the greatest would make noise of all the others.
    size = np.abs(levels)
    noise = ROUNDING * np.maximum(size[1:], size[:-1]) + np.finfo(float).tiny
    distinct = np.diff(levels / 2) > noise / 2  # since 1e308 less -1e308 is no number
    return _between_plateaus(levels[np.append(True, distinct)], values)


def _between_plateaus(levels: Floats, values: Floats) -> Floats:
    """Return levels of which none is the height of a plateau, and one separates any two of them.

    On a level, a plateau would belong to one side by chance, and merge with its neighbour there.
    """
    if levels.size < 2:
        return levels
    corner = values[:-1, :-1]
    level = (corner == values[1:, :-1]) & (corner == values[:-1, 1:])
    found, counts = np.unique(corner[level], return_counts=True)
    plateaus = found[counts >= PLATEAU * values.size]
    known = np.union1d(levels, plateaus[:MOST_PLATEAUS])
    size = np.abs(known)
    known = known[np.append(True, np.diff(known) > ROUNDING * np.maximum(size[1:], size[:-1]))]
    flat = np.isin(known[:-1], plateaus)
    above = known[:-1][flat] + (known[1:][flat] - known[:-1][flat]) / 2
    inner = known[1:-1][~flat[1:]]
    return np.concatenate([levels[:1], np.union1d(inner, above), levels[-1:]])


def _crossings(height: Floats) -> float:
    """Return how often contours cross the lines between neighbouring grid points."""
    level = np.floor(height)
    return float(sum(np.nansum(np.abs(np.diff(level, axis=axis))) for axis in (0, 1)))


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
