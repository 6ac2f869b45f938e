"""Special functions that no platform has: straight-line code, printed to Python and JavaScript.

erf and erfc follow Schonfelder 1978, Chebyshev expansions for the error and related functions
(Math. Comp. 32, 1232-1240): one expansion in t = (x - 4)/(x + 4) holds from 1/2 to infinity. Below
1 it is the power series, Abramowitz and Stegun 7.1.5. The error is below 1e-15 of the value; tests
compare with ``math.erf`` and ``math.erfc``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

import sympy as sp

from optimizers.codegen.printer import OWN_FUNCTIONS, Dialect, print_code
from optimizers.codegen.tape import Assignment
from optimizers.language.functions import Max, Min

PYTHON_FUNCTION = ("def {name}(x0):\n{lines}    return {result}\n", "    {name} = {term}\n")
JAVASCRIPT_FUNCTION = (
    "function {name}(x0) {{\n{lines}  return {result};\n}}\n\n",
    "  const {name} = {term};\n",
)
"""Templates of a function and of a line in it."""

SERIES = [2 / math.sqrt(math.pi) * (-1) ** n / (math.factorial(n) * (2 * n + 1)) for n in range(19)]
"""erf(x) / x in powers of x^2."""

EXPANSION = [
    *(1.6320978781965259, -1.5054329427054698, 0.5903214182888945, -0.19828527172011035),
    *(0.0569084302284687, -0.013773973050870096, 0.002729016733135232, -0.00041361807903024755),
    *(3.89141838079606e-05, 4.795485503364818e-07, -8.699107081379825e-07, 1.2116707094396558e-07),
    *(3.79196702608182e-09, -3.4533646779963824e-09, 2.748862570381361e-10, 6.813959375318511e-11),
    *(-1.3568522747316355e-11, -1.0463235067416098e-12, 4.851070321243456e-13),
    *(8.458758172979236e-15, -1.6469363733616713e-14, 2.5314850886802834e-16),
    *(5.757244393379938e-16, -1.8245979193136522e-17, -2.135637703191254e-17),
]
"""Chebyshev coefficients of (x + 4) exp(x^2) erfc(x) in t, computed to 40 digits with mpmath."""

SPLIT = 2**27 + 1
"""Dekker's factor: half of the digits of a number, whose square is then exact."""

LARGEST = 30
"""erfc is 0 in double precision from here on."""

X = sp.Symbol("x0", real=True)


def special_functions(
    lines: Iterable[Assignment], template: tuple[str, str], dialect: Dialect
) -> str:
    """Return the definitions of the functions that straight-line code needs besides the platform's.

    Parameters
    ----------
    lines : iterable of Assignment
        The code that calls them.
    template : tuple of str
        `PYTHON_FUNCTION` or `JAVASCRIPT_FUNCTION`.
    dialect : Dialect
        The target language.
    """
    called = {
        type(part).__name__
        for _, term in lines
        for part in sp.preorder_traversal(term)
        if type(part).__name__ in OWN_FUNCTIONS
    }
    return "".join(_definition(name, template, dialect) for name in sorted(called))


@lru_cache(maxsize=8)
def _definition(name: str, template: tuple[str, str], dialect: Dialect) -> str:
    function, line = template
    *lines, (_, result) = _code(name)
    body = "".join(line.format(name=n, term=print_code(term, dialect)) for n, term in lines)
    return function.format(name=name, lines=body, result=print_code(result, dialect))


def _code(name: str) -> list[Assignment]:
    """Return the lines of erf or erfc of x0, the last being the result."""
    lines: list[Assignment] = []

    def let(term: sp.Expr) -> sp.Symbol:
        lines.append((f"x{len(lines) + 1}", term))
        return sp.Symbol(lines[-1][0], real=True)

    with sp.evaluate(False):
        size = let(sp.Abs(X))
        near = let(_product(X, _near(let(_product(X, X)))))
        x = let(Min(Max(size, sp.Rational(1, 2)), sp.Integer(LARGEST)))
        big = let(_product(sp.Integer(SPLIT), x))
        half = let(_minus(big, _minus(big, x)))
        rest = let(_product(_minus(half, x), sp.Add(half, x)))
        four = sp.Integer(4)
        t = let(_product(_minus(x, four), sp.Pow(sp.Add(x, four), -1)))
        twice, previous, last = let(_product(sp.Integer(2), t)), sp.Integer(0), sp.Integer(0)
        for coefficient in EXPANSION[:0:-1]:  # Clenshaw's recurrence
            term = sp.Add(_minus(_product(twice, last), previous), sp.Float(coefficient))
            previous, last = last, let(term)
        expansion = let(sp.Add(_minus(_product(t, last), previous), sp.Float(EXPANSION[0])))
        bell = _product(sp.exp(_product(sp.Integer(-1), half, half)), sp.exp(rest))
        far = let(_product(bell, expansion, sp.Pow(sp.Add(x, four), -1)))
        one, two = sp.Integer(1), sp.Integer(2)
        if name == "erf":
            outside = sp.Piecewise((_minus(far, one), X < 0), (_minus(one, far), True))
            result = sp.Piecewise((near, size < 1), (outside, True))
        else:
            outside = sp.Piecewise((_minus(two, far), X < 0), (far, True))
            result = sp.Piecewise((_minus(one, near), size < sp.Rational(1, 2)), (outside, True))
        lines.append(("", result))
    return lines


def _near(square: sp.Symbol) -> sp.Expr:
    """Return erf(x) / x by Horner's rule in x^2."""
    total: sp.Expr = sp.Float(SERIES[-1])
    for coefficient in SERIES[-2::-1]:
        total = sp.Add(sp.Float(coefficient), _product(square, total))
    return total


def _product(*factors: sp.Expr) -> sp.Expr:
    return cast("sp.Expr", sp.Mul(*factors))


def _minus(a: sp.Expr, b: sp.Expr) -> sp.Expr:
    return cast("sp.Expr", sp.Add(a, sp.Mul(sp.Integer(-1), b)))
