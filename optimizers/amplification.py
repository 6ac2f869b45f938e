"""Amplification or attenuation: a rule's second step against the plain gradient step.

One weight, two steps from a rule's initial state, with gradients g1 and g2. The article's measure
is C_a(g1, g2) = |v(2)| - |eta g2|: positive where the rule amplifies the second gradient step,
negative where it attenuates it. For RMSProp the article has the closed form v(2) = eta g2 /
sqrt((1 - beta)(beta g1^2 + g2^2) + epsilon); here v(2) comes from any rule's own lines.

A rule without a learning rate is compared at the rate that its step size starts from. For Rprop
that is Delta_0, which torch.optim.Rprop takes as ``lr``. A rule with neither is compared with the
gradient itself, as at eta = 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import sympy as sp
from numpy.typing import ArrayLike, NDArray

from optimizers.codegen.autodiff import Assignment
from optimizers.codegen.trace import past_name
from optimizers.hyperparameter import ETA, Hyperparameter
from optimizers.notation import Term
from optimizers.rule import Rule

Floats = NDArray[np.float64]

V_2, C_A, RATIO = MEASURES = ("v_2", "C_a", "ratio")
"""What two steps come to: v(2), C_a, and |v(2)| as a multiple of the gradient step."""


@dataclass(frozen=True)
class TwoSteps:
    """What two steps with gradients g1, g2 come to, of the common shape of both.

    Parameters
    ----------
    update : ndarray
        v(2).
    amplification : ndarray
        C_a = |v(2)| - |eta g2|.
    ratio : ndarray
        |v(2)| / |eta g2|; nan or inf where g2 is 0.
    """

    update: Floats
    amplification: Floats
    ratio: Floats


def two_steps(rule: Rule, g1: ArrayLike, g2: ArrayLike, **hyperparameters: float) -> TwoSteps:
    """Run two steps of a rule from its initial state.

    Parameters
    ----------
    rule : Rule
        Any rule.
    g1, g2 : array_like
        The gradients at the first and at the second step; they are broadcast.
    **hyperparameters : float
        Those of the rule that shall differ from their defaults.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS
    >>> two_steps(OPTIMIZERS["rmsprop"], 0, 2, eta=1, beta=0).amplification.round(6).item()
    -1.0
    """
    settings = rule.settings(hyperparameters)
    first, second = np.broadcast_arrays(np.asarray(g1, np.float64), np.asarray(g2, np.float64))
    rate = rate_of(rule)
    with np.errstate(all="ignore"):
        lines = rule.apply(1, first, rule.initial_state(settings), settings)
        past = {s.name: lines[s.name] for s in rule.state}
        update = rule.apply(2, second, past, settings)["v"]
        measures = _measures(update, second, settings[rate.name] if rate else 1.0)
    return TwoSteps(update, *measures)


def _measures(v: Term, g: Term, rate: Term) -> tuple[Term, Term]:
    """Return C_a and the ratio; on arrays and on symbols alike."""
    return abs(v) - abs(rate * g), abs(v) / abs(rate * g)


def rate_of(rule: Rule) -> Hyperparameter | None:
    """Return eta, or what a rule without it begins its step size with, or None."""
    starts = {s.initial for s in rule.state}
    wanted = (h for h in rule.hyperparameters if h.name == ETA.name or h.name in starts)
    return next(wanted, None)


def decay_of(rule: Rule) -> Hyperparameter | None:
    """Return how slowly a rule forgets, such as beta: what small multiples vary, or None."""
    decays = [h for h in rule.hyperparameters if h.low == 0 and h.high <= 1]
    return decays[-1] if decays else None


def two_step_lines(
    rule: Rule, wanted: Iterable[str] = MEASURES
) -> tuple[list[Assignment], list[Assignment]]:
    """Return the straight-line code of two steps on one weight.

    Parameters
    ----------
    rule : Rule
        Any rule; its lines come from its trace.
    wanted : iterable of str
        Which of `MEASURES` it is for; lines that none of them needs are left out.

    Returns
    -------
    first, second : list of assignments
        The lines that need ``g_1`` at most, and those that need ``g_2`` too. A quantity's name
        carries the step: ``s_0``, ``s_1``, ``s_2``.
    """
    initial = [
        (
            f"{s.name}_0",
            sp.Symbol(s.initial, real=True) if isinstance(s.initial, str) else sp.Float(s.initial),
        )
        for s in rule.state
    ]
    first = [*initial, *_step_lines(rule, 1)]
    second = [*_step_lines(rule, 2), *measure_terms(rule).items()]
    needed = _needed([*first, *second], wanted)
    return [a for a in first if a[0] in needed], [a for a in second if a[0] in needed]


def measure_terms(rule: Rule) -> dict[str, sp.Expr]:
    """Return C_a and the ratio as terms in ``v_2``, ``g_2`` and the rule's rate."""
    rate = rate_of(rule)
    v, g = (sp.Symbol(name, real=True) for name in (V_2, "g_2"))
    with sp.evaluate(False):
        measures = _measures(v, g, sp.Symbol(rate.name, real=True) if rate else sp.Integer(1))
    return dict(zip((C_A, RATIO), measures, strict=True))


def _step_lines(rule: Rule, step: int) -> list[Assignment]:
    kept = {h.name for h in rule.hyperparameters}
    past = {past_name(s.name): f"{s.name}_{step - 1}" for s in rule.state}

    def numbered(symbol: sp.Symbol) -> sp.Expr:
        if symbol.name == "t":
            return sp.Integer(step)
        return sp.Symbol(past.get(symbol.name, f"{symbol.name}_{step}"), real=True)

    lines = rule.lines
    symbols = {s for line in lines for s in line.term.free_symbols if s.name not in kept}
    names = {s: numbered(s) for s in symbols}
    with sp.evaluate(False):
        return [(f"{line.name}_{step}", line.term.xreplace(names)) for line in lines]


def _needed(lines: list[Assignment], wanted: Iterable[str]) -> set[str]:
    """Return the names that the wanted ones are computed from, and theirs, and their own."""
    needed = set(wanted)
    for name, term in reversed(lines):
        if name in needed:
            needed |= {s.name for s in term.free_symbols}
    return needed
