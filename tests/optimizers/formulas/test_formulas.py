"""Random formulas mean what a reader expects, have the right slope, and read back as themselves."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from optimizers import ErrorFunction
from optimizers.codegen.compiled import compile_function, python_assignments
from tests.support.optimizers.formulas import EXACT, MANY_DIGITS, Formula, formulas

POINTS = [(0.7001, -1.3003), (1.9007, 0.4001), (-0.6011, -2.1003)]

LARGEST_VALUE = 1e40
"""Beyond this the digits do not suffice for a difference."""

PROGRAM = {
    **EXACT,
    "minimum": min,
    "maximum": max,
    "log1p": lambda x: EXACT["log"](1 + x),
    "where": lambda condition, a, b: a if condition else b,
}
"""What the functions of a program do to numbers of many digits."""


@settings(max_examples=75)
@given(formulas())
def test_a_formula_has_the_value_of_what_was_typed(formula: Formula) -> None:
    error_function = ErrorFunction.parse(formula.text)
    for w1, w2 in POINTS:
        value = formula.value(w1, w2)
        if value is not None:
            assert error_function.evaluate(w1, w2)[0] == pytest.approx(value, rel=1e-9)
            assert error_function(w1, w2) == pytest.approx(value, rel=1e-9)


@settings(max_examples=75)
@given(formulas())
def test_the_program_of_the_gradient_is_its_derivative_to_many_digits(formula: Formula) -> None:
    lines = python_assignments(ErrorFunction.parse(formula.text).code.value_and_gradient)
    text = f"def evaluate(w1, w2):\n{lines}    return E, g1, g2\n"
    evaluate = compile_function("evaluate", text, PROGRAM)

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
            continue  # no value or no slope here
        for g, slope in zip(gradient, slopes, strict=True):
            assert abs(g - slope) <= 1e-12 * (1 + abs(slope))


@settings(max_examples=75)
@given(formulas())
def test_canonical_text_reads_back_as_itself_with_the_same_values(formula: Formula) -> None:
    first = ErrorFunction.parse(formula.text)
    second = ErrorFunction.parse(first.text)
    assert second.text == first.text
    assert " " not in first.text
    for w1, w2 in POINTS:
        value = formula.value(w1, w2)
        if value is not None:
            assert second.evaluate(w1, w2)[0] == pytest.approx(value, rel=1e-9)


@settings(max_examples=75)
@given(formulas())
def test_the_fast_evaluation_agrees_with_the_one_on_arrays(formula: Formula) -> None:
    error_function = ErrorFunction.parse(formula.text)
    w1, w2 = np.transpose(POINTS)
    together = np.stack([error_function(w1, w2), *error_function.gradient(w1, w2)])
    for k, point in enumerate(POINTS):
        try:
            fast = error_function.evaluate_floats(*point)
        except (ArithmeticError, ValueError):
            continue  # this one raises where the other gives inf or nan
        if formula.value(*point) is not None:
            np.testing.assert_allclose(together[0, k], fast[0], rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(together[1:, k], fast[1:], rtol=1e-6, atol=1e-6)
