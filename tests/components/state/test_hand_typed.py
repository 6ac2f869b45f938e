"""Addresses that were typed by hand, or changed on their way, are read as they were meant."""

from typing import Any

import pytest

from components.amplification.state import read_parts
from components.figures import FIGURES, embedded
from components.state.address import read_address
from components.state.hand_typed import ENDS, FormText
from components.state.query import parts_of
from components.state.state import run_of
from tests.support.queries import DEFAULT, state_of, state_with


def state_at(query: str) -> Any:
    return state_of({name: list(texts) for name, texts in parts_of(query).items()})


@pytest.mark.parametrize(
    ("query", "text"),
    [
        # What would not be read with a space is read with a plus.
        ("E=w1^2+3", "w1^2+3"),
        ("E=1+2", "1+2"),
        ("E=w1^2+2+w2", "w1^2+2+w2"),
        ("E=w1%5E2+3", "w1^2+3"),
        # No encoder mixes %20 and +.
        ("E=w1^2%20+%20w2^2", "w1^2+w2^2"),
        ("E=w1^2 + w2^2", "w1^2+w2^2"),
        ("E=3%20w1^2+w2^2", "3*w1^2+w2^2"),
        # A + beside %2B is a space, as forms encode it.
        ("E=3+w1^2+%2B+10+w2^2", "3*w1^2+10*w2^2"),
        # Alone between factors it stays the space that it has always been.
        ("E=w1^2+w2^2", "w1^2*w2^2"),
        ("E=w1+w2", "w1*w2"),
    ],
)
def test_a_bare_plus(query: str, text: str) -> None:
    assert state_at(query).E.text == text


def test_a_minus_as_the_page_prints_it_is_read() -> None:
    query = (
        "start=%E2%88%9215,20&run=rmsprop,eta:1e%E2%88%922&view=\N{MINUS SIGN}1,1,\N{MINUS SIGN}2,2"
    )
    runs = (run_of("rmsprop", {"eta": 0.01}),)
    assert state_at(query) == state_with(
        start=(-15, 20), runs=runs, selected=0, view=(-1, 1, -2, 2)
    )


def test_a_whole_number_may_be_a_power_of_ten_as_its_box_reads_it() -> None:
    assert state_at("steps=1e3&step=2e2") == state_with(steps=1000, step=200)


def test_a_plus_of_a_number_is_read() -> None:
    assert state_at("start=+1,+2.5&run=rmsprop,eta:1e+0") == state_with(
        start=(1, 2.5), runs=(run_of("rmsprop", {"eta": 1}),), selected=0
    )


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("Start=1,2", {"start": (1, 2)}),
        ("START=1,2&StEpS=20", {"start": (1, 2), "steps": 20}),
        ("e=w1^2", {"E": "w1^2"}),
        ("Axis=Linear&traces=STATE", {"axis": "linear", "traces": "state"}),
        ("steps=20&amp;start=1,2", {"start": (1, 2), "steps": 20}),
        ("steps=20&amp;amp;start=1,2", {"start": (1, 2), "steps": 20}),
        ("start=%201,%20-2%20", {"start": (1, -2)}),
        ("start=1%252C-2", {"start": (1, -2)}),
        ("E=w1%255E2%252B1", {"E": "w1^2+1"}),
        ("E=w1%255E2%2B%252B%2B1", {"E": "w1^2 + 1"}),
        ("E=w1%255E2%2520%252B%25201", {"E": "w1^2 + 1"}),
    ],
)
def test_capitals_entities_spaces_and_a_second_encoding(query: str, fields: dict[str, Any]) -> None:
    assert state_at(query) == state_with(**fields)


@pytest.mark.parametrize("text", ["rmsprop,ETA:0.5", "RMSProp,eta:0.5", "rmsprop,%20Eta:%200.5"])
def test_capitals_and_spaces_in_a_run(text: str) -> None:
    runs = (run_of("rmsprop", {"eta": 0.5}),)
    assert state_at(f"run={text}") == state_with(runs=runs, selected=0)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("E=w1%5E2%2Bw2%5E2", {"E": "w1^2+w2^2"}),
        ("start=1,-2.5", {"start": (1, -2.5)}),
        ("steps=20", {"steps": 20}),
        ("view=-1,1,-2,2", {"view": (-1, 1, -2, 2)}),
        ("run=adam", {"runs": (run_of("adam"),), "selected": 0}),
        ("run=adam,eta:0.5", {"runs": (run_of("adam", {"eta": 0.5}),), "selected": 0}),
        ("selected=1", {"selected": 0}),
        ("step=20", {"step": 20}),
        ("axis=linear", {"axis": "linear"}),
    ],
)
def test_one_mark_behind_an_address_does_no_harm(
    query: str, fields: dict[str, Any], end: str
) -> None:
    state, errors = read_address(parts_of(query + end))
    assert errors == []
    expected = state_with(**fields)
    assert (state.E.text, state.start, state.steps) == (
        expected.E.text,
        expected.start,
        expected.steps,
    )
    assert (state.view, state.runs, state.selected) == (
        expected.view,
        expected.runs,
        expected.selected,
    )
    assert (state.step, state.axis) == (expected.step, expected.axis)


def test_two_marks_are_a_mistake() -> None:
    assert [str(error) for error in read_address(parts_of("steps=20.)"))[1]] == [
        "steps: Give a whole number from 1 to 2000."
    ]


def test_a_refused_text_is_told_as_it_was_typed() -> None:
    parts = parts_of("E=w1^2+sim(w2)")
    assert isinstance(parts["E"][0], FormText)
    state, (error,) = read_address(parts)
    assert state == DEFAULT
    assert (error.position, error.replacement) == (5, "w1^2+sin(w2)")


def test_what_is_typed_into_the_page_is_no_address() -> None:
    for text in ("w1^2)", "w1%5E2"):
        assert read_address({"E": [text]})[1] == []
        assert [error.part for error in read_address({"E": [text]}, exact=True)[1]] == ["E"]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_a_figure_is_embedded_however_its_name_is_spelled(figure: Any) -> None:
    for name in (figure.key, figure.key.title(), f"{figure.key}.", f"%20{figure.key}%22"):
        assert embedded(parts_of(f"Embed={name}")) is figure


def test_the_maps_are_read_as_leniently() -> None:
    state, errors = read_parts(parts_of("Run=RMSProp,Beta:0.5&betas=0,+0.5&G=3,-0.5)"))
    assert errors == []
    assert (state.run.settings["beta"], state.decays, state.probe) == (0.5, (0, 0.5), (3, -0.5))
