"""Presets: named error functions, each with a view, a start point and its known minima."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Preset:
    """A named error function.

    Parameters
    ----------
    key, name : str
        Short name and display name.
    text : str
        The formula, as it would be typed.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2.
    start : tuple of two floats
        The start point w(0).
    minima : tuple of points
        The known minima.
    """

    key: str
    name: str
    text: str
    view: tuple[float, float, float, float]
    start: Point
    minima: tuple[Point, ...] = ()


NEURON = " + ".join(
    f"({term})^2"
    for term in (
        "sigmoid(w2 - 2w1)",
        "sigmoid(w2 - w1)",
        "sigmoid(w2 - 0.3w1) - 1",
        "sigmoid(w2 + 0.4w1)",
        "sigmoid(w2 + w1) - 1",
        "sigmoid(w2 + 2w1) - 1",
    )
)
CHAIN = " + ".join(
    f"(tanh(w2 tanh({u}w1)) {t})^2"
    for u, t in (("-", "+ 0.6"), ("-0.5", "+ 0.35"), ("0.5", "- 0.35"), ("", "- 0.6"))
)

PRESETS = (
    Preset(
        "bowl", "The article's bowl", "3 w1^2 + 10 w2^2", (-20, 12, -9, 23), (-15, 20), ((0, 0),)
    ),
    Preset("ravine", "Ravine", "w1^2/2 + 12.5 w2^2", (-5, 5, -5, 5), (-4.5, 1.2), ((0, 0),)),
    Preset(
        "banana",
        "Distill's banana",
        "(1 - w1)^2 + 20 (3w2 - w1^2)^2",
        (-2, 2, -0.27, 1.07),
        (-1.21, 0.853),
        ((1, 1 / 3),),
    ),
    Preset(
        "rosenbrock",
        "Rosenbrock",
        "(1 - w1)^2 + 100 (w2 - w1^2)^2",
        (-2, 2, -1, 3),
        (-2, 2),
        ((1, 1),),
    ),
    Preset(
        "himmelblau",
        "Himmelblau",
        "(w1^2 + w2 - 11)^2 + (w1 + w2^2 - 7)^2",
        (-6, 6, -6, 6),
        (-0.15, 0.67),
        ((3, 2), (-2.805118, 3.131313), (-3.77931, -3.283186), (3.584428, -1.848127)),
    ),
    Preset(
        "two-wells",
        "Two wells",
        "w1^2 + w2^2 - 2e^(-((w1 - 1)^2 + w2^2)/0.2) - 3e^(-((w1 + 1)^2 + w2^2)/0.2)",
        (-2, 2, -2, 2),
        (0.4, 1.5),
        ((-0.936, 0), (0.905, 0)),
    ),
    Preset(
        "saddle",
        "Saddle",
        "w1^2 - w2^2 + w2^4/4",
        (-2.5, 2.5, -2.5, 2.5),
        (1.5, 0.001),
        ((0, -(2**0.5)), (0, 2**0.5)),
    ),
    Preset(
        "beale",
        "Beale",
        "(1.5 - w1 + w1 w2)^2 + (2.25 - w1 + w1 w2^2)^2 + (2.625 - w1 + w1 w2^3)^2",
        (-4.5, 4.5, -4.5, 4.5),
        (1, 1.5),
        ((3, 0.5),),
    ),
    Preset(
        "booth",
        "Booth",
        "(w1 + 2w2 - 7)^2 + (2w1 + w2 - 5)^2",
        (-10, 10, -10, 10),
        (-8, 7),
        ((1, 3),),
    ),
    Preset(
        "matyas",
        "Matyas",
        "0.26 (w1^2 + w2^2) - 0.48 w1 w2",
        (-10, 10, -10, 10),
        (-9.08, -7.83),
        ((0, 0),),
    ),
    Preset(
        "rastrigin",
        "Rastrigin",
        "20 + w1^2 - 10cos(2pi w1) + w2^2 - 10cos(2pi w2)",
        (-4.5, 4.5, -4.5, 4.5),
        (-2, 3.5),
        ((0, 0),),
    ),
    Preset(
        "ackley",
        "Ackley",
        "-20exp(-0.2sqrt((w1^2 + w2^2)/2)) - exp((cos(2pi w1) + cos(2pi w2))/2) + e + 20",
        (-5, 5, -5, 5),
        (3, 2.5),
        ((0, 0),),
    ),
    Preset(
        "camel",
        "Six-hump camel",
        "(4 - 2.1w1^2 + w1^4/3) w1^2 + w1 w2 + (4w2^2 - 4) w2^2",
        (-3, 3, -2, 2),
        (-2, 1.5),
        ((-0.0898, 0.7127), (0.0898, -0.7127)),
    ),
    Preset(
        "neuron",
        "Saturated neuron (plateau)",
        f"({NEURON})/6",
        (-10, 10, -10, 10),
        (-6, 6),
        ((1.233667, -0.018305),),
    ),
    Preset(
        "chain",
        "Deep tanh chain (vanishing gradient)",
        f"({CHAIN})/4",
        (-6, 6, -6, 6),
        (-5, 5),
        ((0.475439, 1.566139), (-0.475439, -1.566139)),
    ),
)
"""The presets, in the order of the menu; the first is the article's example."""
