"""The colours of C_a: one scale for every map, symmetric about zero.

A place on the scale is asinh(C_a / eta): even near zero and in decades farther out, so that the
eta of a normalised step and the many eta of a raw one are both seen. The scale ends at ten eta, or
where a wider range of gradients asks for it at the next decade: nothing can be attenuated by more
than eta times the range. What is amplified by more, as all is with beta = 1, is hatched.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def end_of_scale(largest: float) -> float:
    """Return where the scale ends, in multiples of eta, for gradients up to `largest`."""
    return float(10 ** math.ceil(math.log10(max(10.0, largest)) - 1e-9))


def shade(amplification: Floats, rate: float, end: float) -> Floats:
    """Return the places of values on the scale, from -1 to 1."""
    place = np.arcsinh(amplification / rate) / math.asinh(end)
    return np.clip(place, -1.0, 1.0)


def ticks(end: float) -> list[float]:
    """Return the labelled places, in multiples of eta."""
    decades = [10.0**k for k in range(round(math.log10(end)) + 1)]
    above = [1.0, 3.0, 10.0] if end == 10 else decades
    return [*(-tick for tick in reversed(above)), 0.0, *above]
