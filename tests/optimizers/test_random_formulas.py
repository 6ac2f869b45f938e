"""Random formulas: value, gradient, canonical text, MathML and closed form, against a reference.

Drawing a formula is expensive, so each one goes through all checks.
"""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from optimizers import ErrorFunction
from optimizers.codegen.compiled import compile_function, python_assignments
from tests.support.optimizers.formulas import formulas
from tests.support.optimizers.gradient_formula import check_gradient_terms
from tests.support.optimizers.mathml import typeset_text
from tests.support.optimizers.reference import EXACT, MANY_DIGITS, Formula

POINTS = [(0.7001, -1.3003), (1.9007, 0.4001), (-0.6011, -2.1003)]

LARGEST_VALUE = 1e40
"""Above this, 150 digits are too few for a difference."""

EXACT_FUNCTIONS = {
    **EXACT,
    "minimum": min,
    "maximum": max,
    "log1p": lambda x: EXACT["log"](1 + x),
    "where": lambda condition, a, b: a if condition else b,
}
"""The functions of straight-line code, on numbers of 150 digits."""

Values = dict[tuple[float, float], float]


@settings(max_examples=75, deadline=None)
@given(formulas())
def test_a_random_formula(formula: Formula) -> None:
    error_function = ErrorFunction.parse(formula.text)
    values = {point: formula.value(*point) for point in POINTS}
    known = {point: value for point, value in values.items() if value is not None}
    check_value(error_function, known)
    check_canonical_text(error_function, known)
    check_typeset_formula(error_function, known)
    check_gradient_to_many_digits(error_function)
    check_gradient_terms(error_function, known)
    check_float_evaluation(error_function, known)


def check_value(error_function: ErrorFunction, known: Values) -> None:
    """Check that the value is that of the reference, at a point and on arrays."""
    for point, value in known.items():
        assert error_function.evaluate(*point)[0] == pytest.approx(value, rel=1e-9)
        assert error_function(*point) == pytest.approx(value, rel=1e-9)


def check_canonical_text(error_function: ErrorFunction, known: Values) -> None:
    """Check that the canonical text parses to itself and has the same values."""
    again = ErrorFunction.parse(error_function.text)
    assert again.text == error_function.text
    assert " " not in error_function.text
    for point, value in known.items():
        assert again.evaluate(*point)[0] == pytest.approx(value, rel=1e-9)


def check_typeset_formula(error_function: ErrorFunction, known: Values) -> None:
    """Check that the MathML, converted back to text, has the same values."""
    read = ErrorFunction.parse(typeset_text(error_function))
    for point, value in known.items():
        assert read.evaluate(*point)[0] == pytest.approx(value, rel=1e-9)


def check_gradient_to_many_digits(error_function: ErrorFunction) -> None:
    """Check the code of the gradient against numerical differentiation with 150 digits."""
    lines = python_assignments(error_function.code.value_and_gradient)
    code = f"def evaluate(w1, w2):\n{lines}    return E, g1, g2\n"
    evaluate = compile_function("evaluate", code, EXACT_FUNCTIONS)

    def error(w1: Any, w2: Any) -> Any:
        return evaluate(w1, w2)[0]

    for w1, w2 in POINTS:
        point = MANY_DIGITS.mpf(w1), MANY_DIGITS.mpf(w2)
        try:
            value, *gradient = evaluate(*point)
            if abs(value) > LARGEST_VALUE:
                continue
            slopes = [MANY_DIGITS.diff(error, point, n) for n in ((1, 0), (0, 1))]
        except (ArithmeticError, ValueError):
            continue  # undefined here
        for g, slope in zip(gradient, slopes, strict=True):
            assert abs(g - slope) <= 1e-12 * (1 + abs(slope))


def check_float_evaluation(error_function: ErrorFunction, known: Values) -> None:
    """Check that the evaluation on floats agrees with the one on arrays."""
    w1, w2 = np.transpose(POINTS)
    on_arrays = np.stack([error_function(w1, w2), *error_function.gradient(w1, w2)])
    for k, point in enumerate(POINTS):
        try:
            on_floats = error_function.evaluate_floats(*point)
        except (ArithmeticError, ValueError):
            continue  # raises where the other gives inf or nan
        if point in known:
            np.testing.assert_allclose(on_arrays[0, k], on_floats[0], rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(on_arrays[1:, k], on_floats[1:], rtol=1e-6, atol=1e-6)
