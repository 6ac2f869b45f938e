"""Vocabulary of error functions: variables, constants and functions, each defined once.

A function is a SymPy class. SymPy's own are used where there is one; `fdiff` gives the derivative.
Expressions are built unevaluated, so that a formula is shown as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

W1, W2 = sp.symbols("w1 w2", real=True)

VARIABLES: dict[str, sp.Symbol] = {"w1": W1, "w2": W2, "x": W1, "y": W2}
CONSTANTS: dict[str, sp.Expr] = {"pi": sp.pi, "e": sp.E}


class Min(sp.Function):
    """Minimum of its arguments, in the order typed, which SymPy's own does not preserve.

    On a tie the first of the least arguments gives the derivative; see `autodiff`.
    """


class Max(sp.Function):
    """Maximum of its arguments, in the order typed; ties as for `Min`."""


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
class FunctionSpec:
    """Specification of a function that may be typed.

    Parameters
    ----------
    build : callable
        From unevaluated arguments to the unevaluated expression.
    arity : int
        The number of its arguments.
    variadic : bool
        Whether it accepts more arguments than that as well.
    """

    build: Callable[..., sp.Expr]
    arity: int = 1
    variadic: bool = False

    def accepts(self, count: int) -> bool:
        """Return whether it accepts this number of arguments."""
        return count == self.arity or (self.variadic and count > self.arity)

    @property
    def expected_arguments(self) -> str:
        """The number of arguments it accepts, for an error message."""
        count = "one argument" if self.arity == 1 else "two arguments"
        return f"at least {count}" if self.variadic else count


def _unevaluated(function: type[sp.Expr]) -> Callable[..., sp.Expr]:
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


FUNCTIONS: dict[str, FunctionSpec] = {
    "exp": FunctionSpec(_unevaluated(sp.exp)),
    "log": FunctionSpec(_unevaluated(sp.log)),
    "ln": FunctionSpec(_unevaluated(sp.log)),
    "log10": FunctionSpec(_unevaluated(log10)),
    "log2": FunctionSpec(_unevaluated(log2)),
    "sqrt": FunctionSpec(lambda x: sp.Pow(x, sp.Rational(1, 2), evaluate=False)),
    "cbrt": FunctionSpec(_unevaluated(cbrt)),
    "abs": FunctionSpec(_unevaluated(sp.Abs)),
    "sign": FunctionSpec(_unevaluated(sp.sign)),
    "sin": FunctionSpec(_unevaluated(sp.sin)),
    "cos": FunctionSpec(_unevaluated(sp.cos)),
    "tan": FunctionSpec(_unevaluated(sp.tan)),
    "asin": FunctionSpec(_unevaluated(sp.asin)),
    "acos": FunctionSpec(_unevaluated(sp.acos)),
    "atan": FunctionSpec(_unevaluated(sp.atan)),
    "atan2": FunctionSpec(_unevaluated(sp.atan2), 2),
    "sinh": FunctionSpec(_unevaluated(sp.sinh)),
    "cosh": FunctionSpec(_unevaluated(sp.cosh)),
    "tanh": FunctionSpec(_unevaluated(sp.tanh)),
    "min": FunctionSpec(_unevaluated(Min), 2, variadic=True),
    "max": FunctionSpec(_unevaluated(Max), 2, variadic=True),
    "sigmoid": FunctionSpec(_unevaluated(sigmoid)),
    "relu": FunctionSpec(_unevaluated(relu)),
    "softplus": FunctionSpec(_unevaluated(softplus)),
    "pow": FunctionSpec(power, 2),
}
