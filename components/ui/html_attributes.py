"""HTML attributes with a hyphen, such as ``aria-label``, and component trees as plain JSON."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


def attributes(**named: object) -> dict[str, Any]:
    """Return attributes for a component: ``aria_label="..."`` becomes ``aria-label``."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def plain_tree(tree: Any) -> Any:
    """Return a component tree as plain dicts and lists, as it is in JSON.

    For parts that never change, which then need not be serialized component by component.
    """
    if isinstance(tree, Component):
        to_json: Any = tree.to_plotly_json
        return plain_tree(to_json())
    if isinstance(tree, dict):
        return {name: plain_tree(value) for name, value in tree.items()}
    return [plain_tree(one) for one in tree] if isinstance(tree, (list, tuple)) else tree
