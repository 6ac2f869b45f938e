"""Controls: from the specifications of hyperparameters, one group for each rule."""

import json
from typing import Any

import pytest
from dash import html

from components import ids
from components.playground import editor, time_section
from components.state.state import Run, run_of
from components.ui import error_function_input, optimizer_controls, start_input
from components.ui.control import control
from optimizers import OPTIMIZERS, Hyperparameter
from optimizers.formulas.symbols import plain
from optimizers.hyperparameter import BETA
from optimizers.presets import PRESETS
from optimizers.track import track
from tests.support.layout_tree import Node, find, kind, only, props, walk
from tests.support.queries import DEFAULT, state_with

RMSPROP = run_of("rmsprop")

SPECS = [
    pytest.param(key, spec, id=f"{key}-{spec.name}")
    for key, rule in OPTIMIZERS.items()
    for spec in rule.hyperparameters
]


def groups(layout: Node) -> dict[str, Node]:
    """Return the group of each rule."""
    return {props(found)["data-optimizer"]: found for found in find(layout, role="group")}


def shown(layout: Node) -> list[str]:
    return [key for key, group in groups(layout).items() if not props(group)["hidden"]]


def slider(layout: Node, name: str) -> dict[str, Any]:
    return only(layout, id=ids.control_slider(name))


def chosen(run: Run) -> html.Div:
    """Return all controls of a run."""
    return html.Div(optimizer_controls.choice(run, "Optimizer"))


def number(layout: Node, name: str) -> dict[str, Any]:
    return only(layout, id=ids.control_number(name))


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_rule_has_a_group_and_only_the_chosen_is_shown(key: str) -> None:
    layout = chosen(run_of(key))
    assert list(groups(layout)) == list(OPTIMIZERS)
    assert shown(layout) == [key]
    formulas = optimizer_controls.rules(run_of(key))
    seen = {
        props(found)["data-optimizer"]: props(found)["hidden"]
        for found in props(formulas)["children"]
    }
    assert seen == {other: other != key for other in OPTIMIZERS}


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_group_has_the_hyperparameters_of_its_rule_and_no_others(key: str) -> None:
    layout = chosen(RMSPROP)
    waiting = only(layout, id=ids.OPTIMIZERS_WAITING)["data"]
    is_chosen = key == RMSPROP.optimizer
    # The controls of other rules are deferred.
    assert (waiting[key] is None) == is_chosen
    here = props(groups(layout)[key])["children"]
    names = [props(found)["data-control"] for found in (here if is_chosen else waiting[key])]
    assert is_chosen or here == []
    assert names == [spec.name for spec in OPTIMIZERS[key].hyperparameters]


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_slider_and_box_have_the_bounds_and_the_default_of_the_specification(
    key: str, spec: Hyperparameter
) -> None:
    layout = chosen(RMSPROP)
    name = ids.hyperparameter(key, spec.name)
    box, place = number(layout, name), slider(layout, name)
    assert (box["type"], box["value"]) == ("text", spec.default)
    own = track(spec)
    assert (place["type"], place["value"]) == ("range", own.position(spec.default))
    assert (place["min"], place["max"], place["step"]) == (own.start, own.end, own.step)
    found = props(control(name, spec, spec.default))
    assert (found["data-control"], found["data-symbol"]) == (spec.name, plain(spec.symbol))
    assert json.loads(found["data-track"]) == own.to_json()


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_slider_and_box_each_have_a_label(key: str, spec: Hyperparameter) -> None:
    layout = chosen(RMSPROP)
    name = ids.hyperparameter(key, spec.name)
    for identity in (ids.control_slider(name), ids.control_number(name)):
        assert [kind(c) for c in find(layout, htmlFor=identity)] == ["Label"]


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_a_mark_on_the_track_shows_the_default(key: str, spec: Hyperparameter) -> None:
    found = control("name", spec, spec.low)
    own = track(spec)
    share = (own.position(spec.default) - own.start) / (own.end - own.start)
    style = only(found, className="default-mark")["style"]
    assert float(style["--share"]) == pytest.approx(share, abs=1e-4)
    assert 0 <= share <= 1


@pytest.mark.parametrize("has_one", [True, False])
def test_a_control_has_a_sweep_only_if_wanted(has_one: bool) -> None:
    assert len(find(control("name", BETA, 0.5, sweep=has_one), className="sweep")) == has_one


@pytest.mark.parametrize(("prefix", "sweeps"), [("", 3), ("two-steps-1-", 0)])
def test_only_the_playground_has_sweeps(prefix: str, sweeps: int) -> None:
    parts = optimizer_controls.choice(RMSPROP, "Optimizer", prefix)
    group = next(one for one in parts if props(one).get("data-optimizer") == "rmsprop")
    assert len(find(group, className="sweep")) == sweeps


def test_every_id_is_there_once() -> None:
    parts = [
        editor.layout(DEFAULT),
        time_section.layout(DEFAULT),
        start_input.layout(DEFAULT),
        error_function_input.layout(DEFAULT),
    ]
    found = [props(c)["id"] for part in parts for c in walk(part) if "id" in props(c)]
    assert len(found) == len(set(found))
    assert all("_" not in identity and "." not in identity for identity in found)


def test_the_settings_of_the_run_are_shown_and_those_of_other_rules_stay_defaults() -> None:
    run = run_of("adam", {"eta": 0.25})
    layout = chosen(run)
    assert number(layout, ids.hyperparameter("adam", "eta"))["value"] == 0.25
    assert number(layout, ids.hyperparameter("adam", "beta1"))["value"] == 0.9
    assert number(layout, ids.hyperparameter("rmsprop", "eta"))["value"] == 0.05


def test_a_menu_of_optimizers_has_its_label_and_shows_the_run() -> None:
    for prefix in ("", "two-steps-1-"):
        layout = html.Div(optimizer_controls.choice(run_of("adam"), "Optimizer", prefix))
        picker = prefix + ids.OPTIMIZER_PICKER
        options = [props(option) for option in only(layout, id=picker)["children"]]
        assert [(option["value"], option["children"]) for option in options] == [
            (key, rule.name) for key, rule in OPTIMIZERS.items()
        ]
        assert [option["value"] for option in options if option["selected"]] == ["adam"]
        assert only(layout, htmlFor=picker)["children"] == "Optimizer"


def test_a_control_of_whole_numbers_says_so_on_its_track() -> None:
    spec = Hyperparameter("steps", "n", "number of steps", 2, 1, 10)
    layout = control("steps", spec, 7, whole=True)
    box, place = number(layout, "steps"), slider(layout, "steps")
    assert (box["value"], box["type"]) == (7, "text")
    assert (place["value"], place["min"], place["max"], place["step"]) == (7, 1, 10, 1)
    own = json.loads(only(layout, data_control="steps")["data-track"])
    assert (own["low"], own["high"], own["whole"]) == (1, 10, True)


def test_the_start_has_two_boxes_with_labels() -> None:
    layout = start_input.layout(state_with(start=(-1.25, 3e5)))
    for identity, value in ((ids.START_W1, -1.25), (ids.START_W2, 3e5)):
        box = only(layout, id=identity)
        assert (box["value"], box["type"]) == (value, "text")
        assert [kind(c) for c in find(layout, htmlFor=identity)] == ["Label"]


def test_preset_menu_has_all_presets_and_an_entry_for_another_function() -> None:
    menu = only(error_function_input.layout(DEFAULT), id=ids.ERROR_FUNCTION_PRESET)
    options = [(props(o)["value"], props(o)["children"]) for o in menu["children"]]
    assert options[1:] == [(preset.key, preset.name) for preset in PRESETS]
    assert options[0][0] == ""


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        (DEFAULT.typed, "bowl"),
        ("3w1²+10y²", "bowl"),
        ("w1^2", ""),
        *((preset.text, preset.key) for preset in PRESETS),
    ],
)
def test_the_menu_shows_the_preset_that_the_function_is(text: str, chosen: str) -> None:
    layout = error_function_input.layout(state_with(E=text))
    menu = only(layout, id=ids.ERROR_FUNCTION_PRESET)
    assert [props(o)["value"] for o in menu["children"] if props(o)["selected"]] == [chosen]


def test_the_box_shows_the_text_as_typed_and_the_formula_below_it() -> None:
    layout = error_function_input.layout(state_with(E="2sin(w1) w2"))
    box = only(layout, id=ids.ERROR_FUNCTION_TEXT)
    assert box["value"] == "2sin(w1) w2"
    formula = only(layout, id=ids.ERROR_FUNCTION_FORMULA)["data-mathml"]
    assert formula.startswith("<math")
    assert "<mi>sin</mi>" in formula
    assert [kind(c) for c in find(layout, htmlFor=ids.ERROR_FUNCTION_TEXT)] == ["Label"]
    assert only(layout, id=ids.ERROR_FUNCTION_MESSAGE)["data-mistake"] == "null"
