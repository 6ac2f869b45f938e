"""What the playground shows: one value, in the address, in the Store and in every callback."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from components.state.parameter import Parameter
from optimizers import OPTIMIZERS, LockstepError, Rule, Trajectory, descend
from optimizers.error_function import ErrorFunction
from optimizers.numbers import decimal_number
from optimizers.preset import Preset
from optimizers.presets import PRESETS

View = tuple[float, float, float, float]

AXES = ("log", "linear")
TRACES = ("rate", "state")


@dataclass(frozen=True, slots=True)
class Run:
    """An optimizer with all its hyperparameters.

    Parameters
    ----------
    optimizer : str
        A key of `OPTIMIZERS`.
    settings : dict of str to float
        Every hyperparameter of that rule.
    hidden : bool
        Whether it is left out of the pictures.
    """

    optimizer: str
    settings: dict[str, float]
    hidden: bool = False

    @property
    def rule(self) -> Rule:
        """The rule it runs."""
        return OPTIMIZERS[self.optimizer]


@dataclass(frozen=True, slots=True)
class State:
    """The state of the playground.

    Parameters
    ----------
    E : ErrorFunction
        The error function.
    typed : str
        Its text as the reader spelled it.
    start : tuple of two floats
        w(0).
    steps : int
        How many steps each run takes.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2.
    runs : tuple of Run
        At least one; the place of a run gives its colour and shape.
    selected : int
        Index of the run whose rule, hyperparameters and traces are shown.
    step : int
        The iteration whose step is inspected, from 1.
    axis : str
        Scale of the E axis, a member of `AXES`.
    traces : str
        What the lower chart shows of the selected run, a member of `TRACES`.
    parameters : tuple of Parameter
        Those of the error function, with their sliders.
    """

    E: ErrorFunction
    typed: str
    start: tuple[float, float]
    steps: int
    view: View
    runs: tuple[Run, ...]
    selected: int = 0
    step: int = 1
    axis: str = "log"
    traces: str = "rate"
    parameters: tuple[Parameter, ...] = ()

    @property
    def selected_run(self) -> Run:
        """The run whose rule and hyperparameters are shown."""
        return self.runs[self.selected]

    def trajectory(self, run: Run) -> Trajectory:
        """Return the trajectory of one of the runs, computed in NumPy's double precision."""
        return _trajectory(
            self.E, run.optimizer, self.start, self.steps, tuple(run.settings.items())
        )

    def to_json(self) -> dict[str, Any]:
        """Return the state as the browser keeps it: E is the text, as typed."""
        return {
            "E": self.typed,
            "start": self.start,
            "steps": self.steps,
            "view": self.view,
            "runs": [
                {"optimizer": run.optimizer, "settings": run.settings, "hidden": run.hidden}
                for run in self.runs
            ],
            "selected": self.selected,
            "step": self.step,
            "axis": self.axis,
            "traces": self.traces,
            "parameters": [parameter.to_json() for parameter in self.parameters],
        }


# Figure 1 needs its trajectories twice: for the framing view and for the picture.
@lru_cache(maxsize=4)
def _trajectory(
    error_function: ErrorFunction,
    optimizer: str,
    start: tuple[float, float],
    steps: int,
    settings: tuple[tuple[str, float], ...],
) -> Trajectory:
    return descend(error_function, OPTIMIZERS[optimizer], start, steps, **dict(settings))


def run_of(optimizer: str, settings: Mapping[str, float] | None = None) -> Run:
    """Return a run with defaults for what is not given.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.
    """
    return Run(optimizer, OPTIMIZERS[optimizer].settings(settings or {}))


def read_run(text: str) -> tuple[str, dict[str, float]]:
    """Return the optimizer that ``rmsprop,eta:0.05`` names, and what is set of it, unchecked."""
    given, *pairs = text.split(",")
    key = given.strip().lower()
    if key not in OPTIMIZERS:
        raise LockstepError(f"There is no optimizer {given[:40]!r}: use {', '.join(OPTIMIZERS)}.")
    settings: dict[str, float] = {}
    for pair in pairs:
        name, _, value = pair.partition(":")
        number = decimal_number(value)
        if math.isnan(number):
            raise LockstepError(f"Write {name[:40]!r} as name:number, such as eta:0.05.")
        name = name.strip().lower()[:40]
        if name in settings:
            raise LockstepError(f"Give {name} once.")
        settings[name] = number
    return key, settings


def preset_state(preset: Preset) -> State:
    """Return the scene that a preset sets: function, view, start, steps and runs."""
    runs = tuple(run_of(*read_run(text)) for text in preset.runs)
    return State(
        ErrorFunction.parse(preset.text),
        preset.text,
        preset.start,
        preset.steps,
        preset.view,
        runs,
        selected=len(runs) - 1,
    )


def default_state() -> State:
    """Return the article's example."""
    return preset_state(PRESETS[0])
