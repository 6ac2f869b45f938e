"""The errors a caller may meet; each message is one plain sentence that says what to do."""

from __future__ import annotations


class LockstepError(ValueError):
    """Base of every error about what a caller or reader supplied."""


class ExpressionError(LockstepError):
    """A text that is not an error function.

    Parameters
    ----------
    message : str
        One plain sentence.
    position : int
        Index of the first offending character in the text.
    """

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class HyperparameterError(LockstepError):
    """A hyperparameter that is unknown or out of bounds."""


class DescentError(LockstepError):
    """A start or a number of steps that no descent can begin with."""
