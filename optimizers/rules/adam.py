"""Adam: momentum and scaling with bias correction. Epsilon is outside the root.

Kingma and Ba 2015, Adam: a method for stochastic optimization, algorithm 1.
"""

from dataclasses import replace

from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rate, Rule
from optimizers.rules import shared

# Below 1, as in the paper: at 1 the bias correction would divide by zero.
BETA1 = replace(BETA, name="beta1", symbol="β_1", label="decay of the momentum", high=0.9999)
BETA2 = replace(BETA, name="beta2", symbol="β_2", default=0.999, high=0.9999)


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Divide the corrected mean by the root of the corrected mean square."""
    now.m = h.beta1 * past.m + (1 - h.beta1) * now.g
    now.s = h.beta2 * past.s + (1 - h.beta2) * now.g**2
    now.m_hat = now.m / (1 - h.beta1**now.t)
    now.s_hat = now.s / (1 - h.beta2**now.t)
    now.v = h.eta * now.m_hat / (xp.sqrt(now.s_hat) + h.epsilon)


ADAM = Rule(
    key="adam",
    name="Adam",
    hyperparameters=(ETA.with_default(0.2), BETA1, BETA2, EPSILON),
    state=(shared.MOMENTUM, shared.SCALING),
    step=step,
    source="Kingma and Ba 2015",
    rate=Rate(
        lambda xp, past, now, h: h.eta / (xp.sqrt(now.s_hat) + h.epsilon),
        "η/(√ŝᵢ + ε)",
        "eta",
        "√ŝ + ε = 1",
    ),
)
