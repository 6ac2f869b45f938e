"""Every clause that follows a control is true where it is said, and only there.

The conditions here are of the trajectories and settings alone, without the limits of `Words`.
"""

import math
from collections.abc import Callable, Mapping

import numpy as np
import pytest

from components.tour.measures import measured
from components.tour.scene import Scene
from components.tour.stop import Stop, Words
from components.tour.stops import STOPS
from optimizers import Trajectory
from tests.components.tour.settings import scenes

Condition = Callable[[Scene], bool]


def run(scene: Scene, place: int) -> Trajectory:
    return scene.trajectories[place]


def value(scene: Scene) -> float:
    assert isinstance(scene.value, float)
    return scene.value


def crosses(scene: Scene) -> bool:
    """Return whether w2 of the first run changes its sign at every step."""
    across = run(scene, 0).w[:, 1]
    return bool((across[1:] * across[:-1] < 0).all())


def widths(scene: Scene) -> float:
    """Return by what factor |w2| of the first run changes in a step, on average."""
    across = np.abs(run(scene, 0).w[:, 1])
    return float((across[-1] / across[0]) ** (1 / (len(across) - 1)))


def first_below(found: Trajectory, limit: float) -> bool:
    return bool((found.error < limit).any())


def reaches(place: int, share: float) -> Condition:
    """Return whether E of a run falls below a share of its first value."""
    return lambda scene: first_below(run(scene, place), run(scene, place).error[0] / share)


def not_(condition: Condition) -> Condition:
    return lambda scene: not condition(scene)


def end(scene: Scene, place: int) -> float:
    """Return the last E of a run, infinite where it diverged."""
    found = run(scene, place)
    return math.inf if found.stopped else float(found.error[-1])


def uphill(scene: Scene) -> bool:
    found = run(scene, 0)
    return bool((np.sign(found.update) == -np.sign(found.gradient)).any())


def is_equal(scene: Scene) -> bool:
    first, second = np.abs(run(scene, 1).update[0])
    return bool(abs(first - second) < 1e-3 and first > 0.9)


def root_below(weight: int) -> Condition:
    def is_below(scene: Scene) -> bool:
        s = run(scene, 1).state["s"][int(value(scene)), weight - 1]
        return math.sqrt(s + 1e-8) < 1

    return is_below


def nearest_axis(scene: Scene) -> float:
    """Return how many degrees the valley is from an axis."""
    return min(value(scene), 90 - value(scene))


def across_after(scene: Scene, t: int) -> float:
    return float(abs(run(scene, 0).w[t, 1]))


CLAUSES: Mapping[tuple[str, str], Mapping[str, Condition]] = {
    ("ravine", "how"): {
        "comes down to the floor of the ravine without crossing it": lambda s: (
            not (run(s, 0).w[:, 1] < -1e-12).any() and abs(run(s, 0).w[-1, 1]) < 1e-3
        ),
        "crosses the floor of the ravine at every step, less far each time": lambda s: (
            crosses(s) and widths(s) < 1 - 1e-6
        ),
        "crosses the floor of the ravine at every step, equally far each time": lambda s: (
            crosses(s) and abs(widths(s) - 1) < 1e-6
        ),
        "crosses the floor of the ravine at every step, farther each time": lambda s: (
            crosses(s) and widths(s) > 1 + 1e-6
        ),
    },
    ("ravine", "compared"): {
        "down from {E0}": lambda s: end(s, 0) < 28.125,
        "more than {E0} at the start": lambda s: end(s, 0) > 28.125,
    },
    ("two-slopes", "aim"): {
        "0°": lambda s: s.state.E.parameters["k"] == 1,
        "{degrees}": lambda s: s.state.E.parameters["k"] > 1,
    },
    ("divide-gain", "until"): {
        "after {steps}": reaches(1, 1000),
        "not within 60 steps": not_(reaches(1, 1000)),
    },
    ("sign", "uphill"): {
        "moves no weight along its gradient": not_(uphill),
        "moves a weight along its gradient, uphill, in {count} of 60 steps": uphill,
    },
    ("first-step-answer", "same"): {
        "Both weights move by the same amount": is_equal,
        "They move": not_(is_equal),
    },
    ("first-step-answer", "corner"): {
        "the step ends at a corner of the dashed square": is_equal,
        "the step ends at no corner of the square: a gradient is almost 0": lambda s: (
            np.abs(run(s, 1).gradient[0]).min() < 0.01
        ),
    },
    ("compass", "memory"): {
        "is the present squared gradient": lambda s: value(s) == 0,
        "is almost the present squared gradient": lambda s: 0 < value(s) <= 0.05,
        "averages over about {steps}": lambda s: value(s) > 0.05,
    },
    ("explode", "how"): {
        "falls": lambda s: run(s, 1).error[1] < run(s, 1).error[0],
        "jumps": lambda s: run(s, 1).error[1] > run(s, 1).error[0],
    },
    ("rates", "how1"): {
        "a longer step": root_below(1),
        "a shorter step": not_(root_below(1)),
    },
    ("rates", "how2"): {
        "a longer step": root_below(2),
        "a shorter step": not_(root_below(2)),
    },
    ("plateau", "how"): {
        "below 0.15 after {steps}": lambda s: first_below(run(s, 0), 0.15),
        "at {E} after 700 steps": lambda s: not first_below(run(s, 0), 0.15),
    },
    ("adagrad", "times"): {
        "the same": lambda s: value(s) == 1,
        "{ratio} times as large": lambda s: value(s) > 1,
    },
    ("ten-times", "fate"): {
        "it converges": lambda s: across_after(s, 5) < across_after(s, 4) < across_after(s, 0),
        "it does not get closer": lambda s: abs(across_after(s, 5) - 1.2) < 1e-9,
        "it diverges": lambda s: across_after(s, 5) > across_after(s, 4) > 1.2 + 1e-9,
    },
    ("ten-times", "until"): {
        "is below a hundredth of its first value after {steps}": reaches(1, 100),
        "is not below a hundredth of its first value after 150 steps": not_(reaches(1, 100)),
    },
    ("price", "mix"): {
        "each weight has a curvature of its own": lambda s: value(s) == 0,
        "the gradient of each weight contains both curvatures": lambda s: nearest_axis(s) >= 1,
        "each weight has a curvature of its own again": lambda s: value(s) == 90,
    },
    ("better", "rank"): {
        "ends lower than all of them": lambda s: end(s, 0) < min(end(s, k) for k in (1, 2, 3)),
        "{second}": lambda s: end(s, 0) > end(s, 1),
    },
    ("better", "second"): {
        "ends lower than AdaGrad and Adam": lambda s: end(s, 0) < min(end(s, 2), end(s, 3)),
        "{third}": lambda s: end(s, 0) > end(s, 2),
    },
    ("better", "third"): {
        "ends between Adam and the others": lambda s: (
            max(end(s, 1), end(s, 2)) < end(s, 0) < end(s, 3)
        ),
        "ends higher than all of them": lambda s: end(s, 0) > max(end(s, k) for k in (1, 2, 3)),
    },
    **{
        ("better", f"until{place}"): {
            f"{{steps{place}}}": reaches(place, 1000),
            "more than 20": not_(reaches(place, 1000)),
        }
        for place in range(4)
    },
}
"""For each clause its texts, each with the condition under which it is true."""

SAYINGS = [
    (stop, name, say) for stop in STOPS for name, say in stop.says.items() if isinstance(say, Words)
]


def chosen(words: Words, number: float) -> str:
    """Return the text that is said, its parts not filled in."""
    if math.isnan(number):
        return words.missing
    return next((text for limit, text in words.cases if number < limit), words.otherwise)


def is_said(stop: Stop, name: str, scene: Scene) -> bool:
    """Return whether a part is said: one that others name may not be."""
    naming = [
        other
        for other, say in stop.says.items()
        if isinstance(say, Words) and f"{{{name}}}" in CLAUSES[stop.key, other]
    ]
    return all(
        chosen(say, measured(say.measure, scene)) == f"{{{name}}}"
        for other in naming
        if isinstance(say := stop.says[other], Words)
    )


def test_every_clause_has_its_conditions() -> None:
    assert {(stop.key, name) for stop, name, _ in SAYINGS} == set(CLAUSES)
    for stop, name, say in SAYINGS:
        texts = {*(text for _, text in say.cases), say.otherwise, say.missing} - {""}
        assert texts == set(CLAUSES[stop.key, name])


@pytest.mark.parametrize(
    ("stop", "name", "say"), SAYINGS, ids=[f"{stop.key}-{name}" for stop, name, _ in SAYINGS]
)
def test_a_clause_is_true_where_it_is_said(stop: Stop, name: str, say: Words) -> None:
    for scene in scenes(stop.key):
        text = chosen(say, measured(say.measure, scene))
        conditions = CLAUSES[stop.key, name]
        if not is_said(stop, name, scene):
            continue
        assert conditions[text](scene), (text, scene.value)
        others = [other for other in conditions if other != text and conditions[other](scene)]
        assert not others, (text, others, scene.value)
