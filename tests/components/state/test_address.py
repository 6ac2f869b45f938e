"""What an address says, and how it is encoded."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask, request
from hypothesis import given
from hypothesis import strategies as st

from components.state.query import parts_of
from components.state.state import Run, State, run_of
from optimizers import OPTIMIZERS, ErrorFunction
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
        steps=100,
        view=(-20, 20, -25, 25),
        runs=(Run("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),),
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
        ("run", "adam", "runs", (run_of("adam"),)),
        ("run", "adam,eta:0.5", "runs", (run_of("adam", {"eta": 0.5}),)),
        ("run", "adam,beta2:0.5,eta:1", "runs", (run_of("adam", {"eta": 1, "beta2": 0.5}),)),
    ],
)
def test_every_part_is_read_and_the_others_keep_their_defaults(
    part: str, text: str, field: str, value: Any
) -> None:
    assert state_of({part: [text]}) == state_with(**{field: value})


@decoders
def test_the_address_of_the_design_is_read(decode: Callable[[str], Query]) -> None:
    text = (
        "E=3*w1^2%2B10*w2^2&start=-15,20&steps=100&run=rmsprop,eta:0.05,beta:0.9,epsilon:1e-8"
        "&run=gradient-descent,eta:0.001&view=-20,20,-25,25"
    )
    assert state_of(decode(text)) == state_with(
        E="3*w1^2+10*w2^2", runs=(run_of("rmsprop"), run_of("gradient-descent"))
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
@given(
    start=st.tuples(*[st.floats(-1e6, 1e6)] * 2),
    steps=st.integers(1, 2000),
    key=st.sampled_from(list(OPTIMIZERS)),
    place=st.floats(0, 1),
)
def test_every_state_is_read_back_to_the_last_bit(
    decode: Callable[[str], Query], start: tuple[float, float], steps: int, key: str, place: float
) -> None:
    specs = OPTIMIZERS[key].hyperparameters
    settings = {
        spec.name: min(spec.low + place * (spec.high - spec.low), spec.high) for spec in specs
    }
    state = replace(DEFAULT, start=start, steps=steps, runs=(Run(key, settings),))
    text = urlencode(
        {
            "start": f"{start[0]!r},{start[1]!r}",
            "steps": steps,
            "run": ",".join([key, *(f"{name}:{value!r}" for name, value in settings.items())]),
        }
    )
    assert state_of(decode(text)) == state


def test_several_runs_keep_their_order() -> None:
    runs = [f"{key},{rule.hyperparameters[0].name}:1" for key, rule in OPTIMIZERS.items()]
    assert [run.optimizer for run in state_of({"run": runs[:8]}).runs] == list(OPTIMIZERS)[:8]
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
        state_of({"utm_source": ["article"], "e": ["w1"], "m": ["1"], "embed": ["playground"]})
        == DEFAULT
    )
