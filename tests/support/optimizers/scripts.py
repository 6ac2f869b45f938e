"""Printed scripts, run in a namespace of their own and compared with `descend`."""

import contextlib
import io
from collections.abc import Mapping
from typing import Any

import numpy as np

from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.scripts import script

STEPS = 40
"""Few enough that no rounding difference has grown in a limit cycle."""

FUNCTIONS: Mapping[str, tuple[float, float]] = {
    "3 w1^2 + 10 w2^2": (-15, 20),
    "(1-w1)^2 + 100(w2-w1^2)^2": (-1.2, 1),
    "sin(3 w1) exp(-w2^2/8) + 0.1 w1^2 + |w2|": (0.7, 2.1),
    "max(w1^2, |w2|) + relu(w1 - w2) + logcosh(w1)": (1.3, -2.2),
    "erf(w1)^2 + gelu(w2) + cbrt(1 + w2^2) + 2^w1": (0.9, 1.7),
    "sqrt(w1^2 + w2^2)/(1 + log(2 + w1^2)) + w2^1.5": (1.5, 2),
}
"""Functions with a start: smooth ones, with kinks, with functions that libraries lack, with terms
that may lack a slope."""


def run_script(code: str) -> dict[str, Any]:
    """Return the trajectories of a script by their runs."""
    namespace: dict[str, Any] = {"__name__": "scene"}
    exec(compile(code, "scene.py", "exec"), namespace)
    with contextlib.redirect_stdout(io.StringIO()):
        found: dict[str, Any] = namespace["main"]()
    return found


def check(
    flavour: str,
    key: str,
    text: str,
    start: tuple[float, float],
    settings: Mapping[str, float] | None = None,
    steps: int = STEPS,
) -> None:
    """Compare the run of a script with `descend`: weights, E and number of steps."""
    function, rule = ErrorFunction.parse(text), OPTIMIZERS[key]
    code = script(flavour, function, start, steps, [(rule, settings or {})])
    (found,) = run_script(code).values()
    expected = descend(function, rule, start, steps, **(settings or {}))
    assert found[0].shape == expected.w.shape, (expected.stopped, code)
    np.testing.assert_allclose(found[0], expected.w, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(found[1], expected.error, rtol=1e-9, atol=1e-12)
