"""Formulas as MathML: exactly what is printed, and that it says what was typed."""

import pytest
from hypothesis import given, settings

from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.formulas.symbols import plain, symbol
from optimizers.formulas.typeset import error_function_formula, rule_formula
from optimizers.presets import PRESETS, Preset
from tests.support.optimizers.all_expected import EXPECTED
from tests.support.optimizers.formulas import Formula, formulas
from tests.support.optimizers.mathml import as_line, as_text, equations

OPENING = '<math display="block"><mrow>'
CLOSING = "</mrow></math>"
W_1 = "<mrow><mrow><msub><mi>w</mi><mn>1</mn></msub></mrow></mrow>"
W_2 = "<mrow><mrow><msub><mi>w</mi><mn>2</mn></msub></mrow></mrow>"
LEFT, RIGHT = '<mo stretchy="false">(</mo>', '<mo stretchy="false">)</mo>'
HEAD = f"<mrow><mi>E</mi><mrow>{LEFT}{W_1}<mo>,</mo>{W_2}{RIGHT}</mrow></mrow><mo>=</mo>"
MINUS = '<mo form="prefix" lspace="0" rspace="0">−</mo>'
SPACE = '<mspace width="0.17em"></mspace>'


def squared(weight: int) -> str:
    return f"<msubsup><mi>w</mi><mn>{weight}</mn><mrow><mn>2</mn></mrow></msubsup>"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "3 w1^2 + 10 w2^2",
            f"<mrow><mrow><mn>3</mn></mrow>{SPACE}<mrow>{squared(1)}</mrow></mrow><mo>+</mo>"
            f"<mrow><mrow><mn>10</mn></mrow>{SPACE}<mrow>{squared(2)}</mrow></mrow>",
        ),
        ("-x²", f"{MINUS}<mrow>{squared(1)}</mrow>"),
        (
            "x/2 - 1",
            f"<mrow><mfrac>{W_1}<mrow><mn>2</mn></mrow></mfrac></mrow>"
            "<mo>−</mo><mrow><mn>1</mn></mrow>",
        ),
        (
            "2*3e",
            "<mrow><mn>2</mn></mrow><mo>·</mo><mrow><mn>3</mn></mrow>"
            f"{SPACE}<mrow><mi>e</mi></mrow>",
        ),
        (
            "1e-7",
            f"<mn>1</mn><mo>·</mo><msup><mn>10</mn><mrow>{MINUS}<mn>7</mn></mrow></msup>",
        ),
    ],
)
def test_error_function_is_printed_exactly(text: str, body: str) -> None:
    assert error_function_formula(ErrorFunction.parse(text)) == OPENING + HEAD + body + CLOSING


READ = {
    "3 w1^2 + 10 w2^2": "3*w1^(2)+10*w2^(2)",
    "1/2w1": "((1)/(2))*w1",
    "1/(2w1)": "((1)/(2*w1))",
    "x/y/2": "((((w1)/(w2)))/(2))",
    "2^-x": "(2)^(-w1)",
    "e^(-x^2)": "e^(-w1^(2))",
    "(x^2)^3": "((w1^(2)))^(3)",
    "x^2^3": "w1^((2)^(3))",
    "(x + 1)^2": "((w1+1))^(2)",
    "(x + 1)(y - 2)": "(w1+1)*(w2-2)",
    "1 - (x - y)": "1-(w1-w2)",
    "-(x + y)": "-(w1+w2)",
    "x - (-y)": "w1-(-w2)",
    "x--y x": "w1-(-w2*w1)",
    "--x": "-(-w1)",
    "x - (-2)": "w1-(-2)",
    "|x| y": "abs(w1)*w2",
    "sqrt(x) + cbrt(y)": "sqrt(w1)+cbrt(w2)",
    "log2(x) log10(y) ln(x)": "log2(w1)*log10(w2)*log(w1)",
    "max(y, 2, x)": "max(w2,2,w1)",
    "atan2(y, x)": "atan2(w2,w1)",
    "w2 + 1 + w1": "w2+1+w1",
    "y x 2": "w2*w1*2",
}


@pytest.mark.parametrize("text", READ)
def test_typeset_formula_says_in_the_order_typed(text: str) -> None:
    (equation,) = equations(error_function_formula(ErrorFunction.parse(text)))
    assert "".join(equation.itertext()).startswith("E(w1,w2)=")
    assert said(text) == READ[text]


def said(text: str) -> str:
    """Return what the typeset formula of a text says behind its equals sign."""
    (equation,) = equations(error_function_formula(ErrorFunction.parse(text)))
    (row,) = equation
    head, equals, *body = row
    assert (as_text(head), equals.text) == ("E(w1,w2)", "=")
    return "".join(as_text(part) for part in body)


@settings(max_examples=75)
@given(formulas())
def test_typeset_formula_means_what_was_typed(formula: Formula) -> None:
    read = ErrorFunction.parse(said(formula.text))
    for point in [(0.7001, -1.3003), (1.9007, 0.4001)]:
        value = formula.value(*point)
        if value is not None:
            assert read.evaluate(*point)[0] == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_typeset_preset_means_what_was_typed(preset: Preset) -> None:
    typed, read = ErrorFunction.parse(preset.text), ErrorFunction.parse(said(preset.text))
    assert read.evaluate(0.7, -1.3)[0] == typed.evaluate(0.7, -1.3)[0]


@pytest.mark.parametrize("key", EXPECTED)
def test_rule_is_typeset_line_by_line_as_it_is_written(key: str) -> None:
    lines = [as_line(equation) for equation in equations(rule_formula(OPTIMIZERS[key]))]
    assert lines == [*EXPECTED[key].formula, "w(t)=w(t−1)−v(t)"]


@pytest.mark.parametrize(
    ("text", "mathml", "running"),
    [
        ("η", "<mrow><mi>η</mi></mrow>", "η"),
        ("β_1", "<mrow><msub><mi>β</mi><mn>1</mn></msub></mrow>", "β₁"),
        ("η_i", "<mrow><msub><mi>η</mi><mi>i</mi></msub></mrow>", "ηᵢ"),
        ("Δ_min", "<mrow><msub><mi>Δ</mi><mi>min</mi></msub></mrow>", "Δmin"),
        ("η^+", "<mrow><msup><mi>η</mi><mo>+</mo></msup></mrow>", "η⁺"),
        ("η^−", "<mrow><msup><mi>η</mi><mo>−</mo></msup></mrow>", "η⁻"),
        (
            "s(t−1)",
            f"<mrow><mi>s</mi><mrow>{LEFT}<mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow>"
            f"{RIGHT}</mrow></mrow>",
            "s(t−1)",
        ),
        (
            "<a",
            "<mrow><mi>&lt;a</mi></mrow>",
            "<a",
        ),
    ],
)
def test_symbol(text: str, mathml: str, running: str) -> None:
    assert (symbol(text), plain(text)) == (mathml, running)
