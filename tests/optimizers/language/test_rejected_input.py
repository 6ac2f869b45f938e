"""Rejected input: any text is parsed or rejected with a sentence, and code is never executed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.any_text import any_text
from tests.support.optimizers.parsing import check_parsed_or_rejected, parse_error

ALPHABET = [*"xywe0123456789.+-*/^|(),= ", *"₁²⁻π√−·", "w1", "w2", "pi", "**", "e-"]
ALPHABET += ["sin(", "max(", "log2(", "sqrt(", "sigmoid(", "atan2(", "exp", "pow("]


@settings(max_examples=300)
@given(any_text())
@example("\ud800")
@example("w1\N{RIGHT-TO-LEFT MARK}")
def test_any_text_is_parsed_or_rejected(text: str) -> None:
    check_parsed_or_rejected(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join))
@example("0^x")
@example("(-2)^x")
@example("1e99*1e99*1e99*1e99*x*y")
def test_any_text_of_the_alphabet_is_parsed_or_rejected(text: str) -> None:
    check_parsed_or_rejected(text)


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
    "s\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}n(w1)",
    "w1\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{RIGHT-TO-LEFT MARK}w1",
    "w1\0",
    "\0",
    "w1\x1b[31m",
    "\N{ARABIC-INDIC DIGIT THREE} w1",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{N-ARY SUMMATION} w1",
    "\N{INFINITY}",
    "\N{GRINNING FACE}",
]
UNFINISHED = ["", " ", "\n", "()", "(", ")", "w1 +", "* w1", "w1 * * w2", "w1 ^", "^2", "w1^^2"]
UNFINISHED += ["(w1", "w1)", "(w1]", "|w1", "w1|", "||", "| |", "sin", "sin()", "sin(w1"]
UNFINISHED += ["sin(w1, w2)", "atan2(w1)", "max(w1)", "pow(2)", "min()", "w1,w2", "1,5 w1", "2 3"]
UNFINISHED += [
    "1.2.3",
    ".",
    "²",
    "w1^²",
    "w1²³²⁻",
    "⁻",
    "1..2",
    ",",
]


@pytest.mark.parametrize("text", CODE + LOOK_ALIKES + UNFINISHED, ids=ascii)
def test_text_that_is_not_a_formula_is_rejected(text: str) -> None:
    parse_error(text)
    check_parsed_or_rejected(text)
