"""How long a typed text takes from parsing to the contour grid: what the server does on Enter.

Run it from the checkout::

    .venv/bin/python -m benchmarks.understand

Every preset is measured, and the hardest texts that are accepted: each is as long as the parser's
bounds let it be.

Notes
-----
Every turn is a first time: the text is new to all caches and SymPy's own cache is emptied, while
all modules are imported, as in a worker that has just started.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sympy.core.cache import clear_cache

from components.state.state import View
from components.surface.contours import contours
from optimizers import ErrorFunction, ExpressionError
from optimizers.codegen.error_function_module import error_function_module
from optimizers.formulas.typeset import error_function_formula
from optimizers.language.tokens import MOST_CHARACTERS
from optimizers.presets import PRESETS

TURNS = 5
LONGEST_MS = 500.0
STAGES = ("parse", "program", "module", "formula", "grid")
VIEW: View = (-5, 5, -5, 5)


@dataclass(frozen=True)
class Hard:
    """A family of texts: more and more parts, joined.

    Parameters
    ----------
    name : str
        What the table calls it.
    part : callable
        From 1, 2, 3, ... to a part of the text.
    joiner : str
        What stands between two parts.
    before, after : str
        What stands around all of them.
    """

    name: str
    part: Callable[[int], str]
    joiner: str = "+"
    before: str = ""
    after: str = ""

    def text(self, count: int) -> str:
        """Return the text of so many parts."""
        return self.before + self.joiner.join(map(self.part, range(1, count + 1))) + self.after

    def longest(self) -> str:
        """Return the longest text of the family that is accepted."""
        fits, beyond = 1, MOST_CHARACTERS
        while beyond - fits > 1:
            middle = (fits + beyond) // 2
            if self.accepted(self.text(middle)):
                fits = middle
            else:
                beyond = middle
        return self.text(fits)

    @staticmethod
    def accepted(text: str) -> bool:
        """Tell whether a text is an error function, with room for a space a turn."""
        try:
            ErrorFunction.parse(text)
        except ExpressionError:
            return False
        return len(text) <= MOST_CHARACTERS - TURNS


HARD = (
    Hard("sum of products", lambda k: f"{k}x^{k % 7 + 2}y^{k % 5 + 2}"),
    Hard("product of letters", lambda k: "yx"[k % 2], ""),
    Hard("product of squared sums", lambda k: f"(x+{k}y)^{k % 4 + 2}", ""),
    Hard("sum of waves", lambda k: f"sin({k}x)y"),
    Hard("sum of tangents", lambda k: f"tan({k}x)^2"),
    Hard("sum of neurons", lambda k: f"sigmoid({k}x+y)^2"),
    Hard("sum of deep tanh", lambda k: "tanh(" * 8 + f"{k}x+y" + ")" * 8),
    Hard("sum of deep sigmoids", lambda k: f"sigmoid(sigmoid({k}x)y)"),
    Hard("product of relu", lambda k: f"relu(x-{k}y)", "*"),
    Hard("product of softplus", lambda k: f"softplus({k}x-y)", "*"),
    Hard("product of powers", lambda k: f"({k}+x^2)^y", "*"),
    Hard("sum of powers", lambda k: f"({k}+x^2)^y"),
    Hard("greatest of planes", lambda k: f"x-{k}y", ",", "max(", ")"),
    Hard("greatest of letters", lambda k: "yx"[k % 2], ",", "max(", ")"),
    Hard("greatest of powers", lambda k: f"{k}^x", ",", "max(", ")"),
    Hard("sum of nested max", lambda k: "max(x," * 28 + f"{k}y" + ")" * 28),
)


def texts() -> Iterator[tuple[str, str, View]]:
    """Yield the name, the text and the view of everything that is measured."""
    for preset in PRESETS:
        yield preset.name, preset.text, preset.view
    for hard in HARD:
        yield hard.name, hard.longest(), VIEW


def understand(text: str, view: View) -> list[float]:
    """Return the milliseconds of every stage for a text that is met for the first time."""
    clear_cache()
    times = [time.perf_counter()]

    def stage() -> None:
        times.append(time.perf_counter())

    error_function = ErrorFunction.parse(text)
    stage()
    _ = error_function.code
    stage()
    error_function_module(error_function)
    stage()
    error_function_formula(error_function)
    stage()
    contours(error_function, view)
    stage()
    return [1000 * (b - a) for a, b in pairwise(times)]


def main() -> None:
    """Print the table and, with --check, exit with a sentence for a text beyond the bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.understand",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="exit with status 1 for a missed bar")
    arguments = parser.parse_args()
    missed = []
    print(f"Milliseconds, medians of {TURNS} turns")
    print(
        f"{'':40}{'characters':>10}{'total':>8}{'worst':>8}", *(f"{s:>8}" for s in STAGES), sep=""
    )
    understand(
        PRESETS[0].text + " ", VIEW
    )  # the first of all compiles regular expressions and such
    for name, text, view in texts():
        turns = [understand(text + " " * turn, view) for turn in range(1, TURNS + 1)]
        total = statistics.median(map(sum, turns))
        stages = (statistics.median(stage) for stage in zip(*turns, strict=True))
        cells = (total, max(map(sum, turns)), *stages)
        print(f"{name:40}{len(text):10}", *(f"{cell:8.0f}" for cell in cells), sep="", flush=True)
        if total > LONGEST_MS:
            missed.append(f"{name}: {total:.0f} ms are more than {LONGEST_MS:g} ms.")
    if missed and arguments.check:
        sys.exit("\n".join(missed))


if __name__ == "__main__":
    main()
