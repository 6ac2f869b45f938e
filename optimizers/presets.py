"""Presets: named error functions, each with a view, a start point and its known minima."""

from __future__ import annotations

from optimizers.error_function import ErrorFunction
from optimizers.preset import Preset

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
        "bowl",
        "The article's bowl",
        "3 w1^2 + 10 w2^2",
        (-20, 12, -9, 23),
        (-15, 20),
        ((0, 0),),
        runs=("gradient-descent,eta:0.001", "rmsprop,eta:0.05"),
        steps=500,
        look="RMSProp moves both weights alike and leads from step 405 on. Gradient descent still "
        "crawls along w₁ at step 500.",
    ),
    Preset(
        "ravine",
        "Ravine",
        "w1^2/2 + 12.5 w2^2",
        (-5, 5, -5, 5),
        (-4.5, 1.2),
        ((0, 0),),
        runs=("gradient-descent,eta:0.07", "rmsprop,eta:0.05"),
        steps=150,
        look="With η = 0.07 gradient descent leaps across the ravine: its w₂ changes sign at every"
        " step. RMSProp comes down the wall without a leap.",
    ),
    Preset(
        "banana",
        "Distill's banana",
        "(1 - w1)^2 + 20 (3w2 - w1^2)^2",
        (-2, 2, -0.27, 1.07),
        (-1.21, 0.853),
        ((1, 1 / 3),),
        runs=("gradient-descent,eta:0.002", "momentum,eta:0.002"),
        steps=500,
        look="Gradient descent follows the bend and is still on its way at step 500. Momentum "
        "swings from side to side and arrives within 150 steps.",
    ),
    Preset(
        "rosenbrock",
        "Rosenbrock",
        "(1 - w1)^2 + 100 (w2 - w1^2)^2",
        (-2, 2, -1, 3),
        (-2, 2),
        ((1, 1),),
        runs=("gradient-descent,eta:0.001", "momentum,eta:0.0005"),
        steps=500,
        look="Gradient descent is in the valley within ten steps and then creeps along it. "
        "Momentum follows the valley and ends less than 0.1 from the minimum.",
    ),
    Preset(
        "himmelblau",
        "Himmelblau",
        "(w1^2 + w2 - 11)^2 + (w1 + w2^2 - 7)^2",
        (-6, 6, -6, 6),
        (-0.15, 0.67),
        ((3, 2), (-2.805118, 3.131313), (-3.77931, -3.283186), (3.584428, -1.848127)),
        runs=("gradient-descent,eta:0.01", "rmsprop,eta:0.05"),
        steps=150,
        look="E has four minima of the same depth. From here both runs go to (3, 2); from the "
        "start (−2, 2) both go to another one.",
    ),
    Preset(
        "two-wells",
        "Two wells",
        "w1^2 + w2^2 - 2e^(-((w1 - 1)^2 + w2^2)/0.2) - 3e^(-((w1 + 1)^2 + w2^2)/0.2)",
        (-2, 2, -2, 2),
        (0.4, 1.5),
        ((-0.936, 0), (0.905, 0)),
        runs=("gradient-descent,eta:0.02", "momentum,eta:0.01"),
        steps=200,
        look="Gradient descent ends in the shallow well on the right, where E = −1.09. "
        "Momentum overshoots the pass between the wells and turns left, into the deep "
        "one, where E = −2.06.",
    ),
    Preset(
        "saddle",
        "Saddle",
        "w1^2 - w2^2 + w2^4/4",
        (-2.5, 2.5, -2.5, 2.5),
        (1.5, 0.001),
        ((0, -(2**0.5)), (0, 2**0.5)),
        runs=("gradient-descent,eta:0.02", "rmsprop,eta:0.02"),
        steps=200,
        look="Gradient descent is held up at the saddle, with E near 0 until step 100. RMSProp "
        "with the same η is in a minimum by then, where E = −1.",
    ),
    Preset(
        "beale",
        "Beale",
        "(1.5 - w1 + w1 w2)^2 + (2.25 - w1 + w1 w2^2)^2 + (2.625 - w1 + w1 w2^3)^2",
        (-4.5, 4.5, -4.5, 4.5),
        (1, 1.5),
        ((3, 0.5),),
        runs=("gradient-descent,eta:0.01", "adam,eta:0.2"),
        steps=200,
        look="Gradient descent is quicker down the wall but slows on the flat floor. After 200 "
        "steps Adam is ten times closer to the minimum.",
    ),
    Preset(
        "booth",
        "Booth",
        "(w1 + 2w2 - 7)^2 + (2w1 + w2 - 5)^2",
        (-10, 10, -10, 10),
        (-8, 7),
        ((1, 3),),
        runs=("gradient-descent,eta:0.05", "rmsprop,eta:0.1"),
        steps=200,
        look="The valley lies across both axes, where a rate for each weight gains little: "
        "gradient descent is ahead all the way.",
    ),
    Preset(
        "matyas",
        "Matyas",
        "0.26 (w1^2 + w2^2) - 0.48 w1 w2",
        (-10, 10, -10, 10),
        (-9.08, -7.83),
        ((0, 0),),
        runs=("gradient-descent,eta:0.2", "rmsprop,eta:0.1"),
        steps=200,
        look="The valley floor is nearly flat. Gradient descent has a fifth of the way left after "
        "200 steps; RMSProp is there after 120.",
    ),
    Preset(
        "rastrigin",
        "Rastrigin",
        "20 + w1^2 - 10cos(2pi w1) + w2^2 - 10cos(2pi w2)",
        (-4.5, 4.5, -4.5, 4.5),
        (-2, 3.5),
        ((0, 0),),
        runs=("gradient-descent,eta:0.001", "adam,eta:0.5"),
        steps=100,
        look="Gradient descent settles in the nearest hollow, where E = 12.9. Adam strides over "
        "hollows and settles in a deeper one, E = 3.98; the deepest has E = 0.",
    ),
    Preset(
        "ackley",
        "Ackley",
        "-20exp(-0.2sqrt((w1^2 + w2^2)/2)) - exp((cos(2pi w1) + cos(2pi w2))/2) + e + 20",
        (-5, 5, -5, 5),
        (3, 2.5),
        ((0, 0),),
        runs=("gradient-descent,eta:0.01", "adam,eta:0.5"),
        steps=100,
        look="Gradient descent settles in the nearest hollow, where E = 7.96. Adam’s steps are "
        "longer than a hollow: it settles next to the deepest, at E = 2.58.",
    ),
    Preset(
        "camel",
        "Six-hump camel",
        "(4 - 2.1w1^2 + w1^4/3) w1^2 + w1 w2 + (4w2^2 - 4) w2^2",
        (-3, 3, -2, 2),
        (-2, 1.5),
        ((-0.0898, 0.7127), (0.0898, -0.7127)),
        runs=("gradient-descent,eta:0.01", "momentum,eta:0.005"),
        steps=150,
        look="Gradient descent ends in a side hollow, where E = −0.215. Momentum runs through "
        "it and on to one of the two lowest, where E = −1.03.",
    ),
    Preset(
        "neuron",
        "Saturated neuron (plateau)",
        f"({NEURON})/6",
        (-10, 10, -10, 10),
        (-6, 6),
        ((1.233667, -0.018305),),
        runs=("gradient-descent,eta:0.05", "rmsprop,eta:0.05"),
        steps=500,
        look="On the plateau the gradient is tiny. With the same η gradient descent moves by less "
        "than 1 in 500 steps; RMSProp arrives at the minimum.",
    ),
    Preset(
        "chain",
        "Deep tanh chain (vanishing gradient)",
        f"({CHAIN})/4",
        (-6, 6, -6, 6),
        (-5, 5),
        ((0.475439, 1.566139), (-0.475439, -1.566139)),
        runs=("gradient-descent,eta:0.05", "rmsprop,eta:0.05"),
        steps=200,
        look="The gradient vanishes: gradient descent moves by less than 0.01 in 200 steps. "
        "RMSProp divides by its size and brings E below 0.01 in 100.",
    ),
)
"""The presets, in the order of the gallery; the first is the article's example, and the default."""


def preset_of(function: ErrorFunction) -> Preset | None:
    """Return the preset that a function is, however it is spelled, or None."""
    return next((p for p in PRESETS if ErrorFunction.parse(p.text) == function), None)
