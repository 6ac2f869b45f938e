"""The address of the table: CSV, or a sentence."""

import pytest
from flask.testing import FlaskClient

from components.state.limits import MOST_RUNS
from tests.support.responses import address, said_of_a_mistake


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
    assert lines[1] == "1 rmsprop,0,-15.0,20.0,4675.0,,,,,0.0,0.0"
    assert len(lines) == 102


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
    ],
)
def test_the_table_of_a_mistake_is_a_sentence(
    client: FlaskClient, part: str, value: object
) -> None:
    said_of_a_mistake(client.get(address("/trajectory.csv", **{part: value})), part)
