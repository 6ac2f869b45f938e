"""Figure 1: the article's numbers in its traces, the frame, the scale and what is answered."""

import re
from dataclasses import replace
from itertools import product

import numpy as np
import plotly.graph_objects as go
import pytest
from dash import html, no_update
from hypothesis import given
from hypothesis import strategies as st

from components import ids, playground, two_steps
from components.palette import TWO
from components.state import LARGEST_COORDINATE, SMALLEST_EXTENT, State, run_of
from components.two_steps import (
    FRAMED,
    answer_function,
    answer_view,
    default,
    defaults,
    framing,
    layout,
    ratio,
    read,
)
from components.two_steps_figure import two_steps_figure
from components.two_steps_frame import frame, gradient_scale
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.presets import PRESETS, Preset
from tests.components.trees import find, only, props, walk

ARTICLE = framing(default())


def figure_of(state: State) -> go.Figure:
    return two_steps_figure(framing(state), framed=True)


def traces(figure: go.Figure) -> dict[str, np.ndarray]:
    """Return the points of every trace but the contour, by name."""
    return {trace.name: np.column_stack([trace.x, trace.y]) for trace in figure.data[1:]}


def runs(state: State) -> list[Trajectory]:
    return [state.trajectory(run) for run in state.runs]


# The article's example


def test_it_opens_with_the_articles_example() -> None:
    state, framed, errors = read({})
    assert (state.E, state.start, state.steps) == ("3 w1^2 + 10 w2^2", (-15, 20), 2)
    assert state.runs == (
        run_of("gradient-descent", {"eta": 0.001}),
        run_of("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
    )
    assert (framed, errors) == (True, [])


def test_the_steps_are_those_of_the_article() -> None:
    found = traces(figure_of(default()))
    steps = {name: points.round(2).tolist() for name, points in found.items() if "w(t)" in name}
    assert steps == {
        "Gradient descent: w(t)": [[-15, 20], [-14.91, 19.6], [-14.82, 19.21]],
        "RMSProp: w(t)": [[-15, 20], [-14.84, 19.84], [-14.73, 19.73]],
    }


def test_the_gradients_are_drawn_from_where_they_were_taken_at_the_stated_scale() -> None:
    found = traces(figure_of(default()))
    classical = found["Gradient descent: g(t) at 1 : 500"]
    assert classical.shape == (6, 2)
    assert np.isnan(classical[2::3]).all()
    assert classical[0::3].round(9).tolist() == [[-15, 20], [-14.91, 19.6]]
    # 6 w1 and 20 w2, by 500
    drawn = (classical[1::3] - classical[0::3]) * 500
    np.testing.assert_allclose(drawn, np.array([[-90, 400], [-89.46, 392]]), rtol=1e-9)
    adaptive = found["RMSProp: g(t) at 1 : 500"]
    np.testing.assert_allclose(adaptive[1], classical[1], rtol=1e-12)


def test_the_contour_comes_first_and_the_runs_have_their_colours() -> None:
    figure = figure_of(default())
    assert [trace.type for trace in figure.data] == ["contour", *["scatter"] * 4]
    assert [trace.line.color for trace in figure.data[1:]] == [
        colour for colour in TWO["light"] for _ in range(2)
    ]
    assert (figure.data[2].marker.symbol, figure.data[4].marker.symbol) == ("circle", "square")
    assert (*figure.layout.xaxis.range, *figure.layout.yaxis.range) == ARTICLE.view
    assert figure.layout.xaxis.title.text == "w₁"
    meta = figure.layout.meta
    assert (meta["scale"], meta["framed"], meta["view"]) == (500, True, list(ARTICLE.view))
    assert meta["colours"] == TWO


# The scale and the frame


@pytest.mark.parametrize(
    ("scale", "text"),
    [(500, "1 : 500"), (1e6, "1 : 1,000,000"), (1, "1 : 1"), (0.05, "20 : 1"), (0.002, "500 : 1")],
)
def test_a_scale_is_stated_as_on_a_map(scale: float, text: str) -> None:
    assert ratio(scale) == text


def cases() -> list[object]:
    pairs = [("gradient-descent", "rmsprop"), ("momentum", "adam"), ("rprop", "super-sab")]
    return [
        pytest.param(preset, pair, steps, id=f"{preset.key}-{pair[1]}-{steps}")
        for preset, pair, steps in product(PRESETS, pairs, (1, 10))
    ]


@pytest.mark.parametrize(("preset", "pair", "steps"), cases())
def test_the_frame_is_a_square_with_all_arrows_none_of_them_lost(
    preset: Preset, pair: tuple[str, str], steps: int
) -> None:
    state = replace(
        default(),
        E=preset.text,
        start=preset.start,
        steps=steps,
        runs=(run_of(pair[0]), run_of(pair[1])),
    )
    found = runs(state)
    scale = gradient_scale(found)
    assert re.fullmatch(r"[125]e[+-]\d\d", f"{scale:.0e}")
    left, right, bottom, top = frame(found, scale)
    side = right - left
    assert top - bottom == pytest.approx(side, rel=0.01)
    tips = [run.w[:-1] + run.gradient / scale for run in found]
    points = np.vstack([*(run.w for run in found), *tips])
    inside = np.array([left, bottom]) + 0.05 * side <= points
    assert (inside & (points <= np.array([right, top]) - 0.05 * side)).all()
    # Centred, and as near as can be.
    extent = np.ptp(points, axis=0)
    assert extent.max() == pytest.approx(side / 1.3, rel=0.01)
    drawn = max(np.hypot(*run.gradient.T).max() for run in found) / scale
    reach = np.ptp(np.vstack([run.w for run in found]), axis=0).max()
    assert 0.6 <= drawn / reach <= 1.6


def test_nothing_to_frame_is_a_view_around_the_start() -> None:
    flat = replace(default(), E="1 + 0 w1", start=(3, 4))
    assert gradient_scale(runs(flat)) == 1
    assert framing(flat).view == (2.5, 3.5, 3.5, 4.5)
    lost = replace(default(), E="sqrt(w1)", start=(-1, 2))
    assert framing(lost).view == (-1.5, -0.5, 1.5, 2.5)
    assert figure_of(lost).data[2].x.tolist() == [-1]


def test_a_run_that_explodes_is_framed_as_far_as_a_view_can_go() -> None:
    state = replace(
        default(), steps=10, runs=(run_of("gradient-descent", {"eta": 1}), run_of("rmsprop"))
    )
    found = runs(state)
    assert np.abs(found[0].w).max() > LARGEST_COORDINATE
    view = framing(state).view
    assert max(map(abs, view)) <= LARGEST_COORDINATE
    seen = found[0].w[np.abs(found[0].w).max(axis=1) <= LARGEST_COORDINATE]
    assert view[2] <= seen[:, 1].min()
    assert seen[:, 1].max() <= view[3]


starts = st.tuples(*[st.floats(-1e6, 1e6)] * 2)


@given(start=starts, key=st.sampled_from(list(OPTIMIZERS)), preset=st.sampled_from(PRESETS))
def test_whatever_the_state_its_frame_is_a_view_an_address_can_hold(
    start: tuple[float, float], key: str, preset: Preset
) -> None:
    state = replace(default(), E=preset.text, start=start, runs=(run_of("adam"), run_of(key)))
    view = framing(state).view
    assert min(view[1] - view[0], view[3] - view[2]) > SMALLEST_EXTENT
    assert read({"view": [",".join(map(repr, view))]})[2] == []


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


def test_the_default_view_stands_for_the_frame_and_is_none() -> None:
    assert default().view == FRAMED
    assert ARTICLE.view == frame(runs(ARTICLE), 500)
    assert defaults()["E"] == ErrorFunction.parse(default().E).text


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
        names = [props(c)["data-control"] for c in walk(group) if "data-control" in props(c)]
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
