"""The minima of an error function that are marked: a preset's known ones, or one that is found."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from components.surface.contours import Contours
from optimizers import ErrorFunction
from optimizers.preset import Point
from optimizers.presets import PRESETS

STARTS = 3
STEPS = 80
HALVINGS = 30
SUFFICIENT = 1e-4
"""Of the decrease that the slope promises (Armijo)."""

RINGS = (1e-4, 1e-3)
"""Radii, relative to the region, on which E must be greater than at a minimum in the middle."""

DIRECTIONS = 12
FLAT = 1e-9

FIRST_STEP = 0.02
FAR = 10.0
DONE = 1e-12
"""Of the region: the longest first step, how far a minimum may lie away, the shortest last step."""


@lru_cache(maxsize=1)
def known_minima() -> Mapping[str, tuple[Point, ...]]:
    """Return the minima of the presets by the canonical text of the function, the lowest first."""
    found = {}
    for preset in PRESETS:
        function = ErrorFunction.parse(preset.text)
        found[function.text] = tuple(sorted(preset.minima, key=lambda w: float(function(*w))))
    return found


def minima(function: ErrorFunction, found: Contours) -> tuple[Point, ...]:
    """Return the minima to mark, the lowest first; none where E has none.

    Parameters
    ----------
    function : ErrorFunction
        E.
    found : Contours
        Its values on a grid. A search begins at the lowest places of the grid, and may leave it.
    """
    if (known := known_minima().get(function.text)) is not None:
        return known
    extent = float(min(np.ptp(found.w1), np.ptp(found.w2)))
    ends = [_descend(function, start, extent) for start in _lowest(found)]
    good = [w for w in ends if w is not None and _is_minimum(function, w, extent)]
    return tuple(sorted(good, key=lambda w: function.evaluate(*w)[0])[:1])


def _lowest(found: Contours) -> list[Point]:
    """Return the lowest places of the grid that lie below all neighbours, the inner ones first."""
    values = np.where(np.isnan(found.values), np.inf, found.values)
    lowest = np.isfinite(values)
    inner = values[1:-1, 1:-1]
    for below in (values[:-2, 1:-1], values[2:, 1:-1], values[1:-1, :-2], values[1:-1, 2:]):
        lowest[1:-1, 1:-1] &= inner <= below
    rows, columns = np.nonzero(lowest)
    # Of many that are equal but for the places where the grid meets them, the innermost.
    height = np.round(found.height[rows, columns], 1)
    off = np.hypot(rows - values.shape[0] / 2, columns - values.shape[1] / 2)
    order = np.lexsort((off, height))[:STARTS]
    return [(float(found.w1[columns[k]]), float(found.w2[rows[k]])) for k in order]


def _descend(function: ErrorFunction, start: Point, extent: float) -> Point | None:
    """Return where BFGS with exact gradients ends, or None where it goes far away."""
    x, y = start
    error, g1, g2 = function.evaluate(x, y)
    a, b, c = 1.0, 0.0, 1.0  # the inverse of the second derivatives: [[a, b], [b, c]]
    longest = FIRST_STEP * extent
    for _ in range(STEPS):
        d1, d2 = -a * g1 - b * g2, -b * g1 - c * g2
        if not d1 * g1 + d2 * g2 < 0:
            a, b, c = 1.0, 0.0, 1.0
            d1, d2 = -g1, -g2
        length = math.hypot(d1, d2)
        if not 0 < length < math.inf:
            break
        share = min(1.0, longest / length)
        promised = SUFFICIENT * (d1 * g1 + d2 * g2)
        for _ in range(HALVINGS):
            s1, s2 = share * d1, share * d2
            after, h1, h2 = function.evaluate(x + s1, y + s2)
            if after <= error + share * promised:
                break
            share /= 2
        else:
            break
        x, y, error = x + s1, y + s2, after
        if math.hypot(x - start[0], y - start[1]) > FAR * extent:
            return None
        y1, y2, g1, g2 = h1 - g1, h2 - g2, h1, h2
        curved = s1 * y1 + s2 * y2
        if curved > 0:
            # The BFGS formula for two variables.
            z1, z2 = a * y1 + b * y2, b * y1 + c * y2
            scale = (1 + (y1 * z1 + y2 * z2) / curved) / curved
            a += scale * s1 * s1 - 2 * z1 * s1 / curved
            b += scale * s1 * s2 - (z1 * s2 + z2 * s1) / curved
            c += scale * s2 * s2 - 2 * z2 * s2 / curved
        if math.hypot(s1, s2) < DONE * extent:
            break
        longest = extent
    return x, y


def _is_minimum(function: ErrorFunction, w: Point, extent: float) -> bool:
    """Return whether E is greater all around a point, nearby and a little farther."""
    error = function.evaluate(*w)[0]
    angles = np.linspace(0, 2 * np.pi, DIRECTIONS, endpoint=False)
    radii = extent * np.array(RINGS)[:, None]
    higher = function(w[0] + radii * np.cos(angles), w[1] + radii * np.sin(angles)) - error
    # Along the floor of a valley rounding alone may make a difference.
    return math.isfinite(error) and bool((higher > FLAT * higher.max()).all())
