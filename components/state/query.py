"""Query limits: how long a query may be and how many parts it may have.

Every route reads its query through `parts_of`. What a formula may be is bounded behind it, in
`optimizers.language`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

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
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=MOST_PARTS)
    except ValueError:
        raise QueryError(f"The address has too many parts: use at most {MOST_PARTS}.") from None
