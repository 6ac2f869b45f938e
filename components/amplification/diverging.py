"""Colours around zero: blue below, red above, the paper's own between, by perceived lightness.

Both arms are straight in the colour space OKLab (Ottosson 2020) and equally light at equal distance
from zero, so neither sign looks larger than the other; blue and red differ for readers who
confuse red and green.
"""

from __future__ import annotations

import math
from functools import lru_cache

STOPS = 33
"""How many colours are given; what lies between two of them is mixed."""

# Lightness, chroma and hue (degrees) in OKLCh: the end below zero, zero, the end above zero.
ARMS = {
    "light": ((0.44, 0.17, 256.0), (0.975, 0.004, 90.0), (0.44, 0.165, 27.0)),
    "dark": ((0.74, 0.14, 248.0), (0.235, 0.008, 255.0), (0.74, 0.15, 30.0)),
}

BEYOND = {"light": "#4d0f12", "dark": "#ffd9cf"}
"""The hatching where a value lies beyond the red end."""

Lab = tuple[float, float, float]


@lru_cache(maxsize=2)
def diverging(theme: str) -> tuple[str, ...]:
    """Return the colours from far below zero to far above it, as ``#rrggbb``."""
    below, zero, above = (_lab(*corner) for corner in ARMS[theme])
    half = STOPS // 2
    colours = [_mixed(below, zero, k / half) for k in range(half)]
    colours += [_mixed(zero, above, k / half) for k in range(half + 1)]
    return tuple(hex_colour(lab) for lab in colours)


def hex_colour(lab: Lab) -> str:
    """Return a colour of OKLab as sRGB, cut off where a screen cannot show it."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _encoded(part)):02x}" for part in linear)


def _encoded(linear: float) -> float:
    part = min(max(linear, 0.0), 1.0)
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _lab(lightness: float, chroma: float, hue: float) -> Lab:
    angle = math.radians(hue)
    return lightness, chroma * math.cos(angle), chroma * math.sin(angle)


def _mixed(first: Lab, second: Lab, share: float) -> Lab:
    lightness, a, b = (p + (q - p) * share for p, q in zip(first, second, strict=True))
    return lightness, a, b
