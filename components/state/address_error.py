"""Mistakes in an address, each of which names the part that has it."""

from __future__ import annotations

from typing import Any

from optimizers import LockstepError


class AddressError(LockstepError):
    """A part of an address that cannot be read; the message names the part and the mistake.

    Parameters
    ----------
    part : str
        The name of the part.
    mistake : str
        One plain sentence.
    position : int, optional
        Index of the character that is mistaken, in a typed error function.
    replacement : str, optional
        The whole text as the sentence advises to type it.
    parameter : str, optional
        The letter that the sentence offers to make a parameter.
    """

    def __init__(
        self,
        part: str,
        mistake: str,
        position: int | None = None,
        replacement: str | None = None,
        parameter: str | None = None,
    ) -> None:
        super().__init__(f"{part}: {mistake}")
        self.part = part
        self.mistake = mistake
        self.position = position
        self.replacement = replacement
        self.parameter = parameter

    def to_json(self) -> dict[str, Any]:
        """Return the mistake as the box of the error function shows it."""
        return {
            "message": self.mistake,
            "position": self.position,
            "replacement": self.replacement,
            "parameter": self.parameter,
        }
