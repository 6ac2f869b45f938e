"""Stopping reasons: why a descent ends early, one table for Python and the browser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """Stopping reason.

    Parameters
    ----------
    condition : str
        On ``t, w1, w2, E, g1, g2``, in syntax that is valid in Python and JavaScript.
    sentence : str
        The message; ``{t}`` is the step.
    """

    condition: str
    sentence: str


POINT_NOT_FINITE = "w1 - w1 + (w2 - w2) + (E - E) != 0"
"""True where a weight or E is inf or nan."""

GRADIENT_NOT_FINITE = "g1 - g1 + (g2 - g2) != 0"
"""True where the gradient is inf or nan."""

STOPS = (
    Stop(
        "t == 0", "stopped at the start: E or its slope has no finite value there; move the start"
    ),
    Stop("E > 1e308", "diverged at step {t}: E exceeded 1e308"),
    Stop("E < -1e308", "diverged at step {t}: E fell below -1e308"),
    Stop("w1 - w1 + (w2 - w2) != 0", "diverged at step {t}: a number on the way exceeded 1e308"),
    Stop("w1*w1 + w2*w2 > 1e100", "diverged at step {t}: the weights exceeded 1e50"),
    Stop("E != E", "stopped at step {t}: E has no value at the point reached"),
    Stop("t == t", "stopped at step {t}: the slope there is not finite"),
)
"""Reasons in the order in which they are tested; the last one always holds."""
