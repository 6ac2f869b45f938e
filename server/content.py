"""Routes of the page's content as JSON: layout, figures that come near, surfaces, pictures.

Everything is a GET whose answer follows from the address, so that it can be cached anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from dash.development.base_component import Component
from flask import Blueprint, Response

from components.state.address_error import AddressError
from components.state.query import Parts, QueryError
from optimizers import LockstepError
from server.refusals import not_found
from server.request_query import request_query
from server.responses import refused, versioned_json


class FigureContent(Protocol):
    """What the routes need to know of a figure."""

    @property
    def key(self) -> str:
        """Its name in the addresses."""

    @property
    def layout(self) -> Callable[[Parts], Component]:
        """From its own parts of a query to its components."""

    @property
    def surface(self) -> Callable[[Parts], dict[str, Any]] | None:
        """From its own parts of a query to its surface; None where it has none."""


def content_routes(
    layout: Callable[[Parts, str], Component],
    figures: Sequence[FigureContent],
    own_parts: Callable[[Any, Parts], Parts],
    state_of: Callable[[Any, Parts], dict[str, Any] | None],
    pictures: Callable[[], Any],
) -> Blueprint:
    """Return the routes.

    Parameters
    ----------
    layout : callable
        From the page's query, and a sentence on why it could not be read, to the page.
    figures : sequence of FigureContent
        The figures by key.
    own_parts : callable
        From a figure and the page's query to the figure's own parts.
    state_of : callable
        From a figure and the page's query to the figure's state, and what is said of the query;
        None for a figure without one.
    pictures : callable
        Returns the small pictures of the presets.
    """
    by_key: Mapping[str, FigureContent] = {figure.key: figure for figure in figures}
    content = Blueprint("content", __name__)

    @content.get("/layout.json")
    def page() -> Response:
        try:
            return versioned_json(layout(request_query(), ""))
        except QueryError as error:
            return versioned_json(layout({}, f"{error} The page shows its default instead."))

    @content.get("/figures/<key>.json")
    def figure(key: str) -> Response:
        if key not in by_key:
            return not_found()
        try:
            parts = own_parts(by_key[key], request_query())
        except QueryError as error:
            return refused(str(error))
        return versioned_json(by_key[key].layout(parts))

    @content.get("/presets.json")
    def presets() -> Response:
        return versioned_json(pictures())

    @content.get("/figures/<key>/state.json")
    def state(key: str) -> Response:
        if key not in by_key:
            return not_found()
        try:
            found = state_of(by_key[key], request_query())
        except QueryError as error:
            return refused(str(error))
        return not_found() if found is None else versioned_json(found)

    @content.get("/figures/<key>/surface.json")
    def surface(key: str) -> Response:
        answer = by_key[key].surface if key in by_key else None
        if answer is None:
            return not_found()
        try:
            return versioned_json(answer(request_query()))
        except AddressError as error:
            # A mistake in what a reader types is an answer like another.
            return versioned_json(error.to_json()) if error.part == "E" else refused(str(error))
        except LockstepError as error:
            return refused(str(error))

    return content
