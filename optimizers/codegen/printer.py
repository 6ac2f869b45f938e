"""An expression as source: one printer, three dialects that differ in names only.

Python and JavaScript get the same operations in the same order, so both round alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import sympy as sp
from sympy.printing.printer import Printer

ADD, MULTIPLY, POWER, ATOM = range(4)
LARGEST_PRODUCT = 4
"""A power up to this whole number is printed as a product: exact and fast in every language."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one language writes what the others write otherwise.

    Parameters
    ----------
    call : str
        Template of a function call, with ``{name}`` and ``{arguments}``.
    choice : str
        Template of a choice, with ``{condition}``, ``{a}`` and ``{b}``.
    names : mapping of str to str
        Function names that differ from SymPy's.
    caret : bool
        Whether powers are written with ``^`` and constants by name, as a reader types them.
    """

    call: str
    choice: str
    names: Mapping[str, str]
    caret: bool = False


_SHORT = {"Min": "min", "Max": "max", "Abs": "abs"}
_NUMPY = {"Min": "minimum", "Max": "maximum", "Abs": "abs"}
PYTHON = Dialect("{name}({arguments})", "where({condition}, {a}, {b})", _NUMPY)
JAVASCRIPT = Dialect("Math.{name}({arguments})", "({condition} ? {a} : {b})", _SHORT)
CALCULATOR = Dialect("{name}({arguments})", "", _SHORT, caret=True)


def number(value: float) -> str:
    """Return the shortest text that reads back as the same float in every dialect."""
    if not math.isfinite(value):  # a derivative's constant may be, as in 1e100*1e100*...*w1
        return "(1e999 - 1e999)" if math.isnan(value) else f"{'-' if value < 0 else ''}1e999"
    if value == int(value) and abs(value) < 2**53:
        return str(int(value))
    return repr(value)


def source(expression: sp.Basic, dialect: Dialect) -> str:
    """Print an expression.

    Parameters
    ----------
    expression : sympy.Basic
        A tree of symbols, numbers, sums, products, powers, functions and choices.
    dialect : Dialect
        The language to print.

    Returns
    -------
    str
        Source with the fewest parentheses that keep the tree.
    """
    text, _ = SourcePrinter(dialect).doprint_node(expression)
    return text


Printed = tuple[str, int]
"""A text and how tightly it binds."""


class SourcePrinter(Printer):
    """Prints one dialect; every method returns the text and how tightly it binds."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__()
        self.dialect = dialect

    def doprint_node(self, expression: sp.Basic) -> Printed:
        """Return text and binding of any node of the tree."""
        printed: Printed = self._print(expression)
        return printed

    def inside(self, expression: sp.Basic, binding: int) -> str:
        """Return the text, in parentheses unless it binds at least as tightly."""
        text, own = self.doprint_node(expression)
        return text if own >= binding else f"({text})"

    def emptyPrinter(self, expr: object) -> Printed:
        """Refuse what is not part of the language."""
        raise TypeError(f"{type(expr).__name__} has no source")

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return expr.name, ATOM

    def _print_Number(self, expr: sp.Number) -> Printed:
        text = number(float(expr))
        return text, MULTIPLY if text.startswith("-") else ATOM

    def _print_NumberSymbol(self, expr: sp.NumberSymbol) -> Printed:
        if self.dialect.caret:
            return {sp.pi: "pi", sp.E: "e"}[expr], ATOM
        return number(float(expr)), ATOM

    def _print_Add(self, expr: sp.Add) -> Printed:
        text = ""
        for term in expr.args:
            printed = self.inside(term, MULTIPLY)
            if not text:
                text = printed
            elif printed.startswith("-"):
                text += f" - {printed[1:]}"
            else:
                text += f" + {printed}"
        return text, ADD

    def _print_Mul(self, expr: sp.Mul) -> Printed:
        factors = list(expr.args)
        if factors[0] == -1 and len(factors) > 1:
            rest = factors[1] if len(factors) == 2 else sp.Mul(*factors[1:], evaluate=False)
            text = self.inside(rest, MULTIPLY)
            return (f"-({text})" if text.startswith("-") else f"-{text}"), MULTIPLY
        text = ""
        for factor in factors:
            below = divisor(factor)
            if below is not None:
                text = f"{text or '1'}/{self.inside(below, POWER)}"
            else:
                text += f"*{self.inside(factor, POWER)}" if text else self.inside(factor, MULTIPLY)
        return text, MULTIPLY

    def _print_Pow(self, expr: sp.Pow) -> Printed:
        base, exponent = expr.args
        if exponent == sp.Rational(1, 2):
            return self.call("sqrt", self.inside(base, ADD))
        if self.dialect.caret:
            return f"{self.inside(base, ATOM)}^{self.inside(exponent, ATOM)}", POWER
        below = divisor(expr)
        if below is not None:
            return f"1/{self.inside(below, POWER)}", MULTIPLY
        if exponent == 1:
            return self.doprint_node(base)
        if exponent in range(2, LARGEST_PRODUCT + 1) and base.is_Symbol:
            return "*".join([base.name] * int(exponent)), MULTIPLY
        return self.call("pow", f"{self.inside(base, ADD)}, {self.inside(exponent, ADD)}")

    def _print_Function(self, expr: sp.Function) -> Printed:
        return self.call(type(expr).__name__, ", ".join(self.inside(a, ADD) for a in expr.args))

    def _print_Piecewise(self, expr: sp.Piecewise) -> Printed:
        *cases, (otherwise, _) = expr.args
        text = self.inside(otherwise, ADD)
        for value, condition in reversed(cases):
            text = self.dialect.choice.format(
                condition=self.inside(condition, ADD), a=self.inside(value, ADD), b=text
            )
        return text, ATOM

    def _print_Relational(self, expr: sp.core.relational.Relational) -> Printed:
        left, right = expr.args
        return f"{self.inside(left, ADD)} {expr.rel_op} {self.inside(right, ADD)}", ADD

    def call(self, name: str, arguments: str) -> Printed:
        """Return a function call in the dialect's own spelling."""
        spelled = self.dialect.names.get(name, name)
        return self.dialect.call.format(name=spelled, arguments=arguments), ATOM


def divisor(factor: sp.Basic) -> sp.Basic | None:
    """Return x for a factor x^(-1), x^(-n) as x^n, and None for any other factor."""
    if isinstance(factor, sp.Pow):
        base, exponent = factor.args
        if exponent == -1:
            return base
        if exponent.is_Number and exponent.is_negative:
            return sp.Pow(base, -exponent, evaluate=False)
    return None
