"""Stills hold the runs and marks of their scene."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from components.tour.scene import Scene, scene_of
from components.tour.sentences import spoken_result
from components.tour.still import MOST_DOTS, drawn_rows, still, view_of
from components.tour.still_ground import HEIGHT, WIDTH, seen, to_picture
from components.tour.stop import Control, Stop
from components.tour.stops import STOPS
from tests.support.tour import BOWL, VALLEY

SVG = "{http://www.w3.org/2000/svg}"
OWN = [stop for stop in STOPS if not stop.figure]


def drawn(scene: Scene) -> ElementTree.Element:
    text = str(still(scene, {})).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ElementTree.fromstring(text)


def of_class(root: ElementTree.Element, *classes: str) -> list[ElementTree.Element]:
    return [one for one in root.iter() if {*classes} <= {*one.get("class", "").split()}]


def points(data: str) -> list[tuple[int, int]]:
    """Return the points of a path, relative ones added up."""
    numbers = list(map(int, re.findall(r"-?\d+", data)))
    pairs = np.array(numbers).reshape(-1, 2)
    return [(int(x), int(y)) for x, y in np.cumsum(pairs, axis=0)]


def path_of(root: ElementTree.Element, place: int) -> list[tuple[int, int]]:
    (path, *_) = of_class(root, "run", f"run-{place}")
    return points(path.get("d", ""))


@pytest.mark.parametrize("stop", OWN, ids=lambda stop: stop.key)
def test_every_stop_has_its_runs_in_it(stop: Stop) -> None:
    scene = scene_of(stop)
    root = drawn(scene)
    assert root.get("aria-label") == spoken_result(scene)
    assert root.get("role") == "img"
    view = seen(view_of(scene))
    for place, run in enumerate(scene.state.runs):
        if run.hidden:
            assert of_class(root, f"run-{place}") == []
            continue
        first, end = drawn_rows(scene, place)
        found = scene.trajectories[place].w[first:end]
        inside = [
            to_picture(view, *w)
            for w in found.tolist()
            if view[0] <= w[0] <= view[1] and view[2] <= w[1] <= view[3]
        ]
        path = path_of(root, place)
        if len(found) <= MOST_DOTS:
            assert [p for p in path if 0 <= p[0] <= WIDTH and 0 <= p[1] <= HEIGHT] == inside
        else:
            assert path[0] == to_picture(view, *found[0].tolist())
            assert len(path) <= len(found)
        assert inside


def test_the_points_of_a_run_lie_where_the_axes_say() -> None:
    root = drawn(scene_of(BOWL))
    left, right, bottom, top = seen((-5, 5, -5, 5))
    assert (bottom, top) == (-5, 5)
    assert (right - left) / 10 == pytest.approx(WIDTH / HEIGHT)
    per_unit = HEIGHT / 10
    w = np.array([4, -2]) * 0.5 ** np.arange(4)[:, None]
    expected = [(round(WIDTH / 2 + x * per_unit), round(HEIGHT / 2 - y * per_unit)) for x, y in w]
    assert path_of(root, 0) == expected
    ticks = {one.text: one for one in of_class(root, "tick") if "text-anchor" in one.attrib}
    assert float(ticks["−4"].get("x", "")) == pytest.approx(WIDTH / 2 - 4 * per_unit, abs=1)


def test_marks_lie_at_the_points_they_are_of() -> None:
    root = drawn(scene_of(BOWL))
    (start,) = of_class(root, "start")
    (minimum,) = of_class(root, "minimum")
    corner = (start.get("cx"), start.get("cy"))
    assert minimum.get("d", "").startswith(f"M{WIDTH // 2 - 12} {HEIGHT // 2}")
    (way,) = of_class(root, "way")
    assert way.get("d") == f"M{corner[0]} {corner[1]}L{WIDTH // 2} {HEIGHT // 2}"
    (square,) = of_class(root, "square")
    assert square.get("width") == square.get("height") == str(2 * HEIGHT // 10)
    assert {one.text for one in of_class(root, "label")} == {"here w₁ < 5", "0°"}
    for name, count in (("weight-1", 1), ("weight-2", 1), ("gradient", 1), ("run-1", 1)):
        assert len(of_class(root, "shaft", name)) == count
        assert len(of_class(root, "head", name)) == count
    (update,) = of_class(root, "head", "run-1")
    tip = scene_of(BOWL).trajectories[1].w[1].tolist()
    assert points(update.get("d", "").split("L")[0]) == [to_picture(seen((-5, 5, -5, 5)), *tip)]


def test_pale_runs_lie_below_the_others() -> None:
    paths = [one.get("class") for one in of_class(drawn(scene_of(BOWL)), "run")]
    assert paths == ["run run-1 faint", "dots run run-1 faint", "run run-0", "dots run run-0"]


def test_only_the_last_steps_are_drawn_where_a_stop_says_so() -> None:
    root = drawn(scene_of(replace(BOWL, last=1)))
    assert len(path_of(root, 0)) == 2
    assert of_class(root, "start") == []


def test_the_step_that_is_guessed_is_not_drawn() -> None:
    control = Control("guess", "where it leads", runs=(0,))
    root = drawn(scene_of(replace(BOWL, control=control, says={}, result="A question.")))
    assert len(path_of(root, 0)) == 3
    assert len(path_of(root, 1)) == 4


def test_the_inspected_step_has_a_ring() -> None:
    control = Control("step", "step", "t", low=1, high=3, step=1)
    stop = replace(BOWL, control=control, says={}, result="Step {value}.")
    root = drawn(scene_of(stop, 2.0))
    (ring,) = of_class(root, "inspected")
    assert (ring.get("cx"), ring.get("cy")) == tuple(map(str, path_of(root, 0)[2]))


def test_the_view_holds_the_first_step_where_a_stop_asks_so() -> None:
    stop = replace(BOWL, fits=True)
    assert view_of(scene_of(stop, 0.25)) == scene_of(BOWL).state.view
    left, *_ = view_of(scene_of(stop, 1.5))  # to -8
    assert -10 < left < -8
    assert view_of(scene_of(BOWL, 1.5))[0] == -5


@pytest.mark.parametrize("steps", [60, 300])
def test_a_run_that_leaves_is_cut_off(steps: int) -> None:
    query = BOWL.query.replace("steps=3", f"steps={steps}")
    root = drawn(scene_of(replace(BOWL, query=query, fits=True), 1.5))
    assert max(abs(x) for x, _ in path_of(root, 0)) <= 30 * WIDTH


def test_a_ground_is_written_once() -> None:
    grounds: dict[str, str] = {}
    first, second = still(scene_of(BOWL), grounds), still(scene_of(BOWL, 0.5), grounds)
    third = still(scene_of(VALLEY), grounds)
    assert '<g class="low"><g id="ground-1">' in first
    assert '<use class="low" href="#ground-1"/>' in second
    assert '<g id="ground-2">' in third
    assert len(second) < len(first)


def test_stills_are_small_and_have_no_style_of_their_own() -> None:
    sizes = {stop.key: len(still(scene_of(stop), {})) for stop in OWN}
    assert max(sizes.values()) < 12_000
    assert "style=" not in still(scene_of(BOWL), {})
