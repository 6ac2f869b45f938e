"""A rule run once on SymPy symbols: its named lines, from which formula and source are printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace

import sympy as sp

from optimizers.language.vocabulary import Max, Min
from optimizers.rule import Rule


@dataclass(frozen=True, slots=True)
class Line:
    """One named line of a rule.

    Parameters
    ----------
    name : str
        ``"v"``, a state's name, or an intermediate quantity's.
    term : sympy.Expr
        The right-hand side, in the order in which the rule wrote it.
    """

    name: str
    term: sp.Expr


def past_name(name: str) -> str:
    """Return what a state is called at t-1."""
    return f"{name}_past"


class SymbolNotation:
    """The notation on SymPy symbols: every line is kept, and later lines see only its name."""

    def __init__(self) -> None:
        self.t = sp.Symbol("t", real=True)
        self.lines: list[Line] = []

    def let(self, name: str, term: sp.Expr) -> sp.Symbol:
        """Keep the line and return the symbol that stands for it."""
        self.lines.append(Line(name, term))
        return sp.Symbol(name, real=True)

    def sqrt(self, x: sp.Expr) -> sp.Expr:
        """Return the square root."""
        return sp.sqrt(x, evaluate=False)

    def sign(self, x: sp.Expr) -> sp.Expr:
        """Return the sign."""
        return sp.sign(x, evaluate=False)

    def minimum(self, a: sp.Expr, b: sp.Expr) -> sp.Expr:
        """Return the smaller of two terms."""
        return Min(a, b, evaluate=False)

    def maximum(self, a: sp.Expr, b: sp.Expr) -> sp.Expr:
        """Return the larger of two terms."""
        return Max(a, b, evaluate=False)

    def where(self, condition: sp.Basic, a: sp.Expr, b: sp.Expr) -> sp.Expr:
        """Return a choice between two terms; a choice in `b` becomes further cases."""
        others = b.args if isinstance(b, sp.Piecewise) else ((b, True),)
        return sp.Piecewise((a, condition), *others, evaluate=False)


@lru_cache(maxsize=64)
def trace(rule: Rule) -> tuple[Line, ...]:
    """Return the lines of a rule, in order, written as the rule writes them."""
    xp = SymbolNotation()
    past = SimpleNamespace(**{s.name: sp.Symbol(past_name(s.name), real=True) for s in rule.state})
    settings = SimpleNamespace(
        **{h.name: sp.Symbol(h.name, real=True) for h in rule.hyperparameters}
    )
    with sp.evaluate(False):
        rule.step(xp, sp.Symbol("g", real=True), past, settings)
    return tuple(xp.lines)


@lru_cache(maxsize=64)
def rate_line(rule: Rule) -> Line | None:
    """Return a rule's effective learning rate, in the names of its lines, if it has one."""
    if rule.rate is None:
        return None
    names = [line.name for line in trace(rule)]
    now, past, settings = (
        SimpleNamespace(**{name: sp.Symbol(symbol, real=True) for name, symbol in pairs})
        for pairs in (
            [(name, name) for name in ("g", *names)],
            [(s.name, past_name(s.name)) for s in rule.state],
            [(h.name, h.name) for h in rule.hyperparameters],
        )
    )
    with sp.evaluate(False):
        return Line("rate", rule.rate.of(SymbolNotation(), now, past, settings))
