"""The words of an error function: its variables, constants and functions, each defined once.

A function is a SymPy class. SymPy's own are used where there is one; `fdiff` gives the derivative.
Nothing here is evaluated when an expression is built: what a reader typed is what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

W1, W2 = sp.symbols("w1 w2", real=True)

VARIABLES: dict[str, sp.Symbol] = {"w1": W1, "w2": W2, "x": W1, "y": W2}
CONSTANTS: dict[str, sp.Expr] = {"pi": sp.pi, "e": sp.E}


class Min(sp.Function):
    """The least of its arguments, in the order typed, which SymPy's own does not keep.

    On a tie the first of the least arguments gives the derivative; see `program`.
    """


class Max(sp.Function):
    """The greatest of its arguments, likewise."""


class cbrt(sp.Function):
    """The real cube root."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (3 cbrt(x)^2)."""
        return 1 / (3 * self**2)


class log2(sp.Function):
    """The logarithm to base 2."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (x ln 2)."""
        return 1 / (self.args[0] * sp.log(2))


class log10(sp.Function):
    """The logarithm to base 10."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (x ln 10)."""
        return 1 / (self.args[0] * sp.log(10))


class log1p(sp.Function):
    """log(1 + x), exact for small x."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (1 + x)."""
        return 1 / (1 + self.args[0])


class sigmoid(sp.Function):
    """1 / (1 + exp(-x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x) sigmoid(-x), which is exact and finite on both plateaus."""
        return self * sigmoid(-self.args[0])


class relu(sp.Function):
    """max(x, 0), with derivative 0 at 0."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 where x > 0 and 0 elsewhere."""
        return sp.Piecewise((1, self.args[0] > 0), (0, True))


class softplus(sp.Function):
    """log(1 + exp(x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x)."""
        return sigmoid(self.args[0])


@dataclass(frozen=True, slots=True)
class Word:
    """A function a reader may type.

    Parameters
    ----------
    build : callable
        From unevaluated arguments to the unevaluated expression.
    arity : int
        How many arguments it takes.
    or_more : bool
        Whether it takes more than that as well.
    """

    build: Callable[..., sp.Expr]
    arity: int = 1
    or_more: bool = False

    def takes(self, count: int) -> bool:
        """Tell whether it can be given so many arguments."""
        return count == self.arity or (self.or_more and count > self.arity)

    @property
    def arguments(self) -> str:
        """What it takes, in words."""
        count = "one argument" if self.arity == 1 else "two arguments"
        return f"at least {count}" if self.or_more else count


def _inert(function: type[sp.Expr]) -> Callable[..., sp.Expr]:
    return lambda *arguments: function(*arguments, evaluate=False)


def power(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    """Return base ^ exponent, unevaluated; a power of e is the exponential function."""
    if base == sp.E:
        return sp.exp(exponent, evaluate=False)
    return sp.Pow(base, exponent, evaluate=False)


def product(*factors: sp.Expr) -> sp.Expr:
    """Return a product, unevaluated, its factors in the order given."""
    return sp.Mul(*factors, evaluate=False)


def total(*terms: sp.Expr) -> sp.Expr:
    """Return a sum, unevaluated, its terms in the order given."""
    return sp.Add(*terms, evaluate=False)


def reciprocal(x: sp.Expr) -> sp.Expr:
    """Return 1 / x, unevaluated."""
    return sp.Pow(x, -1, evaluate=False)


FUNCTIONS: dict[str, Word] = {
    "exp": Word(_inert(sp.exp)),
    "log": Word(_inert(sp.log)),
    "ln": Word(_inert(sp.log)),
    "log10": Word(_inert(log10)),
    "log2": Word(_inert(log2)),
    "sqrt": Word(lambda x: sp.Pow(x, sp.Rational(1, 2), evaluate=False)),
    "cbrt": Word(_inert(cbrt)),
    "abs": Word(_inert(sp.Abs)),
    "sign": Word(_inert(sp.sign)),
    "sin": Word(_inert(sp.sin)),
    "cos": Word(_inert(sp.cos)),
    "tan": Word(_inert(sp.tan)),
    "asin": Word(_inert(sp.asin)),
    "acos": Word(_inert(sp.acos)),
    "atan": Word(_inert(sp.atan)),
    "atan2": Word(_inert(sp.atan2), 2),
    "sinh": Word(_inert(sp.sinh)),
    "cosh": Word(_inert(sp.cosh)),
    "tanh": Word(_inert(sp.tanh)),
    "min": Word(_inert(Min), 2, or_more=True),
    "max": Word(_inert(Max), 2, or_more=True),
    "sigmoid": Word(_inert(sigmoid)),
    "relu": Word(_inert(relu)),
    "softplus": Word(_inert(softplus)),
    "pow": Word(power, 2),
}
