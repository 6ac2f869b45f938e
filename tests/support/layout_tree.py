"""Looking into a layout: its components, depth first."""

from collections.abc import Iterator
from typing import Any

from dash import dcc
from dash.development.base_component import Component


def props(component: Component) -> dict[str, Any]:
    """Return what a component was given, such as ``id`` and ``aria-label``."""
    untyped: Any = component
    return dict(untyped.to_plotly_json()["props"])


def walk(component: Component) -> Iterator[Component]:
    """Yield a component and all below it, also those that wait in a Store by name."""
    yield component
    untyped: Any = component
    below = [one for one in untyped._traverse() if isinstance(one, Component)]
    yield from below
    for one in (component, *below):
        data = props(one).get("data") if isinstance(one, dcc.Store) else None
        for waiting in data.values() if isinstance(data, dict) else ():
            for found in waiting if isinstance(waiting, list) else ():
                if isinstance(found, Component):
                    yield from walk(found)


def find(component: Component, **wanted: Any) -> list[Component]:
    """Return those that were given these values; ``data_part`` stands for ``data-part``."""
    names = {
        name.replace("_", "-") if name.startswith(("data", "aria")) else name: value
        for name, value in wanted.items()
    }
    return [
        found
        for found in walk(component)
        if all(props(found).get(name) == value for name, value in names.items())
    ]


def only(component: Component, **wanted: Any) -> dict[str, Any]:
    """Return what the one component with these values was given."""
    (found,) = find(component, **wanted)
    return props(found)
