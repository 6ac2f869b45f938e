"""JavaScript code generation: ES modules of an error function, of descents and of second steps."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable

from optimizers.amplification import MEASURES, two_step_lines
from optimizers.codegen.autodiff import StraightLineCode
from optimizers.codegen.descent_loop import checked_quantities, column_names, step_code
from optimizers.codegen.printer import JAVASCRIPT, print_code
from optimizers.codegen.slopes import DIRECTIONS, RANGES, limit_code, slopeless_cases
from optimizers.codegen.special_functions import JAVASCRIPT_FUNCTION, special_functions
from optimizers.codegen.tape import Assignment
from optimizers.error_function import ErrorFunction
from optimizers.language.vocabulary import Parameter, parameters_of
from optimizers.rule import Rule
from optimizers.stopping import GRADIENT_NOT_FINITE, POINT_NOT_FINITE, STOPS, excess

ENDED = "evaluate, rows, t, w1, w2, E, g1, g2, state"
"""What the reason of an end follows from. Passed as arguments: a closure would slow the loop."""


def error_function_module(error_function: ErrorFunction) -> str:
    """Return the ES module of an error function.

    It exports ``text``; ``error(w1, w2)``, a number; and ``evaluate(w1, w2, into)``, which writes
    E, g1 and g2 to the three elements of ``into``. ``evaluate.term(w1, w2, g1, g2)``, if it is
    there, names the term without a slope at a point where the gradient is not finite.

    The module of a function with parameters is the same for all their values. It exports
    ``parameters``, their names, and ``withParameters(values)``, which returns ``text``, ``error``
    and ``evaluate`` for values by name.
    """
    code = error_function.code
    parameters = parameters_of(error_function.expression)
    export = "" if parameters else "export "
    functions = f"""\
{export}function error(w1, w2) {{
{_assignments(code.value)}  return E;
}}

{export}function evaluate(w1, w2, into) {{
{_assignments(code.value_and_gradient)}  into[0] = E;
  into[1] = g1;
  into[2] = g2;
}}
{_term(code)}"""
    return f"""\
// {error_function.text}
// Printed by Lockstep from the formula above; the gradient is exact.
export const text = {json.dumps(error_function.text)};

{special_functions(code.value_and_gradient, JAVASCRIPT_FUNCTION, JAVASCRIPT)}\
{_with_parameters(functions, parameters) if parameters else functions}"""


def _with_parameters(functions: str, parameters: tuple[Parameter, ...]) -> str:
    """Return functions inside of one that takes the values of their parameters."""
    names = json.dumps([p.name for p in parameters], ensure_ascii=False)
    taken = ", ".join(f"{p.name}: {p.code_name}" for p in parameters)
    return f"""\
export const parameters = {names};

export function withParameters({{{taken}}}) {{
{functions}
return {{text, error, evaluate}};
}}
"""


def _term(code: StraightLineCode) -> str:
    """Return ``evaluate.term``, which names the term without a slope, if one may have none."""
    cases = "".join(
        f"  if ({condition}) return {json.dumps(text)};\n"
        for condition, text in slopeless_cases(code)
    )
    if not cases:
        return ""
    return f"""
evaluate.term = (w1, w2, g1, g2) => {{
{_assignments(code.slopes)}{cases}}};
"""


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
        f"    descend: {_function_name(rule, 'descend')},\n"
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
{_assignments(limit_code())}  return slope;
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


def amplification_module(rules: Iterable[Rule]) -> str:
    """Return the ES module of the rules' second steps.

    It exports ``rules``, by key: ``twoSteps(g_1, g_2, settings, into)``, which writes v(2), C_a
    and the ratio |v(2)| / |eta g2| to the three elements of ``into``; and ``map(g1s, g2s, settings,
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
    results = "".join(f"  into[{k}] = {name};\n" for k, name in enumerate(MEASURES))
    return f"""
function {_function_name(rule, "twoSteps")}(g_1, g_2, {{{_settings(rule)}}}, into) {{
{_assignments([*first, *second])}{results}}}
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
    columns = column_names(rule)
    state = [f"{s.name}{i}" for s in rule.state for i in (1, 2)]
    initial = "".join(f"  let {s.name}{i} = {s.initial};\n" for s in rule.state for i in (1, 2))
    undefined_at_start = ("g1", "g2", "v1", "v2", "rate1", "rate2")
    first = "".join(f"  {c}_[0] = {'NaN' if c in undefined_at_start else c};\n" for c in columns)
    ended = f"ending({ENDED})"
    record = "".join(f"    {c}_[t] = {c};\n" for c in columns)
    return f"""\
function {_function_name(rule, "descend")}(evaluate, w1, w2, steps, {{{_settings(rule)}}}, into) {{
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
{_assignments(step_code(rule), "    ", set(state))}    w1 = w1 - v1;
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


def _settings(rule: Rule) -> str:
    return ", ".join(h.name for h in rule.hyperparameters)


def _function_name(rule: Rule, task: str) -> str:
    return f"{task}_{rule.key.replace('-', '_')}"


def _assignments(
    lines: Iterable[Assignment], indent: str = "  ", declared: Container[str] = ()
) -> str:
    return "".join(
        f"{indent}{'' if name in declared else 'const '}{name} = {print_code(term, JAVASCRIPT)};\n"
        for name, term in lines
    )
