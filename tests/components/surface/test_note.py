"""Notes on views in which E is flat, or has no value in a part."""

import re

import numpy as np
import pytest

from components.state.state import View
from components.surface.contours import contours
from optimizers import ErrorFunction

WIDE: View = (-20, 20, -25, 25)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("w1^2 + w2^2", ""),
        ("cbrt(w1) + |w2|", ""),
        ("1/w1", ""),
        ("1", "E is the same everywhere here: there is no slope to follow."),
        ("max(100, w1)", "E is the same everywhere here: there is no slope to follow."),
        ("exp(exp(w1))", ""),
        (
            "w1^(1/3) + w2^2",
            "E is blank where w1 is negative, since w1^(1/3) has no real value there: "
            "cbrt(w1) has one on both sides.",
        ),
        (
            "w1^(2/3) + w2^2",
            "E is blank where w1 is negative, since w1^(2/3) has no real value there: "
            "cbrt(w1)^2 has one on both sides.",
        ),
        (
            "sqrt(w1 - w2)",
            "E is blank where w1-w2 is negative, since sqrt(w1-w2) has no real value there: "
            "sqrt(|w1-w2|) has one on both sides.",
        ),
        (
            "w2^2 + log(w1)",
            "E is blank where w1 is negative, since log(w1) has no real value there: "
            "log(|w1|) has one on both sides.",
        ),
        (
            "w1^w2",
            "E is blank where w1 is negative, since w1^w2 has no real value there: "
            "|w1|^(w2) has one on both sides.",
        ),
        ("asin(w1)", "E is blank where it has no real value."),
    ],
)
def test_a_note_says_why_a_part_is_blank_and_its_advice_works(text: str, note: str) -> None:
    found = contours(ErrorFunction.parse(text), WIDE)
    assert found.note == note
    if advice := re.search(r"since (.*) has no real value there: (.*) has one", note):
        canonical = ErrorFunction.parse(text).text
        mended = contours(ErrorFunction.parse(canonical.replace(advice[1], advice[2])), WIDE)
        assert mended.note == ""
        assert np.isfinite(mended.height).all()
