"""Functions that SymPy lacks, or has in another form: each with its derivative and its primitives.

`fdiff` is the derivative, from which code and formulas of gradients are made. `in_primitives` is
the value in functions that every target language has, chosen so that it neither overflows nor loses
digits. Value, gradient, formula, Python and JavaScript all follow from these two.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import sympy as sp


@runtime_checkable
class Lowered(Protocol):
    """A function that is printed in terms of others."""

    def in_primitives(self) -> sp.Expr:
        """Return the value in functions that every target language has."""


class Min(sp.Function):
    """Minimum of its arguments, in the order typed, which SymPy's own does not preserve.

    On a tie the first of the least arguments gives the derivative; see `autodiff`.
    """


class Max(sp.Function):
    """Maximum of its arguments, in the order typed; ties as for `Min`."""


class cbrt(sp.Function):
    """The real cube root."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (3 cbrt(x)^2)."""
        return 1 / (3 * self**2)


class log2(sp.Function):
    """The logarithm to base 2."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (x ln 2)."""
        return 1 / (self.args[0] * sp.log(2))


class log10(sp.Function):
    """The logarithm to base 10."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (x ln 10)."""
        return 1 / (self.args[0] * sp.log(10))


class log1p(sp.Function):
    """log(1 + x), exact for small x."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / (1 + x)."""
        return 1 / (1 + self.args[0])


class expm1(sp.Function):
    """exp(x) - 1, exact for small x."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return exp(x)."""
        return sp.exp(self.args[0])


class hypot(sp.Function):
    """sqrt(x^2 + y^2), without overflow."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return x / hypot(x, y), or y / hypot(x, y)."""
        return self.args[argindex - 1] / self


class atanh(sp.Function):
    """The inverse of tanh."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 / ((1 - x)(1 + x)), exact near both ends."""
        (x,) = self.args
        return 1 / ((1 - x) * (1 + x))


class _Quotient(sp.Function):
    """One over another function."""

    def in_primitives(self) -> sp.Expr:
        """Return 1 over the function that `divisor` names."""
        return 1 / self.divisor(self.args[0])


class sec(_Quotient):
    """1 / cos(x)."""

    divisor = sp.cos

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sec(x) tan(x)."""
        return self * sp.tan(self.args[0])


class csc(_Quotient):
    """1 / sin(x)."""

    divisor = sp.sin

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -csc(x) cot(x)."""
        return -self * cot(self.args[0])


class cot(_Quotient):
    """1 / tan(x)."""

    divisor = sp.tan

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -csc(x)^2."""
        return -(csc(self.args[0]) ** 2)


class sech(_Quotient):
    """1 / cosh(x)."""

    divisor = sp.cosh

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -sech(x) tanh(x)."""
        return -self * sp.tanh(self.args[0])


class csch(_Quotient):
    """1 / sinh(x)."""

    divisor = sp.sinh

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -csch(x) coth(x)."""
        return -self * coth(self.args[0])


class coth(_Quotient):
    """1 / tanh(x)."""

    divisor = sp.tanh

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -csch(x)^2."""
        return -(csch(self.args[0]) ** 2)


class erf(sp.Function):
    """The error function of statistics; `codegen.special_functions` has its code."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 2 exp(-x^2) / sqrt(pi)."""
        return 2 * sp.exp(-(self.args[0] ** 2)) / sp.sqrt(sp.pi)


class erfc(sp.Function):
    """1 - erf(x), exact where erf(x) is close to 1; part of `gelu`."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return -2 exp(-x^2) / sqrt(pi)."""
        return -2 * sp.exp(-(self.args[0] ** 2)) / sp.sqrt(sp.pi)


class sigmoid(sp.Function):
    """1 / (1 + exp(-x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x) sigmoid(-x), which is exact and finite on both plateaus."""
        return self * sigmoid(-self.args[0])

    def in_primitives(self) -> sp.Expr:
        """Return 1 / (1 + exp(-x))."""
        return 1 / (1 + sp.exp(-self.args[0]))


class relu(sp.Function):
    """max(x, 0), with derivative 0 at 0."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return 1 where x > 0 and 0 elsewhere."""
        return sp.Piecewise((1, self.args[0] > 0), (0, True))

    def in_primitives(self) -> sp.Expr:
        """Return max(0, x): on a tie the 0 counts, whose derivative is 0."""
        return Max(0, self.args[0], evaluate=False)


class softplus(sp.Function):
    """log(1 + exp(x))."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x)."""
        return sigmoid(self.args[0])

    def in_primitives(self) -> sp.Expr:
        """Return max(x, 0) + log(1 + exp(-|x|))."""
        (x,) = self.args
        return Max(x, 0, evaluate=False) + log1p(sp.exp(-sp.Abs(x, evaluate=False)))


class logaddexp(sp.Function):
    """log(exp(x) + exp(y)), a smooth maximum."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return sigmoid(x - y), or sigmoid(y - x)."""
        x, y = self.args
        return sigmoid(x - y if argindex == 1 else y - x)

    def in_primitives(self) -> sp.Expr:
        """Return max(x, y) + log(1 + exp(-|x - y|))."""
        x, y = self.args
        return Max(x, y, evaluate=False) + log1p(sp.exp(-sp.Abs(x - y, evaluate=False)))


class logcosh(sp.Function):
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


class elu(sp.Function):
    """x above 0, exp(x) - 1 below."""

    def fdiff(self, argindex: int = 1) -> sp.Expr:
        """Return exp(min(x, 0))."""
        return sp.exp(Min(self.args[0], 0, evaluate=False))

    def in_primitives(self) -> sp.Expr:
        """Return max(x, 0) + exp(min(x, 0)) - 1."""
        (x,) = self.args
        return Max(x, 0, evaluate=False) + expm1(Min(x, 0, evaluate=False))


class gelu(sp.Function):
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
