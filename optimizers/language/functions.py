"""Functions that SymPy lacks, or has in another form: each with its derivative and its primitives.

`fdiff` is the derivative, from which code and formulas of gradients are made. `in_primitives` is
the value in functions that every target language has, chosen so that it neither overflows nor loses
digits. Value, gradient, formula, Python and JavaScript all follow from these two.
"""

from __future__ import annotations

import sympy as sp


class Lowered(sp.Function):
    """A function that is printed in terms of others."""

    def in_primitives(self) -> sp.Expr:
        """Return the value in functions that every target language has.

        A choice is a `sympy.Piecewise` of one ``<`` and what holds otherwise.
        """
        raise NotImplementedError


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


class _Quotient(Lowered):
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
