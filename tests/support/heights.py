"""Heights of a surface as the browser has them: the sums of the differences that travel."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def heights_of(trace: dict[str, Any]) -> NDArray[np.float64]:
    """Return the heights of a trace in parts of a level, nan where there is none."""
    differences = np.array(trace["dz"], dtype=float)
    sums: NDArray[np.float64] = np.nancumsum(differences, axis=1)
    return np.where(np.isnan(differences), np.nan, sums)
