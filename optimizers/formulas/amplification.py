"""Formula of the amplification C_a of a rule: |v(2)| - |eta g2|, with the rule's own rate."""

from __future__ import annotations

from optimizers.amplification import C_A, measure_terms, rate_of
from optimizers.formulas.mathml import applied, block
from optimizers.formulas.mathml_printer import MathMLPrinter
from optimizers.formulas.symbols import symbol
from optimizers.rule import Rule


def amplification_formula(rule: Rule) -> str:
    """Return ``C_a(g₁, g₂) = |v(2)| − |η g₂|`` as MathML, printed from the measure itself."""
    rate = rate_of(rule)
    names = {"v_2": "v(2)", "g_2": "g_2"} | ({rate.name: rate.symbol} if rate else {})
    body = MathMLPrinter(names).print_formula(measure_terms(rule)[C_A])
    head = applied(symbol("C_a"), [symbol("g_1"), symbol("g_2")])
    return block(f"{head}<mo>=</mo>{body}")
