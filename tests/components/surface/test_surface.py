"""Surface answer: contours and formulas of a function in a view, and the stage they stand on."""

import json

import numpy as np
import pytest

from components import ids
from components.state.state import View
from components.surface import surface
from components.surface.contours import contours
from components.surface.region import region
from components.surface.surface import (
    PARTS,
    TONE_PARTS,
    TOO_LONG,
    contour_trace,
    surface_answer,
    surface_of,
)
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.heights import heights_of
from tests.support.layout_tree import kind, only, props, walk
from tests.support.queries import DEFAULT, state_with

ROSENBROCK = ErrorFunction.parse("(1-w1)^2 + 100(w2-w1^2)^2")
VIEW: View = (-2, 2, -1, 3)


def test_trace_says_what_it_covers_and_counts_levels_in_whole_parts() -> None:
    found = contours(ROSENBROCK, VIEW)
    trace = contour_trace(found)
    assert trace["region"] == [-2, 2, -1, 3]
    np.testing.assert_array_equal(heights_of(trace), np.round(found.height * PARTS[0]))
    assert {type(value) for row in trace["dz"] for value in row} == {int}
    assert trace["size"] == PARTS[0]
    levels = found.levels
    assert trace["levels"] == levels.values.tolist()
    assert (trace["dotted"], trace["strong"]) == (levels.dotted, levels.strong)
    np.testing.assert_array_equal(trace["tones"], np.round(TONE_PARTS * found.tones))


@pytest.mark.parametrize(
    ("text", "blank"), [("w1", 0), ("log(w1)", 0.5), ("sqrt(-1 - w1^2)", 1), ("5", 0)]
)
def test_trace_is_json_and_blank_exactly_where_e_has_no_value(text: str, blank: float) -> None:
    found = contours(ErrorFunction.parse(text), (-1, 1, -1, 1))
    trace = json.loads(json.dumps(contour_trace(found), allow_nan=False))
    z = heights_of(trace)
    assert z.shape == found.height.shape
    assert np.isnan(z).mean() == blank
    assert np.isnan(z).tolist() == np.isnan(found.height).tolist()
    assert len(trace["levels"]) == found.levels.values.size


@pytest.mark.parametrize(
    ("text", "most"),
    [("2 w1 w2", 20), ("w1^2 - w2^2", 20), ("w1 sin(w2)", 20), ("w1^3 - 3 w1 w2^2", 60)],
)
def test_lines_through_a_saddle_have_no_stairs(text: str, most: int) -> None:
    # Not symmetric, so that no line lies on points of the grid.
    found = contours(ErrorFunction.parse(text), (-22.03, 10, -10.01, 22.1))
    trace = contour_trace(found)
    assert trace["size"] in PARTS[1:]
    (zero,) = np.flatnonzero(found.levels.values == 0)
    # Points that rounding has put on the line, or beyond it: 71 and more in the coarsest parts.
    is_above = heights_of(trace) / trace["size"] > zero
    assert np.count_nonzero(is_above != (found.values > 0)) <= most


def test_answer_has_the_canonical_text_the_typed_text_and_the_view() -> None:
    typed = "3 w1² + 10 w2²"
    found = surface_answer(ErrorFunction.parse(typed), typed, VIEW)
    keys = ["E", "typed", "view", "trace", "minima", "preset", "optimum"]
    keys += ["formula", "gradient", "note", "parameters"]
    assert list(found) == keys
    assert (found["E"], found["typed"], found["view"]) == ("3*w1^2+10*w2^2", typed, VIEW)
    assert found["trace"] == contour_trace(contours(ErrorFunction.parse(typed), region(VIEW)))
    assert (found["minima"], found["optimum"]) == (((0, 0),), {"w1": 0, "w2": 0})


def test_answer_is_for_the_shape_of_a_stage() -> None:
    found = surface_answer(ROSENBROCK, ROSENBROCK.text, VIEW, 1.76)
    left, right, bottom, top = found["trace"]["region"]
    assert found["view"] == VIEW
    assert (right - left) / (top - bottom) == pytest.approx(1.76)
    rows = found["trace"]["dz"]
    assert len(rows[0]) / len(rows) == pytest.approx(1.76, rel=0.01)


def test_where_there_is_no_minimum_the_optimum_is_none() -> None:
    found = surface_answer(ErrorFunction.parse("w1 - w2"), "w1 - w2", VIEW)
    assert (found["minima"], found["optimum"]) == ((), None)


def test_answer_has_the_formulas_of_e_and_its_gradient() -> None:
    found = surface_of(state_with(E="sin(w1) w2"))
    assert found["formula"].startswith("<math")
    assert "<mi>sin</mi>" in found["formula"]
    assert found["gradient"].count("<math") == 2
    assert "<mi>cos</mi>" in found["gradient"]


def test_a_gradient_that_is_too_long_to_read_is_a_sentence() -> None:
    text = "+".join(f"({k}+x^2)^y" for k in range(1, 40))
    assert surface_of(state_with(E=text))["gradient"] == TOO_LONG


def test_answer_depends_on_nothing_but_function_and_view() -> None:
    assert surface_of(state_with(start=(1, 1), steps=7)) == surface_of(DEFAULT)
    assert surface_of(state_with(view=VIEW)) != surface_of(DEFAULT)
    assert "trajectory" not in json.dumps(surface_of(DEFAULT))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_z_orders_the_places_as_e_does(preset: Preset) -> None:
    function = ErrorFunction.parse(preset.text)
    trace = surface_answer(function, preset.text, preset.view)["trace"]
    z = heights_of(trace)
    left, right, bottom, top = trace["region"]
    rows, columns = z.shape
    grid = np.meshgrid(np.linspace(left, right, columns), np.linspace(bottom, top, rows))
    values = function(*grid)
    assert (np.diff(z.ravel()[values.ravel().argsort()]) >= 0).all()
    assert values.flat[z.argmax()] == pytest.approx(values.max(), rel=0.1)


def test_stage_has_a_named_plot_and_a_handle_and_buttons_with_names() -> None:
    layout = surface.layout()
    assert only(layout, id=ids.SURFACE_GRAPH)["aria-label"] == "Contours of E with the trajectory"
    handle = only(layout, id=ids.SURFACE_HANDLE)
    assert handle["aria-label"].startswith("Start point")
    buttons = [props(one) for one in walk(layout) if kind(one) == "Button"]
    assert len(buttons) == 8  # with the handle
    assert all(button["aria-label"] for button in buttons)
    for button in (ids.SURFACE_ZOOM_IN, ids.SURFACE_ZOOM_OUT, ids.SURFACE_RESET):
        assert only(layout, id=button)["aria-label"]


def test_a_prefix_stands_before_every_id_of_a_stage() -> None:
    found = [
        props(one).get("id") for part in surface.stage("E", "Reset", "x-") for one in walk(part)
    ]
    named = [identity for identity in found if identity]
    assert len(named) == len(set(named)) >= 12
    assert all(identity.startswith("x-surface-") for identity in named)
