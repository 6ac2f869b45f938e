"""Descent loop of a rule as straight-line code per step, and compiled for Python.

`codegen.optimizers_module` prints the same steps for the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy as sp

from optimizers.codegen.compiled import compile_function, python_assignments
from optimizers.codegen.tape import Assignment
from optimizers.codegen.trace import past_name, symbol
from optimizers.language.numeric import FLOATS
from optimizers.rule import Rule
from optimizers.stopping import GRADIENT_NOT_FINITE, POINT_NOT_FINITE, STOPS, excess


def column_names(rule: Rule) -> list[str]:
    """Return the names of the quantities that are recorded at each step, in the order of a row."""
    per_weight = [*(s.name for s in rule.state), *(["rate"] if rule.rate else [])]
    states = [f"{name}{i}" for name in per_weight for i in (1, 2)]
    return ["w1", "w2", "E", "g1", "g2", "v1", "v2", *states]


def step_code(rule: Rule) -> tuple[Assignment, ...]:
    """Return the code of one step, from g1 and g2 to the states, v1 and v2 (and rate1, rate2).

    The states at t-1 are saved first, under their past names; the weights come after each other.
    """
    save = [
        (f"{past_name(s.name)}{i}", sp.Symbol(f"{s.name}{i}")) for s in rule.state for i in (1, 2)
    ]
    return (*save, *_weight_code(rule, 1), *_weight_code(rule, 2))


def _weight_code(rule: Rule, weight: int) -> tuple[Assignment, ...]:
    """Return the lines of a rule for weight 1 or 2, with the weight's number on every quantity."""
    shared = {h.name for h in rule.hyperparameters} | {"t"}
    lines = (*rule.lines, rule.rate_line) if rule.rate_line else rule.lines
    symbols = {s for line in lines for s in line.term.free_symbols if s.name not in shared}
    numbered = {s: symbol(f"{s.name}{weight}") for s in symbols}
    with sp.evaluate(False):
        return tuple((f"{line.name}{weight}", line.term.xreplace(numbered)) for line in lines)


def checked_quantities(rule: Rule) -> list[str]:
    """Return the names of the state and of what leads from it to v, which must remain finite.

    An infinite divisor would end all movement in silence.
    """
    return [f"{line.name}{i}" for line in rule.lines[:-1] for i in (1, 2)]


@lru_cache(maxsize=64)
def compiled_descent_loop(rule: Rule) -> Callable[..., Any]:
    """Return ``run(evaluate, w1, w2, steps, record, **hyperparameters)``.

    It calls ``record`` with a row of `column_names` after every step, and returns None or, where it
    ends early, the index of the reason in `STOPS`, the step, and the weights there.
    """
    hyperparameters = ", ".join(h.name for h in rule.hyperparameters)
    initial = "".join(f"    {s.name}1 = {s.name}2 = {s.initial}\n" for s in rule.state)
    reasons = "".join(
        f"    if {s.condition}:\n        return {k}, t, w1, w2\n" for k, s in enumerate(STOPS)
    )
    code = f"""
def run(evaluate, w1, w2, steps, record, {hyperparameters}):
    t = state = 0
    E, next_g1, next_g2 = evaluate(w1, w2)
    if {POINT_NOT_FINITE}:
        return 0, 0, w1, w2
{initial}    for t in steps:
        g1 = next_g1
        g2 = next_g2
        if {GRADIENT_NOT_FINITE}:
            t -= 1
            break
{python_assignments(step_code(rule), " " * 8)}        w1 = w1 - v1
        w2 = w2 - v2
        E, next_g1, next_g2 = evaluate(w1, w2)
        state = {excess(checked_quantities(rule))}
        if {POINT_NOT_FINITE} or state != 0:
            break
        record(({", ".join(column_names(rule))}))
    else:
        return None
{reasons}"""
    return compile_function("run", code, FLOATS)
