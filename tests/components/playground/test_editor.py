"""Editor: optimizer, rule and hyperparameters of the selected run."""

import pytest

from components import ids
from components.playground import editor
from components.state.state import State, run_of
from optimizers import OPTIMIZERS
from optimizers.formulas.typeset import rule_formula
from tests.support.layout_tree import find, only, props
from tests.support.queries import state_with

RUNS = (run_of("adam", {"eta": 0.25}), run_of("rprop"), run_of("adam", {"eta": 0.5}))


def with_selected(place: int) -> State:
    return state_with(runs=RUNS, selected=place)


@pytest.mark.parametrize("place", range(len(RUNS)))
def test_the_rule_and_the_menu_are_those_of_the_selected_run(place: int) -> None:
    found = editor.layout(with_selected(place))
    key = RUNS[place].optimizer
    options = [props(option) for option in only(found, id=ids.OPTIMIZER_PICKER)["children"]]
    assert [option["value"] for option in options if option["selected"]] == [key]
    rules = [props(rule) for rule in only(found, id=ids.OPTIMIZER_FORMULAS)["children"]]
    assert [rule["data-optimizer"] for rule in rules if not rule["hidden"]] == [key]
    formula = only(found, id=ids.rule_formula(key))
    assert formula["data-mathml"] == rule_formula(OPTIMIZERS[key])
    assert formula["aria-label"] == f"The rule of {OPTIMIZERS[key].name}"


@pytest.mark.parametrize(("place", "eta"), [(0, 0.25), (2, 0.5)])
def test_the_hyperparameters_are_those_of_the_selected_run(place: int, eta: float) -> None:
    found = editor.layout(with_selected(place))
    (group,) = (
        props(one) for one in find(found, className="hyperparameters") if not props(one)["hidden"]
    )
    assert group["aria-label"] == "Hyperparameters of Adam"
    names = [props(one)["data-control"] for one in group["children"]]
    assert names == [spec.name for spec in OPTIMIZERS["adam"].hyperparameters]
    box = only(found, id=ids.control_number(ids.hyperparameter("adam", "eta")))
    assert box["value"] == eta


def test_the_editor_has_a_name_and_its_menu_a_label() -> None:
    found = editor.layout(with_selected(0))
    assert only(found, id=ids.EDITOR)["aria-label"] == "The selected run"
    label = only(found, htmlFor=ids.OPTIMIZER_PICKER)
    assert label["children"] == "Optimizer of the selected run"
