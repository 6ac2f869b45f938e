"""Runs as JSON: the numbers of the table, and what they belong to."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from optimizers import OPTIMIZERS
from tests.support.responses import address, refusal

SCENE = {"E": "w1^2 + 4 w2^2", "start": "3,-2", "steps": 30}


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_its_numbers_are_those_of_the_table(client: FlaskClient, key: str) -> None:
    runs = [key, "gradient-descent,eta:0.01"]
    text = client.get(address("/trajectory.csv", **SCENE, run=runs)).get_data(as_text=True)
    (first, second) = client.get(address("/trajectory.json", **SCENE, run=runs)).get_json()["runs"]
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for number, run in enumerate((first, second), start=1):
        own = [row for row in rows if row["run"] == f"{number} {run['optimizer']}"]
        assert len(own) == 31
        for name, values in run["columns"].items():
            assert [float(row[name]) if row[name] else None for row in own] == values
        others = set(rows[0]) - {"run", *run["columns"]}
        assert not [row for row in own for name in others if row[name]]


def test_it_says_what_the_runs_belong_to(client: FlaskClient) -> None:
    path = address("/trajectory.json", **SCENE, run="rmsprop,beta:0.5")
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (200, "application/json")
    found = response.get_json()
    (run,) = found.pop("runs")
    assert found == {
        "address": path.replace("trajectory.json", ""),
        "E": "w1^2+4*w2^2",
        "start": [3, -2],
        "steps": 30,
    }
    columns = run.pop("columns")
    assert run == {
        "optimizer": "rmsprop",
        "name": "RMSProp",
        "hyperparameters": {"eta": 0.05, "beta": 0.5, "epsilon": 1e-8},
        "stopped": None,
    }
    assert list(columns) == ["t", "w1", "w2", "E", "g1", "g2", "v1", "v2", "s1", "s2"]
    assert columns["t"] == list(range(31))
    assert (columns["g1"][:2], columns["E"][0]) == ([None, 6], 25)
    assert columns["s1"][:2] == [0, 18]


def test_numbers_without_a_form_are_null_and_the_reason_is_said(client: FlaskClient) -> None:
    path = address("/trajectory.json", E="w1^4", start="3,1", run="gradient-descent,eta:1")
    (run,) = client.get(path).get_json()["runs"]
    assert run["stopped"].startswith("diverged")
    assert len(run["columns"]["E"]) == len(run["columns"]["t"]) < 501


def test_a_mistake_is_a_sentence(client: FlaskClient) -> None:
    refusal(client.get("/trajectory.json?steps=0"), "steps")
