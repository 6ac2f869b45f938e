"""ES module of the descents of all rules."""

from __future__ import annotations

import json
from collections.abc import Iterable

from optimizers.codegen.descent_loop import checked_quantities, column_names, step_code
from optimizers.codegen.javascript import assignments, function_name, settings
from optimizers.codegen.slopes import DIRECTIONS, RANGES, limit_code
from optimizers.rule import Rule
from optimizers.stopping import GRADIENT_NOT_FINITE, POINT_NOT_FINITE, STOPS, excess

ENDED = "evaluate, rows, t, w1, w2, E, g1, g2, state"
"""What the reason of an end follows from. Passed as arguments: a closure would slow the loop."""


def optimizers_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the descents of all rules.

    It exports ``optimizers``, by key: ``columns``, the names of the recorded quantities;
    ``state``, the names of the states; and ``descend(evaluate, w1, w2, steps, settings, into)``,
    which fills one Float64Array per column, of at least ``steps + 1`` elements, row 0 being the
    start, and returns the number of rows and the reason if it ended early.
    """
    rules = list(rules)
    table = "".join(
        f"  {json.dumps(rule.key)}: {{\n"
        f"    columns: {json.dumps(column_names(rule))},\n"
        f"    state: {json.dumps([s.name for s in rule.state])},\n"
        f"    descend: {function_name(rule, 'descend')},\n"
        "  },\n"
        for rule in rules
    )
    return f"""\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.
const point = new Float64Array(3);

{_ending()}{_limits()}{"".join(_descend(rule) for rule in rules)}
export const optimizers = {{
{table}}};
"""


def _ending() -> str:
    """Return the function that says why a descent ended early."""
    reasons = "".join(f"    {s.condition} ? {json.dumps(s.sentence)} :\n" for s in STOPS[:-1])
    return f"""\
function ending({ENDED}) {{
  const sentence =
{reasons}    {json.dumps(STOPS[-1].sentence)};
  const term = () => evaluate.term?.(w1, w2, g1, g2) ?? "E";
  return {{rows, stopped: sentence.replace("{{t}}", t).replace("{{term}}", term)}};
}}

"""


def _limits() -> str:
    """Return the function that replaces what is not finite in a gradient by limits."""
    return f"""\
function limit(g, low, high, far_low, far_high) {{
{assignments(limit_code())}  return slope;
}}

// The gradient; a component that is not finite becomes the limit of those around, if there is one.
function limits(evaluate, w1, w2, ...gradient) {{
  const around = gradient.map(() => []);
  for (const [share, least] of {json.dumps(RANGES)}) {{
    const distance = share*Math.max(Math.abs(w1), Math.abs(w2)) + least;
    const samples = {json.dumps(DIRECTIONS)}.flatMap(([d1, d2]) => {{
      evaluate(w1 + d1*distance, w2 + d2*distance, point);
      return point[0] - point[0] == 0 ? [[...point]] : [];
    }});
    around.forEach((bounds, i) => {{
      const slopes = samples.map(sample => sample[i + 1]).filter(slope => slope == slope);
      bounds.push(Math.min(...slopes), Math.max(...slopes));
    }});
  }}
  return gradient.map((g, i) => g - g == 0 ? g : limit(g, ...around[i]));
}}

"""


def _descend(rule: Rule) -> str:
    columns = column_names(rule)
    state = [f"{s.name}{i}" for s in rule.state for i in (1, 2)]
    initial = "".join(f"  let {s.name}{i} = {s.initial};\n" for s in rule.state for i in (1, 2))
    undefined_at_start = ("g1", "g2", "v1", "v2", "rate1", "rate2")
    first = "".join(f"  {c}_[0] = {'NaN' if c in undefined_at_start else c};\n" for c in columns)
    ended = f"ending({ENDED})"
    record = "".join(f"    {c}_[t] = {c};\n" for c in columns)
    return f"""\
function {function_name(rule, "descend")}(evaluate, w1, w2, steps, {{{settings(rule)}}}, into) {{
  const {{{", ".join(f"{c}: {c}_" for c in columns)}}} = into;
{initial}  evaluate(w1, w2, point);
  let E = point[0], g1, g2, state = 0, t = 0, rows = 1;
{first}  if ({POINT_NOT_FINITE}) return {ended};
  for (t = 1; t <= steps; t++) {{
    g1 = point[1];
    g2 = point[2];
    if ({GRADIENT_NOT_FINITE}) {{
      [g1, g2] = limits(evaluate, w1, w2, g1, g2);
      if ({GRADIENT_NOT_FINITE}) {{
        t -= 1;
        break;
      }}
    }}
{assignments(step_code(rule), "    ", set(state))}    w1 = w1 - v1;
    w2 = w2 - v2;
    evaluate(w1, w2, point);
    E = point[0];
    state = {excess(checked_quantities(rule))};
    if ({POINT_NOT_FINITE} || state != 0) break;
{record}    rows = t + 1;
  }}
  return t > steps ? {{rows, stopped: null}} : {ended};
}}

"""
