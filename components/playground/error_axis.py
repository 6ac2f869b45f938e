"""What a linear axis shows of a run's errors; for a moving hand assets/settle.js has the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Errors = NDArray[np.float64]

HEADROOM = 2.0
"""How far above the first error a linear axis reaches, in multiples of that error."""

ABYSS = 1e12
"""From what fall on, in the same multiples, it reaches no farther below the first error either."""

SMALLEST = 1e-9
"""What a first error counts as at least."""


def bounds(error: Errors) -> tuple[float, float]:
    """Return the least and the largest error that a linear axis shows.

    It ends a little above the first error, or a run that explodes would flatten all that came
    before, and the same way below, where a run falls without end; a logarithmic axis shows all.
    """
    first = float(error[0])
    size = max(abs(first), SMALLEST)
    falls = error.min() < first - ABYSS * size
    return first - HEADROOM * size if falls else -np.inf, first + HEADROOM * size


def error_range(error: Errors) -> list[float] | None:
    """Return the range of a linear axis, with 0 and a little room, as assets/live_axis.js does.

    Where the curve leaves the plot there is no room, or it would end there.
    """
    least, most = bounds(error)
    low = max(min(float(error.min()), 0.0), least)
    high = min(max(float(error.max()), 0.0), most)
    if not np.isfinite(high - low):
        return None
    room = 0.05 * ((high - low) or 1)
    return [low if low in (0, least) else low - room, high if high == most else high + room]


def within_headroom(error: Errors) -> Errors:
    """Return the errors within bounds and, where they leave them, the first one beyond; else nan.

    So the curve of a diverging run leaves the plot, and does not just end in it. What is far beyond
    is brought near, for the sake of whoever computes its pixels.
    """
    least, most = bounds(error)
    inside = np.pad((error >= least) & (error <= most), 1)
    seen = inside[1:-1] | inside[:-2] | inside[2:]
    return np.where(seen, np.clip(error, least - 1e6 * most, most + 1e6 * most), np.nan)
