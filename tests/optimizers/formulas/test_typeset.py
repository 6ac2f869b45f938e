"""MathML of formulas: the exact output, and that it has the meaning of the typed text."""

import pytest

from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.formulas.symbols import plain, symbol
from optimizers.formulas.typeset import error_function_formula, rule_formula
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.optimizers.expectations import EXPECTED
from tests.support.optimizers.mathml import as_line, equations, typeset_text

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
def test_mathml_of_an_error_function(text: str, body: str) -> None:
    assert error_function_formula(ErrorFunction.parse(text)) == OPENING + HEAD + body + CLOSING


AS_TEXT = {
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


@pytest.mark.parametrize("text", AS_TEXT)
def test_typeset_formula_has_the_order_of_the_typed_text(text: str) -> None:
    error_function = ErrorFunction.parse(text)
    (equation,) = equations(error_function_formula(error_function))
    assert "".join(equation.itertext()).startswith("E(w1,w2)=")
    assert typeset_text(error_function) == AS_TEXT[text]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_typeset_preset_has_the_value_of_the_typed_text(preset: Preset) -> None:
    typed = ErrorFunction.parse(preset.text)
    read = ErrorFunction.parse(typeset_text(typed))
    assert read.evaluate(0.7, -1.3)[0] == typed.evaluate(0.7, -1.3)[0]


@pytest.mark.parametrize("key", EXPECTED)
def test_lines_of_a_typeset_rule(key: str) -> None:
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
