"""Activation functions of neural networks and smooth maxima, defined as in `functions`."""

from __future__ import annotations

import sympy as sp

from optimizers.language.functions import Lowered, Max, Min, erfc, expm1, log1p


class sigmoid(Lowered):
    """1 / (1 + exp(-x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x) sigmoid(-x), which is exact and finite on both plateaus."""
        return self * sigmoid(-self.args[0])

    def in_primitives(self) -> sp.Expr:
        """Return 1 / (1 + exp(-x))."""
        return 1 / (1 + sp.exp(-self.args[0]))


class relu(Lowered):
    """max(x, 0), with derivative 0 at 0."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 where x > 0 and 0 elsewhere."""
        return sp.Piecewise((1, self.args[0] > 0), (0, True))

    def in_primitives(self) -> sp.Expr:
        """Return max(0, x): on a tie the 0 counts, whose derivative is 0."""
        return Max(0, self.args[0], evaluate=False)


class softplus(Lowered):
    """log(1 + exp(x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x)."""
        return sigmoid(self.args[0])

    def in_primitives(self) -> sp.Expr:
        """Return max(x, 0) + log(1 + exp(-|x|))."""
        (x,) = self.args
        return Max(x, 0, evaluate=False) + log1p(sp.exp(-sp.Abs(x, evaluate=False)))


class logaddexp(Lowered):
    """log(exp(x) + exp(y)), a smooth maximum."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x - y), or sigmoid(y - x)."""
        x, y = self.args
        return sigmoid(x - y if argindex == 1 else y - x)

    def in_primitives(self) -> sp.Expr:
        """Return max(x, y) + log(1 + exp(-|x - y|))."""
        x, y = self.args
        return Max(x, y, evaluate=False) + log1p(sp.exp(-sp.Abs(x - y, evaluate=False)))


class logcosh(Lowered):
    """log(cosh(x)), a smooth absolute value."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return tanh(x)."""
        return sp.tanh(self.args[0])

    def in_primitives(self) -> sp.Expr:
        """Return log(1 + sinh(x)^2) / 2 near 0, and |x| + log(1 + exp(-2|x|)) - log(2)."""
        size = sp.Abs(self.args[0], evaluate=False)
        near = log1p(sp.sinh(Min(size, 1, evaluate=False)) ** 2) / 2
        far = size + log1p(sp.exp(-2 * size)) - sp.Float(float(sp.log(2)))
        return sp.Piecewise((near, size < 1), (far, True), evaluate=False)


class elu(Lowered):
    """x above 0, exp(x) - 1 below."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return exp(min(x, 0))."""
        return sp.exp(Min(self.args[0], 0, evaluate=False))

    def in_primitives(self) -> sp.Expr:
        """Return max(x, 0) + exp(min(x, 0)) - 1."""
        (x,) = self.args
        return Max(x, 0, evaluate=False) + expm1(Min(x, 0, evaluate=False))


class gelu(Lowered):
    """x times the normal distribution's cumulative probability of x."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return Phi(x) + x phi(x)."""
        (x,) = self.args
        density = sp.exp(-(x**2) / 2) / sp.sqrt(2 * sp.pi)
        return erfc(-x / sp.sqrt(2)) / 2 + x * density

    def in_primitives(self) -> sp.Expr:
        """Return x erfc(-x / sqrt(2)) / 2."""
        (x,) = self.args
        return x * erfc(-x / sp.sqrt(2)) / 2
