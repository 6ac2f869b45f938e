"""Attributes whose names have a hyphen, such as ``aria-label`` and ``data-part``."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


def attributes(**named: object) -> dict[str, Any]:
    """Return attributes for a component: ``aria_label="..."`` becomes ``aria-label``."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def in_one_order(layout: Component) -> Component:
    """Return a layout after giving the attributes of its components the same order everywhere.

    Dash keeps them in the order of a set, which differs from one process to the next: the same page
    would have another tag from another machine.
    """
    below = layout._traverse()  # type: ignore[no-untyped-call]
    for component in (layout, *below):
        if isinstance(component, Component):
            given = vars(component)
            for name in sorted(given):
                given[name] = given.pop(name)
    return layout
