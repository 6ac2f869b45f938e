"""Momentum as in part 1 of the article: m(t) = alpha m(t-1) - eta g(t), w(t) = w(t-1) + m(t).

Polyak 1964, Some methods of speeding up the convergence of iteration methods, equation 9. While
eta is constant this is the path of torch.optim.SGD(momentum=alpha).
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import ALPHA, ETA
from optimizers.rule import Notation, Rule, State, Term

MOMENTUM_STATE = State("m", "m", "momentum")


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Keep a share of the last step."""
    m = xp.let("m", h.alpha * past.m - h.eta * g)
    xp.let("v", -m)


MOMENTUM = Rule(
    key="momentum",
    name="Momentum",
    hyperparameters=(ETA.with_default(0.001), ALPHA),
    state=(MOMENTUM_STATE,),
    step=step,
    source="Polyak 1964",
)
