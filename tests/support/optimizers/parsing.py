"""Parsing in tests: the error of a rejected text, and the properties that hold for every text."""

import re

import pytest

from optimizers import ErrorFunction, ExpressionError


def parse_error(text: str) -> ExpressionError:
    """Return the error of a text that must be rejected."""
    with pytest.raises(ExpressionError) as caught:
        ErrorFunction.parse(text)
    return caught.value


def check_parsed_or_rejected(text: str) -> None:
    """Check that a text parses and can be evaluated, or is rejected with one plain sentence.

    Any other exception fails the test.
    """
    parsed = _parsed(text)
    if isinstance(parsed, ErrorFunction):
        assert ErrorFunction.parse(parsed.text).text == parsed.text
        assert len(parsed.evaluate(0.7, -1.3)) == 3
    else:
        message = str(parsed)
        assert re.fullmatch(r"['A-Z].*[.?]", message), message
        assert not re.search(r"[a-z)][.?!] [A-Z]", message), message
        assert message.isprintable()
        assert 0 <= parsed.position <= len(text)


def _parsed(text: str) -> ErrorFunction | ExpressionError:
    try:
        return ErrorFunction.parse(text)
    except ExpressionError as error:
        return error
