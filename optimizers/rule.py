"""Update rules: hyperparameters, state, and a step that is written once for every rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from optimizers.codegen.trace import Line, trace_rate, trace_step
from optimizers.errors import HyperparameterError, RuleError
from optimizers.hyperparameter import Hyperparameter
from optimizers.notation import RateFunction, Step, Term, Values
from optimizers.state import State

RESERVED = frozenset({"E", "g", "rate", "state", "t", "v", "w"})
"""Names that the printed code uses itself; ``v`` is assigned by the step, never declared."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Effective learning rate: the factor by which a rule multiplies the gradient of a weight.

    Parameters
    ----------
    of : callable
        ``rate(xp, past, now, h)``; see `notation.RateFunction`.
    name : str
        Its name in running text, with an ᵢ for the weight: ``"η/√(sᵢ + ε)"``.
    level : str or None
        The hyperparameter that gradient descent would multiply with instead, or None for 1.
    mark : str
        What holds where the rate is at that level, in running text: ``"√(s + ε) = 1"``.
    """

    of: RateFunction
    name: str
    level: str | None
    mark: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Update rule: w(t) = w(t-1) - v(t), with v(t) from `step`, elementwise in the weights.

    A rule is traced on symbols when it is made, so that a mistake in it is found there.

    Parameters
    ----------
    key, name : str
        Its key in the registry and its display name.
    hyperparameters : tuple of Hyperparameter
        What a reader can set, in the order of the controls.
    state : tuple of State
        Its optimizer state, in the order of the CSV.
    step : callable
        ``step(xp, past, now, h)``; see `notation.Step`.
    source : str
        The paper and equation.
    rate : Rate or None
        Its effective learning rate, if it has one of its own for every weight.

    Attributes
    ----------
    lines : tuple of Line
        The assignments of the step, the last being ``v``, as SymPy terms.
    rate_line : Line or None
        The effective learning rate as a term in the names of the lines.

    Raises
    ------
    RuleError
        If a declared state or ``v`` is not assigned exactly once, or a name is unknown or taken.

    Examples
    --------
    >>> def step(xp, past, now, h):
    ...     now.v = h.eta * xp.sign(now.g)
    >>> from optimizers import ErrorFunction, descend
    >>> from optimizers.hyperparameter import ETA
    >>> mine = Rule("mine", "Mine", (ETA,), state=(), step=step, source="this page")
    >>> descend(ErrorFunction.parse("w1^2 + w2^2"), mine, (3, -4), 2, eta=1).w.tolist()
    [[3.0, -4.0], [2.0, -3.0], [1.0, -2.0]]
    """

    key: str
    name: str
    hyperparameters: tuple[Hyperparameter, ...]
    state: tuple[State, ...]
    step: Step
    source: str
    rate: Rate | None = None
    lines: tuple[Line, ...] = field(init=False, repr=False, compare=False)
    rate_line: Line | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        names = [spec.name for spec in self.hyperparameters]
        states = [state.name for state in self.state]
        try:
            self._check_declarations(names, states)
            lines = trace_step(self.step, states, names)
            _check_lines([line.name for line in lines], states, names)
            object.__setattr__(self, "lines", lines)
            if self.rate:
                rate_line = trace_rate(self.rate.of, lines, states, names)
                object.__setattr__(self, "rate_line", rate_line)
        except RuleError as error:
            raise RuleError(f"{self.name}: {error}") from None

    def _check_declarations(self, names: list[str], states: list[str]) -> None:
        for name, count in Counter([*names, *states]).items():
            if count > 1 or name in RESERVED:
                raise RuleError(f"the name {name!r} is taken: choose another.")
        referred = [state.initial for state in self.state]
        referred += [self.rate.level or 1.0] if self.rate else []
        for name_or_number in referred:
            if isinstance(name_or_number, str) and name_or_number not in names:
                raise RuleError(f"{name_or_number!r} is not one of its hyperparameters.")

    def settings(self, given: Mapping[str, float]) -> dict[str, float]:
        """Return all hyperparameters: those given, checked, and defaults for the rest.

        Raises
        ------
        HyperparameterError
            If a name is not one of this rule's, or a value is out of bounds.
        """
        known = {spec.name: spec for spec in self.hyperparameters}
        for name in given:
            if name not in known:
                raise HyperparameterError(
                    f"{self.name} has no hyperparameter {name!r}: it has {', '.join(known)}."
                )
        return {n: spec.check(given.get(n, spec.default)) for n, spec in known.items()}

    def initial_state(self, settings: Mapping[str, float]) -> dict[str, float]:
        """Return the state at t = 0 for the given hyperparameters."""
        return {
            s.name: settings[s.initial] if isinstance(s.initial, str) else s.initial
            for s in self.state
        }

    def apply(
        self, t: int, g: Term, past: Mapping[str, Term], settings: Mapping[str, float]
    ) -> dict[str, Term]:
        """Take one step on NumPy arrays of any shape.

        Parameters
        ----------
        t : int
            The iteration, counted from 1.
        g : ndarray
            Gradient at w(t-1).
        past : mapping of str to ndarray
            The state at t-1, of the shape of `g`.
        settings : mapping of str to float
            All hyperparameters.

        Returns
        -------
        dict of str to ndarray
            The value of every line: the state at t, the update vector ``v`` and what led to them.

        Examples
        --------
        >>> from optimizers import OPTIMIZERS
        >>> momentum = OPTIMIZERS["momentum"]
        >>> settings = momentum.settings({"eta": 0.5})
        >>> lines = momentum.apply(1, np.array([2.0, -4.0]), {"m": np.zeros(2)}, settings)
        >>> {name: line.tolist() for name, line in lines.items()}
        {'m': [-1.0, 2.0], 'v': [1.0, -2.0]}
        """
        now = Values(t=t, g=g)
        self.step(np, Values(**past), now, Values(**settings))
        return {line.name: getattr(now, line.name) for line in self.lines}


def _check_lines(assigned: list[str], states: list[str], hyperparameters: list[str]) -> None:
    for name in assigned:
        if name in hyperparameters or name in RESERVED - {"v"}:
            raise RuleError(f"now.{name} has a name that is taken: choose another.")
    for name in (*states, "v"):
        if name not in assigned:
            raise RuleError(f"step must assign now.{name}.")
    if assigned[-1] != "v":
        raise RuleError("step must assign now.v last.")
