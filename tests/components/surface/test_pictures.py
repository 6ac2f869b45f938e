"""Small pictures of the presets: the surface's own levels and tones on a coarser grid."""

import json

import numpy as np
import pytest

from components.surface.contours import contours, level_height
from components.surface.pictures import preset_pictures
from components.surface.region import widened
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.heights import heights_of


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_a_picture_has_the_levels_and_heights_of_its_function(preset: Preset) -> None:
    function = ErrorFunction.parse(preset.text)
    picture = preset_pictures()[preset.key]
    trace = picture["trace"]
    found = contours(function, widened(preset.view, 1.0))
    np.testing.assert_array_equal(trace["levels"], found.levels.values)
    left, right, bottom, top = trace["region"]
    rows, columns = np.shape(trace["dz"])
    # Equal scales on both axes.
    assert (right - left) / (columns - 1) == pytest.approx((top - bottom) / (rows - 1))
    assert rows == columns <= 72
    grid = np.meshgrid(np.linspace(left, right, columns), np.linspace(bottom, top, rows))
    heights = level_height(function(*grid), found.levels.values)
    off = np.abs(heights_of(trace) / trace["size"] - heights)
    assert off.max() <= 0.5 / trace["size"] + 1e-6
    known = sorted(map(tuple, preset.minima))
    assert sorted(map(tuple, picture["minima"])) == known


def test_all_pictures_together_are_light() -> None:
    text = json.dumps(preset_pictures(), separators=(",", ":"), allow_nan=False)
    assert list(preset_pictures()) == [preset.key for preset in PRESETS]
    assert len(text) < 20_000 * len(PRESETS)
