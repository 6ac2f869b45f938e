"""Descent: the trajectory of a rule on an error function, w(t) = w(t-1) - v(t)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from optimizers.codegen.descent_loop import compiled_descent_loop
from optimizers.error_function import ErrorFunction
from optimizers.errors import DescentError
from optimizers.numbers import plain_number
from optimizers.rule import Rule
from optimizers.stopping import STOPS

MOST_STEPS = 1_000_000
LARGEST_START = 1e100

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Trajectory:
    """Trajectory of a descent, in the article's letters.

    Parameters
    ----------
    w : ndarray, shape (n + 1, 2)
        The weights, from the start w(0) on; n is the number of steps taken.
    error : ndarray, shape (n + 1,)
        E at these weights.
    gradient, update : ndarray, shape (n, 2)
        g(t) and v(t) for t = 1 ... n: w(t) = w(t-1) - v(t).
    state : dict of str to ndarray, shape (n + 1, 2)
        The optimizer state, from t = 0 on.
    stopped : str or None
        Why it ended early, as a sentence, or None.
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
        The function to minimize.
    rule : Rule
        The update rule, such as one of `OPTIMIZERS`.
    start : sequence of two floats
        w(0).
    steps : int
        The number of steps, 0 to 1 000 000.
    **hyperparameters : float
        Hyperparameters of the rule that differ from their defaults.

    Returns
    -------
    Trajectory
        Shorter than `steps` if the run diverged or reached a point without a finite gradient.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.
    DescentError
        If the start or the number of steps is not usable.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> descend(bowl, OPTIMIZERS["rmsprop"], start=(-15, 20), steps=2).w.round(2).tolist()
    [[-15.0, 20.0], [-14.84, 19.84], [-14.73, 19.73]]
    """
    w1, w2 = checked_start(start)
    count = checked_steps(steps)
    settings = rule.settings(hyperparameters)
    initial = rule.initial_state(settings)
    rows: list[float] = []
    run = partial(compiled_descent_loop(rule), w1=w1, w2=w2, steps=range(1, count + 1), **settings)
    try:
        stop = run(error_function.evaluate_floats, record=rows.extend)
    except (ArithmeticError, ValueError):  # such as an overflow
        stop = (0, 0, w1, w2)
    if stop is not None:  # again with inf and nan, and with limits of slopes
        rows.clear()
        with np.errstate(all="ignore"):
            stop = run(error_function.evaluate, record=rows.extend)

    start_row = (w1, w2, error_function.evaluate(w1, w2)[0])
    width = len(start_row) + 4 + 2 * len(initial) + (2 if rule.rate else 0)
    table = np.fromiter(rows, dtype=np.float64, count=len(rows)).reshape(-1, width)
    points = np.vstack([start_row, table[:, :3]])
    states = {
        name: np.vstack([[value, value], table[:, 7 + 2 * k : 9 + 2 * k]])
        for k, (name, value) in enumerate(initial.items())
    }
    stopped = None if stop is None else _sentence(error_function, *stop)
    rate = table[:, -2:] if rule.rate else None
    update = table[:, 5:7]
    return Trajectory(points[:, :2], points[:, 2], table[:, 3:5], update, states, stopped, rate)


def _sentence(error_function: ErrorFunction, reason: int, t: int, w1: float, w2: float) -> str:
    """Return why a run ended, in words."""
    sentence = STOPS[reason].sentence.replace("{t}", str(t))
    if "{term}" in sentence:
        sentence = sentence.replace("{term}", error_function.term_without_slope(w1, w2))
    return sentence


def checked_start(start: Sequence[float]) -> tuple[float, float]:
    """Return a start as two floats; DescentError if it is none."""
    ordered = isinstance(start, (Sequence, np.ndarray)) and not isinstance(start, (str, bytes))
    w1, w2 = map(plain_number, start) if ordered and len(start) == 2 else (np.nan, np.nan)
    if not (abs(w1) <= LARGEST_START and abs(w2) <= LARGEST_START):
        raise DescentError(f"start must be two numbers of at most {LARGEST_START:g}.")
    return w1, w2


def checked_steps(steps: int) -> int:
    """Return a number of steps as an int; DescentError if it is none."""
    count = plain_number(steps)
    if not (0 <= count <= MOST_STEPS and count.is_integer()):
        raise DescentError(f"steps must be a whole number from 0 to {MOST_STEPS}.")
    return int(count)
