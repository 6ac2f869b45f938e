"""Formulas of error functions, gradients and rules as MathML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from optimizers.codegen.trace import past_name
from optimizers.error_function import ErrorFunction
from optimizers.formulas.derivative import gradient_terms
from optimizers.formulas.mathml import MINUS, applied, block
from optimizers.formulas.mathml_printer import MathMLPrinter
from optimizers.formulas.symbols import symbol
from optimizers.rule import Rule

WEIGHTS = {"w1": "w_1", "w2": "w_2"}


def error_function_formula(error_function: ErrorFunction) -> str:
    """Return ``E(w₁, w₂) = ...`` as MathML, as the typed text was parsed."""
    head = applied("<mi>E</mi>", [symbol("w_1"), symbol("w_2")])
    body = MathMLPrinter(WEIGHTS).print_formula(error_function.expression)
    return block(f"{head}<mo>=</mo>{body}")


def gradient_formula(error_function: ErrorFunction) -> str | None:
    """Return ``∂E/∂w₁ = ...`` and ``∂E/∂w₂ = ...`` as MathML, or None where they are too long."""
    terms = gradient_terms(error_function.expression)
    if terms is None:
        return None
    lines = []
    for name, term in zip(("w_1", "w_2"), terms, strict=True):
        below = f"<mrow><mo>∂</mo>{symbol(name)}</mrow>"
        head = f"<mfrac><mrow><mo>∂</mo><mi>E</mi></mrow>{below}</mfrac>"
        lines.append(block(f"{head}<mo>=</mo>{MathMLPrinter(WEIGHTS).print_formula(term)}"))
    return "".join(lines)


def rule_formula(rule: Rule) -> str:
    """Return a rule's lines as the article writes them, the last being w(t) = w(t-1) - v(t)."""
    return "".join(rule_lines(rule).values())


@lru_cache(maxsize=64)
def rule_lines(rule: Rule) -> Mapping[str, str]:
    """Return a rule's lines by the name that each assigns, the last being that of ``w``."""
    states = {s.name: s.symbol for s in rule.state}
    names = {"g": "g(t)", "t": "t"} | {h.name: h.symbol for h in rule.hyperparameters}
    names |= {past_name(name): f"{states[name]}(t−1)" for name in states}
    lines = rule.lines
    names |= {line.name: f"{states.get(line.name, line.name)}(t)" for line in lines}
    printer = MathMLPrinter(names)
    equations = {
        line.name: f"{symbol(names[line.name])}<mo>=</mo>{printer.print_formula(line.term)}"
        for line in lines
    }
    equations["w"] = f"{symbol('w(t)')}<mo>=</mo>{symbol('w(t−1)')}{MINUS}{symbol('v(t)')}"
    return MappingProxyType({name: block(line) for name, line in equations.items()})
