"""The surface figure: contours first, then the NumPy trajectory in pieces."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
import pytest

from components import ids
from components.state.state import State, default_state, run_of
from components.surface import surface
from components.surface.contours import contours
from components.surface.surface import FARTHEST, PARTS, surface_figure
from components.ui.palette import BINS, ramp
from optimizers import OPTIMIZERS, ErrorFunction
from tests.support.layout_tree import only

DEFAULT = default_state()
ROSENBROCK = replace(
    DEFAULT, E="(1-w1)^2 + 100(w2-w1^2)^2", start=(-2, 2), view=(-2, 2, -1, 3), steps=37
)


def pieces(figure: go.Figure) -> list[np.ndarray]:
    """Return the trajectory's traces as arrays of points."""
    return [np.column_stack([trace.x, trace.y]) for trace in figure.data[1:]]


def joined(figure: go.Figure) -> np.ndarray:
    """Return the trajectory, after checking that every piece starts where the last one ended."""
    found = pieces(figure)
    for before, after in pairwise(found):
        np.testing.assert_array_equal(before[-1], after[0])
    return np.vstack([found[0], *(piece[1:] for piece in found[1:])])


def test_the_contour_is_the_first_trace_and_covers_the_view() -> None:
    figure = surface_figure(ROSENBROCK)
    contour = figure.data[0]
    found = contours(ErrorFunction.parse(ROSENBROCK.E), ROSENBROCK.view)
    assert contour.type == "contour"
    np.testing.assert_array_equal(contour.x, found.w1)
    np.testing.assert_array_equal(contour.y, found.w2)
    np.testing.assert_array_equal(contour.z, np.round(found.height * PARTS))
    assert (contour.zmin, contour.zmax) == (0, PARTS * (found.levels.size - 1))
    assert (contour.contours.start, contour.contours.size) == (PARTS, PARTS)
    assert contour.contours.end == PARTS * (found.levels.size - 2)


def test_sixteen_pieces_run_from_dark_to_bright() -> None:
    figure = surface_figure(DEFAULT)
    assert [trace.type for trace in figure.data] == ["contour", *["scatter"] * BINS]
    assert BINS == 16
    assert [trace.line.color for trace in figure.data[1:]] == ramp("light")
    channels = [tuple(map(int, colour[4:-1].split(","))) for colour in ramp("light")]
    assert all(sum(a) < sum(b) for a, b in pairwise(channels))


@pytest.mark.parametrize("steps", [1, 2, 15, 16, 17, 100, 2000])
def test_the_pieces_are_the_whole_numpy_trajectory(steps: int) -> None:
    state = replace(DEFAULT, steps=steps)
    expected = state.trajectory(state.runs[0]).w
    assert joined(surface_figure(state)).tolist() == expected.tolist()
    assert expected.shape == (steps + 1, 2)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_first_run_is_drawn_whatever_its_rule(key: str) -> None:
    state = replace(ROSENBROCK, runs=(run_of(key), run_of("adam")))
    expected = state.trajectory(state.runs[0]).w
    expected[np.abs(expected) > FARTHEST] = np.nan
    np.testing.assert_array_equal(joined(surface_figure(state)), expected)


def test_the_pieces_are_about_equally_long() -> None:
    lengths = [len(piece) for piece in pieces(surface_figure(replace(DEFAULT, steps=160)))]
    assert lengths == [11] * BINS


@pytest.mark.parametrize("state", [DEFAULT, ROSENBROCK], ids=["bowl", "rosenbrock"])
def test_the_axes_show_the_view(state: State) -> None:
    layout = surface_figure(state).layout
    assert (*layout.xaxis.range, *layout.yaxis.range) == state.view


def test_what_the_live_layer_needs_travels_with_the_figure() -> None:
    state = replace(DEFAULT, E="3 w1² + 10 w2²")
    meta = surface_figure(state).layout.meta
    assert meta == {
        "E": "3*w1^2+10*w2^2",
        "typed": "3 w1² + 10 w2²",
        "kernel": "kernels/error-function.js?E=3*w1^2%2B10*w2^2",
        "farthest": FARTHEST,
        "ramps": {"light": ramp("light"), "dark": ramp("dark")},
    }


def test_a_start_without_a_value_is_a_single_point() -> None:
    state = replace(DEFAULT, E="sqrt(w1)", start=(-1, 2))
    assert joined(surface_figure(state)).tolist()[0] == [-1, 2]
    assert {tuple(p) for p in joined(surface_figure(state)).tolist()} == {(-1, 2)}


def test_a_diverging_run_leaves_the_view_alone() -> None:
    diverging = replace(DEFAULT, runs=(run_of("gradient-descent", {"eta": 1}),))
    figure = surface_figure(diverging)
    points = joined(figure)
    assert (*figure.layout.xaxis.range, *figure.layout.yaxis.range) == DEFAULT.view
    assert np.nanmax(np.abs(points)) <= FARTHEST
    assert np.isnan(points).any()
    assert points[0].tolist() == [-15, 20]


def test_a_new_function_or_view_forgets_the_readers_zoom_and_a_new_start_does_not() -> None:
    def kept(state: State) -> str:
        return str(surface_figure(state).layout.uirevision)

    assert kept(replace(DEFAULT, start=(1, 1), steps=7)) == kept(DEFAULT)
    assert kept(replace(DEFAULT, E="w1^2")) != kept(DEFAULT)
    assert kept(replace(DEFAULT, view=(-1, 1, -1, 1))) != kept(DEFAULT)


def test_the_layout_holds_the_figure_and_a_handle_with_a_name() -> None:
    layout = surface.layout(DEFAULT)
    assert only(layout, id=ids.SURFACE_GRAPH)["figure"] == surface_figure(DEFAULT)
    handle = only(layout, id=ids.SURFACE_HANDLE)
    assert handle["aria-label"].startswith("Start point")
    for button in (ids.SURFACE_ZOOM_IN, ids.SURFACE_ZOOM_OUT, ids.SURFACE_RESET):
        assert only(layout, id=button)["aria-label"]
