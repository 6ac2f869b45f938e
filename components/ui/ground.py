"""The ground: colours of the surface, its contours, axis numbers and labels, in both themes."""

from __future__ import annotations

import bisect
from typing import Any

import numpy as np

from components.ui import oklab

RAMP = {
    "light": {
        0.0: "#fbfaf4",
        0.22: "#eff2e6",
        0.45: "#dce8da",
        0.68: "#c4dbd1",
        0.86: "#aecdc9",
        1.0: "#9cc0c1",
    },
    "dark": {
        0.0: "#3a584d",
        0.2: "#2e4d47",
        0.42: "#234240",
        0.64: "#1a3538",
        0.84: "#162a2f",
        1.0: "#132227",
    },
}
"""From low to high E. Light is low in both themes, so that a run ends in the light."""

TONES = 33

RELIEF = {"light": 0.026, "dark": 0.03}
"""How much lighter in OKLab ground is that faces the light, which comes from the north-west."""

LINE = {"light": ((10, 46, 50), 0.48, 0.64), "dark": ((206, 236, 226), 0.55, 0.45)}
"""The colour of a strong line, and its opacity on the lowest and on the highest ground."""

THIN = 0.56
"""The opacity of the other lines beside that."""

DOTTED = {"light": (14, 54, 58, 0.45), "dark": (214, 240, 230, 0.42)}
LABEL = {"light": (18, 50, 54, 0.86), "dark": (222, 240, 234, 0.86)}
TICK = {"light": (18, 46, 50, 0.82), "dark": (214, 232, 228, 0.86)}


def tones(theme: str, lighter: float = 0.0) -> list[str]:
    """Return the colours from low to high ground, evenly spaced.

    Parameters
    ----------
    theme : str
        ``"light"`` or ``"dark"``.
    lighter : float
        The part of the relief that is added to the lightness: 1 faces the light, -1 lies away.
    """
    return [_tone(theme, float(at), lighter) for at in np.linspace(0, 1, TONES)]


def _tone(theme: str, at: float, lighter: float) -> str:
    stops = RAMP[theme]
    places = [*stops]
    k = min(bisect.bisect_right(places, at), len(places) - 1)
    first, last = (oklab.lab(oklab.linear(stops[place])) for place in places[k - 1 : k + 1])
    mixed = first + (last - first) * (at - places[k - 1]) / (places[k] - places[k - 1])
    return oklab.written(mixed + np.array([lighter * RELIEF[theme], 0, 0]))


def colours(theme: str) -> dict[str, Any]:
    """Return what the browser draws the ground with."""
    colour, low, high = LINE[theme]
    return {
        "flat": tones(theme),
        "lit": tones(theme, 1),
        "shaded": tones(theme, -1),
        "line": {"colour": _rgb(colour), "low": low, "high": high, "thin": THIN},
        "dotted": _rgb(DOTTED[theme]),
        "label": _rgb(LABEL[theme]),
        "tick": _rgb(TICK[theme]),
    }


def _rgb(parts: tuple[float, ...]) -> str:
    name = "rgb" if len(parts) == 3 else "rgba"
    return f"{name}({', '.join(f'{part:g}' for part in parts)})"
