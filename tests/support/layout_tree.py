"""Layout tree: looking into components, and into their JSON, depth first."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

Node = Component | dict[str, Any]
"""A component, or what it is in JSON."""


def _as_json(node: Node) -> dict[str, Any]:
    untyped: Any = node
    return dict(untyped.to_plotly_json() if isinstance(node, Component) else untyped)


def props(node: Node) -> dict[str, Any]:
    """Return what a component was given, such as ``id`` and ``aria-label``."""
    return dict(_as_json(node)["props"])


def kind(node: Node) -> str:
    """Return the name of a component's class, such as ``"Label"``."""
    return str(_as_json(node)["type"])


def walk(node: Node) -> Iterator[Node]:
    """Yield a component and all below it, also those that a Store holds until they are needed."""
    yield node
    for value in props(node).values():
        yield from _nodes(value)


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Component) or (isinstance(value, dict) and "namespace" in value):
        yield from walk(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _nodes(one)
    elif isinstance(value, (list, tuple)) and not isinstance(next(iter(value), 0), (int, float)):
        for one in value:
            yield from _nodes(one)


def find(node: Node, **wanted: Any) -> list[Node]:
    """Return those that were given these values; ``data_part`` stands for ``data-part``."""
    names = {
        name.replace("_", "-") if name.startswith(("data", "aria")) else name: value
        for name, value in wanted.items()
    }
    found = []
    for one in walk(node):
        given = props(one)
        if all(given.get(name) == value for name, value in names.items()):
            found.append(one)
    return found


def only(node: Node, **wanted: Any) -> dict[str, Any]:
    """Return what the one component with these values was given."""
    (found,) = find(node, **wanted)
    return props(found)
