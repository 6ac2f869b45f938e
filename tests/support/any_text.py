"""Hypothesis strategy for arbitrary text, without the table of Unicode categories.

`st.text` builds that table once in a new checkout, which takes seconds in every test process.
"""

import string

from hypothesis import strategies as st

CHARACTERS = st.one_of(
    st.sampled_from(string.printable),
    st.integers(0, 0xFF).map(chr),
    st.integers(0, 0x10FFFF).map(chr),
)
"""Every code point, surrogates included; ASCII most often."""


def any_text(max_size: int = 30) -> st.SearchStrategy[str]:
    """Draw text of up to `max_size` characters."""
    return st.lists(CHARACTERS, max_size=max_size).map("".join)
