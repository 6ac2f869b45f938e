"""Numbers from the literature that two weights reproduce, as one table for Python and the browser.

Each case is a run and a number measured on its columns, row 0 being the start.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tests.support.optimizers.measures import (
    Measure,
    done,
    drift,
    first_step,
    growth,
    last,
    late_drift,
    projected,
    scripted,
    sharpness,
    shrinkage,
    size_of,
)


@dataclass(frozen=True)
class Case:
    """A number from the literature.

    Parameters
    ----------
    source : str
        The paper, and what of it.
    rule : str
        A key of `OPTIMIZERS`.
    of : str or sequence of float
        The error function, or the gradients of w1 one after another, whatever w1 is.
    steps : int
        How many steps to take.
    measure : callable
        From the columns of the run to the number.
    expected : float
        The number.
    within : float
        By how much it may differ.
    start : tuple of two floats
        w(0).
    settings : dict of str to float
        Hyperparameters that differ from their defaults.
    """

    source: str
    rule: str
    of: str | Sequence[float]
    steps: int
    measure: Measure
    expected: float
    within: float = 1e-9
    start: tuple[float, float] = (0, 0)
    settings: Mapping[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.source}: {self.rule}"


def near(limits: Mapping[str, float], settings: Mapping[str, Mapping[str, float]]) -> list[Case]:
    """Return cases on both sides of the rates from which on rules diverge on 12.5 w1^2."""
    return [
        Case(
            f"stability at {share} of the limit",
            rule,
            "12.5 w1^2",
            4000,
            growth,
            math.copysign(1, share - 1),
            start=(1, 0),
            settings={"eta": share * limit, **settings.get(rule, {})},
        )
        for rule, limit in limits.items()
        for share in (0.999, 1.001)
    ]


LIMITS = {"gradient-descent": 2 / 25, "momentum": 2 * 1.9 / 25, "nesterov": 2 * 1.9 / 25 / 2.8}
GOH = "(w1^2 + 25 w2^2)/2"
WILSON = "(3 w1 + w2 - 4)^2/2"
WILSON_ENDS = {
    "gradient-descent": (1.2, 0.4, {"eta": 0.01}),
    "momentum": (1.2, 0.4, {"eta": 0.001}),
    "adagrad": (1, 1, {"eta": 0.02}),
    "rmsprop": (1, 1, {"eta": 0.001}),
    "adam": (1, 1, {"eta": 0.001}),
}
ALIGNED, TURNED = "(w1^2 + 100 w2^2)/2", "((w1 + w2)^2/2 + 100 (w2 - w1)^2/2)/2"
CONDITION = [
    ("gradient-descent", {"eta": 0.015}, 76, 76),
    ("rmsprop", {"eta": 0.01, "beta": 0.9}, 113, 175),
    ("adam", {"eta": 0.1}, 11, 172),
]
HINTON = [0.1] * 9 + [-0.9]
LESSARD = "w1^2/2 + 12 min(w1, 1)^2 + 24 max(w1 - 1, 0) + 12 max(w1 - 2, 0)^2"


def saddle(rule: str, y: float, steps: int, **settings: float) -> Case:
    """Return the case of leaving the saddle w1^2 - w2^2 from beside it."""
    left = first_step(lambda run: np.abs(run["w2"]) >= 0.5)
    of = ("leaving a saddle", rule, "w1^2 - w2^2", 200, left, steps)
    return Case(*of, start=(1, y), settings={"eta": 0.05, **settings})


TURNED_RAVINE = "((w1 + w2)^2/2 + 25 (w2 - w1)^2/2)/2"
ROSENBROCK = "(1 - w1)^2 + 100 (w2 - w1^2)^2"

LITERATURE: list[Case] = [
    *near(LIMITS, {key: {"alpha": 0.9} for key in ("momentum", "nesterov")}),
    *(
        Case("Goh 2017", rule, GOH, 400, shrinkage(300, 400), factor, 5e-5, (1, 1), settings)
        for rule, factor, settings in (
            ("gradient-descent", 24 / 26, {"eta": 2 / 26}),
            ("momentum", 0.6686, {"eta": 1 / 9, "alpha": 4 / 9}),
        )
    ),
    *(
        Case("Wilson et al. 2017", rule, WILSON, 12000, last(name), end, 2e-3, settings=settings)
        for rule, (*ends, settings) in WILSON_ENDS.items()
        for name, end in zip(("w1", "w2"), ends, strict=True)
    ),
    *(
        Case("RMSProp in a 2-cycle", "rmsprop", of, 3000, measure, end, 1e-4, (1, -1), settings)
        for of, curvature in (("3 w1^2 + 10 w2^2", 6), ("w1^2/2 + 500 w2^2", 1))
        for settings in ({"eta": 0.05, "beta": beta} for beta in (0.5, 0.9, 0.99))
        for measure, end in (
            (size_of("w1"), 0.025),
            (size_of("w2"), 0.025),
            (lambda run: run["w1"][-1] + run["w1"][-2], 0),
            (lambda run, curvature=curvature: curvature * run["rate1"][-1], 2),
        )
    ),
    *(
        Case(
            f"Adam's edge is at 38/eta on {of}",
            "adam",
            of,
            3000,
            sharpness(of),
            36,
            1.9,
            (-2, 2),
            {"eta": 0.1, "beta2": 0.99},
        )
        for of in (ROSENBROCK, TURNED_RAVINE)
    ),
    Case("first step", "adam", [1] * 2, 1, last("v1"), 0.2, settings={"epsilon": 1e-12}),
    Case("first step", "rmsprop", [1] * 2, 1, last("v1"), 3.16228, 1e-5, settings={"eta": 1}),
    Case(
        "first step", "rmsprop", [1] * 2, 1, last("v1"), 10, 1e-5, settings={"eta": 1, "beta": 0.99}
    ),
    Case("constant gradient", "adagrad", [1] * 101, 100, size_of("w1"), 18.5896, 1e-4),
    Case(
        "first step",
        "adadelta",
        [1] * 2,
        1,
        last("v1"),
        0.00447209,
        1e-8,
        settings={"beta": 0.95, "epsilon": 1e-6},
    ),
    saddle("gradient-descent", 1e-3, 66),
    saddle("gradient-descent", 1e-6, 138),
    saddle("rmsprop", 1e-3, 4),
    saddle("rmsprop", 1e-6, 5),
    *(
        Case("condition 100", rule, of, 400, first_step(done), steps, 0, start, settings)
        for rule, settings, *expected in CONDITION
        for of, start, steps in zip(
            (ALIGNED, TURNED), ((1, 1), (0, math.sqrt(2))), expected, strict=True
        )
    ),
    *(
        Case(
            "Hinton, lecture 6",
            rule,
            scripted(HINTON, 2000),
            2000,
            measure,
            end,
            5e-4,
            settings={"eta": 1, **settings},
        )
        for rule, settings, measure, end in (
            ("gradient-descent", {}, drift, 0),
            ("rmsprop", {"beta": 0}, late_drift, -8),  # divided by its size, a sign is left
            # on average over 2000 steps, the first of which are large
            ("rmsprop", {"beta": 0.9}, drift, -0.745),
            ("rmsprop", {"beta": 0.99}, drift, -0.289),
            # when s has settled
            ("rmsprop", {"beta": 0.9}, late_drift, -0.679),
            ("rmsprop", {"beta": 0.99}, late_drift, -0.067),
        )
    ),
    Case(
        "Hinton, lecture 6: Rprop runs away",
        "rprop",
        scripted(HINTON, 200),
        200,
        lambda run: float(abs(run["w1"][-1]) > 1000),
        1,
    ),
    Case(
        "Reddi et al. 2018",
        "adam",
        scripted([3, -1, -1], 3000),
        3000,
        projected,
        1,
        0.05,
        settings={"eta": 1, "beta1": 0, "beta2": 0.1},
    ),
    *(
        Case(
            "Lessard et al. 2016",
            "momentum",
            LESSARD,
            3000,
            last("w1", back),
            end / 1225,
            1e-9,
            (3.3, 0),
            {"eta": 1 / 9, "alpha": 4 / 9},
        )
        for back, end in enumerate((792, 2592, -2208))
    ),
    Case(
        "a gradient after long silence",
        "adam",
        [0] * 10000 + [1, 0],
        10001,
        last("v1"),
        3.162,
        1e-3,
        settings={"eta": 1},
    ),
]
