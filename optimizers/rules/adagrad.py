"""AdaGrad: s sums the squared gradients. Epsilon is inside the root, as in the article's scheme.

Duchi, Hazan and Singer 2011, Adaptive subgradient methods for online learning and stochastic
optimization, JMLR 12, figure 1 (diagonal case).
"""

from optimizers.hyperparameter import EPSILON, ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rule
from optimizers.rules import shared


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Divide by the root of the sum of all squares so far."""
    now.s = past.s + now.g**2
    now.v = h.eta * now.g / xp.sqrt(now.s + h.epsilon)


ADAGRAD = Rule(
    key="adagrad",
    name="AdaGrad",
    hyperparameters=(ETA.with_default(1.0), EPSILON),
    state=(shared.SCALING,),
    step=step,
    source="Duchi, Hazan and Singer 2011",
    rate=shared.SCALED_RATE,
)
