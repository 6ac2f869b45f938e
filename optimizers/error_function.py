"""A reader's error function: typed text to numbers, gradient and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import sympy as sp
from numpy.typing import ArrayLike, NDArray

from optimizers.codegen.autodiff import Assignment, Program, program
from optimizers.codegen.compiled import assignments, compiled
from optimizers.codegen.printer import CALCULATOR, source
from optimizers.errors import ExpressionError
from optimizers.language.numeric import FLOATS, NUMPY, SCALARS, Functions
from optimizers.language.parser import parse

Evaluation = Callable[[float, float], tuple[float, float, float]]


@dataclass(frozen=True)
class ErrorFunction:
    """E(w1, w2), with its exact gradient.

    Make one with `ErrorFunction.parse`.

    Parameters
    ----------
    text : str
        Canonical text: reads back as the same function, as short as it can be.
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
        """Return the error function that a text describes.

        Parameters
        ----------
        text : str
            A formula in w1 and w2 (or x and y) with a calculator's habits; see `parser.parse`.

        Raises
        ------
        ExpressionError
            If it is not one; the message is one sentence that says what to do.

        Examples
        --------
        >>> ErrorFunction.parse("3 w1² + 10 w2²").text
        '3*w1^2+10*w2^2'
        """
        return _parsed(text)

    @cached_property
    def program(self) -> Program:
        """Straight-line code of E and its gradient."""
        return program(self.expression)

    @cached_property
    def operations(self) -> int:
        """How many operations of arithmetic it takes to get E and its gradient at a point."""
        terms = (term for _, term in self.program.value_and_gradient)
        return 1 + sum(bool(part.args) for t in terms for part in sp.preorder_traversal(t))

    def __call__(self, w1: ArrayLike, w2: ArrayLike) -> NDArray[np.float64]:
        """Return E, of the common shape of `w1` and `w2`; inf or nan where it has no value."""
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
        return np.stack(_on_arrays(self._value_and_gradient, w1, w2)[1:])

    @cached_property
    def evaluate_floats(self) -> Evaluation:
        """From two floats to the floats E, g1 and g2, as fast as Python can.

        Raises ArithmeticError or ValueError where `evaluate` gives inf or nan on the way.
        """
        return _function(self.program.value_and_gradient, FLOATS)

    def evaluate(self, w1: float, w2: float) -> tuple[float, float, float]:
        """Return E, g1 and g2 at a point, with inf and nan as a browser has them.

        Examples
        --------
        >>> ErrorFunction.parse("3 w1^2 + 10 w2^2").evaluate(-15, 20)
        (4675.0, -90.0, 400.0)
        >>> ErrorFunction.parse("1/w1").evaluate(0, 1)
        (inf, -inf, 0.0)
        """
        try:
            return self.evaluate_floats(float(w1), float(w2))
        except (ArithmeticError, ValueError):  # an overflow, say: once more, as a browser computes
            with np.errstate(all="ignore"):
                error, g1, g2 = self._at_a_point(np.float64(w1), np.float64(w2))
            return float(error), float(g1), float(g2)

    @cached_property
    def _at_a_point(self) -> Callable[..., Any]:
        return _function(self.program.value_and_gradient, SCALARS)

    @cached_property
    def _value(self) -> Callable[..., Any]:
        return _function(self.program.value, NUMPY)

    @cached_property
    def _value_and_gradient(self) -> Callable[..., Any]:
        return _function(self.program.value_and_gradient, NUMPY)


def _function(lines: tuple[Assignment, ...], vocabulary: Functions) -> Callable[..., Any]:
    results = ", ".join(name for name, _ in lines if name in ("E", "g1", "g2"))
    text = f"def evaluate(w1, w2):\n{assignments(lines)}    return {results},\n"
    return compiled("evaluate", text, vocabulary)


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
    canonical, printed = "", _printed(expression)
    try:
        while printed != canonical:  # twice at most, or once more where minus signs meet
            canonical, printed = printed, _printed(parse(printed))
    except ExpressionError:
        message = "The formula is too long once every * is written out: shorten it."
        raise ExpressionError(message, len(text)) from None
    return ErrorFunction(canonical, expression)


def _printed(expression: sp.Expr) -> str:
    return source(expression, CALCULATOR).replace(" ", "")
