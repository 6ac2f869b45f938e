"""Small pictures of the presets' surfaces, for a gallery."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from components.surface.contours import contours
from components.surface.optimum import minima
from components.surface.region import widened
from components.surface.surface import contour_trace
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS

EVERY = 3
"""Of the surface's grid, which of its points a small picture has."""

PARTS = 16
"""Of a level, in which its heights are sent."""


@lru_cache(maxsize=1)
def preset_pictures() -> dict[str, Any]:
    """Return what the browser draws small pictures of all presets with, by their keys.

    They have the surface's own levels and tones, so that they look as it will.
    """
    return {preset.key: _picture(preset) for preset in PRESETS}


def _picture(preset: Preset) -> dict[str, Any]:
    function = ErrorFunction.parse(preset.text)
    found = contours(function, widened(preset.view, 1.0))
    coarse = replace(
        found,
        w1=found.w1[::EVERY],
        w2=found.w2[::EVERY],
        height=found.height[::EVERY, ::EVERY],
    )
    return {"trace": contour_trace(coarse, PARTS), "minima": minima(function, found)}
