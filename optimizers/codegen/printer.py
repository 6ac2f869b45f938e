"""Code printer: an expression as Python, as JavaScript or in the syntax that a reader types.

All three dialects have the same operations in the same order, so Python and JavaScript round alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import sympy as sp
from sympy.printing.printer import Printer

from optimizers.language.numeric import NUMPY_NAMES
from optimizers.language.vocabulary import Parameter

ADD, MULTIPLY, POWER, ATOM = range(4)
"""Operator precedence, lowest first."""

OWN_FUNCTIONS = frozenset({"erf", "erfc"})
"""Functions that no platform has: `special_functions` prints their definitions."""

LARGEST_PRODUCT = 4
"""A power up to this whole number is printed as a product: exact and fast in every language."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """Syntax of a target language where languages differ.

    Parameters
    ----------
    call : str
        Template of a function call, with ``{name}`` and ``{arguments}``.
    choice : str
        Template of a conditional expression, with ``{condition}``, ``{a}`` and ``{b}``.
    names : mapping of str to str
        Function names that differ from SymPy's.
    caret : bool
        Whether powers are written with ``^`` and constants by name, as a reader types them.
    power : str
        The operator of a power, if the language has one; else it is a call of ``pow``.
    """

    call: str
    choice: str
    names: Mapping[str, str] = field(hash=False)
    caret: bool = False
    power: str = ""


_SHORT = {"Min": "min", "Max": "max", "Abs": "abs"}
PYTHON = Dialect("{name}({arguments})", "where({condition}, {a}, {b})", NUMPY_NAMES)
JAVASCRIPT = Dialect("Math.{name}({arguments})", "({condition} ? {a} : {b})", _SHORT)
CALCULATOR = Dialect("{name}({arguments})", "", _SHORT, caret=True)


def number(value: float) -> str:
    """Return the shortest text that reads back as the same float in every dialect."""
    if not math.isfinite(value):  # a derivative's constant may be, as in 1e100*1e100*...*w1
        return "(1e999 - 1e999)" if math.isnan(value) else f"{'-' if value < 0 else ''}1e999"
    if value == int(value) and abs(value) < 2**53:
        return str(int(value))
    return repr(value)


def print_code(expression: sp.Basic, dialect: Dialect) -> str:
    """Print an expression as source code.

    Parameters
    ----------
    expression : sympy.Basic
        A tree of symbols, numbers, sums, products, powers, functions and choices.
    dialect : Dialect
        The target language.

    Returns
    -------
    str
        Code with the fewest parentheses that preserve the tree.
    """
    text, _ = CodePrinter(dialect).print_node(expression)
    return text


Printed = tuple[str, int]
"""A text and its precedence."""


class CodePrinter(Printer):
    """Printer of one dialect; every method returns the text and its precedence."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__()
        self.dialect = dialect

    def print_node(self, expression: sp.Basic) -> Printed:
        """Return the text of any node of a tree and its precedence."""
        printed: Printed = self._print(expression)
        return printed

    def parenthesize(self, expression: sp.Basic, precedence: int) -> str:
        """Return the text, in parentheses if its precedence is lower."""
        text, own = self.print_node(expression)
        return text if own >= precedence else f"({text})"

    def emptyPrinter(self, expr: object) -> Printed:
        """Refuse a type that is not part of the vocabulary."""
        raise TypeError(f"{type(expr).__name__} cannot be printed")

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return expr.name, ATOM

    def _print_Parameter(self, expr: Parameter) -> Printed:
        return expr.name if self.dialect.caret else expr.code_name, ATOM

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
            printed = self.parenthesize(term, MULTIPLY)
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
            text = self.parenthesize(rest, MULTIPLY)
            return (f"-({text})" if text.startswith("-") else f"-{text}"), MULTIPLY
        text = ""
        for factor in factors:
            below = divisor(factor)
            if below is not None:
                text = f"{text or '1'}/{self.parenthesize(below, POWER)}"
            else:
                text += (
                    f"*{self.parenthesize(factor, POWER)}"
                    if text
                    else self.parenthesize(factor, MULTIPLY)
                )
        return text, MULTIPLY

    def _print_Pow(self, expr: sp.Pow) -> Printed:
        base, exponent = expr.args
        if exponent == sp.Rational(1, 2):
            return self.call("sqrt", self.parenthesize(base, ADD))
        if self.dialect.caret:
            return f"{self.parenthesize(base, ATOM)}^{self.parenthesize(exponent, ATOM)}", POWER
        below = divisor(expr)
        if below is not None:
            return f"1/{self.parenthesize(below, POWER)}", MULTIPLY
        if exponent == 1:
            return self.print_node(base)
        if exponent in range(2, LARGEST_PRODUCT + 1) and base.is_Symbol:
            return "*".join([self.print_node(base)[0]] * int(exponent)), MULTIPLY
        if self.dialect.power:
            raised, by = self.parenthesize(base, ATOM), self.parenthesize(exponent, ATOM)
            return f"{raised}{self.dialect.power}{by}", POWER
        return self.call(
            "pow", f"{self.parenthesize(base, ADD)}, {self.parenthesize(exponent, ADD)}"
        )

    def _print_Function(self, expr: sp.Function) -> Printed:
        return self.call(
            type(expr).__name__, ", ".join(self.parenthesize(a, ADD) for a in expr.args)
        )

    def _print_Piecewise(self, expr: sp.Piecewise) -> Printed:
        *cases, (otherwise, _) = expr.args
        text = self.parenthesize(otherwise, ADD)
        for value, condition in reversed(cases):
            text = self.dialect.choice.format(
                condition=self.parenthesize(condition, ADD), a=self.parenthesize(value, ADD), b=text
            )
        return text, ATOM

    def _print_Relational(self, expr: sp.core.relational.Relational) -> Printed:
        left, right = expr.args
        return f"{self.parenthesize(left, ADD)} {expr.rel_op} {self.parenthesize(right, ADD)}", ADD

    def call(self, name: str, arguments: str) -> Printed:
        """Return a function call in the syntax of the dialect."""
        if name in OWN_FUNCTIONS:
            return f"{name}({arguments})", ATOM
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
