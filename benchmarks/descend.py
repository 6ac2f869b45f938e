"""How many steps a second `optimizers.descend` takes, beside a loop of torch.optim.RMSprop.

Run it from the checkout; without torch only Lockstep's own figures are printed::

    .venv/bin/python -m benchmarks.descend

torch belongs into an environment of its own; its CPU build comes with a plain ``pip install``::

    python3 -m venv /tmp/torch
    /tmp/torch/bin/pip install torch numpy sympy lark
    /tmp/torch/bin/python -m benchmarks.descend --check

Notes
-----
Both take 1000 steps of RMSProp in double precision from the preset's start, by turns, and medians
are compared. `descend` keeps all numbers of every step and returns arrays; torch does the least a
loop can: value, gradient, step, nothing kept, one thread. Its gradient is its own.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from math import e, pi
from typing import Any

from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.preset import Point
from optimizers.presets import PRESETS

try:
    import torch
except ModuleNotFoundError:
    torch = None

STEPS = 1000
SETTINGS = {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}
TURNS = 9
RUNS_A_TURN = 20
"""Runs of `descend` in a turn: one alone is too short to be timed well."""

LEAST_RATIO = 100.0


def bowl(w1: Any, w2: Any) -> Any:
    """Return the article's bowl in torch's terms, as the three below."""
    return 3 * w1**2 + 10 * w2**2


def rosenbrock(w1: Any, w2: Any) -> Any:
    """Return Rosenbrock's valley."""
    return (1 - w1) ** 2 + 100 * (w2 - w1**2) ** 2


def ackley(w1: Any, w2: Any) -> Any:
    """Return Ackley's function."""
    funnel = -20 * torch.exp(-0.2 * torch.sqrt((w1**2 + w2**2) / 2))
    return funnel - torch.exp((torch.cos(2 * pi * w1) + torch.cos(2 * pi * w2)) / 2) + e + 20


def beale(w1: Any, w2: Any) -> Any:
    """Return Beale's function."""
    first, second = 1.5 - w1 + w1 * w2, 2.25 - w1 + w1 * w2**2
    return first**2 + second**2 + (2.625 - w1 + w1 * w2**3) ** 2


FUNCTIONS = {"bowl": bowl, "rosenbrock": rosenbrock, "ackley": ackley, "beale": beale}


def run_descend(error_function: ErrorFunction, start: Point) -> None:
    """Descend as a notebook would."""
    trajectory = descend(error_function, OPTIMIZERS["rmsprop"], start, STEPS, **SETTINGS)
    assert trajectory.stopped is None, trajectory.stopped


def run_torch(function: Callable[[Any, Any], Any], start: Point) -> None:
    """Descend as a torch user would."""
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    eta, beta, epsilon = SETTINGS.values()
    optimizer = torch.optim.RMSprop([w], lr=eta, alpha=beta, eps=epsilon)
    for _ in range(STEPS):
        optimizer.zero_grad()
        function(*w.unbind()).backward()
        optimizer.step()


def seconds(run: Callable[[], None], times: int = 1) -> float:
    """Return how long one of a number of runs takes on average."""
    begun = time.perf_counter()
    for _ in range(times):
        run()
    return (time.perf_counter() - begun) / times


def compare(key: str) -> tuple[float, float]:
    """Return the median seconds of a run of `descend` and of torch, nan without torch."""
    preset = next(preset for preset in PRESETS if preset.key == key)
    error_function = ErrorFunction.parse(preset.text)
    ours = partial(run_descend, error_function, preset.start)
    ours()  # the first run compiles
    if torch is None:
        return statistics.median(seconds(ours, RUNS_A_TURN) for _ in range(TURNS)), float("nan")
    start = torch.tensor(preset.start, dtype=torch.float64)
    expected = error_function.evaluate(*preset.start)[0]
    assert abs(float(FUNCTIONS[key](*start)) - expected) <= 1e-9 * abs(expected), key
    theirs = partial(run_torch, FUNCTIONS[key], preset.start)
    theirs()
    turns = [(seconds(ours, RUNS_A_TURN), seconds(theirs)) for _ in range(TURNS)]
    return statistics.median(a for a, _ in turns), statistics.median(b for _, b in turns)


def main() -> None:
    """Print the table and, with --check, exit with a sentence for a ratio below the bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.descend",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="exit with status 1 for a missed bar")
    arguments = parser.parse_args()
    if torch is not None:
        torch.set_num_threads(1)
    elif arguments.check:
        sys.exit("There is no torch to compare with: the docstring says how to install it.")
    missed = []
    print(f"RMSProp, {STEPS} steps, steps a second, medians of {TURNS} turns")
    print(f"{'':12}{'descend':>12}{f'torch {torch.__version__}' if torch else '':>20}{'ratio':>8}")
    for key in FUNCTIONS:
        ours, theirs = compare(key)
        torch_cells = f"{STEPS / theirs:20,.0f}{theirs / ours:8.0f}" if torch else ""
        print(f"{key:12}{STEPS / ours:12,.0f}{torch_cells}", flush=True)
        if theirs / ours < LEAST_RATIO:
            missed.append(f"{key}: {theirs / ours:.0f} times torch is less than {LEAST_RATIO:g}.")
    if missed and arguments.check:
        sys.exit("\n".join(missed))


if __name__ == "__main__":
    main()
