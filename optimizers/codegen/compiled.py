"""Compiled functions: straight-line code, printed as Python and compiled.

Only code printed by this package from whitelisted trees is compiled, never a reader's text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from optimizers.codegen.printer import PYTHON, print_code
from optimizers.codegen.tape import Assignment


def python_assignments(lines: tuple[Assignment, ...], indent: str = "    ") -> str:
    """Return straight-line code as Python, one line for each assignment."""
    return "".join(f"{indent}{name} = {print_code(term, PYTHON)}\n" for name, term in lines)


def compile_function(name: str, code: str, functions: Mapping[str, Any]) -> Callable[..., Any]:
    """Return the function `name` that the code defines; it can call these functions and no others.

    Builtins are withheld as well, so that code printed by mistake can reach nothing.
    """
    scope: dict[str, Any] = {"__builtins__": {}, **functions}
    exec(compile(code, f"<{name}>", "exec"), scope)
    function: Callable[..., Any] = scope[name]
    return function
