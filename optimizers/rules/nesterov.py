"""Nesterov's momentum in the form that torch.optim.SGD(nesterov=True) steps.

Nesterov 1983; Sutskever et al. 2013, On the importance of initialization and momentum in deep
learning, section 2.1, rewritten for the gradient at w(t-1).
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import ALPHA, ETA
from optimizers.rule import Notation, Rule, Term
from optimizers.rules.momentum import MOMENTUM_STATE


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Step with the gradient and a share of the new momentum."""
    m = xp.let("m", h.alpha * past.m - h.eta * g)
    xp.let("v", h.eta * g - h.alpha * m)


NESTEROV = Rule(
    key="nesterov",
    name="Nesterov",
    hyperparameters=(ETA.with_default(0.001), ALPHA),
    state=(MOMENTUM_STATE,),
    step=step,
    source="Nesterov 1983; Sutskever et al. 2013",
)
