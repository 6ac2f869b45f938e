"""An error function or the rules as an ES module: what the browser runs while a hand moves."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable

from optimizers.amplification import MEASURES, two_step_lines
from optimizers.codegen.autodiff import Assignment
from optimizers.codegen.printer import JAVASCRIPT, source
from optimizers.descent import recorded, remembered, weight_lines
from optimizers.error_function import ErrorFunction
from optimizers.rule import Rule
from optimizers.stopping import POINT_IS_LOST, SLOPE_IS_LOST, STOPS


def error_function_module(error_function: ErrorFunction) -> str:
    """Return the ES module of an error function.

    It exports ``text``; ``error(w1, w2)``, a number; and ``evaluate(w1, w2, into)``, which puts E,
    g1 and g2 into the three places of ``into``.
    """
    program = error_function.program
    return f"""\
// {error_function.text}
// Printed by Lockstep from the formula above; the gradient is exact.
export const text = {json.dumps(error_function.text)};

export function error(w1, w2) {{
{_assignments(program.value)}  return E;
}}

export function evaluate(w1, w2, into) {{
{_assignments(program.value_and_gradient)}  into[0] = E;
  into[1] = g1;
  into[2] = g2;
}}
"""


def optimizers_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the rules.

    It exports ``optimizers``, by key: ``columns``, the names of what a step leaves behind;
    ``state``, the names of what the rule remembers; and ``descend(evaluate, w1, w2, steps,
    settings, into)``, which fills one Float64Array a column, of at least ``steps + 1`` places, row
    0 being the start, and returns how many rows it filled and why it ended early, if it did.
    """
    rules = list(rules)
    sentences = json.dumps([s.sentence for s in STOPS], indent=2)
    table = "".join(
        f"  {json.dumps(rule.key)}: {{\n"
        f"    columns: {json.dumps(recorded(rule))},\n"
        f"    state: {json.dumps([s.name for s in rule.state])},\n"
        f"    descend: {_function_name(rule, 'descend')},\n"
        "  },\n"
        for rule in rules
    )
    return f"""\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.
const point = new Float64Array(3);
const sentences = {sentences};

{"".join(_descend(rule) for rule in rules)}
export const optimizers = {{
{table}}};
"""


def amplification_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the rules' second steps.

    It exports ``rules``, by key: ``twoSteps(g_1, g_2, settings, into)``, which puts v(2), C_a and
    the ratio |v(2)| / |eta g2| into the three places of ``into``; and ``map(g1s, g2s, settings,
    into)``, which fills ``into`` with C_a, a row for each of ``g2s``.
    """
    rules = list(rules)
    table = "".join(
        f"  {json.dumps(rule.key)}: {{\n"
        f"    twoSteps: {_function_name(rule, 'twoSteps')},\n"
        f"    map: {_function_name(rule, 'map')},\n"
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
    kept = "".join(f"  into[{k}] = {name};\n" for k, name in enumerate(MEASURES))
    return f"""
function {_function_name(rule, "twoSteps")}(g_1, g_2, {{{_settings(rule)}}}, into) {{
{_assignments([*first, *second])}{kept}}}
"""


def _map(rule: Rule) -> str:
    first, second = two_step_lines(rule, ["C_a"])
    return f"""
function {_function_name(rule, "map")}(g1s, g2s, {{{_settings(rule)}}}, into) {{
  const columns = g1s.length, rows = g2s.length;
  for (let column = 0; column < columns; column++) {{
    const g_1 = g1s[column];
{_assignments(first, "    ")}    for (let row = 0; row < rows; row++) {{
      const g_2 = g2s[row];
{_assignments(second, "      ")}      into[row*columns + column] = C_a;
    }}
  }}
}}
"""


def _descend(rule: Rule) -> str:
    columns = recorded(rule)
    state = [f"{s.name}{i}" for s in rule.state for i in (1, 2)]
    initial = "".join(f"  let {s.name}{i} = {s.initial};\n" for s in rule.state for i in (1, 2))
    step = (*remembered(rule), *weight_lines(rule, 1), *weight_lines(rule, 2))
    before_first = ("g1", "g2", "v1", "v2", "rate1", "rate2")
    first = "".join(f"  {c}_[0] = {'NaN' if c in before_first else c};\n" for c in columns)
    kept = "".join(f"    {c}_[t] = {c};\n" for c in columns)
    reasons = "".join(f"  if ({s.condition}) return ended({k});\n" for k, s in enumerate(STOPS))
    return f"""\
function {_function_name(rule, "descend")}(evaluate, w1, w2, steps, {{{_settings(rule)}}}, into) {{
  const {{{", ".join(f"{c}: {c}_" for c in columns)}}} = into;
{initial}  evaluate(w1, w2, point);
  let E = point[0], g1, g2, t = 0, rows = 1;
{first}  const ended = reason => ({{rows, stopped: sentences[reason].replace("{{t}}", t)}});
  if ({POINT_IS_LOST}) return ended(0);
  for (t = 1; t <= steps; t++) {{
    g1 = point[1];
    g2 = point[2];
    if ({SLOPE_IS_LOST}) {{
      t -= 1;
      break;
    }}
{_assignments(step, "    ", set(state))}    w1 = w1 - v1;
    w2 = w2 - v2;
    evaluate(w1, w2, point);
    E = point[0];
    if ({POINT_IS_LOST}) break;
{kept}    rows = t + 1;
  }}
  if (t > steps) return {{rows, stopped: null}};
{reasons}}}

"""


def _settings(rule: Rule) -> str:
    return ", ".join(h.name for h in rule.hyperparameters)


def _function_name(rule: Rule, task: str) -> str:
    return f"{task}_{rule.key.replace('-', '_')}"


def _assignments(
    lines: Iterable[Assignment], indent: str = "  ", declared: Container[str] = ()
) -> str:
    return "".join(
        f"{indent}{'' if name in declared else 'const '}{name} = {source(term, JAVASCRIPT)};\n"
        for name, term in lines
    )
