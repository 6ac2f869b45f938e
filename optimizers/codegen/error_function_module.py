"""ES module of an error function, with its exact gradient."""

from __future__ import annotations

import json

from optimizers.codegen.autodiff import StraightLineCode
from optimizers.codegen.javascript import assignments
from optimizers.codegen.printer import JAVASCRIPT
from optimizers.codegen.slopes import slopeless_cases
from optimizers.codegen.special_functions import JAVASCRIPT_FUNCTION, special_functions
from optimizers.error_function import ErrorFunction
from optimizers.language.vocabulary import Parameter, parameters_of


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
{assignments(code.value)}  return E;
}}

{export}function evaluate(w1, w2, into) {{
{assignments(code.value_and_gradient)}  into[0] = E;
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
{assignments(code.slopes)}{cases}}};
"""
