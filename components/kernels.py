"""The printed ES modules, at addresses that any worker can answer from the address alone."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint, Response

from optimizers import OPTIMIZERS, ErrorFunction, LockstepError
from optimizers.javascript import amplification_module, error_function_module, optimizers_module
from optimizers.steps_module import steps_module

from .answers import cacheable, refused
from .bounds import asked

SCRIPT = "text/javascript"

kernels = Blueprint("kernels", __name__, url_prefix="/kernels")


@kernels.get("/error-function.js")
def error_function() -> Response:
    """Answer ``?E=...`` with the kernel of that function."""
    try:
        text = asked().get("E", [""])[0]
        return cacheable(_error_function_module(text), SCRIPT)
    except LockstepError as error:
        return refused(f"E: {error}")


@kernels.get("/optimizers.js")
def optimizers() -> Response:
    """Answer with the kernels of all rules."""
    return cacheable(_optimizers_module(), SCRIPT)


@kernels.get("/steps.js")
def steps() -> Response:
    """Answer with the worked lines of all rules."""
    return cacheable(_steps_module(), SCRIPT)


@kernels.get("/amplification.js")
def amplification() -> Response:
    """Answer with the kernels of all rules' second steps."""
    return cacheable(_amplification_module(), SCRIPT)


@lru_cache(maxsize=64)
def _error_function_module(text: str) -> str:
    return error_function_module(ErrorFunction.parse(text))


@lru_cache(maxsize=1)
def _optimizers_module() -> str:
    return optimizers_module(OPTIMIZERS.values())


@lru_cache(maxsize=1)
def _steps_module() -> str:
    return steps_module(OPTIMIZERS.values())


@lru_cache(maxsize=1)
def _amplification_module() -> str:
    return amplification_module(OPTIMIZERS.values())
