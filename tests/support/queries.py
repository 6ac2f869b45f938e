"""What a query says: the state it asks for, or its one mistake."""

from components.state.address import AddressError, read_address
from components.state.state import State, default_state

DEFAULT = default_state()

Query = dict[str, list[str]]


def state_of(query: Query) -> State:
    state, errors = read_address(query)
    assert errors == []
    return state


def mistake_in(query: Query) -> str:
    """Return the one mistake in a query, after checking that the default took its place."""
    state, errors = read_address(query)
    assert state == DEFAULT
    assert [type(error) for error in errors] == [AddressError]
    return str(errors[0])
