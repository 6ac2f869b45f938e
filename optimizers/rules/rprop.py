"""Resilient propagation in its form iRprop-, as torch.optim.Rprop steps.

Riedmiller and Braun 1993, A direct adaptive method for faster backpropagation learning; iRprop-:
Igel and Huesken 2003, Empirical evaluation of the improved Rprop learning algorithms, section 2.2.
"""

from optimizers.hyperparameter import DECREASE, INCREASE, Hyperparameter
from optimizers.notation import Maths, Term, Values
from optimizers.rule import Rate, Rule
from optimizers.rules import shared
from optimizers.state import State


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Grow the step while the sign holds; shrink it and pause when the sign changes."""
    now.c = xp.sign(now.g) * xp.sign(past.g_previous)
    now.q = xp.where(now.c > 0, h.increase, xp.where(now.c < 0, h.decrease, 1))
    now.delta = xp.minimum(xp.maximum(now.q * past.delta, h.delta_min), h.delta_max)
    now.g_previous = xp.where(now.c < 0, 0, now.g)
    now.v = xp.sign(now.g_previous) * now.delta


def rate(xp: Maths, past: Values, now: Values, h: Values) -> Term:
    """Return the size of the step over that of the gradient, and 0 where both are 0."""
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
    state=(State("delta", "Δ", "step size", initial="delta0"), shared.PREVIOUS_GRADIENT),
    step=step,
    source="Riedmiller and Braun 1993; Igel and Hüsken 2003",
    rate=Rate(rate, "Δᵢ/|gᵢ|", None, "Δ = |g|"),
)
