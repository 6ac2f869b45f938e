"""Limits of the parser: texts beyond them are rejected, large ones within them are parsed."""

import pytest

from optimizers import ErrorFunction
from tests.support.optimizers.parsing import check_parsed_or_rejected, parse_error

BEYOND_LIMITS = {
    "a megabyte": "w1+" * 350_000,
    "a megabyte of one word": "x" * 1_000_000,
    "a long word": "x" * 999,
    "a long word that ends unknown": "x" * 998 + "q",
    "a long number": "1" * 1000,
    "many digits raised": "w1" + "²" * 900,
    "a tower": "9^9^9^9",
    "a large exponent": "10^(10^10)",
    "a large exponent of a weight": "w1^101",
    "a tower of exponentials": "exp(exp(exp(exp(9))))",
    "a large number": "1e101",
    "an infinite number": "1e999 w1",
    "no number": "0/0 w1",
    "a division by zero": "w1/0",
    "a root of less than zero": "sqrt(-1) + w1",
    "a logarithm of zero": "log(0) w1",
    "a base of zero": "0^w1",
    "a base below zero": "(-2)^w1",
    "minus signs": "-" * 500 + "w1",
    "nested functions": "sin(" * 150 + "w1" + ")" * 150,
    "open brackets": "(" * 999,
    "open bars": "|" * 999,
    "a tower of weights": "^".join(["w1"] * 100),
    "a sum": "+".join(["x"] * 400),
    "a product without signs": "xy" * 301,
    "nested bars": "|-" * 100 + "x" + "|" * 100,
    "nested roots": "√(" * 100 + "x" + ")" * 100,
}


@pytest.mark.parametrize("text", BEYOND_LIMITS.values(), ids=BEYOND_LIMITS)
def test_text_beyond_a_limit_is_rejected(text: str) -> None:
    parse_error(text)
    check_parsed_or_rejected(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200 + "x" + ")" * 200,
        "+".join(["x"] * 300),
        "x" * 300,
        "x²x³x⁴x⁵x⁶x⁷x⁸x⁹y²y³y⁴y⁵y⁶y⁷y⁸y⁹" * 5,
        "^".join(["x"] * 30),
        "sin(" * 30 + "x" + ")" * 30,
        "max(" + ",".join(f"x-{k}" for k in range(1, 140)) + ")",
        "max(" + ",".join("xy"[k % 2] for k in range(290)) + ")",
        "-" * 25 + "x",
    ],
    ids=[
        "brackets",
        "sum",
        "product",
        "powers",
        "tower",
        "functions",
        "choice",
        "long choice",
        "minus signs",
    ],
)
def test_large_text_within_the_limits_is_parsed(text: str) -> None:
    check_parsed_or_rejected(text)
    large = ErrorFunction.parse(text)
    assert large(0.7, -1.3) == pytest.approx(large.evaluate(0.7, -1.3)[0], rel=1e-12)
