"""Catalogue: what the browser knows of optimizers, presets, limits and colours."""

import json

import pytest

from components.catalogue import catalogue
from components.state.limits import MOST_RUNS
from components.ui.palette import BINS
from optimizers import OPTIMIZERS
from optimizers.codegen.descent_loop import column_names
from optimizers.formulas.symbols import plain
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.queries import DEFAULT, mistake_in, state_of


def test_the_catalogue_is_json_and_has_every_optimizer_and_preset() -> None:
    found = json.loads(json.dumps(catalogue()))
    assert list(found) == [
        *("defaults", "limits", "kernels", "presets"),
        *("hyperparameters", "palette", "optimizers"),
    ]
    assert list(found["optimizers"]) == list(OPTIMIZERS)
    assert list(found["presets"]) == [preset.key for preset in PRESETS]


def test_a_hyperparameter_has_one_symbol_in_all_rules() -> None:
    said = catalogue()["hyperparameters"]
    assert (said["eta"], said["beta2"], said["increase"]) == ("η", "β₂", "η⁺")
    for rule in OPTIMIZERS.values():
        own = {spec.name: plain(spec.symbol) for spec in rule.hyperparameters}
        assert own.items() <= said.items()


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_catalogue_knows_what_a_rule_has(key: str) -> None:
    rule, said = OPTIMIZERS[key], catalogue()["optimizers"][key]
    assert said["name"] == rule.name
    assert said["defaults"] == {spec.name: spec.default for spec in rule.hyperparameters}
    rate, states = said["traces"]["rate"], said["traces"]["states"]
    curves = [curve for one in [*states, *([rate] if rate else [])] for curve in one["curves"]]
    columns = [curve["column"] for curve in curves]
    assert set(columns) <= set(column_names(rule))
    assert len({curve["name"] for curve in curves}) == len(curves)
    assert [f"{name}{i}" for name in said["symbols"] for i in (1, 2)] == columns


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_the_catalogue_has_a_presets_scene_as_its_address_would(preset: Preset) -> None:
    said = catalogue()["presets"][preset.key]
    state = state_of(
        {
            "E": [preset.text],
            "start": ["{},{}".format(*preset.start)],
            "view": ["{},{},{},{}".format(*preset.view)],
            "steps": [str(preset.steps)],
            "run": list(preset.runs),
        }
    )
    parts = ("E", "view", "start", "steps", "runs", "selected")
    assert said == {
        "name": preset.name,
        "look": preset.look,
        **{name: state.to_json()[name] for name in parts},
    }
    left, right, bottom, top = said["view"]
    assert left <= said["start"][0] <= right
    assert bottom <= said["start"][1] <= top


def test_the_first_preset_is_the_default_scene() -> None:
    bowl = next(iter(catalogue()["presets"].values()))
    defaults = catalogue()["defaults"]
    for name in ("view", "start", "steps", "runs", "selected"):
        assert bowl[name] == defaults[name]
    assert [(run["optimizer"], run["settings"]["eta"]) for run in bowl["runs"]] == [
        ("gradient-descent", 0.001),
        ("rmsprop", 0.05),
    ]
    assert (bowl["steps"], bowl["selected"]) == (500, 1)


def test_the_defaults_are_canonical_so_that_an_address_can_leave_them_out() -> None:
    defaults = catalogue()["defaults"]
    assert defaults["E"] == DEFAULT.E.text == "3*w1^2+10*w2^2"
    assert defaults == DEFAULT.to_json() | {"E": defaults["E"]}


def test_catalogue_has_the_limits_of_a_state() -> None:
    limits = catalogue()["limits"]
    assert limits == {"largest": 1e6, "smallest": 1e-9, "characters": 1000, "steps": 2000}
    for low, high in ((-1e6, 1e6), (0, 1e-9)):
        view = (low, high, low, high)
        assert state_of({"view": [",".join(map(repr, view))]}).view == view
    for low, high in ((-1e6, 1.0001e6), (0, 0.9999e-9)):
        assert mistake_in({"view": [f"{low!r},{high!r},{low!r},{high!r}"]}).startswith("view: ")


def test_catalogue_has_colours_for_both_themes() -> None:
    light, dark = (catalogue()["palette"][theme] for theme in ("light", "dark"))
    assert light.keys() == dark.keys()
    for palette in (light, dark):
        assert [len(run["bins"]) for run in palette["runs"]] == [BINS] * MOST_RUNS
    assert not {run["colour"] for run in light["runs"]} & {run["colour"] for run in dark["runs"]}
