"""Addresses survive: programs that look for links in a text find them whole."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.state.address import read_address
from components.state.query import parts_of, query_of
from components.state.state import State, preset_state
from components.tour.stops import STOPS
from optimizers import ErrorFunction
from optimizers.presets import PRESETS
from tests.support.any_state import DEFAULT, address_of, short_address_of, states
from tests.support.link_detection import DETECTORS, ENDS

SITE = "https://lockstep.example.org/"
EMBEDDED = f"{SITE}figures/?embed=playground&"


def written(parts: dict[str, list[str]]) -> str:
    return query_of((name, text) for name, texts in parts.items() for text in texts)


def queries_of(state: State) -> list[str]:
    """Return queries of a state as spelled, and as the browser has them with every part last."""
    canonical = {**address_of(state), "E": [state.E.text]}
    names = [*canonical]
    turned = [{n: canonical[n] for n in names[k:] + names[:k]} for k in range(len(names))]
    queries = [written(parts) for parts in (address_of(state), short_address_of(state), *turned)]
    return [query for query in queries if query]


def state_at(query: str) -> tuple[str, State]:
    """Return the function and the rest of the state of a query without mistakes."""
    state, errors = read_address(parts_of(query))
    assert errors == []
    return state.E.text, replace(state, E=DEFAULT.E, typed="")


def marks_added(query: str, program: str) -> set[str]:
    """Return what a program adds to an address, after checking that it loses nothing."""
    added = set()
    for site in (f"{SITE}?", EMBEDDED):
        link = site + query
        for end in ENDS:
            found = DETECTORS[program](link + end)
            assert found.startswith(link)
            added.add(found.removeprefix(link))
    return added - {""}


SURFACES = [stop for stop in STOPS if not stop.figure]


def assert_survives(query: str, *programs: str) -> None:
    """Check that programs find an address whole, and that what they add does no harm."""
    for mark in set().union(*(marks_added(query, program) for program in programs)):
        assert len(mark) == 1
        assert state_at(query + mark) == state_at(query)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_presets(preset: Any) -> None:
    for query in queries_of(preset_state(preset)):
        assert_survives(query, *DETECTORS)


@pytest.mark.parametrize("stop", SURFACES, ids=lambda stop: stop.key)
def test_stops_of_the_tour(stop: Any) -> None:
    assert_survives(stop.query, *DETECTORS)


@given(state=states(), seed=st.integers(0, 2**32))
@settings(max_examples=500, deadline=None)
def test_any_state(state: State, seed: int) -> None:
    query = Random(seed).choice(queries_of(state))
    for program in DETECTORS:
        marks_added(query, program)


BARE = "https://lockstep.example.org/?E=(1-w1)^2%2B20*(3*w2-w1^2)^2&start=1,2"


def test_the_characters_that_are_escaped_cut_links() -> None:
    """The patterns find what was wrong with addresses that had these characters bare."""
    cut = {name: detect(BARE).removeprefix(SITE) for name, detect in DETECTORS.items()}
    assert cut["Android"] == "?E=(1-w1"
    assert cut["Slack"] == "?E=(1-w1"
    assert cut["Thunderbird"] == "?E="
    assert cut["Telegram"] == "?E="
    assert cut["iOS"] == "?E=(1-w1)"
    for name in ("Gmail", "WhatsApp", "copied scripts"):
        assert cut[name] == "?E="


LETTERS = ("k", "a", "\N{GREEK SMALL LETTER LAMDA}", "c12")
LONG_PARTS = {
    "alone": "(w1-1.25)^2*(w2+0.5)^2/3+sin(w1*w2)+abs(w1)/7+exp(-(w1^2+w2^2)/9)+" * 5,
    "with parameters": "".join(
        f"{k}*(w1-1.25)^2*(w2+0.5)^2/3+exp(-(w1^2+w2^2)/9)+sin(w1)/7+" for k in LETTERS
    ),
}


@pytest.mark.parametrize(("kind", "least"), [("alone", 300), ("with parameters", 200)])
def test_a_long_state_is_below_2000_characters(kind: str, least: int) -> None:
    """Six runs, and up to four parameters, with every number in full, and all that is shown."""
    letters = LETTERS if kind == "with parameters" else ()
    ranged = "-12.345678901234567,min:-31.234567890123456,max:62.34567890123456"
    run = (
        "super-sab,eta:0.12345678901234567,alpha:0.12345678901234567,"
        "increase:1.2345678901234567,decrease:0.12345678901234567,eta_max:9.123456789012345"
    )
    long = LONG_PARTS[kind]
    state, errors = read_address(
        {
            "E": [f"{long}w2"],
            "p": [f"{letter}:{ranged},step:0.1234567890123456" for letter in letters],
            "start": ["-123456.12345678901,-123456.12345678901"],
            "steps": ["1999"],
            "view": [",".join(["-123456.12345678901", "123456.12345678901"] * 2)],
            "run": [run] * 6,
            "hidden": ["1,2,3,4,5,6"],
            "selected": ["1"],
            "step": ["1998"],
            "axis": ["linear"],
            "traces": ["state"],
        }
    )
    assert errors == []
    assert len(long) > least
    query = written({**address_of(state), "E": [state.E.text]})
    assert 1500 < len(SITE) + len("?embed=playground&") + len(query) < 2000


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_presets_are_short(preset: Any) -> None:
    assert len(queries_of(preset_state(preset))[0]) < 500
    assert ErrorFunction.parse(preset.text) == preset_state(preset).E
