"""Query limits: how much text is read, and the refusal of more."""

import re
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.state.hand_typed import part_name
from components.state.query import (
    LONGEST_ADDRESS,
    MOST_PARTS,
    QueryError,
    parts_of,
    query_of,
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
        ("&&E=w1&", {"E": ["w1"]}),
        (
            "Run=a&RUN=b&e=w1&Two-Steps.e=w2",
            {"run": ["a", "b"], "E": ["w1"], "two-steps.E": ["w2"]},
        ),
        ("E=w1&amp;start=1,2&amp;amp;steps=3", {"E": ["w1"], "start": ["1,2"], "steps": ["3"]}),
        ("E=a%20+%20b", {"E": ["a + b"]}),
        ("E=a+%2B+b", {"E": ["a + b"]}),
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


NAMES = st.just("E") | st.text(
    "abcdefghijklmnopqrstuvwxyz0123456789.-_^&=+", min_size=1, max_size=5
)
NAMES_READ = NAMES.filter(lambda name: part_name(quote(name)) == name)


@given(st.dictionaries(NAMES_READ, st.lists(st.text(max_size=9), min_size=1), max_size=9))
def test_what_was_written_is_read_back(parts: dict[str, list[str]]) -> None:
    pairs = [(name, text) for name, texts in parts.items() for text in texts]
    for query in (urlencode(parts, doseq=True), query_of(pairs)):
        if len(query) <= LONGEST_ADDRESS and query.count("&") < MOST_PARTS:
            assert parts_of(query) == parts


@given(st.lists(st.tuples(st.text(min_size=1), st.text())))
def test_only_characters_at_which_no_link_ends_are_written(parts: list[tuple[str, str]]) -> None:
    query = query_of(parts)
    assert re.fullmatch(r"(?:[A-Za-z0-9\-._~,:&=]|%[0-9A-F]{2})*", query)
    assert query == "" or query[-1].isalnum()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("w1^2 + 1/2*(w2!)'", "E=w1%5E2%20%2B%201%2F2%2A%28w2%21%29%27"),
        ("a-b_c~d.e,f:g", "E=a-b_c~d.e,f:g"),
        ("w1.", "E=w1%2E"),
        ("w1~", "E=w1%7E"),
        ("w₁²", "E=w%E2%82%81%C2%B2"),
        ("", "E"),
    ],
)
def test_a_text_is_written(text: str, written: str) -> None:
    assert query_of([("E", text)]) == written
