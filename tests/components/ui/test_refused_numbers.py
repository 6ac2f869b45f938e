"""Refused numbers of an address: the texts that stand in number boxes to be mended."""

import pytest

from components import ids
from components.playground import figure as playground
from components.state.address import read_address
from components.two_steps import figure as two_steps
from components.ui.refused_numbers import LONGEST, refused_numbers
from tests.support.layout_tree import only

ETA = ids.control_number(ids.hyperparameter("rmsprop", "eta"))
BETA = ids.control_number(ids.hyperparameter("rmsprop", "beta"))


@pytest.mark.parametrize(
    ("query", "boxes"),
    [
        ({"start": ["abc,5"]}, {ids.START_W1: "abc", ids.START_W2: "5"}),
        ({"start": ["5"]}, {ids.START_W1: "5"}),
        ({"start": ["1,2,3"]}, {ids.START_W1: "1", ids.START_W2: "2"}),
        ({"start": ["1e9, 2"]}, {ids.START_W1: "1e9", ids.START_W2: "2"}),
        ({"steps": ["many"], "step": ["0"]}, {ids.STEPS: "many", ids.TIME_STEP: "0"}),
        ({"steps": ["x" * 1000]}, {ids.STEPS: "x" * LONGEST}),
        ({"run": ["rmsprop,eta:99,beta:nought"]}, {ETA: "99", BETA: "nought"}),
        ({"run": ["rmsprop,eta"]}, {ETA: ""}),
        ({"run": ["rmsprop,eta:0.1,eta:0.2"]}, {ETA: "0.1 or 0.2"}),
        ({"run": ["rmsprop,eta:99", "adam"]}, {ETA: "99"}),
        ({"run": ["adam", "rmsprop,gamma:1"]}, {}),
        ({"run": ["sgd"]}, {}),
        (
            {"E": ["k w1^2 + a w2^2"], "p": ["k:many,min:0,max:1e9,step:-1", "a:2,min:low"]},
            {
                "parameters-k-value": "many",
                "parameters-k-max": "1e9",
                "parameters-k-step": "-1",
                "parameters-a-min": "low",
            },
        ),
        ({"E": ["k w1^2"], "p": ["k:25,min:30,max:40", "sin:x"]}, {}),
        ({"E": ["sim(w1)"], "view": ["1"], "axis": ["up"]}, {}),
        ({"start": ["1,2"], "steps": ["10"], "run": ["rmsprop,eta:1"]}, {}),
    ],
)
def test_what_was_refused_stands_in_the_boxes_that_take_it(
    query: dict[str, list[str]], boxes: dict[str, str]
) -> None:
    state, errors = read_address(query)
    assert refused_numbers(query, errors, {state.selected: state.selected_run}) == boxes
    data = only(playground.layout(query), id=ids.STATE)["data"]
    assert data["refused"] == boxes


def test_figure_1_has_boxes_of_its_own_for_both_runs() -> None:
    query = {
        "E": ["k w1^2"],
        "p": ["k:"],
        "start": ["here"],
        "steps": ["99"],
        "run": ["gradient-descent,eta:-1", "rmsprop,beta:2"],
    }
    data = only(two_steps.layout(query), id=ids.TWO_STEPS_STATE)["data"]
    assert data["refused"] == {
        "two-steps-parameters-k-value": "",
        "two-steps-start-w1": "here",
        "two-steps-steps-number": "99",
        "two-steps-1-hyperparameter-gradient-descent-eta-number": "-1",
        "two-steps-2-hyperparameter-rmsprop-beta-number": "2",
    }
