"""What a reader is told of an address whose parts were all read, or of parts that nothing reads."""

import pytest

from components.figures import unknown_parts
from components.state.address import read_address
from components.state.query import parts_of
from components.state.remarks import PLUS_SENTENCE, refused_text, remarks, unknown_sentence

ONCE = "{}: Only the first one in the address counts."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("E=w1^2+w2^2", [PLUS_SENTENCE]),
        ("E=3+w1", [PLUS_SENTENCE]),
        ("E=w1^2%2Bw2^2", []),
        ("E=3+w1^2+%2B+w2", []),
        ("E=w1^2%20+%20w2", []),
        ("E=w1^2%20w2", []),
        ("E=w1^2+3", []),  # read with a plus: there is no other way
        ("E=w1^2+", []),
        ("start=1,2", []),
        (
            "start=1,2&E=w1^2+w2^2&start=3,4&E=w1",
            [*map(ONCE.format, ("E", "start")), PLUS_SENTENCE],
        ),
        ("run=adam&run=adam&p=k:1&p=a:1&x=1&x=2&two-steps.E=w1&two-steps.E=w2", []),
    ],
)
def test_a_plus_that_was_read_as_a_space_is_remarked(query: str, said: list[str]) -> None:
    assert remarks(parts_of(query)) == said


def test_a_refused_function_keeps_its_plus() -> None:
    parts = parts_of("E=w1^2+sim(w2)")
    shown = refused_text(parts, read_address(parts)[1])
    assert shown is not None
    assert shown[0] == "w1^2+sim(w2)"


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("", []),
        ("E=w1&start=1,2&steps=3&run=adam&view=0,1,0,1&hidden=1&selected=1&step=1&m=1", []),
        ("axis=log&traces=state&two-steps.E=w1&amplification.betas=0", []),
        ("strat=1,2&eta=1", ["strat", "eta"]),
        ("amplification.E=w1&two-steps.betas=0", ["amplification.E", "two-steps.betas"]),
        ("other.E=w1&playground.E=w1", ["other.E", "playground.E"]),
        ("embed=amplification&betas=0&g=1,1&playground.E=w1", []),
        ("embed=amplification&E=w1", ["E"]),
    ],
)
def test_parts_that_nothing_reads(query: str, unknown: list[str]) -> None:
    assert unknown_parts(parts_of(query)) == unknown


def test_the_sentence_names_few_of_them_and_none_that_others_add_to_links() -> None:
    start = "The address has parts that this page does not know, and leaves out: "
    assert unknown_sentence([]) == ""
    assert unknown_sentence(["utm_source", "fbclid", "gclid", "mc_eid", "ref", "_ga"]) == ""
    assert unknown_sentence(["utm_source", "strat"]) == f"{start}strat."
    assert unknown_sentence(["a", "b", "c"]) == f"{start}a, b, c."
    assert unknown_sentence(["a", "b", "c", "d"]) == f"{start}a, b, c and others."
    assert unknown_sentence(["x" * 400]) == f"{start}{'x' * 40}."
    assert unknown_sentence(["\0", "a\u202eb"]) == ""
