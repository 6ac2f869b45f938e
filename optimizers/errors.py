"""Exceptions of the package; each message is one plain sentence that says what to do."""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class LockstepError(ValueError):
    """Base class of every error about what a caller or reader supplied.

    Parameters
    ----------
    message : str
        One plain sentence. What it quotes is shown on one line and printable.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, LockstepError, descend
    >>> try:
    ...     descend(ErrorFunction.parse("w1^2"), OPTIMIZERS["adam"], (1, 2), 3, eta=-1)
    ... except LockstepError as error:
    ...     print(error)
    eta must be a number from 1e-06 to 10.
    """

    def __init__(self, message: str) -> None:
        line = " ".join(message.split())
        super().__init__("".join(c if c.isprintable() else REPLACEMENT for c in line))


class ExpressionError(LockstepError):
    """Syntax error: a text that is not an error function.

    Parameters
    ----------
    message : str
        One plain sentence.
    position : int
        Index of the first offending character in the text.
    replacement : str, optional
        The whole text as the message advises to type it, where the advice is a single one.
    parameter : str, optional
        The letter that can be made a parameter, where the message offers it.

    Examples
    --------
    >>> from optimizers import ErrorFunction, ExpressionError
    >>> try:
    ...     ErrorFunction.parse("w1 + sim(w2)")
    ... except ExpressionError as error:
    ...     print(error.position, error, error.replacement)
    5 'sim' at position 6 is not known: did you mean sin? w1 + sin(w2)
    """

    def __init__(
        self,
        message: str,
        position: int = 0,
        replacement: str | None = None,
        parameter: str | None = None,
    ) -> None:
        super().__init__(message)
        self.position = position
        self.replacement = replacement
        self.parameter = parameter


class ParameterError(LockstepError):
    """Parameters of an error function that are not usable.

    Parameters
    ----------
    message : str
        One plain sentence.
    unused : tuple of str
        The names of those that the formula does not have.

    Examples
    --------
    >>> from optimizers import ErrorFunction
    >>> ErrorFunction.parse("k w1^2", {"k": float("nan")})
    Traceback (most recent call last):
    optimizers.errors.ParameterError: k must be a number of at most 1e+100.
    """

    def __init__(self, message: str, unused: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.unused = unused


class HyperparameterError(LockstepError):
    """A hyperparameter that is unknown or out of bounds.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS
    >>> OPTIMIZERS["momentum"].settings({"beta": 0.9})
    Traceback (most recent call last):
    optimizers.errors.HyperparameterError: Momentum has no hyperparameter 'beta': it has eta, alpha.
    """


class RuleError(LockstepError):
    """A mistake in the definition of an update rule, found when the rule is made.

    Examples
    --------
    >>> from optimizers import Rule
    >>> Rule("idle", "Idle", (), state=(), step=lambda xp, past, now, h: None, source="this page")
    Traceback (most recent call last):
    optimizers.errors.RuleError: Idle: step must assign now.v.
    """


class DescentError(LockstepError):
    """A start or a number of steps that is not usable.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> descend(ErrorFunction.parse("w1^2"), OPTIMIZERS["adam"], start=(1, 2), steps=-1)
    Traceback (most recent call last):
    optimizers.errors.DescentError: steps must be a whole number from 0 to 1000000.
    """
