"""The notation of update rules: what the function `step` of a rule is called with.

NumPy itself is one implementation of the mathematics, SymPy (`codegen.trace`) the other: so a rule
that is written once computes, and is printed as a formula, as Python and as JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, Protocol

Term = Any
"""A float, a NumPy array or a SymPy expression: a rule works on each of them."""

Values = SimpleNamespace
"""Terms by name: ``now.s`` is s(t), ``past.s`` is s(t-1), ``h.eta`` a hyperparameter."""


class Maths(Protocol):
    """The functions a rule may use besides ``+ - * / **`` and comparisons; `numpy` has them all."""

    def sqrt(self, x: Term, /) -> Term:
        """Return the square root."""

    def sign(self, x: Term, /) -> Term:
        """Return -1, 0 or 1."""

    def minimum(self, a: Term, b: Term, /) -> Term:
        """Return the smaller of two terms."""

    def maximum(self, a: Term, b: Term, /) -> Term:
        """Return the larger of two terms."""

    def where(self, condition: Term, a: Term, b: Term, /) -> Term:
        """Return `a` where the condition holds and `b` elsewhere."""


Step = Callable[[Maths, Values, Values, Values], None]
"""``step(xp, past, now, h)``: assign the state at t and, last, the update vector ``now.v``.

``now.g`` is the gradient at w(t-1) and ``now.t`` the iteration, counted from 1.
"""

RateFunction = Callable[[Maths, Values, Values, Values], Term]
"""``rate(xp, past, now, h)``: the effective learning rate from the lines of a step."""
