"""MathML printer: an expression in the order in which it was written."""

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
    CodePrinter,
    Printed,
    divisor,
    number,
)
from optimizers.formulas.mathml import (
    DOT,
    MINUS,
    PREFIX_MINUS,
    SPACE,
    THIN_SPACE,
    applied,
    bracketed,
    whole,
)
from optimizers.formulas.symbols import symbol
from optimizers.language.functions import cbrt
from optimizers.language.vocabulary import W1, W2, Parameter


class MathMLPrinter(CodePrinter):
    """Printer of MathML; brackets follow the same precedences as in printed code."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(CALCULATOR)
        self.names = names

    def print_formula(self, expression: sp.Basic) -> str:
        """Return MathML of an expression that needs no brackets where it is placed."""
        return self.print_node(expression)[0]

    def parenthesize(self, expression: sp.Basic, precedence: int) -> str:
        """Return MathML, in brackets if its precedence is lower."""
        text, own = self.print_node(expression)
        return f"<mrow>{text}</mrow>" if own >= precedence else bracketed(text)

    def after_minus(self, expression: sp.Basic) -> str:
        """Return MathML to follow a minus sign: in brackets if it begins with a minus sign."""
        printed = self.parenthesize(expression, MULTIPLY)
        has_minus = printed.replace("<mrow>", "").startswith(PREFIX_MINUS)
        return bracketed(printed) if has_minus else printed

    def multiplication_sign(self, factor: sp.Basic) -> str:
        """Return the sign between a factor and the one before it."""
        return DOT if _begins_with_digit(factor) else THIN_SPACE

    def comparison(self, condition: sp.Basic) -> str:
        """Return MathML of a comparison."""
        left, right = (self.print_formula(a) for a in condition.args)
        return f"{left}<mo>{escape(condition.rel_op)}</mo>{right}"

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return symbol(self.names[expr.name]), ATOM

    def _print_Parameter(self, expr: Parameter) -> Printed:
        return symbol("_".join(filter(None, (expr.name[:1], expr.name[1:])))), ATOM

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
            negative, rest = _split_sign(term)
            printed = self.after_minus(rest) if negative else self.parenthesize(rest, MULTIPLY)
            if text:
                text += (MINUS if negative else "<mo>+</mo>") + printed
            else:
                text = (PREFIX_MINUS if negative else "") + printed
        return text, ADD

    def _print_Mul(self, expr: sp.Mul) -> Printed:
        negative, rest = _split_sign(expr)
        if negative:
            return PREFIX_MINUS + self.after_minus(rest), MULTIPLY
        text = ""
        factors = 0
        for k, factor in enumerate(expr.args):
            below = divisor(factor)
            if below is not None:
                above = (
                    self.print_formula(expr.args[0]) if k == factors == 1 else text or "<mn>1</mn>"
                )
                text = (
                    f"<mfrac><mrow>{above}</mrow><mrow>{self.print_formula(below)}</mrow></mfrac>"
                )
            else:
                printed = self.parenthesize(factor, POWER if text else MULTIPLY)
                text += f"{self.multiplication_sign(factor) if text else ''}{printed}"
                factors += 1
        return text, POWER if text.startswith("<mfrac>") and factors <= 1 else MULTIPLY

    def _print_Pow(self, expr: sp.Pow) -> Printed:
        base, exponent = expr.args
        if exponent == sp.Rational(1, 2):
            return f"<msqrt>{self.print_formula(base)}</msqrt>", ATOM
        raised = f"<mrow>{self.print_formula(exponent)}</mrow>"
        if base in (W1, W2):
            return f"<msubsup><mi>w</mi><mn>{base.name[1:]}</mn>{raised}</msubsup>", POWER
        return f"<msup>{self.parenthesize(base, ATOM)}{raised}</msup>", POWER

    def _print_exp(self, expr: sp.exp) -> Printed:
        return f"<msup><mi>e</mi><mrow>{self.print_formula(expr.args[0])}</mrow></msup>", POWER

    def _print_Abs(self, expr: sp.Abs) -> Printed:
        bar = '<mo stretchy="true" form="{}">|</mo>'
        inner = self.print_formula(expr.args[0])
        return f"<mrow>{bar.format('prefix')}{inner}{bar.format('postfix')}</mrow>", ATOM

    def _print_Function(self, expr: sp.Function) -> Printed:
        arguments = [self.print_formula(a) for a in expr.args]
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
            f"<mtr><mtd>{self.print_formula(value)}</mtd><mtd>{self._case(condition)}</mtd></mtr>"
            for value, condition in expr.args
        )
        brace = '<mo stretchy="true" form="prefix">{</mo>'
        return f'<mrow>{brace}<mtable class="cases">{rows}</mtable></mrow>', ADD

    def _case(self, condition: sp.Basic) -> str:
        if condition == sp.true:
            return "<mtext>otherwise</mtext>"
        return f"<mtext>if</mtext>{SPACE}{self.comparison(condition)}"


def _split_sign(term: sp.Basic) -> tuple[bool, sp.Basic]:
    """Split a leading minus sign off a term."""
    if isinstance(term, sp.Mul):
        first, *rest = term.args
        if first == -1 and rest:
            return True, rest[0] if len(rest) == 1 else sp.Mul(*rest, evaluate=False)
        negative, positive = _split_sign(first)
        if negative:
            return True, sp.Mul(positive, *rest, evaluate=False)
    return False, term


def _begins_with_digit(expression: sp.Basic) -> bool:
    """Return whether a formula begins with a digit, so that a dot must precede it."""
    if isinstance(expression, (sp.Mul, sp.Pow)):
        return _begins_with_digit(expression.args[0])
    return bool(expression.is_Number)
