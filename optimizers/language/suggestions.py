"""Mistakes in words and characters: each is named, with advice that works when it is followed.

Advice that is a single replacement is data too: see `ExpressionError.replacement`.
"""

from __future__ import annotations

import re

from optimizers.errors import ExpressionError
from optimizers.language.known_words import SENTENCES, recipe_of, sentence_of
from optimizers.language.lexemes import Lexeme
from optimizers.language.near_names import joined_calls, one_slip_away
from optimizers.language.parameters import MOST_PARAMETERS, parameter_name
from optimizers.language.spelling import Spelling, mistake
from optimizers.language.vocabulary import FUNCTIONS

MOST_SHOWN = 40
"""Length to which an unknown word is cut in a message."""

_COMPARED = "A comparison is no formula: write a choice with max, min, abs, sign or relu."
_CHARACTERS = {
    **dict.fromkeys("[]", "Use round brackets ( ) instead of [ ]."),
    **dict.fromkeys("{}", "Use round brackets ( ) instead of { }."),
    **dict.fromkeys(("<", ">", "<=", ">=", "!=", "==", "≤", "≥", "≠", "≈"), _COMPARED),
    **dict.fromkeys("?:", "A conditional is not known here: use max, min, abs, sign or relu."),
    **dict.fromkeys(("&", "&&", "~", "¬", "\u2228"), "Logic is not known here: use max or min."),
    **dict.fromkeys("'′″’", "Derivatives are not known here: write the formula out."),
    **dict.fromkeys(
        "∂∇∫∑∏Δ", "Sums, integrals and derivatives are not known here: write them out."
    ),
    **dict.fromkeys("±∓", "A formula has one value: write + or - at position {position}."),
    **dict.fromkeys("⌊⌋⌈⌉", "Rounding has no slope to descend along and is not known here."),
    **dict.fromkeys("ⁿˣʸⁱ⁽⁾ᵀᵗ", "Write the exponent at position {position} after a ^."),
    "!": "Factorials are not known here: write the product out.",
    "%": "The '%' at position {position} is not known here: write a percentage as a fraction.",
    "//": "Division without remainder is not known here: write / for a division.",
    "@": "Products of matrices are not known here: write them out in w1 and w2.",
    "∞": "Infinity at position {position} is not a number that can be used.",
    "°": "Angles are in radians: multiply the degrees by pi/180.",
    "∜": "Write the fourth root at position {position} as a power, as in w1^(1/4).",
    "#": "Leave out the comment at position {position}.",
    ".": "The point at position {position} belongs to no number.",
    "_": "The '_' at position {position} belongs to no name.",
    "\\": "The '\\' at position {position} begins no command that is known here.",
}
"""What is said of a character that no formula contains."""

_INDEX = "The index at position {position} is not known: the weights are w1, w2 or w[0], w[1]."
_ROUND = str.maketrans("[]{}", "()()")
_NAMED = re.compile(r"\s*([A-Za-z]\w*)\s*=+\s*")
_DEGREES = re.compile(r"(?<![\w.])([0-9.]+)\s*$")


def character_mistake(lexeme: Lexeme, typed: str) -> ExpressionError:
    """Return the error of a character that no formula contains."""
    sign, start, end = lexeme.text, lexeme.start, lexeme.end
    if sign in ("=", ":="):
        return _equals_mistake(start, end, typed)
    if sign == ";":
        return _semicolon_mistake(start, typed)
    if sign in "[]{}":
        if sign == "[" and re.search(
            r"[A-Za-z\u0391-\u03a1\u03a3-\u03a9α-ω][A-Za-z_0-9]*\s*$|[\])]\s*$", typed[:start]
        ):
            return mistake(typed, _INDEX, start)
        return ExpressionError(_CHARACTERS[sign], start, typed.translate(_ROUND))
    if sign == "#" and typed[:start].strip():
        return mistake(typed, _CHARACTERS["#"], start, len(typed), "")
    if sign == "°":
        degrees = _DEGREES.search(typed[:start])
        number = f"({degrees[1]}*pi/180)" if degrees else None
        first = degrees.start() if degrees else start
        said = mistake(typed, _CHARACTERS["°"], first, end, number)
        return ExpressionError(str(said), start, said.replacement)
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    general = f"The character '{shown}' at position {{position}} is not known here."
    return mistake(typed, _CHARACTERS.get(sign, general), start)


def _equals_mistake(start: int, end: int, typed: str) -> ExpressionError:
    before, after = typed[:start].strip(), typed[end:].strip("= ")
    named = _NAMED.fullmatch(typed[:end])
    if not before or (named and named[1].lower() in ("x", "y") and not _is_zero(after)):
        advice = "Leave out the equals sign and what stands before it: type only the formula."
        return ExpressionError(advice, start, after)
    if _is_zero(after) and not named:
        advice = "Leave out the equals sign and what stands after it: type only the formula."
        return ExpressionError(advice, start, before)
    return ExpressionError(
        "An equation has two sides and an error function is one formula: type only that.", start
    )


def _is_zero(text: str) -> bool:
    return bool(re.fullmatch(r"0+\.?0*", text))


def _semicolon_mistake(start: int, typed: str) -> ExpressionError:
    if typed[:start].count("(") > typed[:start].count(")"):
        points = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", typed)
        return ExpressionError(
            "Separate arguments with commas, and write decimals with a point.",
            start,
            points.replace(";", ","),
        )
    return ExpressionError("Type a single formula: what follows the ';' is another one.", start)


def word_mistake(
    word: Lexeme, typed: str, letter: str | None = None, declared: int = 0
) -> ExpressionError:
    """Return the error of a word that is not known.

    Parameters
    ----------
    word : Lexeme
        The word.
    typed : str
        What a reader typed.
    letter : str, optional
        The letter of it that could be a parameter: the word is then known.
    declared : int
        How many parameters there are.
    """
    start, end, spelled = word.start, word.end, word.text
    lower = spelled.lower()
    called = typed[end:].lstrip()[:1] == "("
    shown = spelled if len(spelled) <= MOST_SHOWN else f"{spelled[:MOST_SHOWN]}..."
    subject = f"'{shown}' at position {{position}}"
    recipe = recipe_of(lower)
    if recipe:
        called_with = _arguments(typed, end) if called else None
        count = 1 + max(int(n) for n in re.findall(r"{(\d)}", recipe))
        simple = recipe.format("w1", "w2", "1")
        message = f"{subject} is not known here: write {simple.replace('(w1)', 'w1')}."
        if called_with and len(called_with[0]) == count:
            written = f"({recipe.format(*called_with[0])})"
            return mistake(
                typed,
                f"{subject} is not known here: write {_cut(written)}.",
                start,
                called_with[1],
                written,
            )
        return mistake(typed, message.replace("w1,w2", "w1, w2"), start)
    sentence = sentence_of(lower, called)
    if letter and parameter_name(spelled) and not (called and lower in SENTENCES):
        return _offer(subject, letter, start, declared)
    if sentence and (not letter or lower in SENTENCES):
        return mistake(typed, f"{subject} {sentence}.", start)
    joined = joined_calls(lower) if not called else []
    if joined:
        instead = joined[0] if len(joined) == 1 else None
        advice = f"write {instead}" if instead else f"write {' or '.join(joined[:2])}"
        return mistake(typed, f"{subject} lacks brackets: {advice}.", start, end, instead)
    meant = one_slip_away(lower, called)
    if letter and meant not in FUNCTIONS:
        return _offer(f"'{letter}' in {subject}", letter, start, declared)
    if meant:
        return mistake(typed, f"{subject} is not known: did you mean {meant}?", start, end, meant)
    return mistake(typed, f"{subject} is not known: the variables are w1 and w2.", start)


def _offer(subject: str, letter: str, start: int, declared: int) -> ExpressionError:
    """Return the error of a letter that can be made a parameter."""
    subject = subject.replace("{position}", str(start + 1))
    if declared >= MOST_PARAMETERS:
        return ExpressionError(
            f"{subject} is one too many: use at most {MOST_PARAMETERS} parameters.", start
        )
    advice = "make it a parameter, or write a number for it"
    return ExpressionError(f"{subject} is not a weight: {advice}.", start, parameter=letter)


def _cut(text: str) -> str:
    return text if len(text) <= 2 * MOST_SHOWN else f"{text[: 2 * MOST_SHOWN]}..."


def _arguments(typed: str, place: int) -> tuple[list[str], int] | None:
    """Return the arguments in the brackets that open at or after a place, and where they end."""
    start = typed.index("(", place)
    depth, arguments, begin = 0, [], start + 1
    for k in range(start, len(typed)):
        depth += (typed[k] in "([{") - (typed[k] in ")]}")
        if depth == 0 or (depth == 1 and typed[k] == ","):
            arguments.append(typed[begin:k].strip())
            begin = k + 1
        if depth == 0:
            return (arguments, k + 1) if all(arguments) else None
    return None


_NORM = re.compile(r"\|\|\s*([wxθ]|theta)\s*\|\|(?!\w)")


def norm_mistake(formula: Spelling) -> None:
    """Refuse ``||w||``, which bars alone would read as the absolute value of one weight."""
    norm = _NORM.search(formula.text)
    if norm:
        raise formula.mistake(
            "Write the norm at position {position} as hypot(w1,w2).",
            *norm.span(),
            "hypot(w1,w2)",
        )
