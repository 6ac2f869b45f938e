"""Queries, read and written: what encodes them, how long they may be and of how many parts.

Every route reads its query through `parts_of`. What a formula may be is bounded behind it, in
`optimizers.language`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from components.state.hand_typed import decoded, part_name
from optimizers import LockstepError

LONGEST_ADDRESS = 8000
"""The most characters of an address behind its ``?``."""

MOST_PARTS = 60
"""The most parts of an address; all figures together have fewer."""

Parts = Mapping[str, Sequence[str]]
"""The decoded parts of an address, every name with all its values."""


class QueryError(LockstepError):
    """A text that is too large to be read; the message says by how much."""


def parts_of(query: object) -> Parts:
    """Return the parts of an address.

    Parameters
    ----------
    query : object
        What came in; a str, perhaps with its ``?``, or it is refused.

    Raises
    ------
    QueryError
        If it is no text, is too long or has too many parts.
    """
    if not isinstance(query, str):
        raise QueryError("The address must be a text: reload the page.")
    if len(query) > LONGEST_ADDRESS:
        raise QueryError(f"The address is too long: use at most {LONGEST_ADDRESS} characters.")
    text = query.removeprefix("?")
    if text.count("&") >= MOST_PARTS:
        raise QueryError(f"The address has too many parts: use at most {MOST_PARTS}.")
    parts: dict[str, list[str]] = {}
    for part in filter(None, text.split("&")):
        name, _, value = part.partition("=")
        parts.setdefault(part_name(name), []).append(decoded(value))
    return parts


def query_of(parts: Iterable[tuple[str, str]]) -> str:
    """Return parts as the query of an address that programs find whole in a text.

    Letters, digits, ``-._~,:`` and escapes, with ``&`` and ``=`` between: no program that looks for
    links ends one there. ``written`` of assets/state/encoding.js gives the same.

    Parameters
    ----------
    parts : iterable of tuples of str
        Name and text of each part.

    Examples
    --------
    >>> query_of([("E", "(w1+1)^2"), ("start", "1,-2"), ("run", "adam")])
    'E=%28w1%2B1%29%5E2&start=1,-2&run=adam'
    """
    return "&".join(encoded(name) + ("=" + encoded(text)) * bool(text) for name, text in parts)


def encoded(text: str) -> str:
    """Return a text escaped; at its end also what a program takes for the end of a sentence."""
    found = quote(text, safe=",:")
    return f"{found[:-1]}%{ord(found[-1]):02X}" if found.endswith(tuple("-._~,:")) else found
