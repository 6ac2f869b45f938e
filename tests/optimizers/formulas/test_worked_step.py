"""Worked steps: text of the line templates, and values equal to those of the rule."""

import re
from typing import Any

import numpy as np
import pytest
import sympy as sp

from optimizers import OPTIMIZERS, Rule
from optimizers.codegen.compiled import compile_function
from optimizers.codegen.printer import PYTHON, print_code
from optimizers.codegen.trace import past_name
from optimizers.formulas.step_outcomes import SENTENCE, STEP_OUTCOMES
from optimizers.formulas.steps_module import steps_module
from optimizers.formulas.worked_step import Case, gradient_line, plain_step, worked_lines
from optimizers.language.numeric import NUMPY
from tests.support.optimizers.expectations import EXPECTED
from tests.support.optimizers.mathml import as_line, equations


def line_text(case: Case) -> str:
    """Return a line with the content of its slots, in { } where brackets may be needed."""

    def name(slot: re.Match[str]) -> str:
        inside = str(case.slots[int(slot[1])])
        return f"<mn>{{{inside}}}" if slot[2] else f"<mn>{inside}"

    text = re.sub(r'<mn data-slot="(\d+)"( data-brackets="\w+")?>', name, case.formula)
    text = text.replace('<mn data-weight="">', "<mn>i").replace('<mn data-time="">', "<mn>t")
    return "".join(as_line(piece) for piece in equations(text))


@pytest.mark.parametrize("key", EXPECTED)
def test_every_line_has_a_slot_for_every_symbol(key: str) -> None:
    lines = worked_lines(OPTIMIZERS[key])
    assert [line_text(case) for line in lines for case in line.cases] == EXPECTED[key].inspector


def evaluate(term: sp.Basic, names: dict[str, Any]) -> Any:
    text = f"def term({', '.join(names)}):\n    return {print_code(term, PYTHON)}\n"
    return compile_function("term", text, NUMPY)(**names)


def evaluate_lines(rule: Rule, now: dict[str, Any]) -> dict[str, float]:
    """Return the values of the lines, evaluated one after the other as in the browser."""
    found = dict(now)
    for line in worked_lines(rule):
        case = next(c for c in line.cases if c.condition == sp.true or evaluate(c.condition, found))
        inside = [evaluate(slot, found) for slot in case.slots]
        found[line.name] = evaluate(case.value, {f"x{k}": v for k, v in enumerate(inside)})
    return found


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_lines_have_the_values_of_the_rule_on_numpy(key: str) -> None:
    rule = OPTIMIZERS[key]
    random = np.random.default_rng(5)
    past = rule.initial_state(rule.settings({}))
    w = 3.0
    for t in range(1, 30):
        g = float(random.normal()) if t % 5 else 0.0
        settings = rule.settings({})
        numpy = rule.apply(t, np.float64(g), past, settings)
        now = {past_name(name): value for name, value in past.items()}
        found = evaluate_lines(rule, {**settings, **now, past_name("w"): w, "g": g, "t": t})
        for name in past:
            assert found[name] == numpy[name], (t, name)
        assert found["w"] == w - numpy["v"], t
        past, w = {name: float(numpy[name]) for name in past}, float(found["w"])


def test_a_line_is_rational_if_it_has_no_root_and_no_division() -> None:
    lines = {line.name: line.cases[0] for line in worked_lines(OPTIMIZERS["adam"])}
    assert {name: case.rational for name, case in lines.items()} == {
        **{"m": True, "s": True, "m_hat": False, "s_hat": False, "w": False}
    }


def test_line_of_the_gradient_of_a_weight() -> None:
    text = re.sub(r'<mn data-slot="(\d)">', r"<mn>\1", gradient_line())
    text = text.replace('<mn data-time="">', "<mn>t").replace('<mn data-weight="">', "<mn>i")
    assert [as_line(piece) for piece in equations(text)] == ["g_i(t)", "=[∂E]/[∂w_i](0,1)", "="]


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_line_has_a_result_or_is_its_own_outcome(key: str) -> None:
    cases = [case for line in worked_lines(OPTIMIZERS[key]) for case in line.cases]
    for case in cases:
        is_outcome = case.value.is_Symbol or case.value.is_Number
        assert case.formula.count('data-outcome=""') == is_outcome
        assert case.formula.count('data-result=""') == 1 - is_outcome


@pytest.mark.parametrize("key", EXPECTED)
def test_a_step_is_compared_with_gradient_descent(key: str) -> None:
    has_eta = EXPECTED[key].compared_at == "eta"
    assert str(plain_step(OPTIMIZERS[key])) == ("eta*g" if has_eta else "g")


def outcome(v: float, plain: float) -> str:
    """Return the words for a step from the table."""
    here = {"v": v, "plain": plain}
    found = next(f for f in STEP_OUTCOMES if eval(f.condition, here))
    times = eval(found.times, here) if "{times}" in found.words else 0
    return found.words.format(times=f"{times:.3g}", plain="plain η·g₁")


@pytest.mark.parametrize(
    ("v", "plain", "words"),
    [
        (0.05 * -90 / 810**0.5, 0.05 * -90, "is attenuated (28.5× shorter than plain η·g₁)"),
        (0.05 * 400 / 16000**0.5, 0.05 * 400, "is attenuated (126× shorter than plain η·g₁)"),
        (-3, -1, "is amplified (3× longer than plain η·g₁)"),
        (0.1, 0.1, "is as long as plain η·g₁"),
        (0.1004, 0.1, "is as long as plain η·g₁"),
        (0, 0.1, "is zero"),
        (0, 0, "is zero"),
        (0.1, 0, "comes from earlier steps alone"),
        (0.1, -0.1, "is turned uphill by earlier steps"),
        (-1e-300, 1e-300, "is turned uphill by earlier steps"),
    ],
)
def test_outcome_of_a_step(v: float, plain: float, words: str) -> None:
    assert outcome(v, plain) == words


def test_module_has_the_lines_of_every_rule_and_the_sentences() -> None:
    module = steps_module(OPTIMIZERS.values())
    assert re.findall(r'^  "([a-z-]+)": \{$', module, re.MULTILINE) == list(OPTIMIZERS)
    assert '    past: {"w_past": "w", "s_past": "s"},' in module
    assert "value: ([x0, x1, x2, x3]) => x0*x1 + x2*(x3*x3)," in module
    assert "read: ({beta, g, s_past}) => [beta, s_past, 1 - beta, g]," in module
    assert "when: ({c}) => c < 0," in module
    assert 'compared: "the slope g"' in module
    divides = dict(re.findall(r'"([a-z-]+)": \{.*?divides: (\w+)', module, re.DOTALL))
    assert {key for key, it in divides.items() if it == "true"} == {
        *("rmsprop", "adagrad", "adadelta", "adam")
    }
    assert {key for key, it in divides.items() if it == "false"} == {"rprop", "super-sab"}
    assert SENTENCE in module
    assert [word for word in ("eval(", "Function(", "document", "window") if word in module] == []
