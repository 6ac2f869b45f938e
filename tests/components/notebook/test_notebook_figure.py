"""The plotly figure of a notebook: scales, ground, levels, trajectories, labels, minima."""

from typing import Any

import numpy as np
import pytest

from components.notebook import figure
from components.notebook.run_traces import SYMBOLS
from components.surface.contours import contours
from components.surface.region import region
from components.ui import ground
from components.ui.palette import BINS, RUNS
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.presets import PRESETS

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")
KEYS = ("gradient-descent", "rmsprop", "adam")


def runs(*keys: str, start: tuple[float, float] = (-15, 20)) -> dict[str, Trajectory]:
    return {OPTIMIZERS[key].name: descend(BOWL, OPTIMIZERS[key], start, 200) for key in keys}


def of_type(found: Any, kind: str) -> list[Any]:
    return [trace for trace in found.data if trace.type == kind]


def named(found: Any, name: str) -> list[Any]:
    return [trace for trace in found.data if trace.name == name]


def names(found: Any) -> list[Any]:
    """Return the labels of the ends."""
    return [label for label in found.layout.annotations if label.name != "level"]


def test_strong_levels_are_labelled_where_they_are() -> None:
    labels = [a for a in figure(BOWL, runs("adam")).layout.annotations if a.name == "level"]
    assert len(labels) >= 3
    for label in labels:
        assert float(BOWL(label.x, label.y)) == pytest.approx(float(label.text), rel=0.02)


def test_errors_stand_beside_the_surface() -> None:
    shown = runs(*KEYS)
    found = figure(BOWL, shown)
    for name, run in shown.items():
        (curve,) = named(found, f"E of {name}")
        assert (curve.xaxis, curve.yaxis) == ("x2", "y2")
        np.testing.assert_array_equal(curve.y, run.error)
    assert found.layout.yaxis2.type == "log"
    below = ErrorFunction.parse("w1 + w2")
    run = descend(below, OPTIMIZERS["adam"], (0, 0), 9)
    assert figure(below, {"a": run}).layout.yaxis2.type == "linear"


def test_both_axes_have_one_scale_and_the_view_of_the_preset() -> None:
    layout = figure(BOWL, runs(*KEYS)).layout
    assert (layout.yaxis.scaleanchor, layout.yaxis.scaleratio) == ("x", 1)
    left, right, bottom, top = PRESETS[0].view
    (west, east), (south, north) = layout.xaxis.range, layout.yaxis.range
    assert east - west == pytest.approx(north - south)
    assert west <= left < right <= east
    assert south <= bottom < top <= north


def test_a_start_outside_the_preset_and_a_view_of_ones_own() -> None:
    away = runs("gradient-descent", start=(300, 400))
    (west, east), (south, north) = (
        figure(BOWL, away).layout[axis].range for axis in ("xaxis", "yaxis")
    )
    points = away["Gradient descent"].w
    assert west <= points[:, 0].min() <= points[:, 0].max() <= east
    assert south <= points[:, 1].min() <= points[:, 1].max() <= north
    own = figure(BOWL, away, view=(-1, 3, -1, 1)).layout
    assert [*own.xaxis.range, *own.yaxis.range] == [-1, 3, -2, 2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ground_has_the_tones_and_the_ramp_of_the_page(theme: str) -> None:
    (heatmap,) = of_type(figure(BOWL, runs("adam"), theme=theme), "heatmap")
    found = contours(BOWL, region(PRESETS[0].view))
    assert [colour for _, colour in heatmap.colorscale] == ground.tones(theme)
    np.testing.assert_array_equal(heatmap.x, found.w1)
    np.testing.assert_allclose(heatmap.customdata, found.values, rtol=1e-6)
    lowest = np.unravel_index(np.nanargmin(found.values), found.values.shape)
    assert heatmap.z[lowest] == np.nanmin(heatmap.z) < 0.01
    assert np.nanmax(heatmap.z) <= 1


def test_the_contour_lines_are_the_levels_of_the_page() -> None:
    drawn = of_type(figure(BOWL, runs("adam")), "contour")
    levels = contours(BOWL, region(PRESETS[0].view)).levels
    lines = {trace.name.split()[0]: trace.contours for trace in drawn}
    thin, strong, dotted = (lines[kind] for kind in ("thin", "strong", "dotted"))
    assert (dotted.start, dotted.end) == (1, levels.dotted)
    assert (thin.start, thin.end, thin.size) == (levels.dotted + 1, levels.values.size - 2, 1)
    marked = np.arange(strong.start, strong.end + 1, strong.size).astype(int)
    assert tuple(marked.tolist()) == levels.strong


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_strong_levels_of_every_preset_are_evenly_apart(preset: Any) -> None:
    levels = contours(ErrorFunction.parse(preset.text), region(preset.view)).levels
    assert len({*np.diff(levels.strong).tolist()}) <= 1


def test_a_trajectory_goes_from_dark_to_bright_in_the_colour_of_its_place() -> None:
    shown = runs(*KEYS)
    found = figure(BOWL, shown)
    for place, (name, run) in enumerate(shown.items()):
        colour, first, last = RUNS["light"][place]
        casing, *pieces, start, end = named(found, name)
        assert len(pieces) == BINS
        assert (pieces[0].line.color, pieces[-1].line.color) == (first, last)
        np.testing.assert_array_equal(np.column_stack([casing.x, casing.y]), run.w)
        np.testing.assert_array_equal(casing.customdata[:, 1], run.error)
        joined = np.concatenate([pieces[0].x, *(piece.x[1:] for piece in pieces[1:])])
        np.testing.assert_array_equal(joined, run.w[:, 0])
        assert (start.x[0], end.y[0]) == (run.w[0, 0], run.w[-1, 1])
        assert (end.marker.symbol, end.marker.color) == (SYMBOLS[place], colour)


def test_ends_have_names_and_those_that_are_close_stand_below_each_other() -> None:
    shown = {f"run {k}": run for k, run in enumerate([*runs("adam").values()] * 3)}
    labels = names(figure(BOWL, shown))
    assert [label.text for label in labels] == ["<b>run 0</b>", "<b>run 1</b>", "<b>run 2</b>"]
    assert [label.yshift for label in labels] == [0, -20, -40]
    assert labels[1].font.color == RUNS["light"][1][0]


def test_a_run_that_ends_outside_has_no_label_and_a_name_is_text() -> None:
    diverged = descend(BOWL, OPTIMIZERS["gradient-descent"], (-15, 20), 50, eta=0.2)
    assert not names(figure(BOWL, {"far": diverged}))
    (label,) = names(figure(BOWL, {"<i>a&b": runs("adam")["Adam"]}))
    assert label.text == "<b>&lt;i>a&amp;b</b>"


def test_minima_are_marked() -> None:
    (marks,) = named(figure(BOWL, runs("adam")), "minima")
    assert (marks.x.tolist(), marks.y.tolist()) == ([0], [0])
    none = ErrorFunction.parse("w1 + w2")
    (marks,) = named(figure(none, {"a": descend(none, OPTIMIZERS["adam"], (0, 0), 9)}), "minima")
    assert marks.x.size == 0


def test_more_runs_than_places_are_refused() -> None:
    many = {str(k): run for k, run in enumerate([*runs("adam").values()] * 7)}
    with pytest.raises(ValueError, match="Give 1 to 6 trajectories"):
        figure(BOWL, many)
    with pytest.raises(ValueError, match="Give 1 to 6 trajectories"):
        figure(BOWL, {})
