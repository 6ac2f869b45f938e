"""What the page needs to know of a figure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from dash import Dash
from dash.development.base_component import Component

from components.state.query import Parts


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the page, also shown alone with ``embed=``.

    Parameters
    ----------
    key : str
        Its anchor, its value of ``embed`` and the prefix of its parts in the page's address.
    name : str
        What the navigation calls it.
    title : str
        Its heading.
    words : str
        Introduction below the heading; may be empty.
    layout : callable
        From the figure's own parts of the address to all that is seen of it.
    register : callable
        Binds its clientside callbacks to an app.
    state : callable, optional
        From the figure's own parts of a query to its state as the browser keeps it, and sentences
        on what could not be read; for pages that embed it and set its state.
    surface : callable, optional
        From the figure's own parts of a query to the surface for a typed function or a settled
        zoom, as a plain dict; raises LockstepError for a mistake.
    parts : collection of str, optional
        The names of its parts of an address; others are reported to the reader. Without it, any.
    """

    key: str
    name: str
    title: str
    words: str
    layout: Callable[[Parts], Component]
    register: Callable[[Dash], None]
    state: Callable[[Parts], tuple[dict[str, Any], list[str]]] | None = None
    surface: Callable[[Parts], dict[str, Any]] | None = None
    parts: Collection[str] | None = None
