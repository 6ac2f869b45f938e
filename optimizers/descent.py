"""The run of a rule on an error function: w(t) = w(t-1) - v(t), step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
import sympy as sp
from numpy.typing import NDArray

from optimizers.codegen.autodiff import Assignment
from optimizers.codegen.compiled import assignments, compiled
from optimizers.codegen.trace import past_name
from optimizers.error_function import ErrorFunction
from optimizers.errors import DescentError
from optimizers.language.numeric import FLOATS
from optimizers.rule import Rule
from optimizers.stopping import POINT_IS_LOST, SLOPE_IS_LOST, STOPS

MOST_STEPS = 1_000_000
LARGEST_START = 1e100

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Trajectory:
    """What a descent did, in the article's letters.

    Parameters
    ----------
    w : ndarray, shape (n + 1, 2)
        The weights, from the start w(0) on; n is the number of steps taken.
    error : ndarray, shape (n + 1,)
        E at these weights.
    gradient, update : ndarray, shape (n, 2)
        g(t) and v(t) for t = 1 ... n: w(t) = w(t-1) - v(t).
    state : dict of str to ndarray, shape (n + 1, 2)
        What the rule remembers, from t = 0 on.
    stopped : str or None
        Why it ended before the steps asked for, in words, or None.
    rate : ndarray, shape (n, 2), or None
        The effective learning rate of each weight, for a rule that has one.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> slope = ErrorFunction.parse("w1 - 2 w2")
    >>> run = descend(slope, OPTIMIZERS["momentum"], start=(0, 0), steps=2, eta=1, alpha=0.5)
    >>> run.w.tolist(), run.error.tolist()
    ([[0.0, 0.0], [-1.0, 2.0], [-2.5, 5.0]], [0.0, -5.0, -12.5])
    >>> run.update.tolist(), run.state["m"].tolist()
    ([[1.0, -2.0], [1.5, -3.0]], [[0.0, 0.0], [-1.0, 2.0], [-1.5, 3.0]])
    >>> log = ErrorFunction.parse("log(w1)")
    >>> descend(log, OPTIMIZERS["gradient-descent"], (1, 0), steps=2, eta=2).stopped
    'stopped at step 1: E has no value at the point reached'
    """

    w: Floats
    error: Floats
    gradient: Floats
    update: Floats
    state: dict[str, Floats]
    stopped: str | None
    rate: Floats | None = None


def descend(
    error_function: ErrorFunction,
    rule: Rule,
    start: Sequence[float],
    steps: int,
    **hyperparameters: float,
) -> Trajectory:
    """Run a rule on an error function.

    Parameters
    ----------
    error_function : ErrorFunction
        What to descend.
    rule : Rule
        How; one of `OPTIMIZERS`.
    start : sequence of two floats
        w(0).
    steps : int
        How many steps to take, 0 to 1 000 000.
    **hyperparameters : float
        Those of the rule that shall differ from their defaults.

    Returns
    -------
    Trajectory
        Shorter than `steps` where the run diverged or met a point without a slope.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.
    DescentError
        If the start or the number of steps is no usable number.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> descend(bowl, OPTIMIZERS["rmsprop"], start=(-15, 20), steps=2).w.round(2).tolist()
    [[-15.0, 20.0], [-14.84, 19.84], [-14.73, 19.73]]
    """
    w1, w2 = _checked_start(start)
    if not 0 <= steps <= MOST_STEPS or steps != int(steps):
        raise DescentError(f"steps must be a whole number from 0 to {MOST_STEPS}.")
    settings = rule.settings(hyperparameters)
    initial = rule.initial_state(settings)
    rows: list[float] = []
    run = partial(_run(rule), w1=w1, w2=w2, steps=range(1, int(steps) + 1), **settings)
    try:
        stop = run(error_function.evaluate_floats, keep=rows.extend)
    except (ArithmeticError, ValueError):  # an overflow, say: once more, as a browser computes
        rows.clear()
        with np.errstate(all="ignore"):
            stop = run(error_function.evaluate, keep=rows.extend)

    first = (w1, w2, error_function.evaluate(w1, w2)[0])
    width = len(first) + 4 + 2 * len(initial) + (2 if rule.rate else 0)
    table = np.fromiter(rows, dtype=np.float64, count=len(rows)).reshape(-1, width)
    led = np.vstack([first, table[:, :3]])
    states = {
        name: np.vstack([[value, value], table[:, 7 + 2 * k : 9 + 2 * k]])
        for k, (name, value) in enumerate(initial.items())
    }
    stopped = None if stop is None else STOPS[stop[0]].sentence.format(t=stop[1])
    rate = table[:, -2:] if rule.rate else None
    return Trajectory(led[:, :2], led[:, 2], table[:, 3:5], table[:, 5:7], states, stopped, rate)


def weight_lines(rule: Rule, weight: int) -> tuple[Assignment, ...]:
    """Return the lines of a rule for weight 1 or 2: every quantity gets the weight's number."""
    shared = {h.name for h in rule.hyperparameters} | {"t"}
    rate = rule.rate_line
    lines = (*rule.lines, rate) if rate else rule.lines
    symbols = {s for line in lines for s in line.term.free_symbols if s.name not in shared}
    numbered = {s: sp.Symbol(f"{s.name}{weight}", real=True) for s in symbols}
    with sp.evaluate(False):
        return tuple((f"{line.name}{weight}", line.term.xreplace(numbered)) for line in lines)


def recorded(rule: Rule) -> list[str]:
    """Return the names of what a step leaves behind, in the order of a row."""
    states = [s.name for s in rule.state]
    kept = [*states, "rate"] if rule.rate else states
    return [
        "w1",
        "w2",
        "E",
        "g1",
        "g2",
        "v1",
        "v2",
        *(f"{name}{i}" for name in kept for i in (1, 2)),
    ]


def remembered(rule: Rule) -> list[Assignment]:
    """Return the assignments that make the present state the past one."""
    return [
        (f"{past_name(s.name)}{i}", sp.Symbol(f"{s.name}{i}")) for s in rule.state for i in (1, 2)
    ]


@lru_cache(maxsize=64)
def _run(rule: Rule) -> Callable[..., Any]:
    hyperparameters = ", ".join(h.name for h in rule.hyperparameters)
    initial = "".join(f"    {s.name}1 = {s.name}2 = {s.initial}\n" for s in rule.state)
    step = assignments((*remembered(rule), *weight_lines(rule, 1), *weight_lines(rule, 2)), " " * 8)
    reasons = "".join(
        f"    if {s.condition}:\n        return {k}, t\n" for k, s in enumerate(STOPS)
    )
    text = f"""
def run(evaluate, w1, w2, steps, keep, {hyperparameters}):
    t = 0
    E, next_g1, next_g2 = evaluate(w1, w2)
    if {POINT_IS_LOST}:
        return 0, 0
{initial}    for t in steps:
        g1 = next_g1
        g2 = next_g2
        if {SLOPE_IS_LOST}:
            t -= 1
            break
{step}        w1 = w1 - v1
        w2 = w2 - v2
        E, next_g1, next_g2 = evaluate(w1, w2)
        if {POINT_IS_LOST}:
            break
        keep(({", ".join(recorded(rule))}))
    else:
        return None
{reasons}"""
    return compiled("run", text, FLOATS)


def _checked_start(start: Sequence[float]) -> tuple[float, float]:
    try:
        w1, w2 = (float(w) for w in start)
    except (TypeError, ValueError, OverflowError):
        w1 = w2 = np.nan
    if not (abs(w1) <= LARGEST_START and abs(w2) <= LARGEST_START):
        raise DescentError(f"start must be two numbers of at most {LARGEST_START:g}.")
    return w1, w2
