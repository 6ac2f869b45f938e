"""ES module of the second steps of all rules, for the amplification maps."""

from __future__ import annotations

import json
from collections.abc import Iterable

from optimizers.amplification import MEASURES, two_step_lines
from optimizers.codegen.javascript import assignments, function_name, settings
from optimizers.rule import Rule


def amplification_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the rules' second steps.

    It exports ``rules``, by key: ``twoSteps(g_1, g_2, settings, into)``, which writes v(2), C_a
    and the ratio |v(2)| / |eta g2| to the three elements of ``into``; and ``map(g1s, g2s, settings,
    into)``, which fills ``into`` with C_a, a row for each of ``g2s``.
    """
    rules = list(rules)
    table = "".join(
        f"  {json.dumps(rule.key)}: {{\n"
        f"    twoSteps: {function_name(rule, 'twoSteps')},\n"
        f"    map: {function_name(rule, 'map')},\n"
        "  },\n"
        for rule in rules
    )
    return f"""\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.
{"".join(_two_steps(rule) + _map(rule) for rule in rules)}
export const rules = {{
{table}}};
"""


def _two_steps(rule: Rule) -> str:
    first, second = two_step_lines(rule)
    results = "".join(f"  into[{k}] = {name};\n" for k, name in enumerate(MEASURES))
    return f"""
function {function_name(rule, "twoSteps")}(g_1, g_2, {{{settings(rule)}}}, into) {{
{assignments([*first, *second])}{results}}}
"""


def _map(rule: Rule) -> str:
    first, second = two_step_lines(rule, ["C_a"])
    return f"""
function {function_name(rule, "map")}(g1s, g2s, {{{settings(rule)}}}, into) {{
  const columns = g1s.length, rows = g2s.length;
  for (let column = 0; column < columns; column++) {{
    const g_1 = g1s[column];
{assignments(first, "    ")}    for (let row = 0; row < rows; row++) {{
      const g_2 = g2s[row];
{assignments(second, "      ")}      into[row*columns + column] = C_a;
    }}
  }}
}}
"""
