"""Stopping reasons: why a descent ends early, one table for Python and the browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """Stopping reason.

    Parameters
    ----------
    condition : str
        On ``t, w1, w2, E, g1, g2`` and ``state``, which is 0 while the optimizer state is finite,
        in syntax that is valid in Python and JavaScript.
    sentence : str
        The message; ``{t}`` is the step, ``{term}`` the term of E that has no slope.
    """

    condition: str
    sentence: str


STOPS = (
    Stop(
        "(t == 0) & (E - E != 0)",
        "stopped at the start: E has no finite value there; move the start",
    ),
    Stop("t == 0", "stopped at the start: {term} has no finite slope there; move the start"),
    Stop("E > 1e308", "diverged at step {t}: E exceeded 1e308"),
    Stop("E < -1e308", "diverged at step {t}: E fell below -1e308"),
    Stop("w1 - w1 + (w2 - w2) != 0", "diverged at step {t}: a number on the way exceeded 1e308"),
    Stop("w1*w1 + w2*w2 > 1e100", "diverged at step {t}: the weights exceeded 1e50"),
    Stop("E != E", "stopped at step {t}: E has no value at the point reached"),
    Stop("state != 0", "stopped at step {t}: the optimizer state exceeded 1e308"),
    Stop("t == t", "stopped at step {t}: {term} has no finite slope there"),
)
"""Reasons in the order in which they are tested; the last one always holds."""


def excess(names: Iterable[str]) -> str:
    """Return a term that is 0 while all these numbers are finite, and nan once one is not."""
    return " + ".join(f"({name} - {name})" for name in names) or "0"


POINT_NOT_FINITE = f"{excess(['w1', 'w2', 'E'])} != 0"
"""True where a weight or E is inf or nan."""

GRADIENT_NOT_FINITE = f"{excess(['g1', 'g2'])} != 0"
"""True where the gradient is inf or nan."""
