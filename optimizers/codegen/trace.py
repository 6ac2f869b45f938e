"""Symbolic trace of an update rule: its lines as SymPy terms, from which everything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import sympy as sp

from optimizers.errors import RuleError
from optimizers.language.functions import Max, Min
from optimizers.notation import RateFunction, Step, Term, Values


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment of a rule.

    Parameters
    ----------
    name : str
        ``"v"``, a state's name, or an intermediate quantity's.
    term : sympy.Expr
        The right-hand side, in the order in which the rule wrote it.
    """

    name: str
    term: sp.Expr


def symbol(name: str) -> sp.Symbol:
    """Return the symbol of a quantity; real, so that derivatives of its absolute value exist."""
    return sp.Symbol(name, real=True)


def past_name(name: str) -> str:
    """Return the name of a state's value at t-1."""
    return f"{name}_past"


def trace_step(
    step: Step, states: Iterable[str], hyperparameters: Iterable[str]
) -> tuple[Line, ...]:
    """Run a step once on symbols and return its lines in order, written as the rule writes them.

    Raises
    ------
    RuleError
        If the step reads a name that is neither declared nor assigned before, or assigns one twice.
    """
    now = _Recorder({"g": symbol("g"), "t": symbol("t")})
    past, h = _past_and_settings(states, hyperparameters)
    with _unknown_names_refused(past=past, now=now, h=h), sp.evaluate(False):
        step(SymbolicMaths, past, now, h)
    return tuple(now._lines)


def trace_rate(
    rate: RateFunction,
    lines: Iterable[Line],
    states: Iterable[str],
    hyperparameters: Iterable[str],
) -> Line:
    """Run an effective learning rate once on symbols and return it as a line named ``rate``.

    Raises
    ------
    RuleError
        If the rate reads a name that is neither declared nor assigned by the lines of the step.
    """
    now = _symbols({name: name for name in ("g", "t", *(line.name for line in lines))})
    past, h = _past_and_settings(states, hyperparameters)
    with _unknown_names_refused(past=past, now=now, h=h), sp.evaluate(False):
        return Line("rate", rate(SymbolicMaths, past, now, h))


class SymbolicMaths:
    """The functions of `notation.Maths` on SymPy terms, unevaluated."""

    @staticmethod
    def sqrt(x: Term, /) -> Term:
        """Return the square root."""
        return sp.sqrt(x, evaluate=False)

    @staticmethod
    def sign(x: Term, /) -> Term:
        """Return the sign."""
        return sp.sign(x, evaluate=False)

    @staticmethod
    def minimum(a: Term, b: Term, /) -> Term:
        """Return the smaller of two terms."""
        return Min(a, b, evaluate=False)

    @staticmethod
    def maximum(a: Term, b: Term, /) -> Term:
        """Return the larger of two terms."""
        return Max(a, b, evaluate=False)

    @staticmethod
    def where(condition: Term, a: Term, b: Term, /) -> Term:
        """Return a choice between two terms; a choice in `b` becomes further cases."""
        others = b.args if isinstance(b, sp.Piecewise) else ((b, True),)
        return sp.Piecewise((a, condition), *others, evaluate=False)


class _Recorder(Values):
    """Values at t: an assignment is recorded as a line, and later lines see only its symbol."""

    __slots__ = ("_lines",)

    def __init__(self, given: Mapping[str, sp.Symbol]) -> None:
        super().__init__(**given)
        object.__setattr__(self, "_lines", [])

    def __setattr__(self, name: str, term: sp.Expr) -> None:
        if name in vars(self):
            raise RuleError(f"now.{name} has a value already: choose another name.")
        if not isinstance(term, sp.Basic):
            raise RuleError(f"now.{name} must be a term of past, now and h, not {term!r}.")
        self._lines.append(Line(name, term))
        super().__setattr__(name, symbol(name))


def _symbols(names: Mapping[str, str]) -> Values:
    return Values(**{name: symbol(named) for name, named in names.items()})


def _past_and_settings(
    states: Iterable[str], hyperparameters: Iterable[str]
) -> tuple[Values, Values]:
    past = _symbols({name: past_name(name) for name in states})
    return past, _symbols({name: name for name in hyperparameters})


@contextmanager
def _unknown_names_refused(**namespaces: Values) -> Iterator[None]:
    """Turn the AttributeError of an unknown name into a RuleError that lists the known ones."""
    try:
        yield
    except AttributeError as error:
        for prefix, namespace in {**namespaces, "xp": SymbolicMaths}.items():
            if error.obj is namespace:
                known = ", ".join(name for name in vars(namespace) if not name.startswith("_"))
                sentence = f"{prefix}.{error.name} is not known: {prefix} has {known or 'nothing'}."
                raise RuleError(sentence) from None
        raise
