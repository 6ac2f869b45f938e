"""SuperSAB: every weight has a learning rate of its own that grows and shrinks by factors.

Tollenaere 1990, SuperSAB: fast adaptive back propagation with good scaling properties; as in Reed
and Marks 1999, Neural Smithing, section 9.5. When the derivative changes its sign, the last step
is taken back and momentum starts from zero.
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from optimizers.hyperparameter import ALPHA, DECREASE, ETA, INCREASE
from optimizers.rule import Notation, Rate, Rule, State, Term
from optimizers.rules.momentum import MOMENTUM_STATE
from optimizers.rules.rprop import PREVIOUS_GRADIENT

ETA_MAX = replace(
    ETA,
    name="eta_max",
    symbol="η_max",
    label="largest learning rate",
    default=10.0,
)


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Take a momentum step with this weight's rate, or the last step back."""
    c = xp.let("c", xp.sign(g * past.g_previous))
    q = xp.let("q", xp.where(c > 0, h.increase, xp.where(c < 0, h.decrease, 1)))
    eta = xp.let("eta_i", xp.minimum(q * past.eta_i, h.eta_max))
    xp.let("g_previous", xp.where(c < 0, 0, g))
    m = xp.let("m", xp.where(c < 0, 0, h.alpha * past.m - eta * g))
    xp.let("v", xp.where(c < 0, past.m, -m))


def rate(xp: Notation, now: SimpleNamespace, past: SimpleNamespace, h: SimpleNamespace) -> Term:
    """Return the weight's own learning rate."""
    return now.eta_i


SUPER_SAB = Rule(
    key="super-sab",
    name="SuperSAB",
    hyperparameters=(
        ETA.with_default(0.001),
        ALPHA.with_default(0.5),
        INCREASE.with_default(1.05),
        DECREASE,
        ETA_MAX,
    ),
    state=(
        State("eta_i", "η_i", "learning rate of the weight", initial="eta"),
        replace(MOMENTUM_STATE, label="last step"),
        PREVIOUS_GRADIENT,
    ),
    step=step,
    source="Tollenaere 1990",
    rate=Rate(rate, "effective ηᵢ", "eta", "ηᵢ = η"),
)
