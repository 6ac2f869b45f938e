"""The part of the plane that figure 1 shows, and the scale at which it draws gradients."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from components.state.limits import LARGEST_COORDINATE, SMALLEST_EXTENT
from components.state.state import View
from optimizers import Trajectory

ROOM = 1.3
"""The side of the view in multiples of what it frames: arrows and their labels have air."""

SMALLEST_SHARE = 1e-9
"""A view narrower than this beside its distance from the origin would show rounding."""

Floats = NDArray[np.float64]


def gradient_scale(trajectories: Sequence[Trajectory]) -> float:
    """Return n of "gradients drawn at 1 : n": 1, 2 or 5 times a power of ten.

    The longest gradient is drawn about as long as the steps reach, so that neither dwarfs the
    other; where nothing moves, about one long.
    """
    longest = max(_longest_seen(run) for run in trajectories)
    reach = _side(_seen(np.vstack([run.w for run in trajectories])))
    if not longest:
        return 1.0
    wanted = math.log10(longest / (reach or 1.0))
    rounds = (k + math.log10(n) for k in (math.floor(wanted), math.ceil(wanted)) for n in (1, 2, 5))
    return float(f"{10 ** min(rounds, key=lambda one: abs(one - wanted)):.1g}")


def frame(trajectories: Sequence[Trajectory], scale: float) -> View:
    """Return a square that shows all weights and the tips of all gradients, with some air.

    Points too far out for any view are left to the numbers.
    """
    tips = [run.w[: len(run.gradient)] + run.gradient / scale for run in trajectories]
    points = _seen(np.vstack([*(run.w for run in trajectories), *tips]))
    if not points.size:
        points = np.clip(trajectories[0].w[:1], -LARGEST_COORDINATE, LARGEST_COORDINATE)
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    least = max(SMALLEST_EXTENT, SMALLEST_SHARE * float(np.abs(centre).max()))
    side = ROOM * _side(points) or 1.0
    half = min(max(side, 100 * least), 2 * LARGEST_COORDINATE) / 2
    w1, w2 = np.clip(centre, half - LARGEST_COORDINATE, LARGEST_COORDINATE - half)
    # To a thousandth of the side: an address with it stays short.
    digits = max(0, 3 - math.floor(math.log10(2 * half)))
    ends = (w1 - half, w1 + half, w2 - half, w2 + half)
    left, right, bottom, top = (round(float(end), digits) for end in ends)
    return left, right, bottom, top


def _longest_seen(run: Trajectory) -> float:
    """Return the length of the longest gradient at a point that a view can show."""
    gradients = run.gradient[_near(run.w[: len(run.gradient)])]
    return float(np.hypot(*gradients.T).max(initial=0.0))


def _near(points: Floats) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = np.abs(points).max(axis=1) <= LARGEST_COORDINATE
    return near


def _seen(points: Floats) -> Floats:
    found: Floats = points[_near(points)]
    return found


def _side(points: Floats) -> float:
    return float(np.ptp(points, axis=0).max()) if points.size else 0.0
