"""Parameters: letters of a formula that have values beside it, such as ``k`` in ``k x^2``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from optimizers.errors import ParameterError
from optimizers.numbers import plain_number

MOST_PARAMETERS = 4
LARGEST_VALUE = 1e100

_LETTERS = "A-DF-VZa-df-vz\u0391-\u0397\u0399-\u039f\u03a1\u03a3-\u03a9α-ηι-ορσ-ω"
"""Latin and Greek letters, but for those of weights (w, x, y, θ) and constants (e, π)."""

_NAME = re.compile(f"(?P<letter>[{_LETTERS}])(?:_?(?P<index>[0-9]{{1,2}}))?")

_GREEK = (
    "alpha α, beta β, gamma γ, delta δ, epsilon ε, zeta ζ, eta η, iota ι, kappa κ, lambda λ, mu μ, "
    "nu ν, xi ξ, rho ρ, sigma σ, tau τ, phi φ, chi χ, psi ψ, omega ω"
)

SPELLED: Mapping[str, str] = MappingProxyType(dict(pair.split() for pair in _GREEK.split(", ")))
"""Greek letters by their names."""


def parameter_name(text: str) -> str | None:
    """Return the name of a parameter as formulas have it, or None if a text cannot name one.

    Examples
    --------
    >>> [parameter_name(text) for text in ("k", "a_1", "lambda", "w", "e", "ab")]
    ['k', 'a1', 'λ', None, None, None]
    """
    named = _NAME.fullmatch(SPELLED.get(text, text))
    return named["letter"] + (named["index"] or "") if named else None


def spelled_parameter_at(word: str, place: int, names: frozenset[str]) -> tuple[str, int] | None:
    """Return the Greek letter among names that is spelled out at a place, and where it ends."""
    for spelled, letter in SPELLED.items():
        if letter in names and word.startswith(spelled, place):
            return letter, place + len(spelled)
    return None


def parameter_at(word: str, place: int, names: frozenset[str]) -> tuple[str, int] | None:
    """Return the one of these names that stands at a place of a word, and where it ends."""
    named = _NAME.match(word, place)
    if named is None:
        return None
    name = named["letter"] + (named["index"] or "")
    return (name, named.end()) if name in names else None


def checked_parameters(parameters: Mapping[str, float]) -> dict[str, float]:
    """Return parameters by name, with their values as floats.

    Raises
    ------
    ParameterError
        If there are too many, or a name or a value cannot be one.
    """
    if not isinstance(parameters, Mapping):
        raise ParameterError("Give parameters by name, as in {'k': 25}.")
    if len(parameters) > MOST_PARAMETERS:
        raise ParameterError(f"Give at most {MOST_PARAMETERS} parameters.")
    found: dict[str, float] = {}
    for text, value in parameters.items():
        name = parameter_name(text) if isinstance(text, str) else None
        if name is None:
            raise ParameterError(
                f"{str(text)[:40]!r} cannot be a parameter: use one letter, with or without an "
                "index, but w, x, y, θ, e and π."
            )
        if name in found:
            raise ParameterError(f"Give {name} once.")
        number = plain_number(value)
        if not abs(number) <= LARGEST_VALUE:
            raise ParameterError(f"{name} must be a number of at most {LARGEST_VALUE:g}.")
        found[name] = number
    return found
