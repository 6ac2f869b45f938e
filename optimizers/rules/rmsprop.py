"""RMSProp, the article's adaptive scheme: s forgets old squares. Epsilon is inside the root.

Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5.
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.rule import Notation, Rule, Term
from optimizers.rules.adagrad import SCALED, SCALING


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Divide by the root of a fading mean of the squares."""
    s = xp.let("s", h.beta * past.s + (1 - h.beta) * g**2)
    xp.let("v", h.eta * g / xp.sqrt(s + h.epsilon))


RMSPROP = Rule(
    key="rmsprop",
    name="RMSProp",
    hyperparameters=(ETA.with_default(0.05), BETA, EPSILON),
    state=(SCALING,),
    step=step,
    source="Tieleman and Hinton 2012",
    rate=SCALED,
)
