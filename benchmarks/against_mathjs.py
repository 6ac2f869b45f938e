"""Random expressions of the common language, compared with math.js and with NumPy.

Run it from the checkout, with node and npm; math.js is installed into a temporary folder::

    .venv/bin/python -m benchmarks.against_mathjs

Each expression is evaluated by `ErrorFunction`, by its ES module in node, by math.js and by
Python's own grammar over NumPy. The gradients are compared with central differences of the others'
values. Every disagreement is printed, and the exit code is their number, up to 100.

Notes
-----
Kept on purpose, and not drawn: ``1/x y`` is read from left to right, as on a calculator, where
math.js divides by x y; ``log(x, 2)``, units and complex numbers are refused; ``x_1`` and ``x[1]``
are weights. A value that is not real is nan, as in NumPy: where math.js takes a real root of a base
below 0, as in ``x^x`` at -0.6, `cbrt` is there to say so. ``x/x`` may differ from 1 by a rounding
error, which ``asin`` enlarges near 1.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from optimizers import ErrorFunction, ExpressionError
from optimizers.codegen.error_function_module import error_function_module
from optimizers.language.vocabulary import ALIASES, FUNCTIONS

MATHJS = "mathjs@14"
POINTS = [(0.7, -1.3), (1.9, 0.4), (-0.6, -2.1), (0.3, 0.8)]
STEP = 1e-6

INVERSE = ("asin", "acos", "atan", "atan2", "asinh", "acosh", "atanh")
NUMPY = {name: getattr(np, name) for name in FUNCTIONS if hasattr(np, name)}
NUMPY |= {name: getattr(np, name.replace("a", "arc", 1)) for name in INVERSE}
NUMPY |= {
    "log": np.log,
    "pow": np.power,
    "min": np.minimum,
    "max": np.maximum,
    "erf": np.vectorize(math.erf),
    "sec": lambda x: 1 / np.cos(x),
    "csc": lambda x: 1 / np.sin(x),
    "cot": lambda x: 1 / np.tan(x),
    "sech": lambda x: 1 / np.cosh(x),
    "csch": lambda x: 1 / np.sinh(x),
    "coth": lambda x: 1 / np.tanh(x),
    "pi": np.pi,
    "e": np.e,
}
ONLY_HERE = {"sigmoid", "relu", "softplus", "gelu", "elu", "logcosh", "logaddexp"}
COMMON = sorted(
    name for name in FUNCTIONS if name.isascii() and name not in ONLY_HERE and name not in ALIASES
)

SCRIPT = """
import * as fs from "node:fs";
import {create, all} from "mathjs";
const math = create(all, {predictable: true});
const cases = JSON.parse(fs.readFileSync("cases.json", "utf8"));
const number = value => typeof value === "number" ? String(value) : "complex";
const answers = [];
for (const {text, module, points} of cases) {
  const kernel = module && await import("data:text/javascript," + encodeURIComponent(module));
  const into = new Float64Array(3);
  let theirs = null;
  try { theirs = math.compile(text); } catch (error) { theirs = null; }
  answers.push(points.map(([x, y]) => {
    if (kernel) kernel.evaluate(x, y, into);
    let value = "error";
    if (theirs) try { value = number(theirs.evaluate({x, y})); } catch (error) {}
    return {ours: kernel ? Array.from(into, String) : null, theirs: value};
  }));
}
fs.writeFileSync("answers.json", JSON.stringify(answers));
"""


def expression(draw: random.Random, depth: int) -> str:
    """Return a random expression, whose spelling is that of all three languages."""
    kind = draw.random()
    if depth == 0 or kind < 0.15:
        return draw.choice(["x", "y", "x", "y", "2", "3", "0.5", "1.5", "10", "pi", "e"])
    inner = [expression(draw, depth - 1) for _ in range(2)]
    if kind < 0.45:
        name = draw.choice(COMMON)
        spec = FUNCTIONS[name]
        return f"{name}({', '.join(inner[: spec.arity])})"
    if kind < 0.55:
        return f"({inner[0]})"
    if kind < 0.62:
        return f"-{inner[0]}" if not inner[0].startswith("-") else f"-({inner[0]})"
    if kind < 0.72:
        return f"{inner[0]}^{draw.choice(['2', '3', '-1', 'x', '2^y', '0.5'])}"
    return f"{inner[0]} {draw.choice('+-*/')} {inner[1]}"


def main() -> int:
    """Compare, print every disagreement and return their number."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--mathjs", type=Path, help="a folder in which math.js is installed")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    texts: dict[str, ErrorFunction] = {}
    refused = 0
    while len(texts) < options.count:
        text = expression(draw, 3)
        try:
            texts[text] = ErrorFunction.parse(text)
        except ExpressionError:
            refused += 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.mathjs or Path(temporary)
        if not options.mathjs:
            (folder / "package.json").write_text("{}")
            subprocess.run(["npm", "install", "--silent", MATHJS], cwd=folder, check=True)
        answers = _asked_of_node(folder, texts)
    found = [
        line
        for (text, function), rows in zip(texts.items(), answers, strict=True)
        for line in _disagreements(text, function, rows)
    ]
    print("\n".join(found))
    print(f"{len(texts)} expressions at {len(POINTS)} points: {len(found)} disagreements")
    print(f"refused while drawing, as constants without a value: {refused}")
    return min(len(found), 100)


def _asked_of_node(folder: Path, texts: dict[str, ErrorFunction]) -> list[list[dict[str, Any]]]:
    points = [
        [(x + dx, y + dy) for dx, dy in ((0, 0), (STEP, 0), (-STEP, 0), (0, STEP), (0, -STEP))]
        for x, y in POINTS
    ]
    cases = [
        {
            "text": text,
            "module": error_function_module(function),
            "points": [p for near in points for p in near],
        }
        for text, function in texts.items()
    ]
    (folder / "cases.json").write_text(json.dumps(cases))
    (folder / "compare.mjs").write_text(SCRIPT)
    subprocess.run(["node", "compare.mjs"], cwd=folder, check=True)
    answers: list[list[dict[str, Any]]] = json.loads((folder / "answers.json").read_text())
    return answers


def _disagreements(text: str, function: ErrorFunction, rows: list[dict[str, Any]]) -> list[str]:
    found = []
    floats = re.sub(r"(?<![\w.])(\d+)(?![\w.])", r"\1.0", text.replace("^", "**"))
    code = compile(floats, "<drawn>", "eval")  # drawn above, typed by no reader
    for k, (x, y) in enumerate(POINTS):
        near = rows[5 * k : 5 * k + 5]
        value, *gradient = function.evaluate(x, y)
        kernel = [float(v) for v in near[0]["ours"]]
        with np.errstate(all="ignore"):
            numpy = float(eval(code, {"__builtins__": {}}, _scope(x, y)))
        theirs = near[0]["theirs"]
        where = f"{text} at ({x}, {y}): ours {value!r}"
        if not _close(value, kernel[0], 1e-9):
            found.append(f"{where}, kernel {kernel[0]!r}")
        if not _close(value, numpy, 1e-9):
            found.append(f"{where}, NumPy {numpy!r}")
        if math.isnan(value) and math.isnan(numpy):
            continue  # math.js takes the real root of a negative base: (-2.1)^(-0.6)
        if theirs == "error" or (theirs == "complex") != math.isnan(value):
            if theirs != "NaN":
                found.append(f"{where}, math.js {theirs}")
        elif theirs != "complex" and not _close(value, float(theirs), 1e-9):
            found.append(f"{where}, math.js {theirs}")
        for i, g in enumerate(gradient):
            if not _close(g, kernel[1 + i], 1e-7):
                found.append(f"{where}: slope {i + 1} {g!r}, kernel {kernel[1 + i]!r}")
            slope, error = _slope([r["theirs"] for r in near], i)
            if math.isfinite(slope) and math.isfinite(g) and abs(slope - g) > error:
                found.append(f"{where}: slope {i + 1} {g!r}, math.js differences {slope!r}")
    return found


def _slope(values: list[str], i: int) -> tuple[float, float]:
    """Return a central difference and how far it may be off; a kink or a pole gives nan."""
    try:
        at, above, below = (float(v) for v in (values[0], values[1 + 2 * i], values[2 + 2 * i]))
    except ValueError:
        return math.nan, math.nan
    right, left = (above - at) / STEP, (at - below) / STEP
    slope = (above - below) / (2 * STEP)
    noise = 1e-15 * max(abs(at), 1) / STEP
    if not math.isfinite(slope) or abs(right - left) > 1e-3 * (1 + abs(slope)) + 100 * noise:
        return math.nan, math.nan
    return slope, 1e-4 * (1 + abs(slope)) + 100 * noise


def _scope(x: float, y: float) -> dict[str, Any]:
    return {**NUMPY, "x": np.float64(x), "y": np.float64(y)}


def _close(a: float, b: float, tolerance: float) -> bool:
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b or abs(a - b) <= tolerance * (1e-9 + max(abs(a), abs(b)))


if __name__ == "__main__":
    sys.exit(main())
