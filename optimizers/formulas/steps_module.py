"""The rules' lines with numbers in place, as an ES module: what the step inspector runs."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sympy as sp

from optimizers.codegen.printer import JAVASCRIPT, source
from optimizers.codegen.trace import past_name
from optimizers.formulas.step_words import FATES, SENTENCE
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

    It exports ``steps``, by key: ``past``, the names of what a step needs of the one before, by
    the columns that have them; ``compared``, what a step is compared with, in words, and
    ``plain(now)``, as a number; and ``lines``, each with a ``name`` and ``cases``. The first case
    whose ``when(now)`` holds is the line: ``read(now)`` gives what goes into the slots of its
    ``formula``, and ``value(x)`` the line's value for numbers in the slots. ``now`` has settings,
    t, g, the past and all lines before by name. ``settings`` tells which slots hold what a reader
    has set, ``rational`` whether a line may stay exact, ``sums`` whether it may lose a small term.

    It also exports ``gradient``, the formula of the gradient's own line, and ``fates`` and
    ``sentence``, which say what became of a step; see `step_words`.
    """
    fates = "".join(
        f"  {{when: (v, plain) => {f.condition}, times: (v, plain) => {f.times},\n"
        f"    words: {json.dumps(f.words)}, again: {json.dumps(f.again)}}},\n"
        for f in FATES
    )
    table = "".join(_rule(rule) for rule in rules)
    return f"""\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.
export const sentence = {json.dumps(SENTENCE, ensure_ascii=False)};

export const gradient = {json.dumps(gradient_line(), ensure_ascii=False)};

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
        f"    compared: {json.dumps(_in_words(plain_step(rule)), ensure_ascii=False)},\n"
        f"    plain: {_function([plain_step(rule)], source(plain_step(rule), JAVASCRIPT))},\n"
        f"    lines: [\n{lines}    ],\n"
        "  },\n"
    )


def _in_words(compared: sp.Expr) -> str:
    return "the gradient g" if compared.is_Symbol else "η g"


def _line(rule: Rule, line: WorkedLine) -> str:
    cases = "".join(_case(rule, case) for case in line.cases)
    return f"      {{name: {json.dumps(line.name)}, cases: [\n{cases}      ]}},\n"


def _case(rule: Rule, case: Case) -> str:
    settings = {"t", *(h.name for h in rule.hyperparameters)}
    of_reader = [{s.name for s in slot.free_symbols} <= settings for slot in case.slots]
    condition = "true" if case.condition == sp.true else source(case.condition, JAVASCRIPT)
    slots = ", ".join(source(slot, JAVASCRIPT) for slot in case.slots)
    names = ", ".join(f"x{k}" for k in range(len(case.slots)))
    return (
        f"        {{when: {_function([case.condition], condition)},\n"
        f"          read: {_function(case.slots, f'[{slots}]')},\n"
        f"          value: ([{names}]) => {source(case.value, JAVASCRIPT)},\n"
        f"          settings: {json.dumps(of_reader)}, "
        f"rational: {json.dumps(case.rational)}, sums: {json.dumps(case.value.has(sp.Add))},\n"
        f"          formula: {json.dumps(case.formula, ensure_ascii=False)}}},\n"
    )


def _function(terms: Iterable[sp.Basic], body: str) -> str:
    names = sorted({s.name for term in terms for s in term.free_symbols})
    return f"({{{', '.join(names)}}}) => {body}"
