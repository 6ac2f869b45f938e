"""Functions with parameters against the same functions with the numbers typed in."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, ErrorFunction, ExpressionError, descend
from optimizers.codegen.error_function_module import error_function_module
from optimizers.formulas.typeset import error_function_formula, gradient_formula
from optimizers.scripts import FLAVOURS, script
from tests.support.optimizers.scripts import run_script

POINTS = np.array([(0.7, -1.3), (0.31, 0.47), (2.5, 1.75), (-0.6, 0.2), (0, 0)]).T

TEXTS = [
    "w1^2 + k/2 w2^2",
    "sqrt(k w1^2 + b^2) + |w2 - b|",
    "k exp(-w1^2/b) + log(k + w2^2) w1",
    "max(k w1, w2, b) + min(w1, k)",
    "(w1 - b)^2 + k (w2 - w1^2)^2",
    "erf(k w1) + sigmoid(b w2) + hypot(k w1, w2)",
    "sin(k w1)^2 cos(w2/b) + atan2(w2, k)",
    "(w1^2 + w2^2 + b)^k",
    "k^(w1/5) b^w2",
    "cbrt(k) w1 + sqrt(b) w2 + 1/k",
    "k",
]


def typed_in(text: str, values: dict[str, float]) -> ErrorFunction:
    """Return the function with numbers in place of its parameters."""
    numbers = {name: f"({value!r})" for name, value in values.items()}
    return ErrorFunction.parse(re.sub(r"\b(k|b)\b", lambda found: numbers[found[1]], text))


def parsed(text: str, values: dict[str, float]) -> ErrorFunction:
    """Return the function with those of the parameters that it has."""
    return ErrorFunction.parse(
        text, {n: v for n, v in values.items() if n in re.findall(r"\w", text)}
    )


# Every example is a new text, which takes a hundredth of a second to compile.
@settings(max_examples=12)
@pytest.mark.parametrize("text", TEXTS)
@given(k=st.floats(0.01, 50), b=st.floats(0.01, 50), w1=st.floats(-9, 9), w2=st.floats(-9, 9))
def test_a_parameter_is_the_number_typed_in(
    text: str, k: float, b: float, w1: float, w2: float
) -> None:
    values = {"k": k, "b": b}
    try:
        expected = typed_in(text, values)
    except ExpressionError:  # a constant that is beyond a limit
        return
    found = parsed(text, values)
    pairs: list[tuple[Any, Any]] = [
        (found.evaluate(w1, w2), expected.evaluate(w1, w2)),
        (found(*POINTS), expected(*POINTS)),
        (found.gradient(*POINTS), expected.gradient(*POINTS)),
    ]
    for one, other in pairs:
        np.testing.assert_allclose(one, other, rtol=1e-11, atol=1e-290)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_run_is_that_of_the_number_typed_in(key: str) -> None:
    found = descend(
        ErrorFunction.parse("w1^2/2 + k/2 w2^2", {"k": 25}), OPTIMIZERS[key], (-4.5, 1.2), 300
    )
    expected = descend(ErrorFunction.parse("w1^2/2 + 25/2 w2^2"), OPTIMIZERS[key], (-4.5, 1.2), 300)
    np.testing.assert_array_equal(found.w, expected.w)
    np.testing.assert_array_equal(found.error, expected.error)
    np.testing.assert_array_equal(found.gradient, expected.gradient)
    assert found.stopped == expected.stopped


def test_functions_are_equal_where_text_and_values_are() -> None:
    function = ErrorFunction.parse("k x + b", {"k": 1, "b": 2})
    assert function == ErrorFunction.parse("k*w1 + b", {"b": 2.0, "k": 1.0})
    assert hash(function) == hash(ErrorFunction.parse("k*w1 + b", {"b": 2.0, "k": 1.0}))
    assert function is ErrorFunction.parse("k x + b", {"b": 2, "k": 1})
    assert function != ErrorFunction.parse("k x + b", {"k": 1, "b": 3})
    assert function.code is ErrorFunction.parse("k x + b", {"k": 1, "b": 3}).code
    assert function.operations == ErrorFunction.parse("k x + b", {"k": 7, "b": 3}).operations


@pytest.mark.parametrize(
    ("text", "error"), [("w1^2/k", "inf"), ("k/w1", "nan"), ("log(k) w1", "-inf")]
)
def test_a_value_without_a_result_gives_inf_or_nan_as_in_a_browser(text: str, error: str) -> None:
    function = ErrorFunction.parse(text, {"k": 0})
    point = (0, 1) if error == "nan" else (2, 1)
    np.testing.assert_equal(function.evaluate(*point)[0], float(error))
    np.testing.assert_equal(function([point[0]], [point[1]]), [float(error)])


def test_a_term_without_a_slope_is_named_with_its_letter() -> None:
    function = ErrorFunction.parse("sqrt(k w1) + sqrt(k) w2", {"k": 4})
    assert function.term_without_slope(0, 1) == "sqrt(k*w1)"
    assert [term.text for term in function.code.singular] == ["sqrt(k*w1)"]


def test_names_of_the_code_are_not_taken() -> None:
    values = {"a0": 2, "p0": 3, "g1": 5, "g2": 7}
    function = ErrorFunction.parse("a0 sqrt(w1) + p0 w2 + g1 w1 + g2 w2^2", values)
    assert function.evaluate(4, 1) == (4 + 3 + 20 + 7, 0.5 + 5, 3 + 14)


def test_the_formula_has_the_letter() -> None:
    one, other = (ErrorFunction.parse("w1^2 + a_1 w2^2", {"a1": v}) for v in (1, 2.5))
    assert "<msub><mi>a</mi><mn>1</mn></msub>" in error_function_formula(one)
    assert error_function_formula(one) == error_function_formula(other)
    assert gradient_formula(one) == gradient_formula(other)
    assert "<mi>a</mi>" in str(gradient_formula(one))


def test_the_module_is_the_same_for_all_values() -> None:
    modules = {
        error_function_module(ErrorFunction.parse("w1^2 + α w2^2 + a1", {"α": v, "a1": 2 * v}))
        for v in (1, 2.5)
    }
    assert modules == {
        """\
// w1^2+α*w2^2+a1
// Printed by Lockstep from the formula above; the gradient is exact.
export const text = "w1^2+\\u03b1*w2^2+a1";

export const parameters = ["a1", "α"];

export function withParameters({a1: a1_, α: α}) {
function error(w1, w2) {
  const E = w1*w1 + α*(w2*w2) + a1_;
  return E;
}

function evaluate(w1, w2, into) {
  const E = w1*w1 + α*(w2*w2) + a1_;
  const g1 = 2*w1;
  const g2 = 2*w2*α;
  into[0] = E;
  into[1] = g1;
  into[2] = g2;
}

return {text, error, evaluate};
}
"""
    }


@pytest.mark.parametrize("text", ["k w1^2 + sqrt(b) w2^2", "k_1 w1^2 + λ |w2|", "k^w1 + w2^2/k"])
def test_a_script_has_its_parameters_at_the_top(text: str) -> None:
    names = [name for name in ("k_1", "λ", "k", "b") if re.search(rf"\b{name}\b", text)]
    function = ErrorFunction.parse(text, {name: 1.5 + n for n, name in enumerate(names)})
    rule = OPTIMIZERS["rmsprop"]
    code = script("numpy", function, (1.5, 2), 40, [(rule, {})])
    assert f"\n{names[0].replace('k_1', 'k1_')} = 1.5\n" in code[: code.index("START")]
    (found,) = run_script(code).values()
    expected = descend(function, rule, (1.5, 2), 40)
    np.testing.assert_allclose(found[0], expected.w, rtol=1e-12)
    np.testing.assert_allclose(found[1], expected.error, rtol=1e-12)


def test_a_function_of_a_parameter_alone_is_not_left_to_the_gradient_of_a_library() -> None:
    for text, automatic in {"k w1^2 + w2/k": True, "sqrt(k) w1": False, "exp(k) w1": False}.items():
        function = ErrorFunction.parse(text, {"k": 2})
        code = script("pytorch", function, (1, 2), 3, [(OPTIMIZERS["adam"], {})])
        assert ("E.backward()" in code) == automatic, text
    assert [*FLAVOURS] == ["numpy", "pytorch", "optax", "keras"]
