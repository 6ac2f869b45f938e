"""Figure 1: its address, its layout, and the surfaces it answers with."""

import json
import re
from dataclasses import replace

import pytest
from dash import html

from components import ids
from components.playground import figure as playground
from components.state.state import run_of
from components.surface.region import region
from components.surface.surface import surface_answer
from components.two_steps import figure as two_steps
from components.two_steps.figure import data, default, defaults, framing, layout, read, surface
from optimizers import OPTIMIZERS, ErrorFunction, LockstepError
from tests.support.framed import ARTICLE, runs
from tests.support.layout_tree import find, only, props, walk

# Addresses


def test_it_opens_with_the_articles_example() -> None:
    state, framed, errors = read({})
    assert (state.E.text, state.typed) == ("3*w1^2+10*w2^2", "3 w1^2 + 10 w2^2")
    assert (state.start, state.steps) == ((-15, 20), 2)
    assert state.runs == (
        run_of("gradient-descent", {"eta": 0.001}),
        run_of("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
    )
    assert (framed, errors) == (True, [])


def test_an_address_with_a_view_keeps_it() -> None:
    state, framed, errors = read({"view": ["-20,20,-25,25"], "steps": ["10"]})
    assert (state.view, state.steps, framed, errors) == ((-20, 20, -25, 25), 10, False, [])


@pytest.mark.parametrize(
    ("part", "texts", "sentence"),
    [
        ("steps", ["11"], "steps: Give a whole number from 1 to 10."),
        ("run", ["adam"], "run: Give 2 runs."),
        ("run", ["adam"] * 3, "run: Give at most 2 runs."),
        ("view", ["0,0,0,0"], "view: Give the lowest and highest w1, then the lowest and high"),
        ("E", ["w3"], "E: 'w3' at position 1 is not known"),
    ],
)
def test_a_mistake_is_said_in_the_figure_and_the_default_shown(
    part: str, texts: list[str], sentence: str
) -> None:
    state, framed, errors = read({part: texts})
    assert (state, framed) == (ARTICLE, True)
    assert [str(error)[: len(sentence)] for error in errors] == [sentence]
    notice = only(layout({part: texts}), id=ids.notice("two-steps"))
    assert notice["hidden"] is False
    assert props(notice["children"][0])["children"].startswith(sentence)


# The layout


def test_the_layout_holds_the_first_picture() -> None:
    found = layout({})
    only(found, id=ids.TWO_STEPS + ids.SURFACE_GRAPH)
    assert only(found, id=ids.TWO_STEPS_SCALE)["children"] is None, "the browser states it"
    store = only(found, id=ids.TWO_STEPS_STATE)["data"]
    assert store == data(ARTICLE, framed=True) | {"refused": {}}
    assert store["state"] == ARTICLE.to_json()
    assert store["defaults"] == defaults()
    assert store["surface"] == surface({})
    json.dumps(store, allow_nan=False)


def test_the_first_picture_has_the_numbers_of_numpy() -> None:
    classical, adaptive = data(ARTICLE, framed=True)["trajectories"]
    assert (classical["rows"], classical["stopped"]) == (3, None)
    assert [round(w, 2) for w in classical["columns"]["w1"]] == [-15, -14.91, -14.82]
    assert [round(w, 2) for w in classical["columns"]["w2"]] == [20, 19.6, 19.21]
    assert [round(w, 2) for w in adaptive["columns"]["w1"]] == [-15, -14.84, -14.73]
    assert [round(w, 2) for w in adaptive["columns"]["w2"]] == [20, 19.84, 19.73]
    # 6 w1 and 20 w2
    assert classical["columns"]["g1"] == [None, -90, pytest.approx(-89.46)]
    assert classical["columns"]["g2"] == [None, 400, pytest.approx(392)]
    assert adaptive["columns"]["g1"][1] == -90
    assert adaptive["columns"]["v1"] == [None, *runs(ARTICLE)[1].update[:, 0].tolist()]
    assert adaptive["columns"]["s1"] == runs(ARTICLE)[1].state["s"][:, 0].tolist()


def test_a_number_without_json_is_none() -> None:
    state, _, _ = read({"E": ["log(w1)"], "start": ["1,0"], "steps": ["5"]})
    exploding, _, _ = read(
        {"run": ["gradient-descent,eta:10"] * 2, "E": ["exp(w1^2)"], "start": ["20,0"]}
    )
    for one in (state, exploding):
        found = data(one, framed=True)
        json.dumps(found, allow_nan=False)
        assert found["trajectories"][0]["rows"] == len(found["trajectories"][0]["columns"]["w1"])


def test_no_id_is_there_twice_on_the_page() -> None:
    figures = [playground.layout({}), layout({})]
    found = [props(c)["id"] for one in figures for c in walk(one) if props(c).get("id")]
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z0-9-]+", identity) for identity in found)


@pytest.mark.parametrize("k", [0, 1])
def test_each_picker_lists_every_optimizer_with_its_own_hyperparameters_only(k: int) -> None:
    found = layout({"run": ["adam,eta:0.5", "rprop"]})
    chosen = ("adam", "rprop")[k]
    prefix = ids.two_steps_run(k)
    options = only(found, id=prefix + ids.OPTIMIZER_PICKER)["children"]
    assert [props(o)["value"] for o in options] == list(OPTIMIZERS)
    assert [props(o)["value"] for o in options if props(o)["selected"]] == [chosen]
    (run,) = [c for c in walk(found) if props(c).get("className") == f"run {two_steps.COLOURS[k]}"]
    for key, rule in OPTIMIZERS.items():
        (group,) = [c for c in find(run, data_optimizer=key) if "role" in props(c)]
        assert props(group)["hidden"] == (key != chosen)
        held = (
            props(group)["children"] or only(found, id=prefix + ids.OPTIMIZERS_WAITING)["data"][key]
        )
        names = [(c["props"] if isinstance(c, dict) else props(c))["data-control"] for c in held]
        assert names == [spec.name for spec in rule.hyperparameters]
    eta = only(
        found, id=ids.control_number(ids.two_steps_run(0) + ids.hyperparameter("adam", "eta"))
    )
    assert eta["value"] == 0.5


def test_the_number_of_steps_goes_from_one_to_ten_by_one() -> None:
    found = layout({})
    slider = only(found, id=ids.control_slider(ids.TWO_STEPS + ids.STEPS))
    assert [slider[name] for name in ("min", "max", "step", "value")] == [1, 10, 1, 2]
    label = find(found, htmlFor=ids.control_slider(ids.TWO_STEPS + ids.STEPS))
    assert [type(c) for c in label] == [html.Label]


# Surfaces


def test_another_function_is_answered_in_the_view_that_frames_it() -> None:
    found = surface({"E": ["w1^2"], "start": ["1,2"]})
    function = ErrorFunction.parse("w1^2")
    state = framing(replace(default(), E=function, typed="w1^2", start=(1.0, 2.0)))
    assert found == surface_answer(function, "w1^2", state.view) | {"scale": 10, "framed": True}
    assert found["formula"].startswith("<math")


def test_a_view_is_answered_with_its_contours_and_no_view_with_the_frame() -> None:
    own, framed = surface({"view": ["-20,20,-25,25"]}), surface({})
    assert (own["framed"], framed["framed"]) == (False, True)
    assert (own["view"], framed["view"]) == ((-20, 20, -25, 25), ARTICLE.view)
    assert own["trace"]["region"] == pytest.approx(region((-20, 20, -25, 25)))
    assert framed["trace"]["region"] == pytest.approx(region(ARTICLE.view))
    assert (own["scale"], framed["scale"]) == (500, 500)


@pytest.mark.parametrize(("name", "text"), [("steps", "11"), ("E", "sim(w1)"), ("run", "adam")])
def test_a_mistake_is_one_sentence(name: str, text: str) -> None:
    with pytest.raises(LockstepError) as error:
        surface({name: [text]})
    assert re.fullmatch(r"[^\n]{10,200}[.?]", str(error.value))
