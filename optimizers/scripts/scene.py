"""What a script is printed from: the error function, the start, the steps and the runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from optimizers.error_function import ErrorFunction
from optimizers.rule import Rule


@dataclass(frozen=True)
class Run:
    """A rule with all its hyperparameters.

    Parameters
    ----------
    label : str
        Its place and key, as in the table of the runs: ``"2 rmsprop"``.
    rule : Rule
        The rule.
    settings : mapping of str to float
        Every hyperparameter.
    """

    label: str
    rule: Rule
    settings: Mapping[str, float]

    @property
    def function(self) -> str:
        """The name of the printed rule."""
        return self.rule.key.replace("-", "_")

    @property
    def initial(self) -> str:
        """The state at t = 0, as a dictionary."""
        return json.dumps(self.rule.initial_state(self.settings))

    @property
    def arguments(self) -> str:
        """All hyperparameters, as arguments of the printed rule."""
        return ", ".join(f"{name}={value!r}" for name, value in self.settings.items())


@dataclass(frozen=True)
class Scene:
    """What a script shows.

    Parameters
    ----------
    error_function : ErrorFunction
        E.
    start : tuple of two floats
        w(0).
    steps : int
        How many steps each run takes.
    runs : tuple of Run
        At least one.
    """

    error_function: ErrorFunction
    start: tuple[float, float]
    steps: int
    runs: tuple[Run, ...]
