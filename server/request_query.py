"""The query of the request that is being answered, within the query limits."""

from __future__ import annotations

from flask import request

from components.state.query import Parts, parts_of


def request_query() -> Parts:
    """Return the decoded parts of the request's query.

    Raises
    ------
    QueryError
        If the query is too long or has too many parts.
    """
    return parts_of(request.query_string.decode("utf-8", "replace"))
