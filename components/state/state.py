"""What the playground shows: one value, in the address, in the Store and in every callback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from optimizers import OPTIMIZERS, Rule, Trajectory, descend
from optimizers.error_function import ErrorFunction
from optimizers.presets import PRESETS

View = tuple[float, float, float, float]

MOST_STEPS = 2000
MOST_RUNS = 10
LARGEST_COORDINATE = 1e6
SMALLEST_EXTENT = 1e-9


@dataclass(frozen=True, slots=True)
class Run:
    """An optimizer with all its hyperparameters.

    Parameters
    ----------
    optimizer : str
        A key of `OPTIMIZERS`.
    settings : dict of str to float
        Every hyperparameter of that rule.
    """

    optimizer: str
    settings: dict[str, float]

    @property
    def rule(self) -> Rule:
        """The rule it runs."""
        return OPTIMIZERS[self.optimizer]


@dataclass(frozen=True, slots=True)
class State:
    """The state of the playground.

    Parameters
    ----------
    E : str
        The error function, as typed.
    start : tuple of two floats
        w(0).
    steps : int
        How many steps each run takes.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2.
    runs : tuple of Run
        At least one.
    """

    E: str
    start: tuple[float, float]
    steps: int
    view: View
    runs: tuple[Run, ...]

    def trajectory(self, run: Run) -> Trajectory:
        """Return the trajectory of one of the runs, computed in NumPy's double precision."""
        return _descended(
            self.E, run.optimizer, self.start, self.steps, tuple(run.settings.items())
        )

    def to_json(self) -> dict[str, Any]:
        """Return the state as the browser keeps it."""
        return asdict(self)


# The surface, the curve and the outcome of one page all ask for the same trajectory.
@lru_cache(maxsize=4)
def _descended(
    text: str,
    optimizer: str,
    start: tuple[float, float],
    steps: int,
    settings: tuple[tuple[str, float], ...],
) -> Trajectory:
    function = ErrorFunction.parse(text)
    return descend(function, OPTIMIZERS[optimizer], start, steps, **dict(settings))


def run_of(optimizer: str, settings: Mapping[str, float] | None = None) -> Run:
    """Return a run with defaults for what is not given.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.
    """
    return Run(optimizer, OPTIMIZERS[optimizer].settings(settings or {}))


def default_state() -> State:
    """Return the article's example."""
    bowl = PRESETS[0]
    return State(bowl.text, bowl.start, 100, bowl.view, (run_of("rmsprop"),))
