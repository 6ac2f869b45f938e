"""Classical gradient descent: v(t) = eta g(t). Cauchy 1847."""

from optimizers.hyperparameter import ETA
from optimizers.notation import Maths, Values
from optimizers.rule import Rule


def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
    """Step along the gradient, scaled by the learning rate."""
    now.v = h.eta * now.g


GRADIENT_DESCENT = Rule(
    key="gradient-descent",
    name="Gradient descent",
    hyperparameters=(ETA.with_default(0.001),),
    state=(),
    step=step,
    source="Cauchy 1847",
)
