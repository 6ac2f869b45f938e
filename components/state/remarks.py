"""What a reader is told of an address beside its mistakes, and what of it is shown to be mended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.state.address import EACH, PARTS
from components.state.address_error import AddressError
from components.state.hand_typed import FormText, as_typed
from components.state.parameter import read_parameters
from components.state.query import Parts
from optimizers import LockstepError
from optimizers.error_function import parse_used

PLUS_SENTENCE = (
    "E: A + in an address stands for a space, so these terms were multiplied. "
    "Write a plus as %2B, or type it into the box."
)

FOREIGN = re.compile(
    r"utm_\w*|mc_[ce]id|\w*clid|igshid?|mkt_tok|ref|source|src|si|trk|share\w*|_\w*|hs\w+"
)
"""Names of parts that newsletters and social networks add to a link."""

MOST_NAMED = 3
LONGEST_NAME = 40


def refused_text(query: Parts, errors: Sequence[AddressError]) -> tuple[str, AddressError] | None:
    """Return the error function of an address that was refused, with its mistake, to be mended."""
    mistake = next((error for error in errors if error.part == "E"), None)
    return (as_typed(query["E"][0]), mistake) if mistake else None


def remarks(query: Parts) -> list[str]:
    """Return sentences on a figure's parts that were read, but perhaps not as they were meant."""
    twice = [name for name in PARTS if name not in EACH and len(query.get(name, ())) > 1]
    return [
        *(f"{name}: Only the first one in the address counts." for name in twice),
        *_plus(query),
    ]


def _plus(query: Parts) -> list[str]:
    text = next(iter(query.get("E", ())), "")
    if not isinstance(text, FormText):
        return []
    try:
        parameters = {p.name: p.value for p in read_parameters(query.get("p", ()))}
        read = (parse_used(reading, parameters) for reading in (text, text.with_plus))
        functions = {function.text for function in read}
    except LockstepError:
        return []  # only one of them can be meant
    return [PLUS_SENTENCE] * (len(functions) > 1)


def unknown_sentence(names: Sequence[str]) -> str:
    """Return a sentence on parts that nothing reads, or none where all are foreign to the page."""
    unknown = [name for name in names if not FOREIGN.fullmatch(name) and name.isprintable()]
    if not unknown:
        return ""
    named = ", ".join(name[:LONGEST_NAME] or "=" for name in unknown[:MOST_NAMED])
    more = " and others" * (len(unknown) > MOST_NAMED)
    return f"The address has parts that this page does not know, and leaves out: {named}{more}."
