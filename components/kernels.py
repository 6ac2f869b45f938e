"""The printed ES modules, at addresses that any worker can answer from the address alone."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint, Response

from optimizers import OPTIMIZERS, ErrorFunction, LockstepError
from optimizers.javascript import amplification_module, error_function_module, optimizers_module
from optimizers.steps_module import steps_module

from .answers import VERSION, cacheable, fingerprint, refused
from .bounds import asked

SCRIPT = "text/javascript"
OF_ALL_RULES = {
    "optimizers": optimizers_module,  # the kernels
    "steps": steps_module,  # the worked lines
    "amplification": amplification_module,  # the kernels of second steps
}

kernels = Blueprint("kernels", __name__, url_prefix="/kernels")


@kernels.get("/error-function.js")
def error_function() -> Response:
    """Answer ``?E=...`` with the kernel of that function."""
    try:
        text = asked().get("E", [""])[0]
        return cacheable(_error_function_module(text), SCRIPT)
    except LockstepError as error:
        return refused(f"E: {error}")


@kernels.get("/<any(optimizers, steps, amplification):name>.js")
def of_all_rules(name: str) -> Response:
    """Answer with what is the same for every function: the kernels of all rules, and their like."""
    return cacheable(_module(name), SCRIPT)


@lru_cache(maxsize=len(OF_ALL_RULES))
def address(name: str) -> str:
    """Return where the browser finds a module of all rules, relative to the page.

    It names what is in the module: a new version of Lockstep has a new one.

    Parameters
    ----------
    name : str
        ``"optimizers"``, ``"steps"`` or ``"amplification"``.
    """
    return f"kernels/{name}.js?{VERSION}={fingerprint(_module(name).encode())}"


@lru_cache(maxsize=64)
def _error_function_module(text: str) -> str:
    return error_function_module(ErrorFunction.parse(text))


@lru_cache(maxsize=len(OF_ALL_RULES))
def _module(name: str) -> str:
    return OF_ALL_RULES[name](OPTIMIZERS.values())
