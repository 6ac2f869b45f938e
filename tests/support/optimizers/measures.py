"""Measures of runs: numbers that the literature states, from the columns of a run."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice

import numpy as np
from numpy.typing import NDArray

from optimizers import ErrorFunction

Columns = Mapping[str, NDArray[np.float64]]
Measure = Callable[[Columns], float]


def last(name: str, back: int = 0) -> Measure:
    """Return the measure of the last value of a column, or of one before it."""
    return lambda run: float(run[name][-1 - back])


def size_of(name: str) -> Measure:
    """Return the measure of how far the last value of a column is from 0."""
    return lambda run: float(abs(run[name][-1]))


def shrinkage(begin: int, end: int) -> Measure:
    """Return the measure of the factor by which the distance from 0 changes in a step."""

    def measure(run: Columns) -> float:
        distance = np.hypot(run["w1"], run["w2"])
        return float((distance[end] / distance[begin]) ** (1 / (end - begin)))

    return measure


def growth(run: Columns) -> float:
    """Return 1 if the last hundred steps swing wider than a hundred before, and -1 otherwise."""
    size = np.abs(run["w1"])
    return float(np.sign(size[-100:].max() - size[-1100:-1000].max()))


def first_step(reached: Callable[[Columns], NDArray[np.bool_]]) -> Measure:
    """Return the measure of the first step at which something holds."""
    return lambda run: float(np.argmax(reached(run)))


def done(run: Columns) -> NDArray[np.bool_]:
    """Return where E is below a thousandth of its first value."""
    below: NDArray[np.bool_] = run["E"] < run["E"][0] / 1000
    return below


def drift(run: Columns) -> float:
    """Return by how much w1 changes in ten steps, on average over the run."""
    return float(10 * run["w1"][-1] / (len(run["w1"]) - 1))


def late_drift(run: Columns) -> float:
    """Return by how much w1 changes in the last ten steps."""
    return float(run["w1"][-1] - run["w1"][-11])


def projected(run: Columns) -> float:
    """Return where w1 ends with a rate of 0.5/sqrt(t), kept in [-1, 1] by projection."""
    w = 0.0
    for t, v in enumerate(run["v1"][1:], start=1):
        w = min(max(w - 0.5 / math.sqrt(t) * v, -1.0), 1.0)
    return w


def sharpness(text: str, width: float = 1e-5) -> Measure:
    """Return the measure of the median sharpness in the last quarter, scaled by the rates."""
    function = ErrorFunction.parse(text)

    def at(w1: float, w2: float, rate1: float, rate2: float) -> float:
        columns = [
            (function.gradient(w1 + a, w2 + b) - function.gradient(w1 - a, w2 - b)) / (2 * width)
            for a, b in ((width, 0), (0, width))
        ]
        root = np.sqrt([rate1, rate2])
        hessian = np.transpose(columns)
        return float(np.linalg.eigvalsh(root[:, None] * (hessian + hessian.T) / 2 * root)[-1])

    def measure(run: Columns) -> float:
        rows = np.transpose([run[name] for name in ("w1", "w2", "rate1", "rate2")])
        return float(np.median([at(*row) for row in rows[len(rows) * 3 // 4 :].tolist()]))

    return measure


def scripted(period: Sequence[float], steps: int) -> list[float]:
    """Return gradients that repeat; a run asks for one more than it takes steps."""
    return list(islice(cycle(period), steps + 1))
