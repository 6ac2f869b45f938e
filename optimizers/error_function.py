"""Error functions: typed text to values, exact gradient and straight-line code."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
import sympy as sp
from numpy.typing import ArrayLike, NDArray

from optimizers.codegen.autodiff import StraightLineCode, value_code
from optimizers.codegen.canonical import canonical
from optimizers.codegen.function_code import FunctionCode, Maker, function_code, maker
from optimizers.errors import ExpressionError, ParameterError
from optimizers.language.numeric import NUMPY
from optimizers.language.parameters import checked_parameters
from optimizers.language.vocabulary import parameters_of
from optimizers.limits import with_limits

Evaluation = Callable[[float, float], tuple[float, float, float]]


@dataclass(frozen=True)
class ErrorFunction:
    """Error function E(w1, w2) with its exact gradient, made by `ErrorFunction.parse`.

    Parameters
    ----------
    text : str
        Canonical text: parses to the same function, with as few characters as possible.
    expression : sympy.Expr
        The formula as it was written, unevaluated, in the symbols ``w1`` and ``w2`` and those of
        its parameters.
    values : tuple of tuple of str and float
        Its parameters by name, with their values.

    Examples
    --------
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> bowl([-15, 0, 1], 20).tolist()
    [4675.0, 4000.0, 4003.0]
    """

    text: str
    expression: sp.Expr
    values: tuple[tuple[str, float], ...] = ()

    @classmethod
    def parse(cls, text: str, parameters: Mapping[str, float] | None = None) -> ErrorFunction:
        """Parse a typed text.

        Parameters
        ----------
        text : str
            A formula in w1 and w2 (or x and y) in the syntax of a calculator; see `parser.parse`.
        parameters : mapping of str to float, optional
            The values of up to four other letters in it.

        Raises
        ------
        ExpressionError
            If it is not an error function; the message is one sentence that says what to do.
        ParameterError
            If a parameter cannot be one, or is not in the formula.

        Examples
        --------
        >>> ErrorFunction.parse("3 w1² + 10 w2²").text
        '3*w1^2+10*w2^2'
        >>> ravine = ErrorFunction.parse("w1^2/2 + k/2 w2^2", {"k": 25})
        >>> ravine.text, dict(ravine.parameters), ravine.evaluate(2, 2)
        ('w1^2/2+k/2*w2^2', {'k': 25.0}, (52.0, 2.0, 50.0))
        """
        if not isinstance(text, str):
            raise ExpressionError("The formula must be a text: write it in quotes.")
        given = checked_parameters(parameters or {})
        found, expression = canonical(text, frozenset(given))
        values = tuple((p.name, given.pop(p.name)) for p in parameters_of(expression))
        if given:
            names = ", ".join(given)
            raise ParameterError(f"{names} does not occur in the formula.", tuple(given))
        return _with_values(found, expression, values)

    @property
    def parameters(self) -> Mapping[str, float]:
        """Its parameters by name, with their values."""
        return MappingProxyType(dict(self.values))

    @property
    def code(self) -> StraightLineCode:
        """Straight-line code of E and its gradient, which has the parameters as symbols."""
        return self._code.lines

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
        return self._code.floats(*(value for _, value in self.values))

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

    def values_of(self, part: sp.Expr, w1: ArrayLike, w2: ArrayLike) -> NDArray[np.float64]:
        """Return the values of a part of the tree, of the common shape of `w1` and `w2`."""
        of_part = maker(value_code(part), NUMPY, self._code.parameters)
        return _on_arrays(self._made(of_part), w1, w2)[0]

    @cached_property
    def _code(self) -> FunctionCode:
        return function_code(self.expression)

    def _made(self, make: Maker) -> Callable[..., Any]:
        # NumPy's numbers overflow to inf and divide by 0, as arrays do.
        return make(*(np.float64(value) for _, value in self.values))

    @cached_property
    def _term(self) -> Callable[[float, float, float, float], str]:
        return self._made(self._code.term)

    @cached_property
    def _at_a_point(self) -> Callable[..., Any]:
        return self._made(self._code.at_a_point)

    @cached_property
    def _value(self) -> Callable[..., Any]:
        return self._made(self._code.value)

    @cached_property
    def _value_and_gradient(self) -> Callable[..., Any]:
        return self._made(self._code.value_and_gradient)


def _on_arrays(
    function: Callable[..., Any], w1: ArrayLike, w2: ArrayLike
) -> list[NDArray[np.float64]]:
    first, second = np.broadcast_arrays(np.asarray(w1, float), np.asarray(w2, float))
    with np.errstate(all="ignore"):
        results = function(first, second)
    return [np.array(np.broadcast_to(r, first.shape), dtype=np.float64) for r in results]


def parse_used(text: str, parameters: Mapping[str, float]) -> ErrorFunction:
    """Parse a typed text with those of some parameters that it has."""
    try:
        return ErrorFunction.parse(text, parameters)
    except ParameterError as error:
        if not error.unused:
            raise
        used = {name: value for name, value in parameters.items() if name not in error.unused}
        return ErrorFunction.parse(text, used)


# The same object for the same function, since what it compiles is kept with it.
@lru_cache(maxsize=64)
def _with_values(
    text: str, expression: sp.Expr, values: tuple[tuple[str, float], ...]
) -> ErrorFunction:
    return ErrorFunction(text, expression, values)
