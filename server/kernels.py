"""Routes of the kernels: printed ES modules, which any worker can answer from the address alone."""

from __future__ import annotations

from flask import Blueprint, Response

from optimizers import LockstepError
from optimizers.kernels import RULE_MODULES, error_function_kernel, rule_kernel
from server.request_query import request_query
from server.responses import cacheable, refused

JAVASCRIPT = "text/javascript"

kernels = Blueprint("kernels", __name__, url_prefix="/kernels")


@kernels.get("/error-function.js")
def error_function() -> Response:
    """Answer ``?E=...`` with the kernel of that function."""
    try:
        text = request_query().get("E", [""])[0]
        return cacheable(error_function_kernel(text), JAVASCRIPT)
    except LockstepError as error:
        return refused(f"E: {error}")


@kernels.get(f"/<any({', '.join(RULE_MODULES)}):name>.js")
def of_all_rules(name: str) -> Response:
    """Answer with a kernel that is the same for every error function."""
    return cacheable(rule_kernel(name), JAVASCRIPT)
