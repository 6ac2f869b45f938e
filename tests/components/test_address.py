"""What an address says, how it is encoded, and what is answered to a mistake in it."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from flask import Flask, request
from hypothesis import given
from hypothesis import strategies as st

from components.address import PARTS, AddressError, read_address
from components.bounds import MOST_OPERATIONS
from components.state import MOST_RUNS, Run, State, default_state, run_of
from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.presets import PRESETS, Preset

DEFAULT = default_state()
SERVER = Flask(__name__)

Query = dict[str, list[str]]


def as_a_page(text: str) -> Query:
    """Decode a query as Flask does for the page, the kernels and the table."""
    with SERVER.test_request_context(f"/?{text}"):
        return request.args.to_dict(flat=False)


def as_a_callback(text: str) -> Query:
    """Decode a query as the callbacks do."""
    return parse_qs(text)


decoders = pytest.mark.parametrize("decode", [as_a_page, as_a_callback])


def state_of(query: Query) -> State:
    state, errors = read_address(query)
    assert errors == []
    return state


def mistake_in(query: Query) -> str:
    """Return the one mistake in a query, after checking that the default took its place."""
    state, errors = read_address(query)
    assert state == DEFAULT
    assert [type(error) for error in errors] == [AddressError]
    return str(errors[0])


def test_no_address_is_the_article_example() -> None:
    assert state_of({}) == State(
        E="3 w1^2 + 10 w2^2",
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
    assert state_of({part: [text]}) == replace(DEFAULT, **{field: value})


@decoders
def test_the_address_of_the_design_is_read(decode: Callable[[str], Query]) -> None:
    text = (
        "E=3*w1^2%2B10*w2^2&start=-15,20&steps=100&run=rmsprop,eta:0.05,beta:0.9,epsilon:1e-8"
        "&run=gradient-descent,eta:0.001&view=-20,20,-25,25"
    )
    assert state_of(decode(text)) == replace(
        DEFAULT, E="3*w1^2+10*w2^2", runs=(run_of("rmsprop"), run_of("gradient-descent"))
    )


@decoders
def test_a_plus_is_a_space_and_a_plus_is_written_with_its_code(
    decode: Callable[[str], Query],
) -> None:
    assert state_of(decode("E=w1^2+%2B+w2")).E == "w1^2 + w2"
    # w1 w2 is a product: a plus that was not encoded is not one
    assert state_of(decode("E=w1+w2")).E == "w1 w2"


@decoders
def test_words_beyond_ascii_are_read(decode: Callable[[str], Query]) -> None:
    assert state_of(decode("E=w%E2%82%81%C2%B2")).E == "w₁²"


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


NUMBERS = "numbers of at most 1e+06, separated by commas."

MISTAKES = {
    "E": {
        "": "E: Type an error function",
        "sin(": "E: Close the '(' that opens at position 4.",
        "w3": "E: 'w3' at position 1 is not known",
    },
    "start": {
        "": f"start: Give 2 {NUMBERS}",
        "1": f"start: Give 2 {NUMBERS}",
        "1,2,3": f"start: Give 2 {NUMBERS}",
        "1;2": f"start: Give 2 {NUMBERS}",
        "nan,1": f"start: Give 2 {NUMBERS}",
        "inf,1": f"start: Give 2 {NUMBERS}",
        "1e400,1": f"start: Give 2 {NUMBERS}",
        "1,1000001": f"start: Give 2 {NUMBERS}",
    },
    "steps": dict.fromkeys(
        ("", "0", "2001", "-1", "1.5", "1e2", "ten", "٣", "9" * 5000),
        "steps: Give a whole number from 1 to 2000.",
    ),
    "view": {
        "1,2,3": f"view: Give 4 {NUMBERS}",
        "-20,20,nan,25": f"view: Give 4 {NUMBERS}",
        "20,-20,-25,25": "view: Give the lowest and highest w1",
        "-20,20,25,25": "view: Give the lowest and highest w1",
        "0,1e-10,0,1": "view: Give the lowest and highest w1",
    },
    "run": {
        "": "run: There is no optimizer ''",
        "adamm": "run: There is no optimizer 'adamm': use rmsprop",
        "RMSProp": "run: There is no optimizer 'RMSProp'",
        "adam,eta": "run: Write 'eta' as name:number",
        "adam,eta:": "run: Write 'eta' as name:number",
        "adam,eta:fast": "run: Write 'eta' as name:number",
        "adam,eta=1": "run: Write 'eta=1' as name:number",
        "adam,eta:11": "run: eta must be a number from 1e-06 to 10.",
        "adam,eta:nan": "run: eta must be a number",
        "adam,beta:0.9": "run: Adam has no hyperparameter 'beta': it has eta, beta1",
        "rmsprop,beta:-0.1": "run: beta must be a number from 0 to 1.",
    },
}


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [(part, text, said) for part, mistakes in MISTAKES.items() for text, said in mistakes.items()],
    ids=lambda value: value[:20],
)
def test_a_mistake_names_its_part_and_leaves_the_default(
    part: str, text: str, sentence: str
) -> None:
    said = mistake_in({part: [text]})
    assert said.startswith(sentence)
    assert said.endswith((".", "?"))
    assert len(said) < 250


def test_one_run_too_many_is_refused() -> None:
    assert state_of({"run": ["adam"] * MOST_RUNS}).runs == (run_of("adam"),) * MOST_RUNS
    assert mistake_in({"run": ["adam"] * (MOST_RUNS + 1)}) == f"run: Give at most {MOST_RUNS} runs."


def test_a_mistake_in_one_of_several_runs_leaves_none_of_them() -> None:
    assert mistake_in({"run": ["adam", "adam,eta:-1"]}).startswith("run: eta must be")


def test_a_mistake_in_one_part_leaves_the_others_as_they_are() -> None:
    state, errors = read_address({"E": ["w1^2"], "start": ["here"], "steps": ["many"]})
    assert state == replace(DEFAULT, E="w1^2")
    assert [str(error).partition(":")[0] for error in errors] == ["start", "steps"]


LONG = "max(" + ",".join("xy" * 145) + ")"
"""As many operations as any function of its length."""


def test_a_long_function_may_take_fewer_steps() -> None:
    most = MOST_OPERATIONS // ErrorFunction.parse(LONG).operations
    assert 100 < most < 2000
    assert state_of({"E": [LONG], "steps": [str(most)]}).steps == most
    state, errors = read_address({"E": [LONG], "steps": [str(most + 1)]})
    assert state == replace(DEFAULT, E=LONG)
    assert [str(error) for error in errors] == [
        f"steps: Give at most {most} steps: this error function is a long one."
    ]


def test_several_runs_of_a_long_function_share_its_steps() -> None:
    most = MOST_OPERATIONS // (MOST_RUNS * ErrorFunction.parse(LONG).operations)
    query = {"E": [LONG], "run": ["adam"] * MOST_RUNS}
    assert state_of(query | {"steps": [str(most)]}).steps == most
    state, errors = read_address(query | {"steps": ["2000"]})
    assert state.steps == min(most, DEFAULT.steps)
    assert len(errors) == 1


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_may_take_all_steps_with_all_runs(preset: Preset) -> None:
    query = {"E": [preset.text], "steps": ["2000"], "run": ["adam"] * MOST_RUNS}
    assert state_of(query).steps == 2000


def test_a_part_that_nobody_knows_is_left_alone() -> None:
    assert state_of({"utm_source": ["article"], "e": ["w1"], "embed": ["playground"]}) == DEFAULT


# Random text, and text made of pieces that come close to what is meant.
PIECES = "1 -2.5 1e9 nan inf , : adam rmsprop eta eta:1 w1 ^ ( ) sin | + * / 0 _ ٣ ² \0 \ud800 e"
pieces = st.sampled_from([" ", *PIECES.split(" ")])
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=12).map("".join))


@pytest.mark.parametrize("part", PARTS)
@given(values=st.lists(texts, max_size=3))
def test_any_text_is_read_or_answered_with_one_mistake(part: str, values: list[str]) -> None:
    state, errors = read_address({part: values})
    assert [type(error) for error in errors] in ([], [AddressError])
    if errors:
        assert state == DEFAULT
        assert str(errors[0]).startswith(f"{part}: ")
    else:
        numbers = (*state.start, *state.view, *(v for r in state.runs for v in r.settings.values()))
        assert all(math.isfinite(number) for number in numbers)
        assert 1 <= state.steps <= 2000
        assert state.runs
