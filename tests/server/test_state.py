"""Route of states: an address read for a page that embeds a figure and sets its state."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from components.figures import FIGURES
from tests.support.responses import json_of, refusal


def state(client: FlaskClient, figure: str, query: str) -> dict[str, Any]:
    answer = client.get(f"/figures/{figure}/state.json?m=1&embed={figure}&{query}")
    return dict(json_of(answer))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_without_parts_it_is_the_default_and_nothing_is_said(
    client: FlaskClient, figure: Any
) -> None:
    found = state(client, figure.key, "")
    assert found["said"] == []
    assert found["state"]["run" if figure.key == "amplification" else "runs"]


def test_it_is_read_as_an_address_is(client: FlaskClient) -> None:
    query = "E=x^2%2By^2&amp;Start=1,-2&steps=30.&run=adam,eta:0.1&hidden=1&step=7&axis=linear"
    found = state(client, "playground", query)
    assert found["said"] == []
    shown = found["state"]
    assert shown["E"] == "x^2+y^2"
    assert (shown["start"], shown["steps"], shown["step"]) == ([1, -2], 30, 7)
    (run,) = shown["runs"]
    assert (run["optimizer"], run["settings"]["eta"], run["hidden"]) == ("adam", 0.1, True)
    assert shown["axis"] == "linear"


def test_mistakes_are_said_as_the_page_says_them(client: FlaskClient) -> None:
    found = state(client, "playground", "steps=0&strat=1,2&E=w1^2+w2^2")
    assert [text.split(":")[0] for text in found["said"]] == [
        "steps",
        "E",
        "The address has parts that this page does not know, and leaves out",
    ]
    assert found["said"][0] == (
        "steps: Give a whole number from 1 to 2000. The figure shows its default instead."
    )
    assert found["state"]["steps"] == 500


def test_two_steps_have_a_view_only_where_one_is_given(client: FlaskClient) -> None:
    assert state(client, "two-steps", "start=3,-4")["state"]["view"] is None
    assert state(client, "two-steps", "view=-9,9,-9,9")["state"]["view"] == [-9, 9, -9, 9]


def test_the_maps_have_their_own_parts(client: FlaskClient) -> None:
    found = state(client, "amplification", "run=adam,beta1:0.5&betas=0,0.5&range=5&g=1,-2")
    shown = found["state"]
    assert (shown["run"]["optimizer"], shown["run"]["settings"]["beta1"]) == ("adam", 0.5)
    assert (shown["decays"], shown["range"], shown["probe"]) == ([0, 0.5], 5, [1, -2])


def test_what_is_too_long_is_refused_and_no_other_figure_has_one(client: FlaskClient) -> None:
    answer = client.get(f"/figures/playground/state.json?E={'x' * 9000}")
    assert refusal(answer).startswith("The address is too long")
    assert client.get("/figures/none/state.json").status_code == 404
