"""Mistakes in an address: the sentence for each, and any text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.state.address import PARTS, read_address
from components.state.address_error import AddressError
from components.state.limits import MOST_RUNS
from components.state.state import AXES, TRACES, run_of
from tests.support.queries import DEFAULT, mistake_in, state_of, state_with

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
        "1_0,2": f"start: Give 2 {NUMBERS}",
        "٣,2": f"start: Give 2 {NUMBERS}",
        "1;2": f"start: Give 2 {NUMBERS}",
        "−−1,2": f"start: Give 2 {NUMBERS}",
        "nan,1": f"start: Give 2 {NUMBERS}",
        "inf,1": f"start: Give 2 {NUMBERS}",
        "1e400,1": f"start: Give 2 {NUMBERS}",
        "1,1000001": f"start: Give 2 {NUMBERS}",
    },
    "steps": dict.fromkeys(
        ("", "0", "2001", "-1", "1.5", "1e-2", "1e4", "1e999", "ten", "٣", "9" * 5000),
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
        "RMS Prop": "run: There is no optimizer 'RMS Prop'",
        "adam,eta": "run: Write 'eta' as name:number",
        "adam,eta:": "run: Write 'eta' as name:number",
        "adam,eta:fast": "run: Write 'eta' as name:number",
        "adam,eta=1": "run: Write 'eta=1' as name:number",
        "adam,eta:11": "run: eta must be a number from 1e-06 to 10.",
        "adam,eta:nan": "run: Write 'eta' as name:number",
        "adam,eta:1,ETA:2": "run: Give eta once.",
        "adam,eta:1_0": "run: Write 'eta' as name:number",
        "adam,beta:0.9": "run: Adam has no hyperparameter 'beta': it has eta, beta1",
        "rmsprop,beta:-0.1": "run: beta must be a number from 0 to 1.",
    },
    "hidden": dict.fromkeys(
        ("", "0", "3", "1,3", "1,,", "-1", "1.5", "all", "٣", "1;2"),
        "hidden: Give a whole number from 1 to 2.",
    ),
    "selected": dict.fromkeys(
        ("", "0", "3", "-1", "1.5", "1,2", "last", "²"),
        "selected: Give a whole number from 1 to 2.",
    ),
    "step": dict.fromkeys(
        ("", "0", "501", "-1", "1.5", "1e3", "100.0", "end", "9" * 5000),
        "step: Give a whole number from 1 to 500.",
    ),
    "axis": dict.fromkeys(("", "logs", "lin", "l og", "log,linear"), "axis: Give log or linear."),
    "traces": dict.fromkeys(("", "rates", "States", "s"), "traces: Give rate or state."),
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
    (error,) = read_address({part: [text]})[1]
    assert f"{error.part}: {error.mistake}" == said
    assert said.startswith(sentence)
    assert said.endswith((".", "?"))
    assert len(said) < 250


def test_one_run_too_many_is_refused() -> None:
    assert MOST_RUNS == 6
    assert state_of({"run": ["adam"] * MOST_RUNS}).runs == (run_of("adam"),) * MOST_RUNS
    assert mistake_in({"run": ["adam"] * (MOST_RUNS + 1)}) == f"run: Give at most {MOST_RUNS} runs."


def test_a_mistake_in_one_of_several_runs_leaves_the_others_and_selects_that_run() -> None:
    texts = ["adam,eta:0.5", "rmsprop,eta:-1,beta:0.5", "momentum"]
    state, errors = read_address({"run": texts})
    assert [str(error)[:16] for error in errors] == ["run: eta must be"]
    assert [run.optimizer for run in state.runs] == ["adam", "rmsprop", "momentum"]
    assert state.runs[0].settings["eta"] == 0.5
    assert state.runs[1].settings == run_of("rmsprop", {"beta": 0.5}).settings
    assert state.selected == 1


def test_a_run_of_no_rule_is_the_default_one_and_the_others_keep_their_places() -> None:
    state, errors = read_address({"run": ["adam,eta:0.5", "sgd", "rprop"], "hidden": ["3"]})
    assert [run.optimizer for run in state.runs] == ["adam", "rmsprop", "rprop"]
    assert (state.runs[0].settings["eta"], state.runs[1]) == (0.5, run_of("rmsprop"))
    assert ([run.hidden for run in state.runs], state.selected) == ([False, False, True], 1)
    assert [str(error)[:37] for error in errors] == ["run: There is no optimizer 'sgd': use"]
    # Where no rule is known, nothing of what was meant is.
    state, errors = read_address({"run": ["sgd", "lion"]})
    assert (state.runs, state.selected, len(errors)) == (DEFAULT.runs, DEFAULT.selected, 2)


def test_every_run_that_is_mistaken_is_said_with_its_place() -> None:
    texts = ["rmsprop,eta:99", "adam", "adam,beta1:7"]
    state, errors = read_address({"run": texts})
    assert [str(error) for error in errors] == [
        "run: eta must be a number from 1e-06 to 10 (run 1).",
        "run: beta1 must be a number from 0 to 0.9999 (run 3).",
    ]
    assert (len(state.runs), state.selected) == (3, 0)
    many = [*["adam"] * MOST_RUNS, "sgd"]
    assert [str(error)[:37] for error in read_address({"run": many})[1]] == [
        "run: Give at most 6 runs.",
        "run: There is no optimizer 'sgd': use",
    ]


def test_a_mistake_in_one_part_leaves_the_others_as_they_are() -> None:
    state, errors = read_address({"E": ["w1^2"], "start": ["here"], "steps": ["many"]})
    assert state == state_with(E="w1^2")
    assert [str(error).partition(":")[0] for error in errors] == ["start", "steps"]


@pytest.mark.parametrize(
    ("part", "text", "most"),
    [
        ("hidden", "3", "1 to 1"),
        ("selected", "2", "1 to 1"),
        ("step", "31", "1 to 30"),
    ],
)
def test_a_place_or_step_that_the_address_does_not_have_is_refused(
    part: str, text: str, most: str
) -> None:
    query = {"run": ["adam"], "steps": ["30"]}
    state, errors = read_address(query | {part: [text]})
    assert state == state_of(query)
    assert [str(error) for error in errors] == [f"{part}: Give a whole number from {most}."]


# Random text, and text made of pieces that come close to what is meant.
PIECES = "1 2 -2.5 1e9 nan inf , : adam rmsprop eta eta:1 log state w1 ^ ( ) sin | + * / 0 _"
PIECES += " ٣ ² \0 \ud800 e"
pieces = st.sampled_from([" ", *PIECES.split(" ")])
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=12).map("".join))


@pytest.mark.parametrize("part", PARTS)
@given(values=st.lists(texts, max_size=3))
def test_any_text_is_read_or_answered_with_mistakes(part: str, values: list[str]) -> None:
    state, errors = read_address({part: values})
    assert {(type(error), error.part) for error in errors} <= {(AddressError, part)}
    assert len(errors) <= (1 + len(values) if part in ("run", "p") else 1)
    if errors and part != "run":
        assert state == DEFAULT
    numbers = (*state.start, *state.view, *(v for r in state.runs for v in r.settings.values()))
    assert all(math.isfinite(number) for number in numbers)
    assert 1 <= state.step <= state.steps <= 2000
    assert 0 <= state.selected < len(state.runs) <= MOST_RUNS
    assert state.axis in AXES
    assert state.traces in TRACES
