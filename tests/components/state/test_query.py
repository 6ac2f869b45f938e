"""Query limits: how much text is read, and the refusal of more."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.state.query import (
    LONGEST_ADDRESS,
    MOST_PARTS,
    QueryError,
    parts_of,
)


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", {}),
        ("?", {}),
        ("E=w1^2", {"E": ["w1^2"]}),
        ("?E=w1%2Bw2&run=a&run=b", {"E": ["w1+w2"], "run": ["a", "b"]}),
        ("E=a+b", {"E": ["a b"]}),
        ("E=&start", {"E": [""], "start": [""]}),
        ("E=%E2%82%81", {"E": ["₁"]}),
        ("E=%FF", {"E": ["\N{REPLACEMENT CHARACTER}"]}),
        ("E=a;E=b", {"E": ["a;E=b"]}),
    ],
)
def test_an_address_is_taken_apart(query: str, parts: dict[str, list[str]]) -> None:
    assert parts_of(query) == parts


@pytest.mark.parametrize("query", [None, 1, True, [], {}, b"E=w1", ["E=w1"]])
def test_what_is_no_text_is_refused(query: object) -> None:
    with pytest.raises(QueryError, match="must be a text: reload the page"):
        parts_of(query)


def test_an_address_may_be_so_long_and_no_longer() -> None:
    longest = "E=" + "x" * (LONGEST_ADDRESS - 2)
    assert len(parts_of(longest)["E"][0]) == LONGEST_ADDRESS - 2
    with pytest.raises(QueryError, match="too long: use at most 8000 characters"):
        parts_of(longest + "x")


def test_an_address_may_have_so_many_parts_and_no_more() -> None:
    most = "&".join(["run=adam"] * MOST_PARTS)
    assert len(parts_of(most)["run"]) == MOST_PARTS
    with pytest.raises(QueryError, match="too many parts: use at most 60"):
        parts_of(most + "&run=adam")


@given(st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=9), min_size=1), max_size=9))
def test_what_was_written_is_read_back(parts: dict[str, list[str]]) -> None:
    query = urlencode(parts, doseq=True)
    if len(query) <= LONGEST_ADDRESS and query.count("&") < MOST_PARTS:
        assert parts_of(query) == parts
