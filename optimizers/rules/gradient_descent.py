"""Classical gradient descent: v(t) = eta g(t). Cauchy 1847."""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import ETA
from optimizers.rule import Notation, Rule, Term


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Step along the gradient, scaled by the learning rate."""
    xp.let("v", h.eta * g)


GRADIENT_DESCENT = Rule(
    key="gradient-descent",
    name="Gradient descent",
    hyperparameters=(ETA.with_default(0.001),),
    state=(),
    step=step,
    source="Cauchy 1847",
)
