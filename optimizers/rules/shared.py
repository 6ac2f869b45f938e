"""Quantities that several rules share: states, and the effective learning rate of scaling by s."""

from optimizers.rule import Rate
from optimizers.state import State

SCALING = State("s", "s", "scaling factor")
MOMENTUM = State("m", "m", "momentum")
PREVIOUS_GRADIENT = State("g_previous", "g^∗", "gradient kept for comparison", shown=False)

SCALED_RATE = Rate(
    lambda xp, past, now, h: h.eta / xp.sqrt(now.s + h.epsilon),
    "η/√(sᵢ + ε)",
    "eta",
    "√(s + ε) = 1",
)
"""The rate of AdaGrad and RMSProp, whose epsilon is inside the root."""
