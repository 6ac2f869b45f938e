"""Tokenizer: a typed text to the tokens of the grammar; each mistake is one plain sentence.

The text passes through small steps, one a file, which keep the place of everything in the typed
text: Unicode forms, quotes around, LaTeX, a definition in front, words, indices, calls, brackets.
"""

from __future__ import annotations

from lark import Token

from optimizers.errors import ExpressionError
from optimizers.language.brackets import matched
from optimizers.language.calls import with_brackets
from optimizers.language.definitions import split_definition, without_wrapping
from optimizers.language.indices import named_weights
from optimizers.language.latex import without_latex
from optimizers.language.lexemes import Lexeme, lexemes_of
from optimizers.language.spelling import Spelling, mistake
from optimizers.language.suggestions import norm_mistake
from optimizers.language.unicode_forms import plain_forms
from optimizers.language.words import split_words

MOST_CHARACTERS = 1000
MOST_TOKENS = 600


def tokenize(text: str, parameters: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of a text.

    Parameters
    ----------
    text : str
        What a reader typed.
    parameters : frozenset of str
        Names that are parameters.

    Returns
    -------
    list of lark.Token
        Each with ``start_pos`` and ``end_pos``, indices into the text.

    Raises
    ------
    ExpressionError
        If the text is empty or too long, or something in it is not known or can be read in two
        ways.
    """
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"The formula is too long: use at most {MOST_CHARACTERS} characters.", MOST_CHARACTERS
        )
    if not text.strip():
        raise ExpressionError("Type an error function of w1 and w2, such as 3 w1^2 + 10 w2^2.")
    arguments, formula = split_definition(
        without_latex(without_wrapping(plain_forms(Spelling.of(text))))
    )
    norm_mistake(formula)
    words = list(lexemes_of(formula))
    _check_count(words, text)
    split = list(split_words(words, text, parameters))
    _check_count(split, text)
    listed = _listed_weights(arguments)
    called = with_brackets(named_weights(split, listed, text), text)
    return [Token(x.kind, x.text, start_pos=x.start, end_pos=x.end) for x in matched(called, text)]


def _listed_weights(arguments: Spelling) -> list[Lexeme]:
    """Return the weights that a definition lists; what else stands there does not matter."""
    try:
        return list(split_words(list(lexemes_of(arguments)), arguments.typed))
    except ExpressionError:
        return []


def _check_count(lexemes: list[Lexeme], typed: str) -> None:
    if len(lexemes) > MOST_TOKENS:
        raise mistake(
            typed,
            f"The formula is too long: use at most {MOST_TOKENS} numbers, names and signs.",
            lexemes[MOST_TOKENS].start,
        )
