"""Limits of the gradient at points where its exact code gives none; see `codegen.slopes`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizers.codegen.autodiff import StraightLineCode
from optimizers.codegen.compiled import compile_function, python_assignments
from optimizers.codegen.slopes import DIRECTIONS, RANGES, limit_code, slopeless_cases
from optimizers.language.numeric import NUMPY

Floats = NDArray[np.float64]
Function = Callable[..., Any]


def with_limits(function: Function, w1: Floats, w2: Floats, results: list[Floats]) -> list[Floats]:
    """Return E, g1 and g2 with limits for components of the gradient that are not finite.

    Parameters
    ----------
    function : callable
        Compiled function from arrays of w1 and w2 to E, g1 and g2.
    w1, w2 : ndarray
        The points.
    results : list of ndarray
        What it gave there.
    """
    error, *gradient = results
    lacking = np.isfinite(error) & ~np.isfinite(gradient).all(axis=0)
    if not lacking.any():
        return results
    points = np.array([w1[lacking], w2[lacking]])
    with np.errstate(all="ignore"):
        around = [bound for range_ in RANGES for bound in _bounds(function, points, *range_)]
        for k, component in enumerate(gradient):
            found = component[lacking]
            limits = _limit()(found, *(bound[k] for bound in around))
            component[lacking] = np.where(np.isfinite(found), found, limits)
    return results


def _bounds(function: Function, points: Floats, share: float, least: float) -> tuple[Floats, ...]:
    """Return the least and the greatest gradient around points, of those that have a value."""
    distance = share * np.abs(points).max(axis=0) + least
    samples = []
    for direction in DIRECTIONS:
        error, g1, g2 = function(*(points + np.multiply.outer(direction, distance)))
        gradient = np.stack(np.broadcast_arrays(g1, g2, distance)[:2])
        samples.append(np.where(np.isfinite(error), gradient, np.nan))
    return np.fmin.reduce(samples), np.fmax.reduce(samples)


@lru_cache(maxsize=1)
def _limit() -> Function:
    code = python_assignments(limit_code())
    head = "def limit_of(g, low, high, far_low, far_high):"
    return compile_function("limit_of", f"{head}\n{code}    return slope\n", NUMPY)


def slopeless_code(code: StraightLineCode, indent: str = "        ") -> str:
    """Return the body of a function of w1, w2, g1 and g2 that names the term without a slope."""
    cases = "".join(
        f"{indent}if {condition}:\n{indent}    return {text!r}\n"
        for condition, text in slopeless_cases(code)
    )
    return f"{python_assignments(code.slopes, indent)}{cases}{indent}return 'E'\n"
