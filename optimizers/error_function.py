"""Error functions: typed text to values, exact gradient and straight-line code."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import sympy as sp
from numpy.typing import ArrayLike, NDArray

from optimizers.codegen.autodiff import StraightLineCode, differentiate, value_code
from optimizers.codegen.compiled import compile_function, python_assignments
from optimizers.codegen.printer import CALCULATOR, PYTHON, print_code
from optimizers.codegen.special_functions import PYTHON_FUNCTION, special_functions
from optimizers.codegen.tape import Assignment
from optimizers.errors import ExpressionError
from optimizers.language.numeric import FLOATS, NUMPY, SCALARS, Functions
from optimizers.language.parser import parse
from optimizers.limits import term_without_slope, with_limits

Evaluation = Callable[[float, float], tuple[float, float, float]]


@dataclass(frozen=True)
class ErrorFunction:
    """Error function E(w1, w2) with its exact gradient, made by `ErrorFunction.parse`.

    Parameters
    ----------
    text : str
        Canonical text: parses to the same function, with as few characters as possible.
    expression : sympy.Expr
        The formula as it was written, unevaluated, in the symbols ``w1`` and ``w2``.

    Examples
    --------
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> bowl([-15, 0, 1], 20).tolist()
    [4675.0, 4000.0, 4003.0]
    """

    text: str
    expression: sp.Expr

    @classmethod
    def parse(cls, text: str) -> ErrorFunction:
        """Parse a typed text.

        Parameters
        ----------
        text : str
            A formula in w1 and w2 (or x and y) in the syntax of a calculator; see `parser.parse`.

        Raises
        ------
        ExpressionError
            If it is not an error function; the message is one sentence that says what to do.

        Examples
        --------
        >>> ErrorFunction.parse("3 w1² + 10 w2²").text
        '3*w1^2+10*w2^2'
        """
        if not isinstance(text, str):
            raise ExpressionError("The formula must be a text: write it in quotes.")
        return _parsed(text)

    @cached_property
    def code(self) -> StraightLineCode:
        """Straight-line code of E and its gradient."""
        return differentiate(self.expression)

    @cached_property
    def operations(self) -> int:
        """Number of arithmetic operations that E and its gradient take at a point."""
        terms = (term for _, term in self.code.value_and_gradient)
        return 1 + sum(bool(part.args) for t in terms for part in sp.preorder_traversal(t))

    def __call__(self, w1: ArrayLike, w2: ArrayLike) -> NDArray[np.float64]:
        """Return E, of the common shape of `w1` and `w2`; inf or nan where it is undefined."""
        return _on_arrays(self._value, w1, w2)[0]

    def gradient(self, w1: ArrayLike, w2: ArrayLike) -> NDArray[np.float64]:
        """Return the gradient, of shape (2, ...) over the common shape of `w1` and `w2`.

        Examples
        --------
        >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
        >>> bowl.gradient(-15, 20).tolist()
        [-90.0, 400.0]
        >>> bowl.gradient([-15, 0, 1], 20).tolist()
        [[-90.0, 0.0, 6.0], [400.0, 400.0, 400.0]]
        """
        return np.stack(self._with_limits(w1, w2)[1:])

    @cached_property
    def evaluate_floats(self) -> Evaluation:
        """Compiled function from two floats to the floats E, g1 and g2, the fastest evaluation.

        Raises ArithmeticError or ValueError where an intermediate result is inf or nan.
        """
        return _function(self.code.value_and_gradient, FLOATS)

    def evaluate(self, w1: float, w2: float) -> tuple[float, float, float]:
        """Return E, g1 and g2 at a point, with inf and nan as in a browser.

        Examples
        --------
        >>> ErrorFunction.parse("3 w1^2 + 10 w2^2").evaluate(-15, 20)
        (4675.0, -90.0, 400.0)
        >>> ErrorFunction.parse("1/w1").evaluate(0, 1)
        (inf, -inf, 0.0)
        """
        try:
            error, g1, g2 = self.evaluate_floats(float(w1), float(w2))
        except (ArithmeticError, ValueError):  # such as an overflow: again with inf and nan
            with np.errstate(all="ignore"):
                error, g1, g2 = map(float, self._at_a_point(np.float64(w1), np.float64(w2)))
        if math.isfinite(error) and not math.isfinite(g1 - g1 + (g2 - g2)):
            error, g1, g2 = map(float, self._with_limits(w1, w2))
        return error, g1, g2

    def term_without_slope(self, w1: float, w2: float) -> str:
        """Return the term that has no finite slope at a point where E has none, as it is typed.

        Examples
        --------
        >>> ErrorFunction.parse("w2^2 + sqrt(w1)").term_without_slope(0, 1)
        'sqrt(w1)'
        """
        _, g1, g2 = self.evaluate(w1, w2)
        with np.errstate(all="ignore"):
            return self._term(np.float64(w1), np.float64(w2), g1, g2)

    def _with_limits(self, w1: ArrayLike, w2: ArrayLike) -> list[NDArray[np.float64]]:
        function = self._value_and_gradient
        first, second = np.broadcast_arrays(np.asarray(w1, float), np.asarray(w2, float))
        return with_limits(function, first, second, _on_arrays(function, first, second))

    @cached_property
    def _term(self) -> Callable[[float, float, float, float], str]:
        return term_without_slope(self.code)

    @cached_property
    def _at_a_point(self) -> Callable[..., Any]:
        return _function(self.code.value_and_gradient, SCALARS)

    @cached_property
    def _value(self) -> Callable[..., Any]:
        return _function(self.code.value, NUMPY)

    @cached_property
    def _value_and_gradient(self) -> Callable[..., Any]:
        return _function(self.code.value_and_gradient, NUMPY)


def values_of(expression: sp.Expr, w1: ArrayLike, w2: ArrayLike) -> NDArray[np.float64]:
    """Return the values of a part of a tree, of the common shape of `w1` and `w2`."""
    return _on_arrays(_function(value_code(expression), NUMPY), w1, w2)[0]


def _function(lines: tuple[Assignment, ...], functions: Functions) -> Callable[..., Any]:
    results = ", ".join(name for name, _ in lines if name in ("E", "g1", "g2"))
    code = f"def evaluate(w1, w2):\n{python_assignments(lines)}    return {results},\n"
    code = special_functions(lines, PYTHON_FUNCTION, PYTHON) + code
    return compile_function("evaluate", code, functions)


def _on_arrays(
    function: Callable[..., Any], w1: ArrayLike, w2: ArrayLike
) -> list[NDArray[np.float64]]:
    first, second = np.broadcast_arrays(np.asarray(w1, float), np.asarray(w2, float))
    with np.errstate(all="ignore"):
        results = function(first, second)
    return [np.array(np.broadcast_to(r, first.shape), dtype=np.float64) for r in results]


@lru_cache(maxsize=64)
def _parsed(text: str) -> ErrorFunction:
    expression = parse(text)
    canonical, printed = "", _print(expression)
    try:
        while printed != canonical:  # a fixed point after two passes, or three with "- -"
            canonical, printed = printed, _print(parse(printed))
    except ExpressionError:
        message = "The formula is too long once every * is written out: shorten it."
        raise ExpressionError(message, len(text)) from None
    return ErrorFunction(canonical, expression)


def _print(expression: sp.Expr) -> str:
    return print_code(expression, CALCULATOR).replace(" ", "")
