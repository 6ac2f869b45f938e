"""Table of the runs: its columns, its first row, every digit, and its route."""

import csv
import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient

from components.state.address import read_address
from components.state.limits import MOST_RUNS
from components.state.state import State, run_of
from optimizers import OPTIMIZERS, descend
from server.trajectory_csv import table
from tests.support.queries import DEFAULT, state_with
from tests.support.responses import address, refusal

GRADIENT_DESCENT, RMSPROP = (replace(DEFAULT, runs=(run,), selected=0) for run in DEFAULT.runs)
"""The runs of the default scene, each alone."""

FIXED = ["run", "t", "w1", "w2", "E", "g1", "g2", "v1", "v2"]


def rows(state: State) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(state), newline="")))


def column(found: list[dict[str, str]], *names: str) -> list[list[float]]:
    return [[float(row[name]) for name in names] for row in found]


@pytest.mark.parametrize(
    ("keys", "states"),
    [
        (["gradient-descent"], []),
        (["rmsprop"], ["s1", "s2"]),
        (["adam"], ["m1", "m2", "s1", "s2"]),
        (["rprop"], ["delta1", "delta2", "g_previous1", "g_previous2"]),
        (["rmsprop", "momentum"], ["s1", "s2", "m1", "m2"]),
        (["momentum", "adam"], ["m1", "m2", "s1", "s2"]),
    ],
)
def test_the_columns_are_the_fixed_ones_and_the_states_of_all_rules(
    keys: list[str], states: list[str]
) -> None:
    text = table(replace(DEFAULT, runs=tuple(run_of(key) for key in keys)))
    assert text.partition("\n")[0] == ",".join([*FIXED, *states])


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_number_reads_back_to_the_last_bit(key: str) -> None:
    state = state_with(E="(1-w1)^2 + 100(w2-w1^2)^2", start=(-2, 2), steps=50)
    state = replace(state, runs=(run_of(key),))
    found = rows(state)
    run = descend(state.E, OPTIMIZERS[key], (-2, 2), 50)
    assert len(found) == run.error.size
    assert [row["t"] for row in found] == [str(t) for t in range(run.error.size)]
    assert column(found, "w1", "w2") == run.w.tolist()
    assert column(found, "E") == run.error[:, None].tolist()
    assert column(found[1:], "g1", "g2") == run.gradient.tolist()
    assert column(found[1:], "v1", "v2") == run.update.tolist()
    for name, values in run.state.items():
        assert column(found, f"{name}1", f"{name}2") == values.tolist()
    # A number is as short as its own text can be, no shorter: 0.1, not 0.1000000000000000055
    assert {row["E"] for row in found} == {repr(float(e)) for e in run.error}


def test_the_first_row_is_the_start_and_nothing_led_to_it() -> None:
    first = rows(RMSPROP)[0]
    assert [first[name] for name in ("t", "w1", "w2", "E")] == ["0", "-15.0", "20.0", "4675.0"]
    assert [first[name] for name in ("g1", "g2", "v1", "v2")] == [""] * 4
    assert [first["s1"], first["s2"]] == ["0.0", "0.0"]
    assert rows(DEFAULT)[0] == first | {"run": "1 gradient-descent", "s1": "", "s2": ""}


@pytest.mark.parametrize("state", [GRADIENT_DESCENT, RMSPROP], ids=lambda s: s.runs[0].optimizer)
def test_a_row_holds_the_gradient_and_the_step_that_led_to_it(state: State) -> None:
    found = rows(state)
    # E = 3 w1^2 + 10 w2^2 at (-15, 20)
    assert column(found[1:2], "g1", "g2") == [[-90, 400]]
    w, v = np.array(column(found, "w1", "w2")), np.array(column(found[1:], "v1", "v2"))
    assert (w[:-1] - v).tolist() == w[1:].tolist()


def test_several_runs_follow_each_other_and_leave_foreign_states_empty() -> None:
    state = replace(DEFAULT, steps=3, runs=(run_of("rmsprop"), run_of("momentum")))
    found = rows(state)
    assert [(row["run"], row["t"]) for row in found] == [
        (f"{label}", str(t)) for label in ("1 rmsprop", "2 momentum") for t in range(4)
    ]
    assert {row["m1"] for row in found[:4]} == {""}
    assert {row["s1"] for row in found[4:]} == {""}
    assert all(row["s1"] and row["m2"] == "" for row in found[:4])
    assert found[7]["m1"] == repr(-float(found[7]["v1"]))


@pytest.mark.parametrize("keys", [[*OPTIMIZERS][:MOST_RUNS], [*OPTIMIZERS][-MOST_RUNS:]])
def test_as_many_runs_as_there_may_be_have_room_in_one_table(keys: list[str]) -> None:
    state, errors = read_address({"run": keys, "steps": ["2"]})
    assert errors == []
    found = rows(state)
    labels = [f"{k} {key}" for k, key in enumerate(keys, start=1)]
    assert [(row["run"], row["t"]) for row in found] == [(run, t) for run in labels for t in "012"]
    for k, run in enumerate(state.runs):
        alone = rows(replace(state, runs=(run,), selected=0))
        for row, same in zip(found[3 * k : 3 * k + 3], alone, strict=True):
            assert row == dict.fromkeys(row, "") | same | {"run": labels[k]}


def test_hidden_runs_are_in_the_table_in_their_places() -> None:
    query = {"run": ["rmsprop", "momentum", "adam"], "steps": ["2"]}
    shown, _ = read_address(query)
    hidden, errors = read_address(query | {"hidden": ["1,3"], "selected": ["2"]})
    assert errors == []
    assert table(hidden) == table(shown)


def test_two_runs_of_one_rule_are_told_apart() -> None:
    runs = (run_of("adam", {"eta": 0.1}), run_of("adam", {"eta": 0.5}))
    found = rows(replace(DEFAULT, steps=1, runs=runs))
    assert [row["run"] for row in found] == ["1 adam", "1 adam", "2 adam", "2 adam"]
    assert found[1]["w1"] != found[3]["w1"]


def test_a_run_that_stops_has_fewer_rows() -> None:
    # w1 = 1 - 2 * 1/1 = -1, where log has no value
    state = state_with(E="log(w1)", start=(1, 0), steps=3)
    stopped = replace(state, runs=(run_of("gradient-descent", {"eta": 2}), run_of("rmsprop")))
    labels = [row["run"] for row in rows(stopped)]
    assert labels.count("1 gradient-descent") == 1
    assert labels.count("2 rmsprop") == 4


def test_a_start_without_a_value_is_a_row_that_says_so() -> None:
    found = rows(state_with(E="sqrt(w1)", start=(-1, 2)))
    assert [(row["run"], row["w1"], row["w2"], row["E"]) for row in found] == [
        ("1 gradient-descent", "-1.0", "2.0", "nan"),
        ("2 rmsprop", "-1.0", "2.0", "nan"),
    ]


def test_the_table_is_plain() -> None:
    text = table(replace(DEFAULT, steps=2))
    assert text.endswith("\n")
    assert text.count("\n") == 1 + 2 * 3
    assert not set(text) & set('"\r ') - {" "}


def test_numbers_are_never_numpy_words() -> None:
    values: list[Any] = [v for row in rows(DEFAULT) for v in row.values()]
    assert not [value for value in values if "(" in value]


def test_the_table_of_an_address(client: FlaskClient) -> None:
    response = client.get(address("/trajectory.csv", steps=2, run=["rmsprop", "momentum"]))
    assert (response.status_code, response.mimetype) == (200, "text/csv")
    lines = response.get_data(as_text=True).splitlines()
    assert lines[0] == "run,t,w1,w2,E,g1,g2,v1,v2,s1,s2,m1,m2"
    assert [line.split(",")[:2] for line in lines[1:]] == [
        [run, t] for run in ("1 rmsprop", "2 momentum") for t in "012"
    ]


def test_the_table_without_an_address_is_the_article_example(client: FlaskClient) -> None:
    lines = client.get("/trajectory.csv").get_data(as_text=True).splitlines()
    assert len(lines) == 1 + 2 * 501
    assert lines[1] == "1 gradient-descent,0,-15.0,20.0,4675.0,,,,,,"
    assert lines[502] == "2 rmsprop,0,-15.0,20.0,4675.0,,,,,0.0,0.0"
    assert lines[501].startswith("1 gradient-descent,500,")
    assert lines[1002].startswith("2 rmsprop,500,")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("E", "sin("),
        ("E", ""),
        ("start", "1"),
        ("steps", "0"),
        ("view", "1,2,3"),
        ("run", "adamm"),
        ("run", "adam,eta:99"),
        ("run", ["adam"] * (MOST_RUNS + 1)),
        ("hidden", "3"),
        ("selected", "last"),
        ("step", "501"),
        ("axis", "lin"),
        ("traces", "s"),
    ],
)
def test_the_table_of_a_mistake_is_a_sentence(
    client: FlaskClient, part: str, value: object
) -> None:
    refusal(client.get(address("/trajectory.csv", **{part: value})), part)
