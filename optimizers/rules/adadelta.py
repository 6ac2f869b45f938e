"""AdaDelta: the step takes its size from earlier steps; u lags one step behind s.

Zeiler 2012, ADADELTA: an adaptive learning rate method, algorithm 1. The paper's epsilon of 1e-6
needs thousands of steps to get going on the article's bowl, so the default is larger.
"""

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.notation import Maths, Term, Values
from optimizers.rule import Rate, Rule
from optimizers.rules import shared
from optimizers.state import State


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Scale the gradient by the ratio of two decaying root mean squares."""
    now.s = h.beta * past.s + (1 - h.beta) * now.g**2
    now.d = xp.sqrt(past.u + h.epsilon) / xp.sqrt(now.s + h.epsilon) * now.g
    now.u = h.beta * past.u + (1 - h.beta) * now.d**2
    now.v = h.eta * now.d


def rate(xp: Maths, past: Values, now: Values, h: Values) -> Term:
    """Return the learning rate, scaled by the ratio of the two roots."""
    return h.eta * (xp.sqrt(past.u + h.epsilon) / xp.sqrt(now.s + h.epsilon))


ADADELTA = Rule(
    key="adadelta",
    name="AdaDelta",
    hyperparameters=(ETA.with_default(1.0), BETA, EPSILON.with_default(1e-2)),
    state=(shared.SCALING, State("u", "u", "mean square of the steps")),
    step=step,
    source="Zeiler 2012",
    rate=Rate(rate, "η√(uᵢ + ε)/√(sᵢ + ε)", "eta", "√(s + ε) = √(u + ε)"),
)
