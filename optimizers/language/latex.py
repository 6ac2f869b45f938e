"""A small LaTeX: fractions, roots, braces and commands, to the signs of a calculator."""

from __future__ import annotations

import re

from optimizers.language.spelling import Edit, Spelling
from optimizers.language.vocabulary import FUNCTIONS

_SIGNS = {
    **dict.fromkeys(("cdot", "times", "ast"), "*"),
    **dict.fromkeys(("lvert", "rvert", "vert", "mid"), "|"),
    **dict.fromkeys(("lVert", "rVert", "Vert"), "||"),
    **dict.fromkeys(("left", "right", "limits", "displaystyle", "quad", "qquad"), " "),
    **dict.fromkeys(("big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg"), " "),
    **dict.fromkeys(("lbrace", "lparen"), "("),
    **dict.fromkeys(("rbrace", "rparen"), ")"),
    "div": "/",
    "pi": "π",
    "theta": "θ",
    "vartheta": "θ",
}
_PUNCTUATION = {"{": "(", "}": ")", "|": "||", **dict.fromkeys(",;:! ", " ")}
_STRUCTURES = frozenset({"frac", "tfrac", "dfrac", "cfrac", "sqrt"})
_STYLES = frozenset({"operatorname", "mathrm", "mathbf", "mathit", "boldsymbol", "bm", "text"})
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?|(.))", re.DOTALL)
_STYLED = re.compile(
    r"\\(?:operatorname|mathrm|mathbf|mathit|boldsymbol|bm|text)\s*"
    r"\{\s*([A-Za-zθ]+)\s*\}"
)
_STRUCTURE = re.compile(r"\\(?:([tdc]?frac)|sqrt(?:\s*\[\s*([0-9]+)\s*\])?)(?![A-Za-z])\s*")
_RAISED_CALL = re.compile(r"([A-Za-z]+)\s*\^\s*\{\s*(-?[0-9]+)\s*\}")
_INDEX = re.compile(r"_\s*\{\s*([0-9]+)\s*\}")
_RAISED = re.compile(r"[\^_]\s*\{")


def without_latex(spelling: Spelling) -> Spelling:
    """Return a text without LaTeX; braces are round brackets where LaTeX has them.

    Parameters
    ----------
    spelling : Spelling
        A text.

    Raises
    ------
    ExpressionError
        If a fraction or root has no argument, or a brace has no partner.
    """
    if "\\" not in spelling.text and "{" not in spelling.text:
        return spelling
    is_latex = "\\" in spelling.text
    spelling = spelling.sub(_COMMAND, _sign_or_name)
    spelling = spelling.sub(_STYLED, lambda m: _word(m[1]) if m[1] in FUNCTIONS else m[1])
    spelling = spelling.sub(_RAISED_CALL, _raised_call)
    spelling = spelling.sub(_INDEX, lambda m: f"_{m[1]}")
    return _without_braces(spelling, is_latex)


def _sign_or_name(match: re.Match[str]) -> str:
    name, sign = match[1], match[2]
    if sign:
        return _PUNCTUATION.get(sign, match[0])
    if name in _STRUCTURES or name in _STYLES:
        return match[0]
    return _SIGNS.get(name) or _word(name)


def _word(name: str) -> str:
    """Return a name, apart from its neighbours where they would become one word."""
    return f" {name} "


def _raised_call(match: re.Match[str]) -> str:
    """Return ``sin^{2}`` as ``sin^2``: the exponent of a function's name stays a plain number."""
    return f"{match[1]}^{match[2]} " if match[1] in FUNCTIONS else match[0]


def _without_braces(spelling: Spelling, is_latex: bool) -> Spelling:
    text, partner = spelling.text, _partners(spelling)
    edits: dict[int, Edit] = {}
    opened = partner if is_latex else {m.end() - 1 for m in _RAISED.finditer(text)}
    for start in opened:
        end = partner[start]
        empty = not text[start + 1 : end].strip()
        edits[start] = (start, start + 1, "" if empty else "(")
        edits[end] = (end, end + 1, "" if empty else ")")
    for match in _STRUCTURE.finditer(text):
        _structure(spelling, match, partner, edits)
    return spelling.edited(edits[start] for start in sorted(edits))


def _structure(
    spelling: Spelling, match: re.Match[str], partner: dict[int, int], edits: dict[int, Edit]
) -> None:
    """Add the edits of a fraction or root: its own brackets around those of its arguments."""
    start, place = match.span()
    before, between, after = "(", "/", ")"
    if not match[1]:
        degree = match[2] or "2"
        before = {"2": " sqrt", "3": " cbrt"}.get(degree, "(")
        between, after = "", "" if degree in "23" else f"^(1/{degree}))"
    edits[start] = (start, place, before)
    for k in range(2 if match[1] else 1):
        place += len(spelling.text[place:]) - len(spelling.text[place:].lstrip())
        first = spelling.text[place : place + 1]
        if not first or not (first == "{" or first.isalnum()):
            raise spelling.mistake(
                "Put what belongs to the LaTeX command at position {position} in braces.", start
            )
        last = partner[place] if first == "{" else place
        opening = (between if k else "") + "("
        closing = ")" + (after if k or not match[1] else "")
        if first == "{":
            edits[place] = (place, place + 1, opening)
            edits[last] = (last, last + 1, closing)
        else:
            edits[place] = (place, place + 1, f"{opening}{first}{closing}")
        place = last + 1


def _partners(spelling: Spelling) -> dict[int, int]:
    """Return the place of the closing brace for that of each opening one."""
    opened: list[int] = []
    partner: dict[int, int] = {}
    for place, character in enumerate(spelling.text):
        if character == "{":
            opened.append(place)
        elif character == "}":
            if not opened:
                raise spelling.mistake("The '}' at position {position} closes nothing.", place)
            partner[opened.pop()] = place
    if opened:
        raise spelling.mistake("Close the '{' that opens at position {position}.", opened[-1])
    return partner
