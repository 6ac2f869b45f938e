"""What an address says, and how it is encoded."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask, request
from hypothesis import given
from hypothesis import strategies as st

from components.catalogue import catalogue
from components.state.address import read_address
from components.state.limits import MOST_RUNS
from components.state.query import parts_of
from components.state.state import Run, State, run_of
from optimizers import OPTIMIZERS, ErrorFunction
from tests.support.any_state import address_of, short_address_of, states
from tests.support.queries import DEFAULT, Query, state_of, state_with

SERVER = Flask(__name__)


def decoded_by_flask(text: str) -> Query:
    """Decode a query as Flask does."""
    with SERVER.test_request_context(f"/?{text}"):
        return request.args.to_dict(flat=False)


def decoded_by_routes(text: str) -> Query:
    """Decode a query as the routes do."""
    return {name: list(values) for name, values in parts_of(text).items()}


decoders = pytest.mark.parametrize("decode", [decoded_by_flask, decoded_by_routes])


def test_no_address_is_the_article_example() -> None:
    assert state_of({}) == State(
        E=ErrorFunction.parse("3 w1^2 + 10 w2^2"),
        typed="3 w1^2 + 10 w2^2",
        start=(-15, 20),
        steps=500,
        view=(-20, 12, -9, 23),
        runs=(
            Run("gradient-descent", {"eta": 0.001}),
            Run("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
        ),
        selected=1,
        step=1,
        axis="log",
        traces="rate",
    )


@pytest.mark.parametrize(
    ("part", "text", "field", "value"),
    [
        ("E", "sin(w1) + cos(w2)", "E", "sin(w1) + cos(w2)"),
        ("start", "-1.5,2e3", "start", (-1.5, 2000)),
        ("start", " 1 , -2 ", "start", (1, -2)),
        ("steps", "1", "steps", 1),
        ("steps", "2000", "steps", 2000),
        ("view", "-1,2.5,-3,4", "view", (-1, 2.5, -3, 4)),
        ("view", "-1000000,1000000,0,1e6", "view", (-1e6, 1e6, 0, 1e6)),
        ("selected", "1", "selected", 0),
        ("selected", " 2 ", "selected", 1),
        ("step", "500", "step", 500),
        ("axis", "linear", "axis", "linear"),
        ("axis", "log", "axis", "log"),
        ("traces", "state", "traces", "state"),
        ("traces", "rate", "traces", "rate"),
    ],
)
def test_every_part_is_read_and_the_others_keep_their_defaults(
    part: str, text: str, field: str, value: Any
) -> None:
    assert state_of({part: [text]}) == state_with(**{field: value})


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("adam", {}),
        ("adam,eta:0.5", {"eta": 0.5}),
        ("adam,beta2:0.5,eta:1", {"eta": 1, "beta2": 0.5}),
    ],
)
def test_a_run_is_read_and_selected(text: str, settings: dict[str, float]) -> None:
    assert state_of({"run": [text]}) == state_with(runs=(run_of("adam", settings),), selected=0)


@pytest.mark.parametrize("texts", [["adam"], ["adam"] * 2, ["adam"] * MOST_RUNS])
def test_the_last_run_is_selected_where_the_address_does_not_say(texts: list[str]) -> None:
    assert state_of({"run": texts}).selected == len(texts) - 1
    assert state_of({"run": texts, "selected": ["1"]}).selected == 0


def test_hidden_runs_are_named_by_their_places() -> None:
    assert [run.hidden for run in state_of({"hidden": ["1"]}).runs] == [True, False]
    state = state_of({"run": ["adam"] * 4, "hidden": ["2, 4"]})
    assert [run.hidden for run in state.runs] == [False, True, False, True]
    assert [replace(run, hidden=False) for run in state.runs] == [run_of("adam")] * 4


def test_the_order_of_the_parts_does_not_matter() -> None:
    query = {
        "step": ["1999"],
        "selected": ["3"],
        "hidden": ["3"],
        "run": ["adam"] * 3,
        "steps": ["2000"],
    }
    assert state_of(query) == state_of(dict(reversed(query.items())))


def test_fewer_steps_end_before_the_step_that_is_inspected() -> None:
    inspected = replace(DEFAULT, step=300)
    state, errors = read_address({"steps": ["20"]}, inspected)
    assert (state.steps, state.step, errors) == (20, 20, [])
    assert read_address({"steps": ["400"]}, inspected)[0].step == 300


@decoders
def test_the_address_of_the_design_is_read(decode: Callable[[str], Query]) -> None:
    text = (
        "E=3*w1^2%2B10*w2^2&start=-15,20&steps=100&run=rmsprop,eta:0.05,beta:0.9,epsilon:1e-8"
        "&run=gradient-descent,eta:0.001&view=-20,20,-25,25"
    )
    assert state_of(decode(text)) == state_with(
        E="3*w1^2+10*w2^2",
        steps=100,
        view=(-20, 20, -25, 25),
        runs=(run_of("rmsprop"), run_of("gradient-descent", {"eta": 0.001})),
    )


@decoders
def test_a_plus_is_a_space_and_a_plus_is_written_with_its_code(
    decode: Callable[[str], Query],
) -> None:
    assert state_of(decode("E=w1^2+%2B+w2")) == state_with(E="w1^2 + w2")
    # w1 w2 is a product: a plus that was not encoded is not one
    assert state_of(decode("E=w1+w2")) == state_with(E="w1 w2")
    assert state_of(decode("E=w1+w2")).E.text == "w1*w2"


@decoders
def test_words_beyond_ascii_are_read(decode: Callable[[str], Query]) -> None:
    state = state_of(decode("E=w%E2%82%81%C2%B2"))
    assert (state.typed, state.E.text) == ("w₁²", "w1^2")


@decoders
@given(state=states(), rewritten=st.randoms(use_true_random=False))
def test_every_state_is_read_back_to_the_last_bit(
    decode: Callable[[str], Query], state: State, rewritten: Random
) -> None:
    for address in (address_of(state), short_address_of(state)):
        parts = [*address.items()]
        rewritten.shuffle(parts)
        assert state_of(decode(urlencode(parts, doseq=True))) == state


GOLDEN: Any = json.loads(Path("tests/golden/addresses.json").read_text(encoding="utf-8"))


def test_the_golden_addresses_are_written_with_the_defaults_of_the_catalogue() -> None:
    """tests/javascript/address.test.js writes them; what it knows must be what the page knows."""
    found = json.loads(json.dumps(catalogue()))
    assert GOLDEN["defaults"] == found["defaults"]
    assert GOLDEN["optimizers"] == {
        key: {"defaults": rule["defaults"]} for key, rule in found["optimizers"].items()
    }


@pytest.mark.parametrize("golden", GOLDEN["addresses"], ids=lambda golden: golden["query"])
@decoders
def test_an_address_that_the_browser_writes_is_read_back(
    golden: dict[str, Any], decode: Callable[[str], Query]
) -> None:
    state = state_of(decode(golden["query"].removeprefix("?")))
    # The address has the function in its canonical spelling.
    assert json.loads(json.dumps(state.to_json() | {"E": state.E.text})) == golden["state"]


def test_several_runs_keep_their_order() -> None:
    runs = [f"{key},{rule.hyperparameters[0].name}:1" for key, rule in OPTIMIZERS.items()]
    for part in (runs[:MOST_RUNS], runs[-MOST_RUNS:]):
        assert [run.optimizer for run in state_of({"run": part}).runs] == [
            text.partition(",")[0] for text in part
        ]
    assert state_of({"run": ["rmsprop,eta:1", "rmsprop,eta:2"]}).runs == (
        run_of("rmsprop", {"eta": 1}),
        run_of("rmsprop", {"eta": 2}),
    )


def test_every_bound_of_a_hyperparameter_is_read() -> None:
    for key, rule in OPTIMIZERS.items():
        for spec in rule.hyperparameters:
            for bound in (spec.low, spec.high):
                runs = state_of({"run": [f"{key},{spec.name}:{bound!r}"]}).runs
                assert runs[0].settings[spec.name] == bound


def test_an_unknown_part_is_ignored() -> None:
    assert (
        state_of({"utm_source": ["article"], "x": ["w1"], "m": ["1"], "embed": ["playground"]})
        == DEFAULT
    )
