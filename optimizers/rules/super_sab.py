"""SuperSAB: every weight has a learning rate of its own that grows and shrinks by factors.

Tollenaere 1990, SuperSAB: fast adaptive back propagation with good scaling properties; as in Reed
and Marks 1999, Neural Smithing, section 9.5. When the derivative changes its sign, the last step
is taken back and momentum starts from zero.
"""

from dataclasses import replace

from optimizers.hyperparameter import ALPHA, DECREASE, ETA, INCREASE
from optimizers.notation import Maths, Values
from optimizers.rule import Rate, Rule
from optimizers.rules import shared
from optimizers.state import State

ETA_MAX = replace(
    ETA, name="eta_max", symbol="η_max", label="largest learning rate", default=10.0, around=None
)


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Take a momentum step with this weight's rate, or take the last step back."""
    now.c = xp.sign(now.g) * xp.sign(past.g_previous)
    now.q = xp.where(now.c > 0, h.increase, xp.where(now.c < 0, h.decrease, 1))
    now.eta_i = xp.minimum(now.q * past.eta_i, h.eta_max)
    now.g_previous = xp.where(now.c < 0, 0, now.g)
    now.m = xp.where(now.c < 0, 0, h.alpha * past.m - now.eta_i * now.g)
    now.v = xp.where(now.c < 0, past.m, -now.m)


SUPER_SAB = Rule(
    key="super-sab",
    name="SuperSAB",
    hyperparameters=(
        ETA.with_default(0.001),
        ALPHA.with_default(0.5),
        INCREASE.with_default(1.05),
        DECREASE,
        ETA_MAX,
    ),
    state=(
        State("eta_i", "η_i", "learning rate of the weight", initial="eta"),
        replace(shared.MOMENTUM, label="last step"),
        shared.PREVIOUS_GRADIENT,
    ),
    step=step,
    source="Tollenaere 1990",
    rate=Rate(lambda xp, past, now, h: now.eta_i, "effective ηᵢ", "eta", "ηᵢ = η"),
)
