"""Words: ``xy`` is x times y, ``2pix`` is 2 pi x, ``3x_1sin(y)`` ends in a function."""

from __future__ import annotations

import re
from collections.abc import Iterator

from optimizers.errors import ExpressionError
from optimizers.language.lexemes import Lexeme
from optimizers.language.parameters import parameter_at, parameter_name, spelled_parameter_at
from optimizers.language.suggestions import character_mistake, word_mistake
from optimizers.language.vocabulary import ALIASES, FUNCTIONS

_PART = re.compile(r"(?P<base>w|x|theta|θ)_?(?P<index>[0-9]+)|x|y|pi|π|e")
LONGEST_PRODUCT = 12
"""In a longer word, no letter is taken for a parameter."""

_VECTOR = re.compile("(?:w|x|theta|θ)$")


def split_words(
    lexemes: list[Lexeme], typed: str, parameters: frozenset[str] = frozenset()
) -> Iterator[Lexeme]:
    """Split words into names, indexed weights, functions and parameters.

    Parameters
    ----------
    lexemes : list of Lexeme
        As `lexemes_of` yields them.
    typed : str
        What a reader typed.
    parameters : frozenset of str
        Names that are parameters where they are nothing else.

    Raises
    ------
    ExpressionError
        At the first word or character that is not known.
    """
    k = 0
    while k < len(lexemes):
        lexeme = lexemes[k]
        k += 1
        if lexeme.kind == "OTHER":
            raise character_mistake(lexeme, typed)
        prefixed = lexeme.kind == "PREFIX"
        if prefixed:
            lexeme = lexemes[k]
            k += 1
        if lexeme.kind != "WORD":
            yield lexeme
            continue
        indexed = _bracketed_index(lexeme, lexemes[k : k + 3], parameters)
        if indexed:
            yield from indexed
            k += 3
            continue
        parts = _parts(lexeme, parameters)
        if not parts or (prefixed and len(parts) > 1):
            raise _mistake(lexeme, typed, parameters)
        yield from parts


def _bracketed_index(
    word: Lexeme, following: list[Lexeme], parameters: frozenset[str]
) -> list[Lexeme]:
    """Return the names in a word that ends in a weight with its index, such as 2xw[0]."""
    signs = "".join(f.text if f.kind != "NUMBER" else "0" for f in following)
    vector = _VECTOR.search(word.text.lower())
    if signs not in ("[0]", "(0)") or not vector or not following[1].text.isdigit():
        return []
    before = word.text[: vector.start()]
    if signs == "(0)" and (before or vector[0] not in "wxθtheta" or _is_call(word)):
        return []
    parts = _parts(word.become("WORD", before), parameters) if before else []
    if before and not parts:
        return []
    kind = "IN_BRACKETS" if signs == "[0]" else "IN_PARENTHESES"
    weight = Lexeme(
        kind,
        "θ" if vector[0] == "theta" else vector[0],
        word.start,
        following[2].end,
        word.spaced,
        int(following[1].text),
    )
    return [*parts, weight]


def _mistake(word: Lexeme, typed: str, parameters: frozenset[str]) -> ExpressionError:
    """Return the error of a word that is not known, with the letter that can be a parameter."""
    text = word.text if len(word.text) <= LONGEST_PRODUCT else ""
    parts = (text[k:end] for k in range(len(text)) for end in range(k + 1, len(text) + 1))
    letters = (name for part in parts if (name := parameter_name(part)))
    letter = next((a for a in letters if _parts(word, parameters | {a})), None)
    return word_mistake(word, typed, letter, len(parameters))


def _is_call(word: Lexeme) -> bool:
    return word.text.lower() in FUNCTIONS


def _parts(word: Lexeme, parameters: frozenset[str]) -> list[Lexeme]:
    """Return the known names of a word, of which only the last may be a function."""
    for candidate in (word.text, word.text.lower()):
        parts: list[Lexeme] = []
        place = 0
        while place < len(candidate):
            rest = candidate[place:]
            spaced = word.spaced and not parts
            here = Lexeme("", rest, word.start, word.end, spaced)
            if rest in FUNCTIONS:
                return [*parts, here.become("FUNCTION", ALIASES.get(rest, rest))]
            named = spelled_parameter_at(candidate, place, parameters)
            part = None if named else _PART.match(rest)
            if part is not None:
                parts.append(_name(here, part))
                place += part.end()
                continue
            # Small and capital letters are two parameters.
            named = named or parameter_at(word.text, place, parameters)
            if named is None:
                break
            parts.append(here.become("NAME", named[0]))
            place = named[1]
        else:
            return parts
    return []


def _name(here: Lexeme, part: re.Match[str]) -> Lexeme:
    if part["base"]:
        base = "θ" if part["base"] == "theta" else part["base"]
        return here.become("INDEXED", base, int(part["index"]))
    return here.become("NAME", {"π": "pi"}.get(part[0], part[0]))
