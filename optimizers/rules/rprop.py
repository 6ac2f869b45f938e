"""Resilient propagation in its form iRprop-, as torch.optim.Rprop steps.

Riedmiller and Braun 1993, A direct adaptive method for faster backpropagation learning; iRprop-:
Igel and Huesken 2003, Empirical evaluation of the improved Rprop learning algorithms, section 2.2.
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import DECREASE, INCREASE, Hyperparameter
from optimizers.rule import Notation, Rate, Rule, State, Term

PREVIOUS_GRADIENT = State("g_previous", "g^∗", "gradient kept for comparison", shown=False)


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Grow the step while the sign holds; shrink it and pause when the sign changes."""
    c = xp.let("c", xp.sign(g * past.g_previous))
    q = xp.let("q", xp.where(c > 0, h.increase, xp.where(c < 0, h.decrease, 1)))
    delta = xp.let("delta", xp.minimum(xp.maximum(q * past.delta, h.delta_min), h.delta_max))
    kept = xp.let("g_previous", xp.where(c < 0, 0, g))
    xp.let("v", xp.sign(kept) * delta)


def rate(xp: Notation, now: SimpleNamespace, past: SimpleNamespace, h: SimpleNamespace) -> Term:
    """Return the step's size over the gradient's, and 0 where there is neither."""
    sign = xp.sign(now.g)
    return sign * now.delta / (now.g + (1 - sign * sign))


RPROP = Rule(
    key="rprop",
    name="Rprop",
    hyperparameters=(
        Hyperparameter("delta0", "Δ_0", "first step", 0.1, 1e-4, 10.0, "log"),
        INCREASE,
        DECREASE,
        Hyperparameter("delta_min", "Δ_min", "smallest step", 1e-6, 1e-12, 1e-3, "log"),
        Hyperparameter("delta_max", "Δ_max", "largest step", 50.0, 1e-2, 1e3, "log"),
    ),
    state=(State("delta", "Δ", "step size", initial="delta0"), PREVIOUS_GRADIENT),
    step=step,
    source="Riedmiller and Braun 1993; Igel and Hüsken 2003",
    rate=Rate(rate, "Δᵢ/|gᵢ|", None, "Δ = |g|"),
)
