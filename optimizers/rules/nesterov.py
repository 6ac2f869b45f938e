"""Nesterov's momentum in the form that torch.optim.SGD(nesterov=True) steps.

Nesterov 1983; Sutskever et al. 2013, On the importance of initialization and momentum in deep
learning, section 2.1, rewritten for the gradient at w(t-1).
"""

from optimizers.hyperparameter import ALPHA, ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rule
from optimizers.rules import shared


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Step with the gradient and a share of the new momentum."""
    now.m = h.alpha * past.m - h.eta * now.g
    now.v = h.eta * now.g - h.alpha * now.m


NESTEROV = Rule(
    key="nesterov",
    name="Nesterov",
    hyperparameters=(ETA.with_default(0.001), ALPHA),
    state=(shared.MOMENTUM,),
    step=step,
    source="Nesterov 1983; Sutskever et al. 2013",
)
