"""Spelling: a text as normalised so far, each character with its place in the typed text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from optimizers.errors import ExpressionError

Edit = tuple[int, int, str]
"""Start and end of a part of a text, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text and where each of its characters comes from.

    Parameters
    ----------
    typed : str
        What a reader typed.
    text : str
        The same, after the passes so far.
    starts, ends : tuple of int
        For each character of ``text``, the part of ``typed`` that it stands for; ``starts`` has one
        more, for the end.
    """

    typed: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, typed: str) -> Spelling:
        """Return a text as it was typed."""
        places = range(len(typed) + 1)
        return cls(typed, typed, tuple(places), tuple(places[1:]))

    def edited(self, edits: Iterable[Edit]) -> Spelling:
        """Return the text with some parts replaced, none of which overlap; sorted by place."""
        text, starts, ends, done = [], [], [], 0
        for start, end, new in edits:
            text += [self.text[done:start], new]
            starts += [*self.starts[done:start], *[self.starts[start]] * len(new)]
            last = self.ends[end - 1] if end else 0
            ends += [*self.ends[done:start], *[last] * len(new)]
            done = end
        text.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return Spelling(self.typed, "".join(text), tuple(starts), tuple(ends))

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Spelling:
        """Return the text with every match of a pattern replaced."""
        edits = [
            (*m.span(), new if isinstance(new, str) else new(m))
            for m in pattern.finditer(self.text)
        ]
        return self.edited(edits) if edits else self

    def part(self, start: int, end: int) -> Spelling:
        """Return a part of the text."""
        return Spelling(
            self.typed, self.text[start:end], self.starts[start : end + 1], self.ends[start:end]
        )

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the typed text that a part of the text stands for."""
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]

    def mistake(
        self, message: str, start: int, end: int = 0, instead: str | None = None
    ) -> ExpressionError:
        """Return the error of a part of the text.

        Parameters
        ----------
        message : str
            One sentence, in which ``{position}`` stands for the number of the typed character.
        start, end : int
            The part.
        instead : str, optional
            What the sentence advises to type in place of that part.
        """
        first, last = self.typed_span(start, max(end, start))
        return mistake(self.typed, message, first, last, instead)


def mistake(
    typed: str, message: str, start: int, end: int = 0, instead: str | None = None
) -> ExpressionError:
    """Return the error of a part of a typed text; see `Spelling.mistake`."""
    corrected = None if instead is None else typed[:start] + instead + typed[end:]
    return ExpressionError(message.replace("{position}", str(start + 1)), start, corrected)
