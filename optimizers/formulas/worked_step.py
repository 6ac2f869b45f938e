"""Worked steps: formula templates of a rule's lines, with slots for numbers in place of symbols.

The browser fills the slots for one weight and one step, as the article works its example. All lines
come from the trace of the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import sympy as sp

from optimizers.codegen.printer import ADD, ATOM, Printed
from optimizers.codegen.trace import Line, past_name, symbol
from optimizers.formulas.mathml import DOT, SPACE, applied, block
from optimizers.formulas.mathml_printer import MathMLPrinter
from optimizers.formulas.symbols import indexed_symbol
from optimizers.rule import Rule

SIGNED, RAISED = "signed", "raised"
"""Contexts of a slot: its number needs brackets if negative; if negative or more than one token."""

RESULT = '<mo data-relation="">=</mo><mn data-result=""></mn>'
"""The last piece of a line in which there is something to compute."""

_LEADING = re.compile(rf'\A((?:<mrow>)*)<mn data-slot="(\d+)" data-brackets="{SIGNED}">')


@dataclass(frozen=True, slots=True)
class Case:
    """A line where a condition holds.

    Parameters
    ----------
    condition : sympy.Basic
        In the symbols of the rule; true for a line with one case.
    slots : tuple of sympy.Expr
        The content of each slot, in the symbols of the rule.
    value : sympy.Expr
        The line in the symbols ``x0``, ``x1``, ..., one for each slot.
    formula : str
        MathML of the line in pieces between which it can be broken: ``s₁(t)``, ``= ...`` and, if
        there is something to compute, ``= result``; else what is after = is marked as the outcome.
    """

    condition: sp.Basic
    slots: tuple[sp.Expr, ...]
    value: sp.Expr
    formula: str

    @property
    def rational(self) -> bool:
        """Whether the line only adds, multiplies and compares: short numbers remain exact."""
        powers = self.value.atoms(sp.Pow)
        return all(p.exp.is_Integer and p.exp.is_positive for p in powers)


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """Template of one line of a rule.

    Parameters
    ----------
    name : str
        The assigned name: that of a line of the rule, or ``"w"``.
    cases : tuple of Case
        At least one; the first whose condition holds is the line.
    """

    name: str
    cases: tuple[Case, ...]


@lru_cache(maxsize=64)
def worked_lines(rule: Rule) -> tuple[WorkedLine, ...]:
    """Return the lines of a rule, the last being w(t) = w(t-1) - v(t) with v(t) substituted.

    This is the form of the article: w(1) = -15 - 0.05 (-90) / sqrt(810 + 1e-8). If v(t) is a sum,
    which would make that line too long, it has its own line.
    """
    *lines, v = rule.lines
    if v.term.is_Add:
        lines.append(v)
    update = symbol("v") if v.term.is_Add else v.term
    return tuple(_template(rule, line) for line in (*lines, Line("w", _updated_weight(update))))


def _updated_weight(update: sp.Expr) -> sp.Expr:
    """Return w(t-1) minus an update; two minus signs become a plus."""
    if isinstance(update, sp.Piecewise):
        pairs = [(_updated_weight(term), condition) for term, condition in update.args]
        return sp.Piecewise(*pairs, evaluate=False)
    w_past = symbol(past_name("w"))
    with sp.evaluate(False):
        if update.is_Mul and update.args[0] == -1:
            return sp.Add(w_past, *update.args[1:])
        return sp.Add(w_past, sp.Mul(-1, update))


def gradient_line() -> str:
    """Return ``g₁(t) = ∂E/∂w₁(w₁, w₂) = g₁`` for one weight, with slots 0 and 1 for the weights."""
    weight = '<mn data-weight=""></mn>'
    head = applied(indexed_symbol("g", weight), ['<mn data-time=""></mn>'])
    below = f"<mrow><mo>∂</mo><msub><mi>w</mi>{weight}</msub></mrow>"
    # Small: only what it is taken at and comes to differs from step to step.
    slope = f'<mfrac displaystyle="false"><mrow><mo>∂</mo><mi>E</mi></mrow>{below}</mfrac>'
    at = applied(slope, [f'<mn data-slot="{k}"></mn>' for k in range(2)])
    return "".join(map(block, [head, f"<mo>=</mo>{at}", RESULT]))


def plain_step(rule: Rule) -> sp.Expr:
    """Return the step a rule is compared with: eta g where it has an eta, else the gradient."""
    has_eta = any(h.name == "eta" for h in rule.hyperparameters)
    return symbol("eta") * symbol("g") if has_eta else symbol("g")


def _template(rule: Rule, line: Line) -> WorkedLine:
    settings = {h.name for h in rule.hyperparameters}
    symbols = {s.name: s.symbol for s in rule.state}
    head = indexed_symbol(symbols.get(line.name, line.name), '<mn data-weight=""></mn>')
    begin = applied(head, ['<mn data-time=""></mn>'])
    pairs = line.term.args if isinstance(line.term, sp.Piecewise) else ((line.term, sp.true),)
    cases = tuple(_case(begin, term, condition, settings) for term, condition in pairs)
    return WorkedLine(line.name, cases)


def _case(begin: str, term: sp.Expr, condition: sp.Basic, settings: set[str]) -> Case:
    slots: list[sp.Expr] = []
    value = _replace_by_slots(term, slots, settings)
    printer = _SlotPrinter()
    body = printer.print_formula(value)
    if value.is_Symbol or value.is_Number:
        pieces = [begin, f'<mo>=</mo><mrow data-outcome="">{body}</mrow>']
    else:
        pieces = [begin, f"<mo>=</mo>{body}", RESULT]
    if condition != sp.true:
        comparison = printer.comparison(_replace_by_slots(condition, slots, settings))
        pieces[-1] += f"{SPACE}<mtext>as</mtext>{SPACE}{comparison}"
    return Case(condition, tuple(slots), value, "".join(map(block, pieces)))


def _replace_by_slots(term: sp.Basic, slots: list[sp.Expr], settings: set[str]) -> sp.Basic:
    """Return a term with a slot for every symbol, and one for a sum such as 1 - beta."""
    names = {s.name for s in term.free_symbols}
    if term.is_Symbol or (term.is_Add and names and names <= settings):
        if term not in slots:
            slots.append(term)
        return symbol(f"x{slots.index(term)}")
    if not term.args:
        return term
    arguments = [_replace_by_slots(a, slots, settings) for a in term.args]
    with sp.evaluate(False):
        return term.func(*arguments, evaluate=False)


class _SlotPrinter(MathMLPrinter):
    """Printer of MathML in which the symbols x0, x1, ... are slots."""

    def __init__(self) -> None:
        super().__init__({})

    def print_formula(self, expression: sp.Basic) -> str:
        """Return MathML whose first number needs no brackets, as nothing precedes it."""
        return _LEADING.sub(r'\1<mn data-slot="\2">', super().print_formula(expression), count=1)

    def parenthesize(self, expression: sp.Basic, precedence: int) -> str:
        """Return MathML of an operand; a slot is marked with its context."""
        if expression.is_Symbol and precedence > ADD:
            context = RAISED if precedence == ATOM else SIGNED
            return f'<mn data-slot="{expression.name[1:]}" data-brackets="{context}"></mn>'
        return super().parenthesize(expression, precedence)

    def multiplication_sign(self, factor: sp.Basic) -> str:
        """Return a dot, as numbers side by side would read as one."""
        return DOT

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return f'<mn data-slot="{expr.name[1:]}"></mn>', ATOM
