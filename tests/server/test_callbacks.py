"""What the callbacks answer to questions as the page puts them, whatever these hold."""

import json

import pytest
from flask.testing import FlaskClient

from components import ids
from components.state.state import MOST_RUNS
from optimizers.language.tokens import MOST_CHARACTERS
from tests.support.callback_bodies import asking
from tests.support.responses import CALLBACKS, address, answer, send


def test_a_function_is_answered_with_its_figures(client: FlaskClient) -> None:
    said = answer(client, "?E=w1^2&view=-1,1,-2,2")
    assert said[ids.ERROR_FUNCTION_MESSAGE]["children"] == ""
    surface = said[ids.SURFACE_GRAPH]["figure"]
    assert surface["layout"]["meta"]["E"] == "w1^2"
    assert surface["layout"]["yaxis"]["range"] == [-2, 2]


def test_a_view_is_answered_with_its_contours(client: FlaskClient) -> None:
    body = asking("?E=w1^2&view=-1,1,-2,2", ids.SURFACE_VIEW_ASKED)
    response = client.post(CALLBACKS, json=body)
    surface = response.get_json()["response"][ids.SURFACE_GRAPH]["figure"]
    assert surface["layout"]["yaxis"]["range"] == [-2, 2]
    nothing = client.post(CALLBACKS, json=asking(None, ids.SURFACE_VIEW_ASKED))
    assert nothing.status_code in (200, 204)
    assert ids.SURFACE_GRAPH not in nothing.get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        None,
        5,
        -1.5,
        True,
        [],
        ["?E=w1"],
        {},
        {"E": "w1"},
        [[[]]],
        "x" * 9000,
        "\ud800",
        "?E=\ud800",
    ],
    ids=lambda query: repr(query)[:20],
)
def test_whatever_the_store_holds_is_answered(client: FlaskClient, query: object) -> None:
    said = answer(client, query)
    assert said[ids.ERROR_FUNCTION_MESSAGE]["children"] or said[ids.SURFACE_GRAPH]


def test_the_longest_question_fits(client: FlaskClient) -> None:
    longest = "+".join(["w1"] * (MOST_CHARACTERS // 3))
    body = json.dumps(asking(address("", E=longest, run=["adam,eta:0.123456789"] * MOST_RUNS)))
    assert send(client, body) == 200
