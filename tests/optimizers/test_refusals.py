"""What is no error function is refused in one plain sentence, and nothing else ever happens."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from optimizers import ErrorFunction, ExpressionError

ALPHABET = [*"xywe0123456789.+-*/^|(),= ", *"₁²⁻π√−·", "w1", "w2", "pi", "**", "e-"]
ALPHABET += ["sin(", "max(", "log2(", "sqrt(", "sigmoid(", "atan2(", "exp", "pow("]


def refusal(text: str) -> ExpressionError:
    """Return why a text is refused."""
    with pytest.raises(ExpressionError) as caught:
        ErrorFunction.parse(text)
    return caught.value


def answered(text: str) -> ErrorFunction | ExpressionError:
    """Return what a text is, or why it is refused; any other error fails the test."""
    try:
        return ErrorFunction.parse(text)
    except ExpressionError as error:
        return error


def check(text: str) -> None:
    """Check that a text is an error function with all its renderings, or refused as promised."""
    answer = answered(text)
    if isinstance(answer, ExpressionError):
        message = str(answer)
        assert re.fullmatch(r"['A-Z].*[.?]", message), message
        assert not re.search(r"[a-z)][.?!] [A-Z]", message), message
        assert message.isprintable()
        assert 0 <= answer.position <= len(text)
    else:
        assert ErrorFunction.parse(answer.text).text == answer.text
        assert len(answer.evaluate(0.7, -1.3)) == 3


@settings(max_examples=300)
@given(st.text())
@example("\ud800")
@example("w1\N{RIGHT-TO-LEFT MARK}")
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join))
@example("0^x")
@example("(-2)^x")
@example("1e99*1e99*1e99*1e99*x*y")
def test_any_text_of_the_alphabet_is_read_or_refused(text: str) -> None:
    check(text)


CODE = [
    "w1.__class__",
    "().__class__.__bases__[0].__subclasses__()",
    "__import__('os').system('true')",
    "__import__",
    "w1.real",
    "lambda: w1",
    "lambda w1: w1",
    "[w1 for w1 in (1, 2)]",
    "(w1 for w1 in w2)",
    "{w1}",
    'f"{w1}"',
    "f'{__import__(\"os\")}'",
    "'a' * w1",
    '"w1"',
    "import os",
    "from os import system",
    "eval(w1)",
    "exec(w1)",
    "open(w1)",
    "getattr(w1, w2)",
    "w1 if w2 else 1",
    "w1 and w2",
    "not w1",
    "w1 == w2",
    "w1 < w2",
    "w1 := 2",
    "w1 = 2",
    "w1; w2",
    "w1 // 2",
    "w1 % 2",
    "w1 @ w2",
    "~w1",
    "w1 & w2",
    "w1 << 2",
    "w1!",
    "w1[0]",
    "print(w1)",
    "# w1",
    "`w1`",
    "$w1",
    "\\w1",
    "w1\\",
    "<script>alert(1)</script>",
    "0x10",
    "0b1",
    "1_000",
    "1j w1",
    "I w1",
    "oo",
    "nan",
    "inf",
    "NaN + w1",
    "Infinity",
    "-inf w1",
    "None",
    "True",
    "w3",
    "w",
    "w11",
    "z",
    "beta(w1)",
    "diff(w1)",
    "Symbol(w1)",
]
LOOK_ALIKES = [
    "\N{CYRILLIC SMALL LETTER WE}1",
    "\N{CYRILLIC SMALL LETTER HA}^2",
    "\N{FULLWIDTH LATIN SMALL LETTER W}1",
    "w\N{FULLWIDTH DIGIT ONE}",
    "w1 \N{FULLWIDTH PLUS SIGN} w2",
    "\N{MATHEMATICAL ITALIC SMALL W}1",
    "s\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}n(w1)",
    "w1\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{RIGHT-TO-LEFT MARK}w1",
    "w1\N{ZERO WIDTH SPACE}w2",
    "w\N{ZERO WIDTH JOINER}1",
    "w1\0",
    "\0",
    "w1\x1b[31m",
    "\N{ARABIC-INDIC DIGIT THREE} w1",
    "w1^\N{VULGAR FRACTION ONE HALF}",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{N-ARY SUMMATION} w1",
    "\N{INFINITY}",
    "\N{GRINNING FACE}",
    "\ufeffw1",
]
UNFINISHED = ["", " ", "\n", "()", "(", ")", "w1 +", "* w1", "w1 * * w2", "w1 ^", "^2", "w1^^2"]
UNFINISHED += ["(w1", "w1)", "(w1]", "|w1", "w1|", "||", "| |", "sin", "sin()", "sin w1", "sin(w1"]
UNFINISHED += ["sin(w1, w2)", "atan2(w1)", "max(w1)", "pow(2)", "min()", "w1,w2", "1,5 w1", "2 3"]
UNFINISHED += [
    "1.2.3",
    ".",
    "w1 .",
    "²",
    "w1^²",
    "w1²³²⁻",
    "⁻",
    "1..2",
    ",",
    "sin^2(w1)",
    "E(w1) = 1",
]
TOO_MUCH = {
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


@pytest.mark.parametrize("text", CODE + LOOK_ALIKES + UNFINISHED, ids=ascii)
def test_what_is_no_formula_is_refused(text: str) -> None:
    refusal(text)
    check(text)


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_refused(text: str) -> None:
    refusal(text)
    check(text)


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
def test_what_is_large_but_within_bounds_is_read(text: str) -> None:
    check(text)
    large = ErrorFunction.parse(text)
    assert large(0.7, -1.3) == pytest.approx(large.evaluate(0.7, -1.3)[0], rel=1e-12)


EQUATION = "Leave out the equals sign and {}: type only the formula."


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", "Type an error function of w1 and w2, such as 3 w1^2 + 10 w2^2.", 0),
        ("w1 + w3", "'w3' at position 6 is not known: did you mean w2?", 5),
        ("q" * 40, f"'{'q' * 40}' at position 1 is not known: the variables are w1 and w2.", 0),
        ("q" * 900, f"'{'q' * 40}...' at position 1 is not known: the variables are w1 and w2.", 0),
        ("w1 + ", "The formula ends too early: complete it.", 5),
        ("2 * (w1", "Close the '(' that opens at position 5.", 4),
        (
            "w1 ) 2",
            "The ')' at position 4 closes nothing: take it out, or open a bracket before it.",
            3,
        ),
        ("w1 + 2 3", "Write * between the numbers at position 8, or join them.", 7),
        ("sin w1", "Put the argument of sin at position 1 in brackets, as in sin(w1).", 0),
        ("w1 * / w2", "Something is missing before the '/' at position 6.", 5),
        ("1,5 w1", "The comma at position 2 is out of place: write decimals with a point.", 1),
        ("atan2(w1)", "Give atan2 at position 1 two arguments.", 0),
        ("min(w1)", "Give min at position 1 at least two arguments.", 0),
        ("exp(w1, w2)", "Give exp at position 1 one argument.", 0),
        ("w1[0]", "Use round brackets ( ) instead of [ ].", 2),
        ("w1 + " + "1" * 31, "Shorten the number at position 6 to 30 digits.", 5),
        ("w1 & 2", "Take out the character '&' at position 4.", 3),
        ("w1\0", "Take out the character 'U+0000' at position 3.", 2),
        (
            "w1^2 + 1/0",
            "The constant at position 10 is 0, and nothing can be divided by it: correct it.",
            9,
        ),
        ("log(0)", "The constant at position 5 is 0, and it has no logarithm: correct it.", 4),
        ("w1 + 1e400", "The constant at position 6 is beyond 1e+100: use a smaller one.", 5),
        ("exp(400)", "The constant at position 5 is beyond 1e+100: use a smaller one.", 4),
        ("3x2^2", "'x2' at position 2 is not known: did you mean w2?", 1),
        ("w1 + y1", "'y1' at position 6 is not known: did you mean w1?", 5),
        ("inf", "'inf' at position 1 is not known: the variables are w1 and w2.", 0),
        ("nan", "'nan' at position 1 is not known: the variables are w1 and w2.", 0),
        ("w1 and w2", "'and' at position 4 is not known: the variables are w1 and w2.", 3),
        ("w1 or w2", "'or' at position 4 is not known: the variables are w1 and w2.", 3),
        ("w1^2 + w2^2 = 0", EQUATION.format("what stands after it"), 12),
        ("x = 0", EQUATION.format("what stands after it"), 2),
        ("sin(w1) = 0", EQUATION.format("what stands after it"), 8),
        ("y = w1^2", EQUATION.format("what stands before it"), 2),
        ("E(w1, w2) = 1", EQUATION.format("what stands before it"), 10),
        ("w1^2 = w2^2", EQUATION.format("one of its sides"), 5),
        ("w1 + log(-2)", "The constant at position 10 has no value: correct it.", 9),
        ("w1^200", "Use exponents from -100 to 100; the one at position 4 is beyond.", 3),
        (
            "1 + (-2)^w1",
            "Use a base above 0 with an exponent that varies; the one at position 6 is not.",
            5,
        ),
        ("x" * 400, "The formula is too long once every * is written out: shorten it.", 400),
        ("w1 " * 400, "The formula is too long: use at most 1000 characters.", 1000),
        (
            "(" + "+x" * 301,
            "The formula is too long: use at most 600 numbers, names and signs.",
            600,
        ),
        ("+x" * 301, "The formula is too long: use at most 600 numbers, names and signs.", 600),
    ],
)
def test_the_sentence_says_what_to_do_and_where(text: str, message: str, position: int) -> None:
    error = refusal(text)
    assert (str(error), error.position) == (message, position)
