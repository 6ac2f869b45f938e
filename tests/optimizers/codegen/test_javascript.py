"""Text of the generated ES modules; tests/browser/kernels runs them."""

import re

import pytest

from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.codegen.amplification_module import amplification_module
from optimizers.codegen.descent_loop import column_names
from optimizers.codegen.error_function_module import error_function_module
from optimizers.codegen.optimizers_module import optimizers_module
from optimizers.preset import Preset
from optimizers.presets import PRESETS

KNOWN = {
    *["abs", "sign", "min", "max", "exp", "log", "log1p", "log2", "log10", "sqrt", "cbrt", "pow"]
}
KNOWN |= {*["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh"]}
FORBIDDEN = ("eval(", "Function(", "import", "document", "window", "globalThis", "nan", "inf,")


def test_text_of_an_error_function_module() -> None:
    assert (
        error_function_module(ErrorFunction.parse("3 w1^2 + 10 |w2|"))
        == """\
// 3*w1^2+10*abs(w2)
// Printed by Lockstep from the formula above; the gradient is exact.
export const text = "3*w1^2+10*abs(w2)";

export function error(w1, w2) {
  const E = 3*(w1*w1) + 10*Math.abs(w2);
  return E;
}

export function evaluate(w1, w2, into) {
  const E = 3*(w1*w1) + 10*Math.abs(w2);
  const g1 = 6*w1;
  const g2 = 10*Math.sign(w2);
  into[0] = E;
  into[1] = g1;
  into[2] = g2;
}
"""
    )


def test_module_of_a_constant() -> None:
    module = error_function_module(ErrorFunction.parse("5"))
    assert [line.strip() for line in module.splitlines() if "const " in line] == [
        'export const text = "5";',
        "const E = 5;",
        "const E = 5;",
        "const g1 = 0;",
        "const g2 = 0;",
    ]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_error_function_module_calls_only_known_functions(preset: Preset) -> None:
    module = error_function_module(ErrorFunction.parse(preset.text))
    _, *bodies = module.split("export function ")
    assert set(re.findall(r"\b(\w+)\(", "".join(bodies))) <= {*KNOWN, "error", "evaluate"}
    assert set(re.findall(r"Math\.(\w+)", module)) <= KNOWN
    assert [word for word in FORBIDDEN if word in module] == []


def test_a_small_power_is_a_product_whose_base_is_computed_once() -> None:
    module = error_function_module(ErrorFunction.parse("(1 - w1)^2"))
    _, value, _ = module.split("export function ")
    assert value.splitlines()[1:3] == ["  const x1 = 1 - w1;", "  const E = x1*x1;"]


def test_every_name_is_declared_once_before_it_is_used() -> None:
    module = error_function_module(ErrorFunction.parse(PRESETS[-1].text))
    for body in module.split("export function")[1:]:
        seen = {"w1", "w2", "into", "Math"}
        for name, term in re.findall(r"const (\w+) = (.*);", body):
            assert set(re.findall(r"(?<![.\w])[a-zA-Z]\w*", term)) <= seen
            assert name not in seen
            seen.add(name)
        assert "E" in seen


def test_an_infinite_constant_is_printed_as_a_literal_that_overflows() -> None:
    module = error_function_module(ErrorFunction.parse("1e99*1e99*1e99*1e99*w1*w2"))
    assert "1e999" in module
    assert "inf" not in module


def test_optimizers_module_has_every_rule_with_its_columns_and_states() -> None:
    module = optimizers_module(OPTIMIZERS.values())
    assert re.findall(r'^  "([a-z-]+)": \{$', module, re.MULTILINE) == list(OPTIMIZERS)
    assert (
        '    columns: ["w1", "w2", "E", "g1", "g2", "v1", "v2", "s1", "s2", "rate1", "rate2"],'
        in module
    )
    assert '    state: ["delta", "g_previous"],' in module
    for rule in OPTIMIZERS.values():
        settings = ", ".join(spec.name for spec in rule.hyperparameters)
        name = "descend_" + rule.key.replace("-", "_")
        assert f"function {name}(evaluate, w1, w2, steps, {{{settings}}}, into) {{" in module
    assert [word for word in FORBIDDEN if word in module] == []


def test_lines_of_rmsprop() -> None:
    module = optimizers_module([OPTIMIZERS["rmsprop"]])
    for line in (
        "s1 = beta*s_past1 + (1 - beta)*(g1*g1);",
        "const v1 = eta*g1/Math.sqrt(s1 + epsilon);",
        "const v2 = eta*g2/Math.sqrt(s2 + epsilon);",
        "w1 = w1 - v1;",
    ):
        assert f"    {line}\n" in module


def test_columns_have_the_order_of_the_csv() -> None:
    assert column_names(OPTIMIZERS["adam"]) == [
        "w1",
        "w2",
        "E",
        "g1",
        "g2",
        "v1",
        "v2",
        "m1",
        "m2",
        "s1",
        "s2",
        "rate1",
        "rate2",
    ]


def test_text_of_an_amplification_module() -> None:
    assert (
        amplification_module([OPTIMIZERS["momentum"]])
        == """\
// Printed by Lockstep from the rules in optimizers/, which Python runs too.

function twoSteps_momentum(g_1, g_2, {eta, alpha}, into) {
  const m_0 = 0;
  const m_1 = alpha*m_0 - eta*g_1;
  const m_2 = alpha*m_1 - eta*g_2;
  const v_2 = -m_2;
  const C_a = Math.abs(v_2) - Math.abs(eta*g_2);
  const ratio = Math.abs(v_2)/Math.abs(eta*g_2);
  into[0] = v_2;
  into[1] = C_a;
  into[2] = ratio;
}

function map_momentum(g1s, g2s, {eta, alpha}, into) {
  const columns = g1s.length, rows = g2s.length;
  for (let column = 0; column < columns; column++) {
    const g_1 = g1s[column];
    const m_0 = 0;
    const m_1 = alpha*m_0 - eta*g_1;
    for (let row = 0; row < rows; row++) {
      const g_2 = g2s[row];
      const m_2 = alpha*m_1 - eta*g_2;
      const v_2 = -m_2;
      const C_a = Math.abs(v_2) - Math.abs(eta*g_2);
      into[row*columns + column] = C_a;
    }
  }
}

export const rules = {
  "momentum": {
    twoSteps: twoSteps_momentum,
    map: map_momentum,
  },
};
"""
    )


def test_amplification_module_has_every_rule_and_calls_only_known_functions() -> None:
    module = amplification_module(OPTIMIZERS.values())
    assert re.findall(r'^  "([a-z-]+)": \{$', module, re.MULTILINE) == list(OPTIMIZERS)
    assert set(re.findall(r"Math\.(\w+)", module)) <= KNOWN
    assert [word for word in FORBIDDEN if word in module] == []
