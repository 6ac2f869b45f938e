"""Adam: momentum and scaling with bias correction. Epsilon is outside the root.

Kingma and Ba 2015, Adam: a method for stochastic optimization, algorithm 1.
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.rule import Notation, Rate, Rule, Term
from optimizers.rules.adagrad import SCALING
from optimizers.rules.momentum import MOMENTUM_STATE

# Below 1, as in the paper: at 1 the bias correction would divide by zero.
BETA1 = replace(
    BETA,
    name="beta1",
    symbol="β_1",
    label="decay of the momentum",
    high=0.9999,
)
BETA2 = replace(BETA, name="beta2", symbol="β_2", default=0.999, high=0.9999)


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Divide the corrected mean by the root of the corrected mean square."""
    m = xp.let("m", h.beta1 * past.m + (1 - h.beta1) * g)
    s = xp.let("s", h.beta2 * past.s + (1 - h.beta2) * g**2)
    m_hat = xp.let("m_hat", m / (1 - h.beta1**xp.t))
    s_hat = xp.let("s_hat", s / (1 - h.beta2**xp.t))
    xp.let("v", h.eta * m_hat / (xp.sqrt(s_hat) + h.epsilon))


def rate(xp: Notation, now: SimpleNamespace, past: SimpleNamespace, h: SimpleNamespace) -> Term:
    """Return the learning rate that a corrected root scales; it multiplies the mean gradient."""
    return h.eta / (xp.sqrt(now.s_hat) + h.epsilon)


ADAM = Rule(
    key="adam",
    name="Adam",
    hyperparameters=(ETA.with_default(0.2), BETA1, BETA2, EPSILON),
    state=(MOMENTUM_STATE, SCALING),
    step=step,
    source="Kingma and Ba 2015",
    rate=Rate(rate, "η/(√ŝᵢ + ε)", "eta", "√ŝ + ε = 1"),
)
