"""OKLab (Ottosson 2020): its mixtures look evenly spaced, its distances are seen ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Parts = NDArray[np.float64]

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> Parts:
    """Return red, green and blue of ``"#rrggbb"`` in linear light, from 0 to 1."""
    parts = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: ArrayLike) -> Parts:
    """Return linear light in OKLab."""
    cones: Parts = _TO_LAB @ np.cbrt(_TO_CONES @ np.asarray(light))
    return cones


def written(parts: Parts) -> str:
    """Return a colour in OKLab as ``"#rrggbb"``."""
    light = np.linalg.solve(_TO_CONES, np.linalg.solve(_TO_LAB, parts) ** 3).clip(0, 1)
    encoded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * part):02x}" for part in encoded.tolist())


def ramp(first: str, last: str, count: int) -> list[str]:
    """Return evenly spaced colours from one ``"#rrggbb"`` to another, both included."""
    ends = lab(linear(first)), lab(linear(last))
    return [written(ends[0] + (ends[1] - ends[0]) * k / (count - 1)) for k in range(count)]
