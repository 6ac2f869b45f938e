"""Where E leaps from one infinity to the other between two points of a grid, like 1/w1 at 0."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from optimizers import ErrorFunction

HALVINGS = 20
GROWTH = 50.0
"""A leap that grows so much while the way is halved `HALVINGS` times has no end: for 1/w1 it grows
a million times, for a cube root of that a hundred times, for a step or a cliff not at all."""

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


def beside_poles(function: ErrorFunction, w1: Floats, w2: Floats, values: Floats) -> Mask:
    """Return which points of a grid have a pole between themselves and a neighbour.

    Parameters
    ----------
    function : ErrorFunction
        E.
    w1, w2 : ndarray
        The grid's coordinates.
    values : ndarray, shape (w2.size, w1.size)
        E there, nan where it has no finite value.
    """
    found = np.zeros(values.shape, dtype=bool)
    points = np.array(np.meshgrid(w1, w2))
    with np.errstate(invalid="ignore", over="ignore"):
        for axis in (0, 1):
            along, marks = np.moveaxis(values, axis, 0), np.moveaxis(found, axis, 0)
            grid = np.moveaxis(points, axis + 1, 1)
            at = _leaps(along)
            ends = np.array([grid[:, :-1][:, at], grid[:, 1:][:, at]])
            pole = np.zeros(at.shape, dtype=bool)
            pole[at] = _endless(function, ends, np.array([along[:-1][at], along[1:][at]]))
            marks[:-1] |= pole
            marks[1:] |= pole
    return found


def _leaps(values: Floats) -> Mask:
    """Return between which rows E goes far the other way than before and after."""
    step = np.diff(values, axis=0)
    way, far = np.sign(step), np.abs(step)
    leaps = np.isfinite(step)
    leaps[1:] &= (way[1:] == -way[:-1]) & (far[1:] > far[:-1])
    leaps[:-1] &= (way[:-1] == -way[1:]) & (far[:-1] > far[1:])
    return leaps


def _endless(function: ErrorFunction, ends: Floats, values: Floats) -> Mask:
    """Return which leaps grow without end towards a place between both ends."""
    least = GROWTH * np.abs(values[1] - values[0])
    for _ in range(HALVINGS):
        middle = ends.mean(axis=0)
        value = function(*middle)
        left = ~(np.abs(value - values[0]) < np.abs(values[1] - value))
        ends = np.where(left, [ends[0], middle], [middle, ends[1]])
        values = np.where(left, [values[0], value], [value, values[1]])
    # Where the very pole was met there is no number.
    endless: Mask = ~(np.abs(values[1] - values[0]) < least)
    return endless
