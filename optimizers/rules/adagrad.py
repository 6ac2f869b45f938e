"""AdaGrad: s sums the squared gradients. Epsilon is inside the root, like the article's scheme.

Duchi, Hazan and Singer 2011, Adaptive subgradient methods for online learning and stochastic
optimization, JMLR 12, figure 1 (diagonal case).
"""

from __future__ import annotations

from types import SimpleNamespace

from optimizers.hyperparameter import EPSILON, ETA
from optimizers.rule import Notation, Rate, Rule, State, Term

SCALING = State("s", "s", "scaling factor")


def step(xp: Notation, g: Term, past: SimpleNamespace, h: SimpleNamespace) -> None:
    """Divide by the root of the sum of all squares so far."""
    s = xp.let("s", past.s + g**2)
    xp.let("v", h.eta * g / xp.sqrt(s + h.epsilon))


def rate(xp: Notation, now: SimpleNamespace, past: SimpleNamespace, h: SimpleNamespace) -> Term:
    """Return the learning rate that a root scales."""
    return h.eta / xp.sqrt(now.s + h.epsilon)


SCALED = Rate(rate, "η/√(sᵢ + ε)", "eta", "√(s + ε) = 1")

ADAGRAD = Rule(
    key="adagrad",
    name="AdaGrad",
    hyperparameters=(ETA.with_default(1.0), EPSILON),
    state=(SCALING,),
    step=step,
    source="Duchi, Hazan and Singer 2011",
    rate=SCALED,
)
