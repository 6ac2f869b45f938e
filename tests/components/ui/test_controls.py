"""Controls: from the specifications of hyperparameters, one group for each rule."""

from typing import Any

import pytest

from components import ids
from components.state.state import run_of
from components.ui import error_function_input, optimizer_controls, start_input
from components.ui.control import control, slider_position, slider_step
from components.ui.optimizer_controls import STEPS
from optimizers import OPTIMIZERS, Hyperparameter
from optimizers.presets import PRESETS
from tests.support.layout_tree import Node, find, kind, only, props, walk
from tests.support.queries import DEFAULT, state_with

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


def number(layout: Node, name: str) -> dict[str, Any]:
    return only(layout, id=ids.control_number(name))


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_rule_has_a_group_and_only_the_chosen_is_shown(key: str) -> None:
    layout = optimizer_controls.layout(state_with(runs=(run_of(key),)))
    assert list(groups(layout)) == list(OPTIMIZERS)
    assert shown(layout) == [key]
    formulas = optimizer_controls.formulas(state_with(runs=(run_of(key),)))
    seen = {
        props(found)["data-optimizer"]: props(found)["hidden"]
        for found in props(formulas)["children"]
    }
    assert seen == {other: other != key for other in OPTIMIZERS}


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_group_has_the_hyperparameters_of_its_rule_and_no_others(key: str) -> None:
    layout = optimizer_controls.layout(DEFAULT)
    waiting = only(layout, id=ids.OPTIMIZERS_WAITING)["data"]
    chosen = key == DEFAULT.runs[0].optimizer
    # The controls of other rules are deferred.
    assert (waiting[key] is None) == chosen
    here = props(groups(layout)[key])["children"]
    names = [props(found)["data-control"] for found in (here if chosen else waiting[key])]
    assert chosen or here == []
    assert names == [spec.name for spec in OPTIMIZERS[key].hyperparameters]


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_slider_and_box_have_the_bounds_and_the_default_of_the_specification(
    key: str, spec: Hyperparameter
) -> None:
    layout = optimizer_controls.layout(DEFAULT)
    name = ids.hyperparameter(key, spec.name)
    box, track = number(layout, name), slider(layout, name)
    assert (box["min"], box["max"], box["value"]) == (spec.low, spec.high, spec.default)
    assert (box["type"], box["step"]) == ("number", "any")
    ends = [10 ** track[end] if spec.scale == "log" else track[end] for end in ("min", "max")]
    assert ends == pytest.approx([spec.low, spec.high], rel=1e-12)
    assert track["type"] == "range"
    assert track["value"] == slider_position(spec, spec.default)
    assert track["step"] == slider_step(spec)
    assert 50 <= (track["max"] - track["min"]) / track["step"] <= 1000


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_a_slider_has_a_place_for_every_default_or_power_of_ten(
    key: str, spec: Hyperparameter
) -> None:
    first, step = slider_position(spec, spec.low), slider_step(spec)
    round_values = (
        [10.0**k for k in range(-12, 4) if spec.low <= 10.0**k <= spec.high]
        if spec.scale == "log"
        else [spec.default]
    )
    assert round_values
    for value in round_values:
        places = (slider_position(spec, value) - first) / step
        assert places == pytest.approx(round(places), abs=1e-6), value


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_slider_and_box_each_have_a_label(key: str, spec: Hyperparameter) -> None:
    layout = optimizer_controls.layout(DEFAULT)
    name = ids.hyperparameter(key, spec.name)
    for identity in (ids.control_slider(name), ids.control_number(name)):
        assert [kind(c) for c in find(layout, htmlFor=identity)] == ["Label"]


@pytest.mark.parametrize(("key", "spec"), SPECS)
def test_scale_and_bounds_are_attributes_for_the_browser(key: str, spec: Hyperparameter) -> None:
    found = props(control(ids.hyperparameter(key, spec.name), spec, spec.default))
    assert found["data-control"] == spec.name
    assert (found["data-scale"], found["data-low"], found["data-high"]) == (
        spec.scale,
        spec.low,
        spec.high,
    )
    assert found["data-whole"] == "false"


def test_every_id_is_there_once() -> None:
    parts = [
        optimizer_controls.layout(DEFAULT),
        optimizer_controls.formulas(DEFAULT),
        start_input.layout(DEFAULT),
        error_function_input.layout(DEFAULT),
    ]
    found = [props(c)["id"] for part in parts for c in walk(part) if "id" in props(c)]
    assert len(found) == len(set(found))
    assert all("_" not in identity and "." not in identity for identity in found)


def test_the_settings_of_the_run_are_shown_and_those_of_other_rules_stay_defaults() -> None:
    run = run_of("adam", {"eta": 0.25})
    layout = optimizer_controls.layout(state_with(runs=(run,)))
    assert number(layout, ids.hyperparameter("adam", "eta"))["value"] == 0.25
    assert number(layout, ids.hyperparameter("adam", "beta1"))["value"] == 0.9
    assert number(layout, ids.hyperparameter("rmsprop", "eta"))["value"] == 0.05


def test_a_linear_slider_shows_the_value_and_a_logarithmic_one_its_exponent() -> None:
    linear = Hyperparameter("beta", "β", "decay", 0.9, 0.0, 1.0)
    log = Hyperparameter("eta", "η", "rate", 0.01, 1e-6, 10.0, "log")
    assert slider_position(linear, 0.9) == 0.9
    assert slider_position(log, 0.01) == -2


def test_the_number_of_steps_is_whole_and_counts_decades() -> None:
    layout = optimizer_controls.layout(state_with(steps=250))
    box = number(layout, ids.STEPS)
    assert (box["value"], box["min"], box["max"], box["step"]) == (250, 1, 2000, 1)
    assert slider(layout, ids.STEPS)["value"] == pytest.approx(2.39794, abs=1e-5)
    assert only(layout, data_control="steps")["data-whole"] == "true"
    assert STEPS.default == DEFAULT.steps


def test_the_start_has_two_boxes_with_labels() -> None:
    layout = start_input.layout(state_with(start=(-1.25, 3e5)))
    for identity, value in ((ids.START_W1, -1.25), (ids.START_W2, 3e5)):
        box = only(layout, id=identity)
        assert (box["value"], box["min"], box["max"], box["step"]) == (value, -1e6, 1e6, "any")
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
