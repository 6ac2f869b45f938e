"""Runs of the golden trajectories: error functions, starts and hyperparameters of each rule.

Two criteria for the hyperparameters: a rounding difference in any step must not grow more than a
thousandfold (where RMSProp or AdaDelta enters a limit cycle it grows exponentially, and two correct
programs diverge); and epsilon must be large enough for its place in the formula to show. One
RMSProp and one Adam run have the usual 1e-8.
"""

import math
from collections.abc import Callable
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

Number: TypeAlias = Any  # a torch.Tensor or a jax.Array
Hyperparameters: TypeAlias = dict[str, float]
ErrorOf: TypeAlias = Callable[[ModuleType, Number, Number], Number]


class Problem(NamedTuple):
    """An error function, as typed and as a library computes it, and a start point."""

    text: str
    error: ErrorOf
    start: tuple[float, float]


def bowl(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of the article's bowl."""
    return 3 * w1**2 + 10 * w2**2


def rosenbrock(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Rosenbrock's valley."""
    return (1 - w1) ** 2 + 100 * (w2 - w1**2) ** 2


def himmelblau(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Himmelblau's function."""
    return (w1**2 + w2 - 11) ** 2 + (w1 + w2**2 - 7) ** 2


def ackley(library: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Ackley's function."""
    funnel = -20 * library.exp(-0.2 * library.sqrt((w1**2 + w2**2) / 2))
    waves = library.cos(2 * math.pi * w1) + library.cos(2 * math.pi * w2)
    return funnel - library.exp(waves / 2) + math.e + 20


BOWL = Problem("3 w1^2 + 10 w2^2", bowl, (-15.0, 20.0))
ROSENBROCK = Problem("(1-w1)^2+100*(w2-w1^2)^2", rosenbrock, (-2.0, 2.0))
HIMMELBLAU = Problem("(w1^2+w2-11)^2+(w1+w2^2-7)^2", himmelblau, (-0.15, 0.67))
ACKLEY = Problem(
    "-20*exp(-0.2*sqrt((w1^2+w2^2)/2))-exp((cos(2*pi*w1)+cos(2*pi*w2))/2)+e+20",
    ackley,
    (3.0, 2.5),
)


def settings(names: str, *rows: tuple[Problem, str]) -> list[tuple[Problem, Hyperparameters]]:
    """Read one row per run: its problem, and the values of the named hyperparameters.

    Parameters
    ----------
    names : str
        Names of the hyperparameters, separated by spaces.
    *rows : tuple of Problem and str
        The problem and its values, separated by spaces, in the order of the names.

    Returns
    -------
    list of tuple of Problem and dict
        The problem and the named hyperparameters of every run.
    """
    return [
        (problem, dict(zip(names.split(), map(float, values.split()), strict=True)))
        for problem, values in rows
    ]


RUNS = {
    "gradient-descent": settings(
        "eta",
        (BOWL, "0.02"),
        (BOWL, "0.092"),
        (ROSENBROCK, "0.0004"),
        (HIMMELBLAU, "0.012"),
        (ACKLEY, "0.06"),
    ),
    "momentum": settings(
        "eta alpha",
        (BOWL, "0.004 0.8"),
        (ROSENBROCK, "0.0003 0.85"),
        (HIMMELBLAU, "0.004 0.7"),
        (HIMMELBLAU, "0.001 0.95"),
        (ACKLEY, "0.02 0.8"),
    ),
    "nesterov": settings(
        "eta alpha",
        (BOWL, "0.01 0.75"),
        (ROSENBROCK, "0.0004 0.8"),
        (ROSENBROCK, "0.0002 0.95"),
        (HIMMELBLAU, "0.005 0.85"),
        (ACKLEY, "0.02 0.8"),
    ),
    "adagrad": settings(
        "eta epsilon",
        (BOWL, "4 0.01"),
        (BOWL, "3 500"),
        (ROSENBROCK, "0.5 1"),
        (HIMMELBLAU, "0.7 0.5"),
        (ACKLEY, "0.6 0.1"),
    ),
    "rmsprop": settings(
        "eta beta epsilon",
        (BOWL, "0.3 0.8 0.01"),
        (ROSENBROCK, "0.03 0.95 1e-8"),
        (ROSENBROCK, "0.05 0.98 5"),
        (HIMMELBLAU, "0.04 0.95 2"),
        (ACKLEY, "0.05 0.9 0.2"),
    ),
    "adadelta": settings(
        "eta beta epsilon",
        (BOWL, "2 0.9 0.01"),
        (ROSENBROCK, "3 0.9 0.01"),
        (HIMMELBLAU, "0.5 0.95 0.001"),
        (HIMMELBLAU, "3 0.95 0.0001"),
        (ACKLEY, "1.5 0.8 0.001"),
    ),
    "adam": settings(
        "eta beta1 beta2 epsilon",
        (BOWL, "0.5 0.8 0.99 0.01"),
        (ROSENBROCK, "0.3 0.9 0.98 0.5"),
        (HIMMELBLAU, "0.2 0.85 0.95 0.05"),
        (ACKLEY, "0.1 0.8 0.97 0.1"),
        (ACKLEY, "0.25 0.9 0.999 1e-8"),
    ),
    "rprop": settings(
        "delta0 increase decrease delta_min delta_max",
        (BOWL, "0.1 1.3 0.4 1e-6 50"),
        (ROSENBROCK, "0.01 1.2 0.5 1e-3 0.12"),
        (HIMMELBLAU, "0.02 1.15 0.6 1e-3 0.3"),
        (ACKLEY, "0.07 1.25 0.45 1e-5 1"),
        (ACKLEY, "0.03 1.1 0.7 0.01 0.11"),
    ),
}
