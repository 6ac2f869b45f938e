"""Where a browser draws the contours, against where E has the level: in cells of the grid."""

import numpy as np
import pytest
from numpy.typing import NDArray

from components.surface.contours import Contours, contours
from components.surface.surface import contour_trace
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.heights import heights_of

Floats = NDArray[np.float64]

CLIFFS = {"neuron": 0.35, "chain": 0.55}
"""Where several lines share a cell, no grid says exactly where they run in it."""


def crossings(found: Contours, level: int, axis: int) -> tuple[Floats, Floats, Floats]:
    """Return both ends of the grid's lines along an axis that a contour crosses, and the place."""
    trace = contour_trace(found)
    told = np.moveaxis(heights_of(trace) / trace["size"], axis, 0)
    grid = np.moveaxis(np.array(np.meshgrid(found.w1, found.w2)), axis + 1, 1)
    low, high = told[:-1], told[1:]
    at = (low > level) != (high > level)
    return grid[:, :-1][:, at], grid[:, 1:][:, at], (level - low[at]) / (high[at] - low[at])


def deviation(function: ErrorFunction, found: Contours, level: int) -> Floats:
    """Return how far off a contour is, across it, wherever it crosses the grid's lines."""
    off = []
    cell = np.array([[np.diff(found.w1)[0]], [np.diff(found.w2)[0]]])
    for axis in (0, 1):
        begin, end, place = crossings(found, level, axis)
        low, high = np.zeros(place.size), np.ones(place.size)
        below = function(*begin) < found.levels.values[level]
        exists = below != (function(*end) < found.levels.values[level])
        for _ in range(30):
            middle = (low + high) / 2
            left = (
                function(*(begin + middle * (end - begin))) < found.levels.values[level]
            ) == below
            low, high = np.where(left, middle, low), np.where(left, high, middle)
        slope = np.array(function.gradient(*(begin + low * (end - begin)))) * cell
        across = np.abs(slope[1 - axis]) / np.hypot(*slope)
        off.append((np.abs(place - low) * across)[exists])
    return np.concatenate(off)


OUTERMOST = {"ackley": 0.33}
"""Where the outermost line is small rings around the tops of hills, between few points."""


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_contours_run_where_e_has_their_level(preset: Preset) -> None:
    function = ErrorFunction.parse(preset.text)
    found = contours(function, preset.view)
    off = [deviation(function, found, k) for k in range(1, found.levels.values.size - 1)]
    assert np.concatenate(off).size > 2000
    assert np.quantile(np.concatenate(off), 0.99) < CLIFFS.get(preset.key, 0.15)
    assert off[-1].max() < OUTERMOST.get(preset.key, 0.15)
