"""Levels of contours: at equal steps of E, or where the values lie if that leaves ground blank."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STEPS = 9.5
"""About so many steps of E lie between the lowest ground and nearly the highest."""

NEARLY_HIGHEST = 0.94
"""The share of the ground that lies below it."""

NEAREST = 0.25
"""Of a step: no level lies nearer to the lowest ground."""

MOST_LEVELS = 46
MOST_DOTTED = 6
DOTTED_AT_LEAST = 4
QUARTER = 0.25

BLANK = 0.02
"""The share of the ground below the lowest dotted line from which on another one is drawn."""

WIDEST_BAND = 0.45
"""The share of the ground between two lines from which on equal steps of E show too little."""

MANY = 24
"""With more levels than this every fifth is strong, else every second."""

FEW = 8
"""So few levels that follow the values are all strong."""

MOST_CROSSINGS = 30_000
"""How often all contours together may cross the grid's lines: a landscape of many hills with all
levels would be a thicket to the eye, and take a browser seconds to draw."""

SPREAD = 24
FEWEST_LEVELS = 5
SPACING = 1.5

PLATEAU = 0.002
"""The part of all points that have the same value from which on they are a plateau."""

MOST_PLATEAUS = 60

ROUNDING = 1e-12
"""How far two values must lie apart, relative to the greater, to be no noise of each other."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Levels:
    """Levels of E and how each of them is drawn.

    Parameters
    ----------
    values : ndarray
        Increasing values of E, from the least value to the greatest or a little more: the first and
        the last are no lines. One where E is constant, none where nothing is finite.
    dotted : int
        The levels from 1 to this one are dotted lines.
    strong : tuple of int
        The indices of the levels that are strong lines, and may have a label.
    """

    values: Floats
    dotted: int = 0
    strong: tuple[int, ...] = ()


def choose_levels(values: Floats) -> Levels:
    """Return levels that suit the values of E at evenly spread points; nan is left out."""
    finite = np.sort(values[np.isfinite(values)])
    if not finite.size:
        return Levels(np.array([]))
    flat = plateaus(values)
    for count in (STEPS, STEPS / 2):
        found = even_levels(finite, count)
        if found is None or np.isin(flat, found.values[1:-1]).any() or flat.size > 1:
            break
        if _crossings(values, found.values[1:-1]) <= MOST_CROSSINGS:
            return found
    spread = spread_levels(finite, flat)
    crossings = _crossings(values, spread[1:-1])
    if crossings > MOST_CROSSINGS:
        fewer = max(FEWEST_LEVELS, int(SPREAD * MOST_CROSSINGS / crossings))
        spread = spread_levels(finite, flat, fewer)
    every = 1 if spread.size <= FEW else 2
    return Levels(spread, 0, tuple(range(every, spread.size - 1, every)))


def even_levels(finite: Floats, count: float = STEPS) -> Levels | None:
    """Return levels at equal steps of E, or None where they would leave much of the ground blank.

    Close lines then mean steep ground, as on a map. Below the first level there are dotted ones,
    each a quarter of the one above, which show the floor of a valley.

    Parameters
    ----------
    finite : ndarray
        Finite values of E at evenly spread points, in order.
    count : float
        About how many levels are wanted.
    """
    low, high = float(finite[0]), float(finite[-1])
    nearly = float(finite[int(NEARLY_HIGHEST * (finite.size - 1))])
    with np.errstate(over="ignore"):
        step = nice((nearly - low) / count)
    noise = ROUNDING * max(abs(low), abs(high))
    if not (step > noise and (high - low) / step < 2 * MOST_LEVELS):
        return None
    number = math.ceil(low / step + NEAREST)
    main = [number * step]
    while (number + 1) * step < high and len(main) <= MOST_LEVELS:
        number += 1
        main.append(number * step)
    every = 5 if len(main) > MANY else 2
    first = number - len(main) + 1
    gap, dotted = main[0] - low, [main[0]]
    if len(main) > MOST_LEVELS or main[-1] >= high:
        return None
    while len(dotted) <= MOST_DOTTED:
        gap *= QUARTER
        share = np.searchsorted(finite, low + gap) / finite.size
        if (
            low + gap <= low + noise
            or share == 0
            or (len(dotted) > DOTTED_AT_LEAST and share < BLANK)
        ):
            break
        dotted.insert(0, low + gap)
    dotted.pop()
    # Up to a whole step, so that heights go on evenly beyond the last line.
    levels = np.array([low, *dotted, *(float(f"{v:.15g}") for v in (*main, (number + 1) * step))])
    bands = np.diff(np.searchsorted(finite, levels[1:-1]), prepend=0, append=finite.size)
    if bands.max() > WIDEST_BAND * finite.size:
        return None
    strong = tuple(len(dotted) + 1 + k for k in range(len(main)) if (first + k) % every == 0)
    return Levels(levels, len(dotted), strong)


def nice(value: float) -> float:
    """Return 1, 2 or 5 times a power of ten near a positive value; nan for others."""
    if not (0 < value < math.inf):
        return math.nan
    exponent = math.floor(math.log10(value))
    fraction = value / 10.0**exponent
    times = 1 if fraction < 1.5 else 2 if fraction < 3.5 else 5 if fraction < 7.5 else 10
    return float(f"{times}e{exponent}")


def spread_levels(finite: Floats, flat: Floats, count: int = SPREAD) -> Floats:
    """Return increasing values of E that lie apart in the picture as evenly as they can.

    The area below a level grows with its distance from the floor of a valley and with the square of
    its distance from a lone minimum, whatever the function. Quantiles spaced between the two make
    lines that lie about evenly in a landscape over any number of decades.

    Parameters
    ----------
    finite : ndarray
        Finite values of E at evenly spread points, in order.
    flat : ndarray
        The heights of plateaus: none is a level, and one level separates any two of them.
    count : int
        The most levels to return.
    """
    levels = np.unique(np.quantile(finite, np.linspace(0, 1, count) ** SPACING))
    # Levels closer than rounding can tell apart would only draw noise. That is a matter of the two:
    # where E grows like exp(w1^2), the greatest would make noise of all the others.
    size = np.abs(levels)
    noise = ROUNDING * np.maximum(size[1:], size[:-1]) + np.finfo(float).tiny
    distinct = np.diff(levels / 2) > noise / 2  # since 1e308 less -1e308 is no number
    return _rounded(_between_plateaus(levels[np.append(True, distinct)], flat), flat)


def _rounded(levels: Floats, flat: Floats) -> Floats:
    """Return levels with two digits, as labels have them, but for those that this moves too far."""
    if levels.size < 3:
        return levels
    short = np.array([float(f"{level:.2g}") for level in levels])
    gap = np.diff(levels / 2) / 2
    room = np.minimum(gap[1:], gap[:-1])
    moved = np.abs(short / 2 - levels / 2)[1:-1]
    good = (moved < room / 2) & ~np.isin(short[1:-1], flat)
    return np.concatenate([levels[:1], np.where(good, short[1:-1], levels[1:-1]), levels[-1:]])


def plateaus(values: Floats) -> Floats:
    """Return the heights of plateaus in a grid of values: at most `MOST_PLATEAUS`, in order."""
    corner = values[:-1, :-1]
    level = (corner == values[1:, :-1]) & (corner == values[:-1, 1:])
    found, counts = np.unique(corner[level], return_counts=True)
    return found[counts >= PLATEAU * values.size][:MOST_PLATEAUS]


def _between_plateaus(levels: Floats, flat: Floats) -> Floats:
    """Return levels of which none is the height of a plateau, and one separates any two of them.

    On a level, a plateau would belong to one side by chance, and merge with its neighbour there.
    """
    if levels.size < 2:
        return levels
    known = np.union1d(levels, flat)
    size = np.abs(known)
    known = known[np.append(True, np.diff(known) > ROUNDING * np.maximum(size[1:], size[:-1]))]
    is_flat = np.isin(known[:-1], flat)
    above = known[:-1][is_flat] + (known[1:][is_flat] - known[:-1][is_flat]) / 2
    inner = known[1:-1][~is_flat[1:]]
    return np.concatenate([levels[:1], np.union1d(inner, above), levels[-1:]])


def _crossings(values: Floats, levels: Floats) -> float:
    """Return how often lines at some levels cross those between neighbouring grid points."""
    number = np.searchsorted(levels, values, side="right").astype(np.int16)
    number[np.isnan(values)] = -1
    known = number >= 0
    across = np.abs(np.diff(number, axis=1))[known[:, 1:] & known[:, :-1]].sum()
    up = np.abs(np.diff(number, axis=0))[known[1:] & known[:-1]].sum()
    return float(across + up)
