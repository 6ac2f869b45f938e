"""Expected values of a rule, computed by hand, one file per rule in tests/optimizers/expected/."""

from dataclasses import dataclass
from typing import NamedTuple

Pair = tuple[float, float]


class Run(NamedTuple):
    """First steps on the article's bowl, 3 w1^2 + 10 w2^2.

    From (-15, 20) its gradient is g(1) = (6 * -15, 20 * 20) = (-90, 400). States may be left out.
    """

    hyperparameters: dict[str, float]
    w: list[Pair]
    states: dict[str, list[Pair]]
    start: Pair = (-15, 20)


class SecondStep(NamedTuple):
    """Expected v(2) after the gradients g1 and g2."""

    hyperparameters: dict[str, float]
    g1: float
    g2: float
    v: float


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """Expected values of one rule.

    Parameters
    ----------
    defaults : dict of str to float
        Its hyperparameters in the order of the controls.
    states : list of str
        Its states, in the order of the CSV.
    run : Run
        Its first steps; at least two.
    second_steps : list of SecondStep
        For the amplification map, with every hyperparameter that affects the second step.
    formula : list of str
        Its typeset lines, except the one of w(t), which all rules share.
    inspector : list of str
        The lines of the step inspector with the content of each slot by name; in { } where a
        number may need brackets.
    library : str or None
        The library whose runs are stored in tests/golden/trajectories.json, if any.
    compared_at : str or None
        The hyperparameter that is the rate of the gradient step it is compared with; None for 1.
    varied_by : str or None
        The hyperparameter that the small multiples of the amplification map vary.
    rate : str or None
        The name of its effective learning rate, if it has one of its own.
    """

    defaults: dict[str, float]
    states: list[str]
    run: Run
    second_steps: list[SecondStep]
    formula: list[str]
    inspector: list[str]
    library: str | None
    compared_at: str | None = "eta"
    varied_by: str | None = None
    rate: str | None = None
