"""Measures have the values that follow from their runs."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.tour.measures import MEASURES, measured
from components.tour.scene import Scene, scene_of
from components.tour.stop import At, Control, Measure
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from tests.support.tour import BOWL

RAVINE = ErrorFunction.parse("w1^2/2 + 12.5 w2^2")


def bowl(value: float = 0.25) -> Scene:
    return scene_of(BOWL, value)


def found(kind: str, scene: Scene | None = None, **fields: object) -> float:
    return measured(Measure(kind, **fields), scene or bowl())  # type: ignore[arg-type]


def on(query: str, control: Control | None = None, value: float | None = None) -> Scene:
    stop = replace(BOWL, query=query, control=control, says={})
    return scene_of(stop, value)


def ravine(run: str, steps: int = 60) -> Scene:
    return on(f"E=w1%5E2/2%2B12.5w2%5E2&start=-4.5,1.2&steps={steps}&run={run}&view=-5,2,-2,2")


def numpy_run(key: str, steps: int = 60, **settings: float) -> Trajectory:
    return descend(RAVINE, OPTIMIZERS[key], (-4.5, 1.2), steps, **settings)


@pytest.mark.parametrize(
    ("kind", "t", "i", "expected"),
    [
        ("weight", 0, 1, 4),
        ("weight", 2, 1, 1),
        ("weight", -1, 2, -0.25),
        ("error", -2, 1, 1.25),
        ("gradient", 0, 1, 8),  # at the start: that of the first step
        ("gradient", 1, 1, 8),
        ("gradient", 2, 2, -2),
        ("slope", 2, 1, math.hypot(4, 2)),
        ("update", 1, 1, 2),
        ("update", 0, 1, math.nan),
        ("rate", 1, 1, 0.25),
        ("distance", 1, 1, math.hypot(2, 1)),
        ("detour", -1, 1, 1),
        ("aim", 1, 1, 0),
    ],
)
def test_of_a_run_that_halves_its_weights(kind: str, t: At, i: int, expected: float) -> None:
    assert found(kind, t=t, i=i) == pytest.approx(expected, nan_ok=True, abs=1e-12)


def test_of_the_state_and_the_rate_of_an_adaptive_rule() -> None:
    s1 = 0.25 * 8**2
    assert found("state", run=1, t=1, i=1, name="s") == s1
    assert found("state", run=1, t=0, i=1, name="s") == 0
    assert found("rate", run=1, t=1, i=1) == pytest.approx(0.25 / math.sqrt(s1), rel=1e-8)
    assert found("most_rate", run=1, value=1) == pytest.approx(1 / 2, rel=1e-8)
    assert found("least_rate", run=1, value=1) == pytest.approx(1 / 4, rel=1e-8)
    assert found("most_rate", value=2) == 1  # gradient descent


def test_of_the_control_and_the_settings() -> None:
    scene = bowl(0.5)
    assert found("control", scene) == found("setting", scene, name="eta") == 0.5
    assert found("setting", scene, run=1, name="beta") == 0.75
    assert found("constant", scene, value=7) == 7
    assert found("at", scene, value=0.25, of=(Measure("weight", t=1),)) == 2


def test_what_is_made_of_others() -> None:
    parts = (Measure("weight", t=0, i=2), Measure("weight", t=0, i=1))
    assert found("quotient", of=parts) == -0.5
    assert found("product", of=parts) == -8
    assert found("difference", of=parts) == -6
    assert found("size", of=parts[:1]) == 2
    nothing = (Measure("constant", value=1), Measure("constant", value=0))
    assert found("quotient", of=nothing) == math.inf


def test_steps_until_e_is_lower() -> None:
    # E = 20, 5, 1.25, 0.3125
    assert found("steps_until", value=4) == 2  # below 5, not 5 itself
    assert found("steps_until", value=3.9) == 1
    assert found("steps_below", value=1.25) == 3
    assert math.isnan(found("steps_below", value=0.1))


def test_the_iteration_of_the_control() -> None:
    control = Control("step", "step", "t", low=1, high=3, step=1)
    scene = on(f"{BOWL.query}&step=2", control, 2.0)
    assert found("weight", scene, t="control") == 1
    assert scene.row(-1) == 3


def test_a_parameter_of_e() -> None:
    scene = on("E=w1%5E2%2Bk%2Aw2%5E2&p=k:3&start=1,1&steps=2&run=gradient-descent")
    assert found("parameter", scene, name="k") == 3


def test_beyond_the_end_of_a_run_that_diverges() -> None:
    scene = ravine("gradient-descent,eta:9", 400)
    run = scene.trajectories[0]
    assert (run.stopped or "").startswith("diverged at step")
    rows = len(run.w)
    assert rows < 400
    assert found("stopped", scene) == rows
    assert found("weight", scene, t=rows - 1) == run.w[-1, 0]
    for kind in ("error", "weight", "gradient", "update", "detour", "distance"):
        assert found(kind, scene, t=rows) == found(kind, scene) == math.inf, kind
    assert found("swing", scene, value=4) == math.inf


def test_beyond_the_end_of_a_run_that_stops_for_another_reason() -> None:
    scene = on("E=sqrt%28w1%29&start=1,1&steps=9&run=gradient-descent,eta:10&view=0,2,0,2")
    assert (scene.trajectories[0].stopped or "").startswith("stopped at step 1")
    assert found("stopped", scene) == 1
    assert math.isnan(found("error", scene))
    assert math.isnan(found("swing", scene, value=2))
    assert math.isnan(found("stopped"))


def test_how_a_run_swings_and_turns() -> None:
    scene, run = ravine("gradient-descent,eta:0.07"), numpy_run("gradient-descent", eta=0.07)
    assert found("sign_changes", scene, i=2) == 60
    assert found("sign_changes", scene, i=1) == 0
    assert found("swing", scene, i=2, value=40) == np.abs(run.w[-40:, 1]).max()
    steps = np.diff(run.w, axis=0)
    angles = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    turns = np.abs((np.diff(angles) + 180) % 360 - 180)
    assert found("turning", scene) == pytest.approx(turns.sum())
    length = np.hypot(*np.diff(run.w[:21], axis=0).T).sum()
    straight = math.hypot(*(run.w[20] - run.w[0]))
    assert found("detour", scene, t=20) == pytest.approx(length / straight)


def test_directions_are_counted_by_their_signs() -> None:
    assert found("directions", ravine("rmsprop,eta:0.24,beta:0", 18)) == 2
    assert found("directions") == 1


def test_the_angle_between_the_gradient_and_the_way() -> None:
    g, way = np.array([-4.5, 30]), np.array([4.5, -1.2])
    cosine = (-g @ way) / (np.hypot(*g) * np.hypot(*way))
    scene = ravine("gradient-descent")
    assert found("aim", scene, t=0) == pytest.approx(math.degrees(math.acos(cosine)))


def test_every_kind_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [kind for kind in MEASURES if f'"{kind}"' not in text and kind != "uphill"] == []


def test_there_is_no_other_kind() -> None:
    with pytest.raises(KeyError):
        found("nothing")
