"""Unicode forms: full-width and mathematical letters, fractions and other signs, to plain ones.

Superscripts are left alone: folded, they would no longer be exponents.
"""

from __future__ import annotations

import re
import unicodedata

from optimizers.language.spelling import Spelling

_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u00ad]")
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e\u210e\u2107\u212f\u2147\u2110-\u2113]")
_SIGNS = {
    **dict.fromkeys("−–—‐‑‒﹣➖", "-"),
    **dict.fromkeys("·×∙⋅∗•⋆✕✖⨯", "*"),
    **dict.fromkeys("÷∕➗", "/"),
    **dict.fromkeys("ˆ∧↑", "^"),
    **dict.fromkeys("∣❘", "|"),
    **dict.fromkeys("⎡⎢", "["),
    "➕": "+",
    "‖": "||",
    "∥": "||",
    "≔": ":=",
    "ϑ": "θ",
    "Θ": "θ",
    "ϖ": "π",
    "ϕ": "φ",
    "ϵ": "ε",
    "µ": "μ",
    "ℯ": "e",
    "ⅇ": "e",
}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUBSCRIPT = re.compile("[₀-₉]+")
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_FRACTION = re.compile(
    rf"(?<![\w.⁰¹²³⁴-⁹])(?:(?P<whole>[0-9]+)\s*)?(?P<vulgar>[{_VULGAR}])"
    r"|(?<![\w.⁰¹²³⁴-⁹])(?:(?P<ones>[0-9]+)\s+)?(?P<above>[0-9]+)⁄(?P<below>[0-9]+)"
)
_LONE = re.compile(rf"(?P<vulgar>[{_VULGAR}])|⁄")
_RAISED_FRACTION = re.compile("[⁰¹²³⁴-⁹]+⁄[₀-₉0-9]+")


def plain_forms(spelling: Spelling) -> Spelling:
    """Return a text in plain letters, digits and signs.

    Parameters
    ----------
    spelling : Spelling
        A text, of which one character may become several.

    Raises
    ------
    ExpressionError
        If a fraction is written in small digits beside something else, where it can be an exponent.
    """
    if spelling.text.isascii():
        return spelling
    spelling = spelling.sub(_INVISIBLE, "")
    spelling = spelling.sub(_STYLED, lambda m: unicodedata.normalize("NFKC", m[0]))
    raised = _RAISED_FRACTION.search(spelling.text)
    if raised:
        raise spelling.mistake(
            f"Write the fraction '{raised[0]}' at position {{position}} in large digits, "
            "as in (1/2)w1 or w1^(1/2).",
            raised.start(),
        )
    spelling = spelling.sub(_FRACTION, _fraction)
    spelling = spelling.sub(_LONE, lambda m: _ratio(m["vulgar"]) if m["vulgar"] else "/")
    spelling = spelling.sub(_SIGN, lambda m: _SIGNS[m[0]])
    return spelling.sub(_SUBSCRIPT, lambda m: m[0].translate(_DIGITS))


def _fraction(match: re.Match[str]) -> str:
    """Return a fraction in brackets; a whole number before it is added, as in 2½."""
    if match["vulgar"]:
        whole, ratio = match["whole"], _ratio(match["vulgar"])
    else:
        whole, ratio = match["ones"], f"({match['above']}/{match['below']})"
    return f"({whole}+{ratio[1:]}" if whole else ratio


def _ratio(vulgar: str) -> str:
    above, _, below = unicodedata.normalize("NFKC", vulgar).partition("⁄")
    return f"({above}/{below})"
