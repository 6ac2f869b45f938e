"""RMSProp, the article's adaptive scheme: s is a decaying mean of squares, epsilon inside the root.

Tieleman and Hinton 2012, Neural networks for machine learning, lecture 6.5.
"""

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rule
from optimizers.rules import shared


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Divide by the root of a decaying mean of the squares."""
    now.s = h.beta * past.s + (1 - h.beta) * now.g**2
    now.v = h.eta * now.g / xp.sqrt(now.s + h.epsilon)


RMSPROP = Rule(
    key="rmsprop",
    name="RMSProp",
    hyperparameters=(ETA.with_default(0.05), BETA, EPSILON),
    state=(shared.SCALING,),
    step=step,
    source="Tieleman and Hinton 2012",
    rate=shared.SCALED_RATE,
)
