"""Reverse-mode automatic differentiation: E and its exact gradient as straight-line code.

Griewank and Walther 2008, Evaluating derivatives, chapter 3.2: one reverse sweep over the lines of
E gives all derivatives in a small multiple of the operations of E, whatever a reader types. A
closed-form derivative has no such bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import sympy as sp

from optimizers.codegen.printer import CALCULATOR, print_code
from optimizers.codegen.tape import Assignment, Tape, inline_single_uses
from optimizers.language.functions import Max, Min
from optimizers.language.vocabulary import W1, W2, parameters_of

MOST_SINGULAR = 12
"""The most terms that are looked at for one without a slope."""

_CHOSEN = {Min: (sp.Le, sp.Gt), Max: (sp.Ge, sp.Lt)}
"""The comparison of both arguments that holds where the first, or the second, is the result."""


@dataclass(frozen=True, slots=True)
class SingularTerm:
    """Term whose derivative may be infinite, such as a root.

    Parameters
    ----------
    text : str
        As a reader types it.
    weights : tuple of str
        The weights that it depends on.
    """

    text: str
    weights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StraightLineCode:
    """Straight-line code of E and its gradient: assignments without branches or loops.

    Parameters
    ----------
    value : tuple of Assignment
        Assignments that end in ``E``.
    value_and_gradient : tuple of Assignment
        Assignments that end in ``E``, ``g1`` and ``g2``.
    singular : tuple of SingularTerm
        Terms whose derivative may be infinite at a finite value, the outermost first.
    slopes : tuple of Assignment
        For the k-th of them, the adjoint ``a{k}`` and the derivative ``p{k}`` by its argument.
    """

    value: tuple[Assignment, ...]
    value_and_gradient: tuple[Assignment, ...]
    singular: tuple[SingularTerm, ...]
    slopes: tuple[Assignment, ...]


def differentiate(expression: sp.Expr) -> StraightLineCode:
    """Return the straight-line code of E(w1, w2) and of its gradient.

    Parameters
    ----------
    expression : sympy.Expr
        An unevaluated tree over ``w1``, ``w2`` and parameters in the functions of `vocabulary`.
    """
    tape = Tape()
    error = tape.record(expression)
    forward = tape.lines.copy()
    names = {W1, W2, *parameters_of(expression)}
    typed = {s: e for e, s in tape.recorded.items() if e.free_symbols <= names}
    adjoints = _reverse_sweep(tape, error)
    g1, g2 = adjoints[W1], adjoints[W2]
    gradient = inline_single_uses(tape.lines, {"E": error, "g1": g1, "g2": g2})
    singular, slopes = _singular_terms(tape, typed, adjoints)
    return StraightLineCode(
        inline_single_uses(forward, {"E": error}),
        gradient,
        singular,
        inline_single_uses(tape.lines, slopes),
    )


def value_code(expression: sp.Expr) -> tuple[Assignment, ...]:
    """Return the straight-line code of E alone, without a gradient."""
    tape = Tape()
    error = tape.record(expression)
    return inline_single_uses(tape.lines, {"E": error})


def _reverse_sweep(tape: Tape, error: sp.Basic) -> dict[sp.Basic, sp.Basic]:
    """Record the derivatives of `error` by its lines and by w1 and w2, and return them."""
    contributions: dict[sp.Basic, list[sp.Expr]] = {error: [sp.Integer(1)]}
    adjoints: dict[sp.Basic, sp.Basic] = {}
    for symbol, shallow in reversed(tape.lines.copy()):
        if symbol not in contributions:
            continue
        adjoint = adjoints[symbol] = tape.record(sp.Add(*contributions[symbol]))
        for k, argument in enumerate(shallow.args):
            if tape.varies(argument):
                term = _contribution(adjoint, shallow, k)
                contributions.setdefault(argument, []).append(term)
    for w in (W1, W2):
        adjoints[w] = tape.record(sp.Add(*contributions.get(w, [])))
    return adjoints


def _singular_terms(
    tape: Tape, typed: dict[sp.Basic, sp.Basic], adjoints: dict[sp.Basic, sp.Basic]
) -> tuple[tuple[SingularTerm, ...], dict[str, sp.Basic]]:
    """Return the terms that may lack a slope, and their adjoints and derivatives by name."""
    reached = [line for line in reversed(tape.lines) if line[0] in adjoints and line[0] in typed]
    derived = ((symbol, _singular_derivatives(tape, shallow)) for symbol, shallow in reached)
    terms: list[SingularTerm] = []
    slopes: dict[str, sp.Basic] = {}
    for k, (symbol, partials) in enumerate(islice((d for d in derived if d[1]), MOST_SINGULAR)):
        slopes |= {f"a{k}": adjoints[symbol], f"p{k}": tape.record(sp.Add(*partials))}
        weights = tuple(w.name for w in (W1, W2) if w in typed[symbol].free_symbols)
        text = print_code(typed[symbol], CALCULATOR).replace(" ", "")
        terms.append(SingularTerm(text, weights))
    return tuple(terms), slopes


def _singular_derivatives(tape: Tape, shallow: sp.Expr) -> list[sp.Expr]:
    """Return the derivatives of a line that divide by something, as that of a root does."""
    if shallow.is_Add or shallow.is_Mul or isinstance(shallow, (Min, Max, sp.sign, sp.Abs)):
        return []
    if shallow.is_Pow and _is_whole(shallow.exp):
        return []
    one, varying = sp.Integer(1), enumerate(shallow.args)
    partials = [_contribution(one, shallow, k) for k, a in varying if tape.varies(a)]
    return [p for p in partials if any(not _is_whole(power.exp) for power in p.atoms(sp.Pow))]


def _is_whole(exponent: sp.Expr) -> bool:
    return bool(exponent.is_Integer and exponent >= 0)


def _contribution(adjoint: sp.Expr, shallow: sp.Expr, k: int) -> sp.Expr:
    """Return `adjoint` times the partial derivative of `shallow` by its argument k."""
    arguments = shallow.args
    if shallow.is_Add:
        return adjoint
    if shallow.is_Mul:
        return sp.Mul(adjoint, *arguments[:k], *arguments[k + 1 :])
    if shallow.is_Pow:
        base, exponent = arguments
        if k == 0:
            return adjoint * exponent * base ** (exponent - 1)
        slope = adjoint * shallow * sp.log(base)
        # 0^y is 0 for every y > 0: it does not change with y, although log 0 is infinite.
        vanishes = sp.Eq(shallow, 0, evaluate=False)
        if base.is_Number:
            return slope
        return sp.Piecewise((0, vanishes), (slope, True), evaluate=False)
    if isinstance(shallow, (Min, Max)):
        chosen = _CHOSEN[type(shallow)][k](*arguments, evaluate=False)
        return sp.Piecewise((adjoint, chosen), (0, True), evaluate=False) if adjoint else adjoint
    if isinstance(shallow, sp.sign):
        return sp.Integer(0)
    return adjoint * shallow.fdiff(k + 1)
