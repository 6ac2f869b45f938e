"""What an update rule is: a sequence of named lines, written once and read by three renderings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Protocol

import numpy as np

from optimizers.errors import HyperparameterError
from optimizers.hyperparameter import Hyperparameter

Term = Any
"""A float, a NumPy array or a SymPy expression: a rule does not care which."""


class Notation(Protocol):
    """The mathematics a rule may use besides ``+ - * / **`` and comparisons."""

    t: Term

    def let(self, name: str, term: Term) -> Term:
        """Name a line of the rule and return what later lines call it."""

    def sqrt(self, x: Term) -> Term:
        """Return the square root."""

    def sign(self, x: Term) -> Term:
        """Return -1, 0 or 1."""

    def minimum(self, a: Term, b: Term) -> Term:
        """Return the smaller of two terms."""

    def maximum(self, a: Term, b: Term) -> Term:
        """Return the larger of two terms."""

    def where(self, condition: Term, a: Term, b: Term) -> Term:
        """Return `a` where the condition holds and `b` elsewhere."""


Step = Callable[[Notation, Term, SimpleNamespace, SimpleNamespace], None]
"""``step(xp, g, past, h)``: name the new state and the update vector ``v`` with ``xp.let``."""


Reading = Callable[[Notation, SimpleNamespace, SimpleNamespace, SimpleNamespace], Term]
"""``rate(xp, now, past, h)``: of the named lines of a step, as ``now``, and the state before."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rule's effective learning rate: what it multiplies the gradient of a weight with.

    Parameters
    ----------
    of : callable
        ``rate(xp, now, past, h)``; see `Reading`. ``now`` has ``g`` as well.
    name : str
        What it is in running text, with an ᵢ for the weight: ``"η/√(sᵢ + ε)"``.
    level : str or None
        The hyperparameter that gradient descent would multiply with instead, or None for 1.
    mark : str
        What holds where the rate is at that level, in running text: ``"√(s + ε) = 1"``.
    """

    of: Reading
    name: str
    level: str | None
    mark: str


@dataclass(frozen=True, slots=True)
class State:
    """A quantity that a rule carries from step to step, one number per weight.

    Parameters
    ----------
    name : str
        Its name in Python and the CSV.
    symbol : str
        Its symbol, written as for a hyperparameter.
    label : str
        What it is, in words.
    initial : float or str
        Value at t = 0: a number, or the name of the hyperparameter that gives it.
    shown : bool
        Whether it is worth a curve against the iteration.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS
    >>> [(state.name, state.symbol, state.initial) for state in OPTIMIZERS["rprop"].state]
    [('delta', 'Δ', 'delta0'), ('g_previous', 'g^∗', 0.0)]
    """

    name: str
    symbol: str
    label: str
    initial: float | str = 0.0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """An optimizer: w(t) = w(t-1) - v(t), with v(t) from `step`, pointwise in the weights.

    Parameters
    ----------
    key, name : str
        Its key in the registry and its name in words.
    hyperparameters : tuple of Hyperparameter
        What a reader can set, in the order of the controls.
    state : tuple of State
        What it remembers.
    step : callable
        ``step(xp, g, past, h)``; see `Step`.
    source : str
        The paper and equation.
    rate : Rate or None
        Its effective learning rate, if it has one of its own for every weight.

    Examples
    --------
    >>> def step(xp, g, past, h):
    ...     xp.let("v", h.eta * xp.sign(g))
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
            Every named line: the new state, the update vector ``v`` and what led to them.

        Examples
        --------
        >>> from optimizers import OPTIMIZERS
        >>> momentum = OPTIMIZERS["momentum"]
        >>> settings = momentum.settings({"eta": 0.5})
        >>> lines = momentum.apply(1, np.array([2.0, -4.0]), {"m": np.zeros(2)}, settings)
        >>> {name: line.tolist() for name, line in lines.items()}
        {'m': [-1.0, 2.0], 'v': [1.0, -2.0]}
        """
        xp = NumpyNotation(t)
        self.step(xp, g, SimpleNamespace(**past), SimpleNamespace(**settings))
        return xp.lines


class NumpyNotation:
    """The notation on NumPy arrays: every line is computed at once."""

    sqrt = staticmethod(np.sqrt)
    sign = staticmethod(np.sign)
    minimum = staticmethod(np.minimum)
    maximum = staticmethod(np.maximum)
    where = staticmethod(np.where)

    def __init__(self, t: int) -> None:
        self.t = t
        self.lines: dict[str, Term] = {}

    def let(self, name: str, term: Term) -> Term:
        """Keep the value under its name and return it."""
        self.lines[name] = term
        return term
