"""How an error function is refused, and what is promised of every answer."""

import re

import pytest

from optimizers import ErrorFunction, ExpressionError


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
