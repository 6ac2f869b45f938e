"""Dialects of the libraries: how NumPy, PyTorch, JAX and Keras spell the printed functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from optimizers.codegen.printer import Dialect, print_code
from optimizers.codegen.tape import Assignment

_SHARED = {"Min": "minimum", "Max": "maximum", "Abs": "abs"}
_ARC = {
    **{name: name.replace("a", "arc", 1) for name in ("asin", "acos", "atan", "atan2")},
    **{name: name.replace("a", "arc", 1) for name in ("asinh", "acosh", "atanh")},
}


def _dialect(module: str, names: dict[str, str]) -> Dialect:
    call, choice = "{name}({arguments})", "where({condition}, {a}, {b})"
    return Dialect(f"{module}.{call}", f"{module}.{choice}", names, power="**")


NUMPY = _dialect("np", _SHARED | _ARC)
TORCH = _dialect("torch", _SHARED)
JAX = _dialect("jnp", _SHARED | _ARC)
KERAS = _dialect("ops", _SHARED)

DIFFERENTIABLE = frozenset(
    {"exp", "expm1", "log", "log2", "log10", "log1p", "Abs", "sign", "erf", "erfc"}
    | {"sin", "cos", "tan", "asin", "acos", "atan"}
    | {"sinh", "cosh", "tanh", "asinh", "acosh", "atanh"}
)
"""Functions, by their SymPy names, whose values and slopes are the same in PyTorch and JAX. Not
hypot and atan2, which libraries give slopes of their own at 0; PyTorch has no cbrt."""


@dataclass(frozen=True, slots=True)
class Autograd:
    """How a library differentiates E.

    Parameters
    ----------
    dialect : Dialect
        In which E is printed.
    special : str
        The module that has erf and erfc.
    code : str
        The function ``{name}(w)`` to E and its gradient at a point, from ``error``.
    """

    dialect: Dialect
    special: str
    code: str


def assignments(lines: Iterable[Assignment], dialect: Dialect, indent: str = "    ") -> str:
    """Return straight-line code, one line for each assignment."""
    return "".join(f"{indent}{name} = {print_code(term, dialect)}\n" for name, term in lines)
