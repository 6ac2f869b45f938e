"""The query of the request that is being answered, within the query limits, and its state."""

from __future__ import annotations

from flask import request

from components.state.address import read_address
from components.state.query import Parts, parts_of
from components.state.state import State


def request_query() -> Parts:
    """Return the decoded parts of the request's query.

    Raises
    ------
    QueryError
        If the query is too long or has too many parts.
    """
    return parts_of(request.query_string.decode("utf-8", "replace"))


def request_state() -> State:
    """Return the state that the request's query describes.

    Raises
    ------
    LockstepError
        If a part of the query cannot be read.
    """
    state, errors = read_address(request_query())
    if errors:
        raise errors[0]
    return state
