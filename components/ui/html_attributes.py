"""Attributes whose names have a hyphen, such as ``aria-label`` and ``data-part``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import dcc
from dash.development.base_component import Component


def attributes(**named: object) -> dict[str, Any]:
    """Return attributes for a component: ``aria_label="..."`` becomes ``aria-label``."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def in_one_order(layout: Component) -> Component:
    """Return a layout after giving the attributes of its components the same order everywhere.

    Dash keeps them in the order of a set, which differs from one process to the next: the same page
    would have another tag from another machine.
    """
    for component in whole(layout):
        given = vars(component)
        for name in sorted(given):
            given[name] = given.pop(name)
    return layout


def whole(layout: Component) -> Iterator[Component]:
    """Yield the components of a layout, depth first, also those that wait in a Store by name."""
    yield layout
    untyped: Any = layout
    below = [one for one in untyped._traverse() if isinstance(one, Component)]
    for component in below:
        yield component
    for component in (layout, *below):
        held = getattr(component, "data", None) if isinstance(component, dcc.Store) else None
        for waiting in held.values() if isinstance(held, dict) else ():
            for one in waiting if isinstance(waiting, list) else ():
                if isinstance(one, Component):
                    yield from whole(one)
