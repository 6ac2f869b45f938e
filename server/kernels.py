"""Routes of the kernels: printed ES modules, which any worker can answer from the address alone."""

from __future__ import annotations

import json

from flask import Blueprint, Response, request

from optimizers import LockstepError
from optimizers.kernels import RULE_MODULES, error_function_kernel, rule_kernel
from server.request_query import request_query
from server.responses import cacheable, refused, versioned

JAVASCRIPT = "text/javascript"

kernels = Blueprint("kernels", __name__, url_prefix="/kernels")


@kernels.get("/error-function.js")
def error_function() -> Response:
    """Answer ``?E=...`` with the kernel of that function, with the parameters of ``&p=k,a``."""
    try:
        query = request_query()
        names = tuple(sorted(filter(None, query.get("p", [""])[0].split(","))))
        module = error_function_kernel(query.get("E", [""])[0], names)
        return versioned(Response(module, mimetype=JAVASCRIPT))
    except LockstepError as error:
        if request.args.get("refusal") != "module":
            return refused(f"E: {error}")
        # A page imports the kernel of a text before it knows whether that will be refused.
        module = f"export const message = {json.dumps(str(error))};\n"
        return versioned(Response(module, mimetype=JAVASCRIPT))


@kernels.get(f"/<any({', '.join(RULE_MODULES)}):name>.js")
def of_all_rules(name: str) -> Response:
    """Answer with a kernel that is the same for every error function."""
    return cacheable(rule_kernel(name), JAVASCRIPT)
