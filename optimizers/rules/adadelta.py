"""AdaDelta: the step takes its size from earlier steps; u lags one step behind s.

Zeiler 2012, ADADELTA: an adaptive learning rate method, algorithm 1. The paper's epsilon of 1e-6
needs thousands of steps to get going on the article's bowl, hence the larger default.
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.rule import Notation, Rate, Rule, State, Term
from optimizers.rules.adagrad import SCALING


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Scale the gradient by the ratio of two fading means."""
    s = xp.let("s", h.beta * past.s + (1 - h.beta) * g**2)
    d = xp.let("d", xp.sqrt(past.u + h.epsilon) / xp.sqrt(s + h.epsilon) * g)
    xp.let("u", h.beta * past.u + (1 - h.beta) * d**2)
    xp.let("v", h.eta * d)


def rate(xp: Notation, now: SimpleNamespace, past: SimpleNamespace, h: SimpleNamespace) -> Term:
    """Return the learning rate that the ratio of two roots scales."""
    return h.eta * (xp.sqrt(past.u + h.epsilon) / xp.sqrt(now.s + h.epsilon))


ADADELTA = Rule(
    key="adadelta",
    name="AdaDelta",
    hyperparameters=(ETA.with_default(1.0), BETA, EPSILON.with_default(1e-2)),
    state=(SCALING, State("u", "u", "mean square of the steps")),
    step=step,
    source="Zeiler 2012",
    rate=Rate(rate, "η√(uᵢ + ε)/√(sᵢ + ε)", "eta", "√(s + ε) = √(u + ε)"),
)
