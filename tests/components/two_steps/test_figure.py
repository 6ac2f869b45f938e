"""Figure 1: its address, its layout and what is answered."""

import re
from dataclasses import replace

import pytest
from dash import html, no_update

from components import ids
from components.playground import figure as playground
from components.two_steps import figure as two_steps
from components.two_steps.arrows import two_steps_figure
from components.two_steps.figure import (
    answer_function,
    answer_view,
    default,
    defaults,
    framing,
    layout,
    read,
)
from optimizers import OPTIMIZERS, ErrorFunction, descend
from tests.support.framed import ARTICLE, traces
from tests.support.layout_tree import find, only, props, walk

# Addresses


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


def test_the_layout_states_the_scale_and_holds_the_figure() -> None:
    found = layout({})
    assert only(found, id=ids.TWO_STEPS_SCALE)["children"] == "1 : 500"
    graph = only(found, id=ids.TWO_STEPS + ids.SURFACE_GRAPH)
    assert graph["figure"] == two_steps_figure(ARTICLE, framed=True)
    store = only(found, id=ids.TWO_STEPS_STATE)["data"]
    assert store == {"state": ARTICLE.to_json(), "defaults": defaults()}


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
        names = [props(c)["data-control"] for c in held]
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


# What is answered


def test_another_function_is_answered_in_the_view_that_frames_it() -> None:
    figure, formula, message = answer_function("?E=w1^2&start=1,2")
    state = replace(default(), E="w1^2", start=(1.0, 2.0))
    assert (*figure.layout.xaxis.range, *figure.layout.yaxis.range) == framing(state).view
    assert figure.layout.meta["framed"] is True
    assert formula.startswith("<math")
    assert message == ""
    adaptive = descend(ErrorFunction.parse("w1^2"), OPTIMIZERS["rmsprop"], (1, 2), 2)
    assert traces(figure)["RMSProp: w(t)"].tolist() == adaptive.w.tolist()


def test_a_view_is_answered_with_its_contours_and_no_view_with_the_frame() -> None:
    own, framed = answer_view("?view=-20,20,-25,25"), answer_view("")
    assert (own.layout.meta["framed"], framed.layout.meta["framed"]) == (False, True)
    assert (own.data[0].x[0], own.data[0].y[-1]) == (-20, 25)
    assert (framed.data[0].x[0], framed.data[0].y[-1]) == (ARTICLE.view[0], ARTICLE.view[3])


@pytest.mark.parametrize("asked", [None, 5, [], {}, "?E=" + "x" * 9000, "?steps=11", "?E=sim(w1)"])
def test_a_mistake_changes_nothing_and_is_one_sentence(asked: object) -> None:
    *changed, message = answer_function(asked)
    assert changed == [no_update] * 2
    assert re.fullmatch(r"[^\n]{10,200}[.?]", message)
    assert answer_view(asked) is no_update
