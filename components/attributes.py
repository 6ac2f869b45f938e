"""Attributes whose names have a hyphen, such as ``aria-label`` and ``data-part``."""

from __future__ import annotations

from typing import Any


def attributes(**named: object) -> dict[str, Any]:
    """Return attributes for a component: ``aria_label="..."`` becomes ``aria-label``."""
    return {name.replace("_", "-"): value for name, value in named.items()}
