"""Advice of error messages: followed to the letter it gives what was meant, or is refused again."""

import math
import re

import pytest

from optimizers import ErrorFunction, ExpressionError
from optimizers.language.parameters import MOST_PARAMETERS
from optimizers.language.vocabulary import FUNCTIONS
from tests.support.optimizers.parsing import check_parsed_or_rejected, parse_error
from tests.support.optimizers.refused import WORDS
from tests.support.optimizers.refused_signs import SIGNS

REFUSED = WORDS | SIGNS
POINTS = [(0.7, -1.3), (0.31, 0.47), (2.5, 1.75), (-0.6, 0.2)]


def test_the_corpus_is_large() -> None:
    assert len(REFUSED) >= 250
    assert sum(meant is not None for meant in REFUSED.values()) >= 90


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_following_the_advice(text: str) -> None:
    error = parse_error(text)
    check_parsed_or_rejected(text)
    replacement = error.replacement
    for _ in range(3):  # a text may hold several mistakes
        if replacement is None:
            return
        try:
            followed = ErrorFunction.parse(replacement)
        except ExpressionError as again:
            replacement = again.replacement
            continue
        assert_same(followed, text)
        return


OFFERED = [text for text in REFUSED if parse_error(text).parameter]


def offered(text: str, values: dict[str, float]) -> str | None:
    """Return the letter that is offered as a parameter of a text with these parameters."""
    try:
        ErrorFunction.parse(text, values)
    except ExpressionError as error:
        return error.parameter
    return None


@pytest.mark.parametrize("text", OFFERED, ids=ascii)
def test_a_letter_that_is_offered_can_be_a_parameter(text: str) -> None:
    values: dict[str, float] = {}
    while (letter := offered(text, values)) is not None:
        assert letter not in values
        values[letter] = 2.5
    assert 1 <= len(values) <= MOST_PARAMETERS


def assert_same(followed: ErrorFunction, text: str) -> None:
    meant = REFUSED[text]
    assert meant is not None, f"{text} became {followed.text}"
    expected = ErrorFunction.parse(meant)
    for point in POINTS:
        values = followed.evaluate(*point)[0], expected.evaluate(*point)[0]
        assert values[0] == pytest.approx(values[1], rel=1e-12, nan_ok=True), (text, point)
    assert any(math.isfinite(expected.evaluate(*point)[0]) for point in POINTS)


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_no_advice_takes_out_a_sign_or_names_another_function(text: str) -> None:
    error = parse_error(text)
    assert "Take out" not in str(error)
    suggested = re.search(r"did you mean (\w+)\?", str(error))
    if suggested:
        assert REFUSED[text] is not None
        assert suggested[1] in FUNCTIONS


ADVISED = [text for text, meant in REFUSED.items() if meant is not None]
WITHOUT_ONE_ADVICE = {"1,000 x", "sin^-1(x)", "sin⁻¹(x)", "tan^(-1)(x)"}


@pytest.mark.parametrize("text", ADVISED, ids=ascii)
def test_what_has_a_meaning_has_advice(text: str) -> None:
    assert (parse_error(text).replacement is None) == (text in WITHOUT_ONE_ADVICE)


@pytest.mark.parametrize(
    ("text", "message", "position", "replacement"),
    [
        (
            "2 + erfc(x)",
            "'erfc' at position 5 is not known here: write (1-erf(x)).",
            4,
            "2 + (1-erf(x))",
        ),
        (
            "x % 2",
            "The '%' at position 3 is not known here: write a percentage as a fraction.",
            2,
            None,
        ),
        (
            "floor(x)",
            "'floor' at position 1 has no slope to descend along and is not known here.",
            0,
            None,
        ),
        (
            "a*x",
            "'a' at position 1 is not a weight: make it a parameter, or write a number for it.",
            0,
            None,
        ),
        ("x + sim(y)", "'sim' at position 5 is not known: did you mean sin?", 4, "x + sin(y)"),
        ("1 e-3 x", "Write the number at position 1 in one piece, as 1e-3.", 0, "1e-3 x"),
        (
            "max(0,5 x, y)",
            "The comma at position 6 is out of place: write decimals with a point.",
            5,
            "max(0.5 x, y)",
        ),
        ("½ + x ± 1", "A formula has one value: write + or - at position 7.", 6, None),
        (
            "\\frac{1}{2} q",
            "'q' at position 13 is not a weight: make it a parameter, or write a number for it.",
            12,
            None,
        ),
        (
            "E(w1,w2) = w1 + foo",
            "'foo' at position 17 is not known: the variables are w1 and w2.",
            16,
            None,
        ),
    ],
)
def test_message_position_and_replacement(
    text: str, message: str, position: int, replacement: str | None
) -> None:
    error = parse_error(text)
    assert (str(error), error.position, error.replacement) == (message, position, replacement)
