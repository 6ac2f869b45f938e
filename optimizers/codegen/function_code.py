"""Compiled code of an error function: made once for all values of its parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any

import sympy as sp

from optimizers.codegen.autodiff import StraightLineCode, differentiate
from optimizers.codegen.compiled import compile_function, python_assignments
from optimizers.codegen.printer import PYTHON
from optimizers.codegen.special_functions import PYTHON_FUNCTION, special_functions
from optimizers.codegen.tape import Assignment
from optimizers.language.numeric import FLOATS, NUMPY, SCALARS, Functions
from optimizers.language.vocabulary import Parameter, parameters_of
from optimizers.limits import slopeless_code

Maker = Callable[..., Callable[..., Any]]
"""From the values of the parameters, by name, to the compiled function."""


class FunctionCode:
    """Straight-line code of E and its gradient, compiled as it is needed.

    Parameters
    ----------
    expression : sympy.Expr
        The unevaluated tree.
    """

    def __init__(self, expression: sp.Expr) -> None:
        self.parameters = parameters_of(expression)
        self.lines: StraightLineCode = differentiate(expression)

    @cached_property
    def value(self) -> Maker:
        """E of arrays."""
        return maker(self.lines.value, NUMPY, self.parameters)

    @cached_property
    def value_and_gradient(self) -> Maker:
        """E, g1 and g2 of arrays."""
        return maker(self.lines.value_and_gradient, NUMPY, self.parameters)

    @cached_property
    def at_a_point(self) -> Maker:
        """E, g1 and g2 of NumPy's scalars."""
        return maker(self.lines.value_and_gradient, SCALARS, self.parameters)

    @cached_property
    def floats(self) -> Maker:
        """E, g1 and g2 of floats."""
        return maker(self.lines.value_and_gradient, FLOATS, self.parameters)

    @cached_property
    def term(self) -> Maker:
        """The name of the term without a slope, from w1, w2, g1 and g2."""
        body = slopeless_code(self.lines)
        return _compiled("(w1, w2, g1, g2)", body, SCALARS, self.parameters)


@lru_cache(maxsize=64)
def function_code(expression: sp.Expr) -> FunctionCode:
    """Return the code of a tree."""
    return FunctionCode(expression)


def maker(
    lines: tuple[Assignment, ...], functions: Functions, parameters: Iterable[Parameter]
) -> Maker:
    """Compile straight-line code to a function of w1 and w2."""
    results = ", ".join(name for name, _ in lines if name in ("E", "g1", "g2"))
    body = f"{python_assignments(lines, '        ')}        return {results},\n"
    special = special_functions(lines, PYTHON_FUNCTION, PYTHON)
    return _compiled("(w1, w2)", body, functions, parameters, special)


def _compiled(
    arguments: str,
    body: str,
    functions: Functions,
    parameters: Iterable[Parameter],
    before: str = "",
) -> Maker:
    names = ", ".join(parameter.code_name for parameter in parameters)
    code = (
        f"def with_parameters({names}):\n    def evaluate{arguments}:\n{body}    return evaluate\n"
    )
    return compile_function("with_parameters", before + code, functions)
