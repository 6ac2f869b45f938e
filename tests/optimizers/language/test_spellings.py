"""Accepted spellings: every row of docs/language.md, and what is printed for it, typed again."""

import pytest

from optimizers import ErrorFunction
from optimizers.codegen.error_function_module import error_function_module
from optimizers.formulas.typeset import gradient_formula
from optimizers.language.vocabulary import ALIASES, FUNCTIONS
from tests.support.optimizers.language_page import TABLE
from tests.support.optimizers.mathml import typeset_text
from tests.support.optimizers.parsing import check_parsed_or_rejected, parse_error

ACCEPTED = {typed: read for typed, read in TABLE.items() if not read.startswith("refused")}
POINTS = [(0.7, 0.3), (0.4, 1.3), (1.6, 0.9)]


def test_the_table_has_every_function() -> None:
    read = " ".join(ACCEPTED.values())
    written_as_powers = {"square", "pow"}
    missing = {name for name in FUNCTIONS.keys() - ALIASES.keys() if f"{name}(" not in read}
    assert missing == written_as_powers
    assert len(TABLE) >= 85


@pytest.mark.parametrize("typed", ACCEPTED)
def test_a_spelling(typed: str) -> None:
    parsed = ErrorFunction.parse(typed)
    assert parsed.text == ErrorFunction.parse(ACCEPTED[typed]).text == ACCEPTED[typed]
    check_parsed_or_rejected(typed)
    printed = ErrorFunction.parse(typeset_text(parsed))
    again = ErrorFunction.parse(f"E(w1, w2) = {typeset_text(parsed)}")
    for point in POINTS:
        value = parsed.evaluate(*point)
        assert printed.evaluate(*point) == pytest.approx(value, rel=1e-12, nan_ok=True)
        assert again.evaluate(*point) == pytest.approx(value, rel=1e-12, nan_ok=True)
    assert "Infinity" not in error_function_module(parsed)
    assert gradient_formula(parsed) is None or "math" in str(gradient_formula(parsed))


@pytest.mark.parametrize("typed", [typed for typed in TABLE if typed not in ACCEPTED])
def test_a_spelling_that_is_refused(typed: str) -> None:
    assert parse_error(typed)
