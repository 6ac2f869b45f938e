"""Playground: the layout of an address, and the answer to a typed function or a settled zoom."""

import json
from functools import partial

import pytest

from components import ids
from components.playground.figure import layout, surface_answer
from components.state.address_error import AddressError
from components.surface.surface import surface_of
from optimizers import OPTIMIZERS, ErrorFunction, descend
from tests.support.layout_tree import only, props
from tests.support.queries import DEFAULT, state_with

approx = partial(pytest.approx, rel=5e-6)
"""The first picture has six digits."""


def test_layout_holds_the_state_of_its_address_and_says_what_is_mistaken() -> None:
    found = layout({"start": ["1,2"], "steps": ["5"], "view": ["1"]})
    data = only(found, id=ids.STATE)["data"]
    assert data["state"] == state_with(start=(1, 2), steps=5).to_json()
    said = only(found, className="notice")
    assert not said["hidden"]
    assert "view: Give 4 numbers" in str(said["children"])
    assert "view" not in str(said["children"]).replace("view: Give", "")
    assert only(layout({}), className="notice")["hidden"]


def test_layout_holds_the_surface_and_numpys_trajectory_of_every_run() -> None:
    found = layout({"E": ["w1^2+w2^4"], "start": ["1,2"], "steps": ["9"], "run": ["adam", "rprop"]})
    data = only(found, id=ids.STATE)["data"]
    assert list(data) == ["state", "surface", "trajectories", "refused"]
    assert data["refused"] == {}
    assert data["surface"] == surface_of(state_with(E="w1^2+w2^4"))
    for key, trajectory in zip(("adam", "rprop"), data["trajectories"], strict=True):
        expected = descend(ErrorFunction.parse("w1^2+w2^4"), OPTIMIZERS[key], (1, 2), 9)
        columns = trajectory["columns"]
        assert sorted(columns) == ["E", "w1", "w2"]
        assert [columns["w1"], columns["w2"]] == [approx(values) for values in expected.w.T]
        assert columns["E"] == approx(expected.error)
        assert (trajectory["rows"], trajectory["stopped"]) == (10, None)


def test_a_hidden_run_has_its_trajectory_too() -> None:
    data = only(layout({"hidden": ["1"], "steps": ["9"]}), id=ids.STATE)["data"]
    assert [run["hidden"] for run in data["state"]["runs"]] == [True, False]
    shown = only(layout({"steps": ["9"]}), id=ids.STATE)["data"]
    assert data["trajectories"] == shown["trajectories"]
    assert len(data["trajectories"]) == 2


def test_every_part_shows_the_selected_run_and_the_step_of_the_address() -> None:
    found = layout({"run": ["adam", "rprop"], "selected": ["1"], "steps": ["30"], "step": ["7"]})
    picker = only(found, id=ids.OPTIMIZER_PICKER)["children"]
    assert [props(option)["value"] for option in picker if props(option)["selected"]] == ["adam"]
    assert only(found, id=ids.STEP_TITLE)["children"] == "Step 7"
    assert only(found, id=ids.STEP_OPTIMIZER)["children"] == "Adam"
    assert only(found, id=ids.TIME_STEP)["value"] == "7"
    assert only(found, id=ids.STEPS)["value"] == "30"
    assert only(found, id=ids.SCRUBBER)["value"] == 7


def test_a_start_without_a_value_and_an_overflowing_run_are_json() -> None:
    for query in (
        {"E": ["sqrt(w1)"], "start": ["-1,2"], "run": ["adam"]},
        {"run": ["gradient-descent,eta:10"], "steps": ["2000"]},
    ):
        data = only(layout(query), id=ids.STATE)["data"]
        (trajectory,) = json.loads(json.dumps(data, allow_nan=False))["trajectories"]
        assert trajectory["stopped"]
        assert {len(column) for column in trajectory["columns"].values()} == {trajectory["rows"]}
        assert trajectory["columns"]["E"][-1] is None or trajectory["rows"] > 1


def test_a_surface_is_that_of_function_and_view() -> None:
    found = surface_answer({"E": ["w1^2"], "start": ["1,2"], "view": ["-3,3,-4,4"]})
    assert found == surface_of(state_with(E="w1^2", view=(-3, 3, -4, 4)))
    assert surface_answer({}) == surface_of(DEFAULT)


@pytest.mark.parametrize(
    ("parts", "part", "mistake"),
    [
        ({"E": ["sim(w1)"]}, "E", "'sim' at position 1 is not known: did you mean sin?"),
        ({"E": [""]}, "E", "Type an error function"),
        ({"E": ["w1^2"], "start": ["here"]}, "start", "Give 2 numbers"),
        ({"view": ["2,1,3,4"]}, "view", "Give the lowest and highest w1"),
        ({"hidden": ["3"]}, "hidden", "Give a whole number from 1 to 2."),
        ({"selected": ["0"]}, "selected", "Give a whole number from 1 to 2."),
        ({"step": ["501"]}, "step", "Give a whole number from 1 to 500."),
        ({"axis": ["lin"]}, "axis", "Give log or linear."),
        ({"traces": ["s"]}, "traces", "Give rate or state."),
    ],
)
def test_a_mistake_names_its_part(parts: dict[str, list[str]], part: str, mistake: str) -> None:
    with pytest.raises(AddressError) as error:
        surface_answer(parts)
    assert error.value.part == part
    assert error.value.mistake.startswith(mistake)
