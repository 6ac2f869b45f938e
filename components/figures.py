"""The figures of the page, in the order in which they stand on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.amplification import figure as amplification
from components.figure import Figure
from components.playground import figure as playground
from components.state.hand_typed import names_in
from components.state.query import Parts
from components.state.remarks import unknown_sentence
from components.two_steps import figure as two_steps

FIGURES: tuple[Figure, ...] = (playground.FIGURE, two_steps.FIGURE, amplification.FIGURE)

FIRST = FIGURES[0].key
"""Its parts of an address have no prefix."""

EMBED = "embed"
"""The part of an address that names a figure to be shown alone."""

THEME = "theme"
"""The part of an address that asks for light or dark colours, which the browser sets."""

THEMES = ("light", "dark", "auto")

OF_REQUESTS = (EMBED, THEME, "m")
"""Parts that belong to no figure."""


def embedded(query: Parts) -> Figure | None:
    """Return the figure that an address asks for alone, or None for the whole page."""
    asked = query.get(EMBED, [""])[:1]
    keys = names_in(asked)
    return next((figure for figure in FIGURES if figure.key in keys), None)


def is_theme_known(query: Parts) -> bool:
    """Say whether the colours that an address asks for, if any, are those of a theme."""
    asked = query.get(THEME, ())
    return not asked or not {*names_in(asked)}.isdisjoint(THEMES)


def own_parts(figure: Figure, query: Parts) -> Mapping[str, Sequence[str]]:
    """Return the parts of an address that are a figure's own, without its prefix.

    A figure that is shown alone, and the first one on the whole page, have no prefix.
    """
    if figure is embedded(query) or (figure.key == FIRST and embedded(query) is None):
        return query
    prefix = f"{figure.key}."
    return {
        name.removeprefix(prefix): texts for name, texts in query.items() if name.startswith(prefix)
    }


def state_of(figure: Figure, query: Parts) -> dict[str, Any] | None:
    """Return a figure's state for an address, and all that the page would say of that address."""
    if figure.state is None:
        return None
    state, said = figure.state(own_parts(figure, query))
    unknown = unknown_sentence(unknown_parts(query))
    return {"state": state, "said": [*said, *([unknown] if unknown else [])]}


def unknown_parts(query: Parts) -> list[str]:
    """Return the names of the parts of an address that neither the page nor a figure reads."""
    bare = embedded(query) or FIGURES[0]
    prefixed = {figure.key: figure for figure in FIGURES if figure is not bare}
    unknown = []
    for name in query:
        key, _, own = name.partition(".")
        figure, part = (prefixed[key], own) if key in prefixed else (bare, name)
        if name not in OF_REQUESTS and figure.parts is not None and part not in figure.parts:
            unknown.append(name)
    return unknown
