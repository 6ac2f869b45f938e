"""Vocabulary of error functions: variables, constants and functions, each defined once.

A function is a SymPy class. SymPy's own are used where there is one; `fdiff` gives the derivative.
Expressions are built unevaluated, so that a formula is shown as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

from optimizers.language import activations, functions
from optimizers.language.functions import Max, Min

W1, W2 = sp.symbols("w1 w2", real=True)

VARIABLES: dict[str, sp.Symbol] = {"w1": W1, "w2": W2, "x": W1, "y": W2}
CONSTANTS: dict[str, sp.Expr] = {"pi": sp.pi, "e": sp.E}


class Parameter(sp.Symbol):
    """Symbol of a parameter, whose value is given beside the formula."""

    @property
    def code_name(self) -> str:
        """Its name in printed code, whose own names may be a letter with an index."""
        return self.name if len(self.name) == 1 else f"{self.name}_"


def parameter(name: str) -> Parameter:
    """Return the symbol of a parameter."""
    return Parameter(name, real=True)


def parameters_of(expression: sp.Basic) -> tuple[Parameter, ...]:
    """Return the parameters of a tree, by name."""
    found = (s for s in expression.free_symbols if isinstance(s, Parameter))
    return tuple(sorted(found, key=lambda symbol: symbol.name))


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


_SYMPY: tuple[str, ...] = (
    "exp",
    "log",
    "sign",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "asinh",
    "acosh",
)
_SYMPY += ("sinh", "cosh", "tanh")
_OWN: tuple[str, ...] = (
    "log10",
    "log2",
    "log1p",
    "expm1",
    "cbrt",
    "sec",
    "csc",
    "cot",
    "sech",
    "csch",
    "coth",
)
_OWN += ("atanh", "erf")
_ACTIVATIONS = ("logcosh", "sigmoid", "relu", "softplus", "gelu", "elu")

FUNCTIONS: dict[str, FunctionSpec] = {
    **{name: FunctionSpec(_unevaluated(getattr(sp, name))) for name in _SYMPY},
    **{name: FunctionSpec(_unevaluated(getattr(functions, name))) for name in _OWN},
    **{name: FunctionSpec(_unevaluated(getattr(activations, name))) for name in _ACTIVATIONS},
    "abs": FunctionSpec(_unevaluated(sp.Abs)),
    "sqrt": FunctionSpec(lambda x: sp.Pow(x, sp.Rational(1, 2), evaluate=False)),
    "square": FunctionSpec(lambda x: sp.Pow(x, 2, evaluate=False)),
    "pow": FunctionSpec(power, 2),
    "atan2": FunctionSpec(_unevaluated(sp.atan2), 2),
    "hypot": FunctionSpec(_unevaluated(functions.hypot), 2),
    "logaddexp": FunctionSpec(_unevaluated(activations.logaddexp), 2),
    "min": FunctionSpec(_unevaluated(Min), 2, variadic=True),
    "max": FunctionSpec(_unevaluated(Max), 2, variadic=True),
}

ALIASES: dict[str, str] = {
    "ln": "log",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arctan2": "atan2",
    "arcsinh": "asinh",
    "arccosh": "acosh",
    "arctanh": "atanh",
    "arsinh": "asinh",
    "arcosh": "acosh",
    "artanh": "atanh",
    "sgn": "sign",
    "tg": "tan",
    "ctg": "cot",
    "cosec": "csc",
    "fabs": "abs",
    "absolute": "abs",
    "power": "pow",
    "minimum": "min",
    "maximum": "max",
    "expit": "sigmoid",
    "log_2": "log2",
    "log_10": "log10",
    "\u221a": "sqrt",
    "\u221b": "cbrt",
}
"""Other names of functions, each with the name that canonical texts have."""

FUNCTIONS |= {alias: FUNCTIONS[name] for alias, name in ALIASES.items()}
