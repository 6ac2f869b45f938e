"""Addresses as they were meant: typed by hand, or changed by a chat or mail program on their way.

A part is read as it stands wherever it can be; only one that would be refused is read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeVar
from urllib.parse import unquote, unquote_plus

from optimizers import LockstepError

Value = TypeVar("Value")

ENDS = ".,;:!?)]}>\"'”’»*`"
"""What stands behind a link in a sentence, and is taken for a part of it by some programs."""


class FormText(str):
    """A text whose ``+`` was decoded as the space that forms mean by it.

    Parameters
    ----------
    text : str
        The text with spaces.
    with_plus : str
        The text with every ``+`` as it was typed.
    """

    __slots__ = ("with_plus",)

    with_plus: str

    def __new__(cls, text: str, with_plus: str) -> FormText:
        """Return the text, which compares like any other."""
        form_text = super().__new__(cls, text)
        form_text.with_plus = with_plus
        return form_text


def part_name(raw: str) -> str:
    """Return the name of a part: in small letters except ``E``, without the rest of an ``&amp;``.

    Examples
    --------
    >>> part_name("Run"), part_name("amp;start"), part_name("two-steps.e")
    ('run', 'start', 'two-steps.E')
    """
    name = unquote_plus(raw).strip().lower()
    while name.startswith("amp;"):
        name = name.removeprefix("amp;")
    return f"{name[:-1]}E" if name == "e" or name.endswith(".e") else name


def decoded(raw: str) -> str:
    """Return the text of a part.

    An encoder writes every space alike and every plus as ``%2B``: a ``+`` beside ``%2B`` is a
    space, and one beside ``%20`` a plus. What a ``+`` alone means is left open, as a `FormText`.
    """
    form = unquote_plus(raw)
    if "+" not in raw or "%2b" in raw.lower():
        return form
    with_plus = unquote(raw)
    return with_plus if "%20" in raw or " " in raw else FormText(form, with_plus)


def as_typed(text: str) -> str:
    """Return a text as it stood in the address: what is shown of one that is refused."""
    return text.with_plus if isinstance(text, FormText) else text


def readings(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the texts of a part as they are, then as they may have been meant.

    Without one mark behind them, decoded once more, and with a ``+`` for a plus.
    """
    seen: list[list[str]] = []
    for has_plus, is_decoded, is_cut in product((False, True), repeat=3):
        found = list(map(as_typed, texts)) if has_plus else list(texts)
        if is_decoded:
            found = [unquote_plus(text) if "%" in text else text for text in found]
        if is_cut:
            found = [text[:-1] if text.endswith(tuple(ENDS)) else text for text in found]
        if found not in seen:
            seen.append(found)
            yield found


def names_in(texts: Sequence[str]) -> list[str]:
    """Return the names that the texts of a part may be meant to be, in small letters.

    Examples
    --------
    >>> names_in(["Dark."])
    ['dark.', 'dark']
    """
    return [text.strip().lower() for reading in readings(texts) for text in reading]


def read_as_meant(read: Callable[[Sequence[str]], Value], texts: Sequence[str]) -> Value:
    """Return what the first reading of a part gives that is not refused.

    Parameters
    ----------
    read : callable
        From the texts of the part to its value; raises LockstepError.
    texts : sequence of str
        At least one.

    Raises
    ------
    LockstepError
        If every reading is refused: the mistake in the texts as they were typed.
    """
    typed = list(map(as_typed, texts))
    mistake = LockstepError("Nothing is given.")
    for turn, found in enumerate(readings(texts)):
        try:
            return read(found)
        except LockstepError as error:
            if turn == 0 or found == typed:
                mistake = error
    raise mistake
