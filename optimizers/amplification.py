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

from optimizers.codegen.tape import Assignment
from optimizers.codegen.trace import past_name, symbol
from optimizers.hyperparameter import ETA, Hyperparameter
from optimizers.notation import Term
from optimizers.rule import Rule

Floats = NDArray[np.float64]

V_2, C_A, RATIO = MEASURES = ("v_2", "C_a", "ratio")
"""The results of two steps: v(2), C_a, and |v(2)| as a multiple of the gradient step."""


@dataclass(frozen=True)
class TwoSteps:
    """Results of two steps with gradients g1 and g2, of the common shape of both.

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
        Hyperparameters of the rule that differ from their defaults.

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
    """Return eta, or the initial step size of a rule without eta, or None."""
    starts = {s.initial for s in rule.state}
    rates = (h for h in rule.hyperparameters if h.name == ETA.name or h.name in starts)
    return next(rates, None)


def decay_of(rule: Rule) -> Hyperparameter | None:
    """Return the decay of a rule's state, such as beta, which small multiples vary, or None."""
    decays = [h for h in rule.hyperparameters if h.low == 0 and h.high <= 1]
    return decays[-1] if decays else None


def two_step_lines(
    rule: Rule, measures: Iterable[str] = MEASURES
) -> tuple[list[Assignment], list[Assignment]]:
    """Return the straight-line code of two steps on one weight.

    Parameters
    ----------
    rule : Rule
        Any rule.
    measures : iterable of str
        Which of `MEASURES` to compute; lines that none of them needs are left out.

    Returns
    -------
    first, second : list of assignments
        The lines that depend on ``g_1`` only, and those that depend on ``g_2`` too. The name of a
        quantity ends in the step: ``s_0``, ``s_1``, ``s_2``.
    """
    initial = [
        (
            f"{s.name}_0",
            symbol(s.initial) if isinstance(s.initial, str) else sp.Float(s.initial),
        )
        for s in rule.state
    ]
    first = [*initial, *_step_lines(rule, 1)]
    second = [*_step_lines(rule, 2), *measure_terms(rule).items()]
    needed = _dependencies([*first, *second], measures)
    return [a for a in first if a[0] in needed], [a for a in second if a[0] in needed]


def measure_terms(rule: Rule) -> dict[str, sp.Expr]:
    """Return C_a and the ratio as terms in ``v_2``, ``g_2`` and the rule's rate."""
    rate = rate_of(rule)
    v, g = symbol(V_2), symbol("g_2")
    with sp.evaluate(False):
        measures = _measures(v, g, symbol(rate.name) if rate else sp.Integer(1))
    return dict(zip((C_A, RATIO), measures, strict=True))


def _step_lines(rule: Rule, step: int) -> list[Assignment]:
    hyperparameters = {h.name for h in rule.hyperparameters}
    past = {past_name(s.name): f"{s.name}_{step - 1}" for s in rule.state}

    def numbered(name: str) -> sp.Expr:
        return sp.Integer(step) if name == "t" else symbol(past.get(name, f"{name}_{step}"))

    symbols = {s for line in rule.lines for s in line.term.free_symbols}
    names = {s: numbered(s.name) for s in symbols if s.name not in hyperparameters}
    with sp.evaluate(False):
        return [(f"{line.name}_{step}", line.term.xreplace(names)) for line in rule.lines]


def _dependencies(lines: list[Assignment], results: Iterable[str]) -> set[str]:
    """Return the names of the results and of everything that they are computed from."""
    needed = set(results)
    for name, term in reversed(lines):
        if name in needed:
            needed |= {s.name for s in term.free_symbols}
    return needed
