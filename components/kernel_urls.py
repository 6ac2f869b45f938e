"""Addresses of the kernels, relative to the page."""

from __future__ import annotations

from optimizers.kernels import rule_kernel_version


def rule_kernel_url(name: str) -> str:
    """Return the address of a module of all rules; it names the version (cache busting)."""
    return f"kernels/{name}.js?m={rule_kernel_version(name)}"
