"""A rule's lines with numbers in place of symbols, as the article works its example.

Each line is a formula whose numbers are left open, so-called slots, and what a browser needs to
fill them for one weight and one step. Nothing of a rule is written here: all comes from its trace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import sympy as sp

from optimizers.codegen.printer import ADD, ATOM, Printed
from optimizers.codegen.trace import Line, past_name
from optimizers.formulas.mathml import DOT, SPACE, applied, block, bracketed
from optimizers.formulas.typeset import Formula, of_weight
from optimizers.rule import Rule

SIGNED, RAISED = "signed", "raised"
"""Where a slot stands: its number needs brackets if negative; likewise, or if not one number."""

_LEADING = re.compile(rf'\A((?:<mrow>)*)<mn data-slot="(\d+)" data-brackets="{SIGNED}">')


@dataclass(frozen=True, slots=True)
class Case:
    """What a line says where a condition holds.

    Parameters
    ----------
    condition : sympy.Basic
        In the symbols of the rule; true for a line with one case.
    slots : tuple of sympy.Expr
        What stands in each slot, in the symbols of the rule.
    value : sympy.Expr
        The line in the symbols ``x0``, ``x1``, ..., one a slot.
    formula : str
        MathML of the line in pieces that may stand below each other: ``s₁(t)``, ``= ...`` and,
        where something is worked out, ``= result``.
    """

    condition: sp.Basic
    slots: tuple[sp.Expr, ...]
    value: sp.Expr
    formula: str

    @property
    def rational(self) -> bool:
        """Whether the line only adds, multiplies and compares: short numbers then stay exact."""
        powers = self.value.atoms(sp.Pow)
        return all(p.exp.is_Integer and p.exp.is_positive for p in powers)


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """One line of a rule, ready for the numbers of a step.

    Parameters
    ----------
    name : str
        What it gives a value: a name of the trace, or ``"w"``.
    cases : tuple of Case
        At least one; the first whose condition holds is the line.
    """

    name: str
    cases: tuple[Case, ...]


@lru_cache(maxsize=64)
def worked_lines(rule: Rule) -> tuple[WorkedLine, ...]:
    """Return the lines of a rule, the last being w(t) = w(t-1) - v(t) with v(t) worked out in it.

    So the article does: w(1) = -15 - 0.05 (-90) / sqrt(810 + 1e-8). Only a sum would make that
    line too long, and keeps its own.
    """
    *lines, v = rule.lines
    if v.term.is_Add:
        lines.append(v)
    update = sp.Symbol("v", real=True) if v.term.is_Add else v.term
    return tuple(_worked(rule, line) for line in (*lines, Line("w", _moved(update))))


def _moved(update: sp.Expr) -> sp.Expr:
    """Return w(t-1) less an update; two minus signs are a plus."""
    if isinstance(update, sp.Piecewise):
        pairs = [(_moved(term), condition) for term, condition in update.args]
        return sp.Piecewise(*pairs, evaluate=False)
    w_past = sp.Symbol(past_name("w"), real=True)
    with sp.evaluate(False):
        if update.is_Mul and update.args[0] == -1:
            return sp.Add(w_past, *update.args[1:])
        return sp.Add(w_past, sp.Mul(-1, update))


def gradient_line() -> str:
    """Return ``g(t) = ∇E(w₁, w₂) = (g₁, g₂)`` with slots 0 to 3 for the four numbers."""
    slots = [f'<mn data-slot="{k}"></mn>' for k in range(4)]
    head = applied("<mi>g</mi>", ['<mn data-time=""></mn>'])
    at = applied("<mrow><mi>∇</mi><mi>E</mi></mrow>", slots[:2])
    pair = bracketed(f"{slots[2]}<mo>,</mo>{slots[3]}")
    return "".join(map(block, [head, f"<mo>=</mo>{at}", f'<mo data-relation="">=</mo>{pair}']))


def plain_step(rule: Rule) -> sp.Expr:
    """Return the step a rule is compared with: eta g where it has an eta, else the gradient."""
    g = sp.Symbol("g", real=True)
    has_eta = any(h.name == "eta" for h in rule.hyperparameters)
    return sp.Symbol("eta", real=True) * g if has_eta else g


def _worked(rule: Rule, line: Line) -> WorkedLine:
    settings = {h.name for h in rule.hyperparameters}
    symbols = {s.name: s.symbol for s in rule.state}
    head = of_weight(symbols.get(line.name, line.name), '<mn data-weight=""></mn>')
    begin = applied(head, ['<mn data-time=""></mn>'])
    pairs = line.term.args if isinstance(line.term, sp.Piecewise) else ((line.term, sp.true),)
    cases = tuple(_case(begin, term, condition, settings) for term, condition in pairs)
    return WorkedLine(line.name, cases)


def _case(begin: str, term: sp.Expr, condition: sp.Basic, settings: set[str]) -> Case:
    slots: list[sp.Expr] = []
    value = _opened(term, slots, settings)
    formula = _WithSlots()
    pieces = [begin, f"<mo>=</mo>{formula.print(value)[0]}"]
    if not value.is_Symbol and not value.is_Number:
        pieces.append('<mo data-relation="">=</mo><mn data-result=""></mn>')
    if condition != sp.true:
        asked = formula.compared(_opened(condition, slots, settings))
        pieces[-1] += f"{SPACE}<mtext>as</mtext>{SPACE}{asked}"
    return Case(condition, tuple(slots), value, "".join(map(block, pieces)))


def _opened(term: sp.Basic, slots: list[sp.Expr], settings: set[str]) -> sp.Basic:
    """Return a term with a slot for every symbol, and one for a sum such as 1 - beta."""
    names = {s.name for s in term.free_symbols}
    if term.is_Symbol or (term.is_Add and names and names <= settings):
        if term not in slots:
            slots.append(term)
        return sp.Symbol(f"x{slots.index(term)}", real=True)
    if not term.args:
        return term
    opened = [_opened(a, slots, settings) for a in term.args]
    with sp.evaluate(False):
        return term.func(*opened, evaluate=False)


class _WithSlots(Formula):
    """Prints MathML in which the symbols x0, x1, ... are slots."""

    def __init__(self) -> None:
        super().__init__({})

    def print(self, expression: sp.Basic) -> Printed:
        """Return MathML that stands by itself: its first number needs no brackets."""
        text, own = self.doprint_node(expression)
        return _LEADING.sub(r'\1<mn data-slot="\2">', text, count=1), own

    def inside(self, expression: sp.Basic, binding: int) -> str:
        """Return MathML within a term, in brackets where it needs them."""
        if expression.is_Symbol and binding > ADD:
            where = RAISED if binding == ATOM else SIGNED
            return f'<mn data-slot="{expression.name[1:]}" data-brackets="{where}"></mn>'
        text, own = self.doprint_node(expression)
        return f"<mrow>{text}</mrow>" if own >= binding else bracketed(text)

    def between(self, factor: sp.Basic) -> str:
        """Return a dot: numbers side by side would be one."""
        return DOT

    def _print_Symbol(self, expr: sp.Symbol) -> Printed:
        return f'<mn data-slot="{expr.name[1:]}"></mn>', ATOM
