"""A rule or an error function as a formula in MathML, printed in the order it was written."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import sympy as sp

from optimizers.codegen.printer import (
    ADD,
    ATOM,
    CALCULATOR,
    MULTIPLY,
    POWER,
    Printed,
    SourcePrinter,
    divisor,
    number,
)
from optimizers.codegen.trace import past_name
from optimizers.error_function import ErrorFunction
from optimizers.formulas.derivative import gradient_terms
from optimizers.formulas.mathml import (
    DOT,
    MINUS,
    PREFIX_MINUS,
    SPACE,
    THIN_SPACE,
    applied,
    block,
    bracketed,
    whole,
)
from optimizers.language.vocabulary import W1, W2, cbrt
from optimizers.rule import Rule

WEIGHTS = {"w1": "w_1", "w2": "w_2"}


def error_function_formula(error_function: ErrorFunction) -> str:
    """Return ``E(w₁, w₂) = ...`` as MathML, as the reader's text was understood."""
    head = applied("<mi>E</mi>", [symbol("w_1"), symbol("w_2")])
    body, _ = Formula(WEIGHTS).print(error_function.expression)
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
        lines.append(block(f"{head}<mo>=</mo>{Formula(WEIGHTS).print(term)[0]}"))
    return "".join(lines)


def rule_formula(rule: Rule) -> str:
    """Return a rule's lines as the article writes them, the last being w(t) = w(t-1) - v(t)."""
    states = {s.name: s.symbol for s in rule.state}
    names = {"g": "g(t)", "t": "t"} | {h.name: h.symbol for h in rule.hyperparameters}
    names |= {past_name(name): f"{states[name]}(t−1)" for name in states}
    lines = rule.lines
    names |= {line.name: f"{states.get(line.name, line.name)}(t)" for line in lines}
    formula = Formula(names)
    equations = [
        f"{symbol(names[line.name])}<mo>=</mo>{formula.print(line.term)[0]}" for line in lines
    ]
    last = f"{symbol('w(t)')}<mo>=</mo>{symbol('w(t−1)')}{MINUS}{symbol('v(t)')}"
    return "".join(map(block, [*equations, last]))


def symbol(text: str) -> str:
    """Return a symbol as MathML.

    Parameters
    ----------
    text : str
        ``"η"``, ``"β_1"``, ``"η^+"``, ``"m_hat"`` for an accent, each perhaps with ``"(t)"`` or
        ``"(t−1)"`` behind it.
    """
    name, _, time = text.partition("(")
    printed = _named(name)
    if not time:
        return f"<mrow>{printed}</mrow>"
    letter, minus, one = time.rstrip(")").partition("−")
    moment = f"<mi>{letter}</mi>" + (f"{MINUS}<mn>{one}</mn>" if minus else "")
    return applied(printed, [moment])


def of_weight(text: str, weight: str) -> str:
    """Return a symbol with the number of a weight as its index, as MathML.

    Parameters
    ----------
    text : str
        As for `symbol`, without a time; an ``"_i"`` stands for the weight already.
    weight : str
        MathML of the number.
    """
    base, raised, index = text.removesuffix("_i").partition("^")
    if raised:
        return f"<msubsup><mi>{escape(base)}</mi>{weight}<mo>{escape(index)}</mo></msubsup>"
    return f"<msub>{_named(base)}{weight}</msub>"


def _named(name: str) -> str:
    base, raised, index = name.partition("^")
    if not raised:
        base, _, index = name.partition("_")
    printed = f"<mi>{escape(base)}</mi>"
    if index == "hat":
        printed = f'<mover accent="true">{printed}<mo>^</mo></mover>'
    elif raised:
        printed = f"<msup>{printed}<mo>{escape(index)}</mo></msup>"
    elif index:
        kind = "mn" if index.isdigit() else "mi"
        printed = f"<msub>{printed}<{kind}>{escape(index)}</{kind}></msub>"
    return printed


def plain(text: str) -> str:
    """Return a symbol as running text, for a label or a tooltip: ``β₁``, ``Δmin``, ``η⁺``."""
    small = str.maketrans("0123456789i+−", "₀₁₂₃₄₅₆₇₈₉ᵢ⁺⁻")
    base, mark, index = text.partition("^" if "^" in text else "_")
    return base + (index.translate(small) if mark and len(index) == 1 else index)


class Formula(SourcePrinter):
    """Prints MathML; brackets are set by the same bindings as in source."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(CALCULATOR)
        self.names = names

    def print(self, expression: sp.Basic) -> Printed:
        """Return MathML and how tightly it binds."""
        return self.doprint_node(expression)

    def inside(self, expression: sp.Basic, binding: int) -> str:
        """Return MathML, in brackets unless it binds at least as tightly."""
        text, own = self.print(expression)
        return f"<mrow>{text}</mrow>" if own >= binding else bracketed(text)

    def after_minus(self, expression: sp.Basic) -> str:
        """Return MathML of what a minus stands before: in brackets where it begins with another."""
        printed = self.inside(expression, MULTIPLY)
        begins = printed.replace("<mrow>", "").startswith(PREFIX_MINUS)
        return bracketed(printed) if begins else printed

    def between(self, factor: sp.Basic) -> str:
        """Return what stands between a factor and the one before it."""
        return DOT if _digit(factor) else THIN_SPACE

    def compared(self, condition: sp.Basic) -> str:
        """Return MathML of a comparison."""
        left, right = (self.print(a)[0] for a in condition.args)
        return f"{left}<mo>{escape(condition.rel_op)}</mo>{right}"

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return symbol(self.names[expr.name]), ATOM

    def _print_Number(self, expr: sp.Number) -> Printed:
        value = float(expr)
        mantissa, _, exponent = number(abs(value)).partition("e")
        text = f"<mn>{mantissa}</mn>"
        if exponent:
            text += f"{DOT}<msup><mn>10</mn>{whole(int(exponent))}</msup>"
        if value < 0:
            return PREFIX_MINUS + text, MULTIPLY
        return text, MULTIPLY if exponent else ATOM

    def _print_NumberSymbol(self, expr: sp.NumberSymbol) -> Printed:
        return {sp.pi: "<mi>π</mi>", sp.E: "<mi>e</mi>"}[expr], ATOM

    def _print_Add(self, expr: sp.Add) -> Printed:
        text = ""
        for term in expr.args:
            negative, rest = _sign(term)
            printed = self.after_minus(rest) if negative else self.inside(rest, MULTIPLY)
            if text:
                text += (MINUS if negative else "<mo>+</mo>") + printed
            else:
                text = (PREFIX_MINUS if negative else "") + printed
        return text, ADD

    def _print_Mul(self, expr: sp.Mul) -> Printed:
        negative, rest = _sign(expr)
        if negative:
            return PREFIX_MINUS + self.after_minus(rest), MULTIPLY
        text = ""
        factors = 0
        for k, factor in enumerate(expr.args):
            below = divisor(factor)
            if below is not None:
                above = self.print(expr.args[0])[0] if k == factors == 1 else text or "<mn>1</mn>"
                text = f"<mfrac><mrow>{above}</mrow><mrow>{self.print(below)[0]}</mrow></mfrac>"
            else:
                printed = self.inside(factor, POWER if text else MULTIPLY)
                text += f"{self.between(factor) if text else ''}{printed}"
                factors += 1
        return text, POWER if text.startswith("<mfrac>") and factors <= 1 else MULTIPLY

    def _print_Pow(self, expr: sp.Pow) -> Printed:
        base, exponent = expr.args
        if exponent == sp.Rational(1, 2):
            return f"<msqrt>{self.print(base)[0]}</msqrt>", ATOM
        raised = f"<mrow>{self.print(exponent)[0]}</mrow>"
        if base in (W1, W2):
            return f"<msubsup><mi>w</mi><mn>{base.name[1:]}</mn>{raised}</msubsup>", POWER
        return f"<msup>{self.inside(base, ATOM)}{raised}</msup>", POWER

    def _print_exp(self, expr: sp.exp) -> Printed:
        return f"<msup><mi>e</mi><mrow>{self.print(expr.args[0])[0]}</mrow></msup>", POWER

    def _print_Abs(self, expr: sp.Abs) -> Printed:
        bar = '<mo stretchy="true" form="{}">|</mo>'
        inner = self.print(expr.args[0])[0]
        return f"<mrow>{bar.format('prefix')}{inner}{bar.format('postfix')}</mrow>", ATOM

    def _print_Function(self, expr: sp.Function) -> Printed:
        arguments = [self.print(a)[0] for a in expr.args]
        if isinstance(expr, cbrt):
            return f"<mroot><mrow>{arguments[0]}</mrow><mn>3</mn></mroot>", ATOM
        name = self.dialect.names.get(type(expr).__name__, type(expr).__name__)
        stem = name.rstrip("0123456789")
        head = f"<mi>{stem}</mi>"
        if stem == "log":
            head = f"<msub>{head}<mn>{name[3:]}</mn></msub>" if name != stem else "<mi>ln</mi>"
        elif stem != name:
            head = f"<mi>{name}</mi>"
        return applied(head, arguments), ATOM

    def _print_Piecewise(self, expr: sp.Piecewise) -> Printed:
        rows = "".join(
            f"<mtr><mtd>{self.print(value)[0]}</mtd><mtd>{self._case(condition)}</mtd></mtr>"
            for value, condition in expr.args
        )
        brace = '<mo stretchy="true" form="prefix">{</mo>'
        return f'<mrow>{brace}<mtable class="cases">{rows}</mtable></mrow>', ADD

    def _case(self, condition: sp.Basic) -> str:
        if condition == sp.true:
            return "<mtext>otherwise</mtext>"
        return f"<mtext>if</mtext>{SPACE}{self.compared(condition)}"


def _sign(term: sp.Basic) -> tuple[bool, sp.Basic]:
    """Split a leading minus sign off a term."""
    if isinstance(term, sp.Mul):
        first, *rest = term.args
        if first == -1 and rest:
            return True, rest[0] if len(rest) == 1 else sp.Mul(*rest, evaluate=False)
        negative, positive = _sign(first)
        if negative:
            return True, sp.Mul(positive, *rest, evaluate=False)
    return False, term


def _digit(expression: sp.Basic) -> bool:
    """Tell whether a formula begins with a digit, so that a dot must stand before it."""
    if isinstance(expression, (sp.Mul, sp.Pow)):
        return _digit(expression.args[0])
    return bool(expression.is_Number)
