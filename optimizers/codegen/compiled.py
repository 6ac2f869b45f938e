"""Printed Python source turned into a function.

Only source printed by this package from whitelisted trees comes here, never a reader's text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from optimizers.codegen.autodiff import Assignment
from optimizers.codegen.printer import PYTHON, source


def assignments(lines: tuple[Assignment, ...], indent: str = "    ") -> str:
    """Return Python source of straight-line code, a line each."""
    return "".join(f"{indent}{name} = {source(term, PYTHON)}\n" for name, term in lines)


def compiled(name: str, text: str, vocabulary: Mapping[str, Any]) -> Callable[..., Any]:
    """Return the function `name` that the source defines, seeing only the vocabulary."""
    scope: dict[str, Any] = {"__builtins__": {}, **vocabulary}
    exec(compile(text, f"<{name}>", "exec"), scope)
    function: Callable[..., Any] = scope[name]
    return function
