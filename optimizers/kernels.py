"""Kernels: the ES modules printed for the browser, where they compute without a request.

Those of the rules are the same for every page; their version is a content hash, so that browsers
can cache them forever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from optimizers.codegen.amplification_module import amplification_module
from optimizers.codegen.error_function_module import error_function_module
from optimizers.codegen.optimizers_module import optimizers_module
from optimizers.error_function import parse_used
from optimizers.formulas.steps_module import steps_module
from optimizers.registry import OPTIMIZERS
from optimizers.rule import Rule

RULE_MODULES: Mapping[str, Callable[[Iterable[Rule]], str]] = MappingProxyType(
    {
        "optimizers": optimizers_module,  # descents
        "steps": steps_module,  # worked lines
        "amplification": amplification_module,  # second steps
    }
)
"""The code generator of each module of all rules, by the name of the module."""


@lru_cache(maxsize=len(RULE_MODULES))
def rule_kernel(name: str) -> str:
    """Return the code of a module of all rules; `name` is a key of `RULE_MODULES`."""
    return RULE_MODULES[name](OPTIMIZERS.values())


@lru_cache(maxsize=len(RULE_MODULES))
def rule_kernel_version(name: str) -> str:
    """Return the content hash of a module of all rules."""
    return content_hash(rule_kernel(name).encode())


@lru_cache(maxsize=64)
def error_function_kernel(text: str, parameters: tuple[str, ...] = ()) -> str:
    """Return the code of the module of a typed error function.

    Parameters
    ----------
    text : str
        What a reader typed.
    parameters : tuple of str
        Names of parameters that it may have; the module is the same for all their values.

    Raises
    ------
    ExpressionError
        If the text is no error function.
    ParameterError
        If a name cannot be that of a parameter.
    """
    return error_function_module(parse_used(text, dict.fromkeys(parameters, 1.0)))


def content_hash(body: bytes) -> str:
    """Return the version of a file: twelve hexadecimal digits of its SHA-256."""
    return hashlib.sha256(body).hexdigest()[:12]
