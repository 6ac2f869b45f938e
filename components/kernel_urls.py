"""Addresses of the kernels, relative to the page."""

from __future__ import annotations

from collections.abc import Iterable

from components.state.query import encoded
from optimizers.kernels import rule_kernel_version


def rule_kernel_url(name: str) -> str:
    """Return the address of a module of all rules; it names the version (cache busting)."""
    return f"kernels/{name}.js?m={rule_kernel_version(name)}"


def error_function_url(text: str, parameters: Iterable[str], version: str) -> str:
    """Return the address of an error function's module, as assets/engine/kernels.js writes it.

    Parameters
    ----------
    text : str
        E as it was typed.
    parameters : iterable of str
        The names of its parameters.
    version : str
        Of the deployment.
    """
    named = ",".join(sorted(map(encoded, parameters)))
    given = f"&p={named}" * bool(named)
    return f"kernels/error-function.js?E={encoded(text)}{given}&refusal=module&m={version}"
