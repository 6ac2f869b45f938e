"""ES module of the worked steps of all rules, for the step inspector."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sympy as sp

from optimizers.codegen.printer import JAVASCRIPT, divisor, print_code
from optimizers.codegen.trace import past_name
from optimizers.formulas.step_outcomes import SENTENCE, STEP_OUTCOMES
from optimizers.formulas.worked_step import (
    Case,
    WorkedLine,
    gradient_line,
    plain_step,
    worked_lines,
)
from optimizers.rule import Rule


def steps_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the worked lines of all rules.

    It exports ``steps``, by key: ``past``, the columns that hold the values at t-1, by name;
    ``compared``, the step of comparison as text that a weight's index follows, and ``plain(now)``,
    as a number; ``divides``, whether the effective learning rate is a quotient, or null where there
    is none; and ``lines``, each with a ``name`` and ``cases``. The first case whose ``when(now)``
    holds is the line: ``read(now)`` gives the values of the slots of its ``formula``, ``value(x)``
    the value of the line for numbers in the slots. ``now`` has hyperparameters, t, g, the past and
    all earlier lines by name. ``settings`` is true for slots of hyperparameters, ``rational`` if
    the line can be computed exactly, ``sums`` if it has a sum, in which a small term may be lost to
    rounding.

    It also exports ``gradient``, the formula of a gradient's own line, and ``fates`` and
    ``sentence``, the outcomes of a step; see `step_outcomes`.
    """
    fates = "".join(
        f"  {{when: (v, plain) => {f.condition}, times: (v, plain) => {f.times},\n"
        f"    words: {_text(f.words)}, again: {_text(f.again)}}},\n"
        for f in STEP_OUTCOMES
    )
    table = "".join(_rule(rule) for rule in rules)
    return f"""\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.
export const sentence = {_text(SENTENCE)};

export const gradient = {_text(gradient_line())};

export const fates = [
{fates}];

export const steps = {{
{table}}};
"""


def _rule(rule: Rule) -> str:
    past = {past_name(name): name for name in ("w", *(s.name for s in rule.state))}
    lines = "".join(_line(rule, line) for line in worked_lines(rule))
    return (
        f"  {json.dumps(rule.key)}: {{\n"
        f"    past: {json.dumps(past)},\n"
        f"    compared: {_text(_comparison_text(plain_step(rule)))},\n"
        f"    plain: {_function([plain_step(rule)], print_code(plain_step(rule), JAVASCRIPT))},\n"
        f"    divides: {json.dumps(_divides(rule))},\n"
        f"    lines: [\n{lines}    ],\n"
        "  },\n"
    )


def _comparison_text(compared: sp.Expr) -> str:
    return "the slope g" if compared.is_Symbol else "plain η·g"


def _divides(rule: Rule) -> bool | None:
    """Return whether a rule divides by what it remembers: eta/sqrt(s), say, and not eta_i."""
    if rule.rate is None or rule.rate_line is None:
        return None
    if rule.rate.level is None:
        return False
    settings = {h.name for h in rule.hyperparameters}
    divisors = map(divisor, sp.preorder_traversal(rule.rate_line.term))
    return any({s.name for s in d.free_symbols} - settings for d in divisors if d is not None)


def _line(rule: Rule, line: WorkedLine) -> str:
    cases = "".join(_case(rule, case) for case in line.cases)
    return f"      {{name: {json.dumps(line.name)}, cases: [\n{cases}      ]}},\n"


def _case(rule: Rule, case: Case) -> str:
    settings = {"t", *(h.name for h in rule.hyperparameters)}
    are_settings = [{s.name for s in slot.free_symbols} <= settings for slot in case.slots]
    condition = "true" if case.condition == sp.true else print_code(case.condition, JAVASCRIPT)
    slots = ", ".join(print_code(slot, JAVASCRIPT) for slot in case.slots)
    names = ", ".join(f"x{k}" for k in range(len(case.slots)))
    return (
        f"        {{when: {_function([case.condition], condition)},\n"
        f"          read: {_function(case.slots, f'[{slots}]')},\n"
        f"          value: ([{names}]) => {print_code(case.value, JAVASCRIPT)},\n"
        f"          settings: {json.dumps(are_settings)}, "
        f"rational: {json.dumps(case.rational)}, sums: {json.dumps(case.value.has(sp.Add))},\n"
        f"          formula: {_text(case.formula)}}},\n"
    )


def _function(terms: Iterable[sp.Basic], body: str) -> str:
    names = sorted({s.name for term in terms for s in term.free_symbols})
    return f"({{{', '.join(names)}}}) => {body}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
