"""Closed form of the gradient: exact text, agreement with autodiff, and limits of its size."""

import pytest
import sympy as sp

from optimizers import ErrorFunction
from optimizers.formulas import derivative as module
from optimizers.formulas.derivative import MOST_ESTIMATED_NODES, MOST_NODES, gradient_terms
from optimizers.formulas.typeset import gradient_formula
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.optimizers.gradient_formula import check_gradient_terms
from tests.support.optimizers.mathml import as_text, equations

AS_TEXT = {
    "3 w1^2 + 10 w2^2": ("6*w1", "20*w2"),
    "w1^2/2 + 12.5w2^2": ("w1", "25*w2"),
    "(1 - x)^2 + 100(y - x^2)^2": ("-2*(1-w1)-400*w1*(w2-w1^(2))", "200*(w2-w1^(2))"),
    "sin(x) + cos(y)": ("cos(w1)", "-sin(w2)"),
    "x^2 y^3": ("2*w1*w2^(3)", "3*w1^(2)*w2^(2)"),
    "x x^2": ("w1^(2)+2*w1^(2)", "0"),
    "sqrt(x) + 2^y": ("((1)/(2*sqrt(w1)))", "(2)^(w2)*log(2)"),
    "x/y": ("((1)/(w2))", "-((w1)/(w2^(2)))"),
    "e^(-x^2) + ln(y)": ("-2*w1*e^(-w1^(2))", "((1)/(w2))"),
    "cos(2pi x)": ("-2*π*sin(2*π*w1)", "0"),
    "x^y": ("w2*w1^(w2-1)", "w1^(w2)*log(w1)"),
    "sigmoid(-x) tanh(y)": (
        "-tanh(w2)*sigmoid(-w1)*(1-sigmoid(-w1))",
        "sigmoid(-w1)*(1-(tanh(w2))^(2))",
    ),
    "5": ("0", "0"),
}


@pytest.mark.parametrize("text", AS_TEXT)
def test_the_gradient_is_written_as_by_hand(text: str) -> None:
    formula = gradient_formula(ErrorFunction.parse(text))
    assert formula is not None
    found = []
    for equation in equations(formula):
        (row,) = equation
        head, equals, *body = row
        assert (head.tag, equals.text) == ("mfrac", "=")
        found.append("".join(as_text(part) for part in body))
    assert tuple(found) == AS_TEXT[text]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_the_gradient_of_a_preset(preset: Preset) -> None:
    check_gradient_terms(ErrorFunction.parse(preset.text), [(0.7, -1.3), (-1.9, 0.4), (0.25, 2.5)])


EVERY_FUNCTION = [
    "exp(x) + log(x + 3) + log2(y + 3) + log10(x + y + 5)",
    "sqrt(x + 3) + cbrt(y) + pow(x + 3, y) + 2^x + y^5 + x^-3",
    "tan(x) + asin(x/3) + acos(y/3) + atan(x) + atan2(x, y)",
    "sinh(x) cosh(y) tanh(x y) + sigmoid(3x) softplus(5y) + relu(x - y)",
    "|x| sign(y) + min(x, y, 0.5)",
    "max(x, -y, |x|)",
    "relu(x)^2/max(1, y)/3",
]


@pytest.mark.parametrize("text", EVERY_FUNCTION)
def test_the_gradient_of_every_function(text: str) -> None:
    error_function = ErrorFunction.parse(text)
    assert gradient_terms(error_function.expression) is not None
    check_gradient_terms(error_function, [(0.7, 1.3), (1.9, -0.4), (0.25, 2.5)])


LARGE = [
    "*".join(f"(w1 + {k} w2)" for k in range(1, 60)),
    "tanh(" * 25 + "w1 w2" + ")" * 25,
    "+".join(f"sin({k} w1 w2)" for k in range(1, 60)),
    "max(" + ",".join(f"{k}*w1 - {k} w2" for k in range(1, 60)) + ")",
    "^".join(["x"] * 20),
    "*".join(["1e99"] * 4 + ["0.5", "w1"]),
]


@pytest.mark.parametrize("text", LARGE, ids=lambda text: text[:20])
def test_a_large_derivative_is_not_derived_and_a_long_one_is_left_out(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    derive = module._derivative

    def counted(term: sp.Expr, w: sp.Symbol) -> sp.Expr:
        nonlocal calls
        calls += 1
        return derive(term, w)

    monkeypatch.setattr(module, "_derivative", counted)
    terms = gradient_terms(ErrorFunction.parse(text).expression)
    assert calls <= 2 * MOST_ESTIMATED_NODES
    for term in terms or ():
        assert sum(1 for _ in sp.preorder_traversal(term)) <= MOST_NODES
