"""Momentum as in part 1 of the article: m(t) = alpha m(t-1) - eta g(t), w(t) = w(t-1) + m(t).

Polyak 1964, Some methods of speeding up the convergence of iteration methods, equation 9. While
eta is constant this is the path of torch.optim.SGD(momentum=alpha).
"""

from optimizers.hyperparameter import ALPHA, ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rule
from optimizers.rules import shared


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Add a share of the last step."""
    now.m = h.alpha * past.m - h.eta * now.g
    now.v = -now.m


MOMENTUM = Rule(
    key="momentum",
    name="Momentum",
    hyperparameters=(ETA.with_default(0.001), ALPHA),
    state=(shared.MOMENTUM,),
    step=step,
    source="Polyak 1964",
)
