"""State of a query, or the one mistake in it."""

from dataclasses import replace
from typing import Any

from components.state.address import read_address
from components.state.address_error import AddressError
from components.state.state import State, default_state, run_of
from optimizers import OPTIMIZERS, ErrorFunction

DEFAULT = default_state()

Query = dict[str, list[str]]


def state_with(**fields: Any) -> State:
    """Return the default state with other fields; E may be given as it is typed."""
    if "E" in fields:
        typed = fields["E"]
        fields |= {"E": ErrorFunction.parse(typed), "typed": typed}
    return replace(DEFAULT, **fields)


def state_of(query: Query) -> State:
    """Return the state that a query without mistakes describes."""
    state, errors = read_address(query)
    assert errors == []
    return state


def mistake_in(query: Query) -> str:
    """Return the one mistake in a query, after checking that the default took its place.

    A run whose optimizer is known has the defaults of that one.
    """
    state, errors = read_address(query)
    keys = [text.split(",")[0] for text in query.get("run", ())]
    is_known = len(keys) == 1 and keys[0] in OPTIMIZERS
    assert state == (replace(DEFAULT, runs=(run_of(keys[0]),), selected=0) if is_known else DEFAULT)
    assert [type(error) for error in errors] == [AddressError]
    return str(errors[0])
