"""List of runs: a row for each place, in its colours, and the menu that adds a run."""

from typing import Any

import pytest

from components import ids
from components.playground import run_list
from components.state.limits import MOST_RUNS
from components.state.state import State, run_of
from components.ui.palette import RUNS
from optimizers import OPTIMIZERS
from tests.support.layout_tree import Node, find, kind, only, props
from tests.support.queries import DEFAULT, state_with


def rows(state: State) -> list[Node]:
    return list(only(run_list.layout(state), id=ids.RUN_LIST)["children"])


def names(state: State) -> list[str]:
    """Return the names that the rows show."""
    found = []
    for row in rows(state):
        (button,) = find(row, className="name")
        (name,) = (part for part in props(button)["children"] if kind(part) == "B")
        found.append(props(name)["children"])
    return found


def with_runs(*keys: str) -> State:
    return state_with(runs=tuple(map(run_of, keys)), selected=0)


@pytest.mark.parametrize("count", range(1, MOST_RUNS + 1))
def test_there_is_a_row_for_every_place_and_those_beyond_the_runs_are_hidden(count: int) -> None:
    keys = [*OPTIMIZERS][:count]
    state = with_runs(*keys)
    found = [props(row) for row in rows(state)]
    assert [row["data-place"] for row in found] == [0, 1, 2, 3, 4, 5]
    assert [row["hidden"] for row in found] == [False] * count + [True] * (MOST_RUNS - count)
    assert names(state) == [OPTIMIZERS[key].name for key in keys] + [""] * (MOST_RUNS - count)


def test_the_default_scene_has_gradient_descent_first() -> None:
    assert names(DEFAULT)[:2] == ["Gradient descent", "RMSProp"]


def test_a_row_has_the_colours_of_its_place_whatever_runs_there() -> None:
    for state in (DEFAULT, with_runs("rprop", "adam", "adagrad")):
        assert [props(row)["style"] for row in rows(state)] == [
            {"--light": light, "--dark": dark}
            for (light, *_), (dark, *_) in zip(RUNS["light"], RUNS["dark"], strict=True)
        ]


def test_a_row_can_be_selected_hidden_and_removed() -> None:
    for row in rows(DEFAULT):
        buttons = [*find(row, className="name"), *props(find(row, className="acts")[0])["children"]]
        assert [(kind(button), props(button)["data-act"]) for button in buttons] == [
            ("Button", "select"),
            ("Button", "hide"),
            ("Button", "remove"),
        ]
        for icon in (props(button)["children"] for button in buttons[1:]):
            assert props(icon)["aria-hidden"] == "true"
        assert only(row, className="glyph")["aria-hidden"] == "true"


def options(found: Node) -> list[tuple[str, str]]:
    return [
        (props(option)["value"], props(option)["children"])
        for option in only(found, id=ids.RUN_ADD)["children"]
        if kind(option) == "Option"
    ]


def test_a_copy_and_a_run_of_every_optimizer_can_be_added_from_a_menu_with_a_label() -> None:
    found = run_list.layout(DEFAULT)
    assert options(found) == [
        ("", "Compare with another"),
        ("copy", "A copy of the selected run"),
        *((key, rule.name) for key, rule in OPTIMIZERS.items()),
    ]
    assert run_list.COPY not in OPTIMIZERS
    (label,) = find(found, htmlFor=ids.RUN_ADD)
    assert (kind(label), props(label)["children"]) == ("Label", "Compare with another")


@pytest.mark.parametrize("count", range(1, MOST_RUNS + 1))
def test_the_menu_is_hidden_when_no_run_can_be_added(count: int) -> None:
    added: dict[str, Any] = only(run_list.layout(with_runs(*["adam"] * count)), className="run-add")
    assert added["hidden"] == (count == MOST_RUNS)


def test_the_list_and_its_button_have_names() -> None:
    found = run_list.layout(DEFAULT)
    assert only(found, className="run-list")["aria-label"] == "Runs"
    button = only(found, id=ids.FAIR_START)
    assert button["children"] == "Fair start"
    assert button["title"] == "Give every run the η with the lowest final E"
    assert {props(column)["aria-hidden"] for column in find(found, className="column")} == {"true"}
