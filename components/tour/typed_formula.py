"""Formulas as an author types them, to MathML: ``v_i(1) = eta g_i / sqrt((1 - beta) g_i^2)``.

Factors stand beside each other, ``/`` makes a fraction of all before it and the next factor,
``^`` raises, ``sqrt(...)`` is a root, ``|...|`` a size. A name is a letter or a Greek one by its
name, with ``_hat``, an index such as ``_1`` or ``_i``, and a time: ``s_hat_i(t-1)``. Signs are
``+ - * = <- ± ≈ < > ≤ ≥``.
"""

from __future__ import annotations

import re
from collections import deque

from markupsafe import Markup

from optimizers.formulas.mathml import MINUS, PREFIX_MINUS, THIN_SPACE, applied, bracketed

GREEK = {
    "alpha": "α",
    "beta": "β",
    "epsilon": "ε",
    "eta": "η",
    "gamma": "γ",
    "kappa": "κ",
    "theta": "θ",
    "Delta": "Δ",
}

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<root>sqrt)\b"
    r"|(?P<name>[^\W\d_]+(?:_hat)?(?:_\w+)?(?:\((?:\d|t(?:[-−+]1)?)\))?)|(?P<sign><-|\S))"
)
SIGNS = {"-": "−", "<-": "←", "*": "·", ",": ",", "…": "…"} | {sign: sign for sign in "−·+±=≈<>≤≥"}
SIGNED = "−+±"
"""They are prefixes where nothing stands before them."""


def typed_formula(text: str, *, in_line: bool = False) -> Markup:
    """Return the MathML of a formula, without ``<math>`` around it.

    Parameters
    ----------
    text : str
        As an author typed it.
    in_line : bool
        Whether fractions have a slash and not a bar.

    Raises
    ------
    ValueError
        If it cannot be read.

    Examples
    --------
    >>> print(typed_formula("2/kappa", in_line=True))
    <mrow><mn>2</mn><mo>/</mo><mi>κ</mi></mrow>
    """
    formula = _Formula(text, in_line)
    printed = formula.row()
    if formula.rest:
        raise formula.mistake()
    return Markup(f"<mrow>{printed}</mrow>")


class _Formula:
    """A formula that is read from left to right."""

    def __init__(self, text: str, in_line: bool) -> None:
        self.text = text
        self.in_line = in_line
        self.rest = deque((m.lastgroup or "", m[m.lastgroup or 0]) for m in TOKEN.finditer(text))

    def mistake(self) -> ValueError:
        return ValueError(
            f"The formula {self.text!r} cannot be read: a part or a bracket is missing."
        )

    def row(self, end: str = "") -> str:
        """Return terms and the signs between them, up to a bracket that closes."""
        printed, before = "", True
        while self.rest and self.rest[0][1] != end:
            kind, text = self.rest[0]
            sign = SIGNS.get(text, "") if kind == "sign" else ""
            if not sign:
                printed, before = printed + self.product(), False
                continue
            self.rest.popleft()
            printed += _sign(sign, is_prefix=before and sign in SIGNED)
            before = True
        return printed

    def product(self) -> str:
        """Return factors beside each other, or a fraction of them."""
        factors = [self.power()]
        while self.rest:
            kind, text = self.rest[0]
            if text == "/":
                self.rest.popleft()
                factors = [self.fraction(THIN_SPACE.join(factors), self.power())]
            elif kind == "sign" and text != "(":
                break
            else:
                factors.append(self.power())
        return THIN_SPACE.join(factors)

    def fraction(self, above: str, below: str) -> str:
        """Return a fraction; brackets around the whole of a part fall away beside a bar."""
        if self.in_line:
            return f"{above}<mo>/</mo>{below}"
        parts = (f"<mrow>{_without_brackets(part)}</mrow>" for part in (above, below))
        return f"<mfrac>{''.join(parts)}</mfrac>"

    def power(self) -> str:
        """Return a factor with what it is raised to."""
        base = self.atom()
        if not (self.rest and self.rest[0][1] == "^"):
            return base
        self.rest.popleft()
        raised = self.atom()
        indexed = re.fullmatch("<msub>(.*)</msub>", base)
        if indexed:
            return f"<msubsup>{indexed[1]}{raised}</msubsup>"
        return f"<msup>{base}{raised}</msup>"

    def atom(self) -> str:
        """Return a number, a symbol, a root or what stands in brackets."""
        if not self.rest:
            raise self.mistake()
        kind, text = self.rest.popleft()
        if kind == "number":
            return f"<mn>{text}</mn>"
        if kind == "name":
            return _name(text)
        if kind == "root":
            return f"<msqrt>{_without_brackets(self.atom())}</msqrt>"
        if text in ("-", "−"):
            return f"<mrow>{PREFIX_MINUS}{self.atom()}</mrow>"
        if text not in ("(", "|"):
            raise self.mistake()
        inner = self.row(")" if text == "(" else "|")
        if not self.rest or not inner:
            raise self.mistake()
        self.rest.popleft()
        if text == "(":
            return bracketed(inner)
        bar = '<mo stretchy="false">|</mo>'
        return f"<mrow>{bar}{inner}{bar}</mrow>"


def _sign(sign: str, *, is_prefix: bool) -> str:
    if sign == "−":
        return PREFIX_MINUS if is_prefix else MINUS
    sign = {"<": "&lt;", ">": "&gt;"}.get(sign, sign)
    return (
        f'<mo form="prefix" lspace="0" rspace="0">{sign}</mo>' if is_prefix else f"<mo>{sign}</mo>"
    )


def _without_brackets(part: str) -> str:
    found = re.fullmatch(r"<mrow><mo[^>]*>\(</mo>(.*)<mo[^>]*>\)</mo></mrow>", part)
    # Of one pair alone: (a)(b) keeps both.
    return found[1] if found and _is_whole(found[1]) else part


def _is_whole(inner: str) -> bool:
    depth = 0
    for bracket in re.findall(r">([()])</mo>", inner):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            return False
    return True


def _name(text: str) -> str:
    name, _, time = text.partition("(")
    base, *indices = name.split("_")
    printed = f"<mi>{GREEK.get(base, base)}</mi>"
    if indices[:1] == ["hat"]:
        printed = f'<mover accent="true">{printed}<mo>^</mo></mover>'
        indices.pop(0)
    if indices:
        kind = "mn" if indices[0].isdigit() else "mi"
        printed = f"<msub>{printed}<{kind}>{indices[0]}</{kind}></msub>"
    return applied(printed, [_time(time.rstrip(")"))]) if time else printed


def _time(text: str) -> str:
    return "".join(
        MINUS
        if sign in "-−"
        else f"<mo>{sign}</mo>"
        if sign == "+"
        else f"<mn>{sign}</mn>"
        if sign.isdigit()
        else f"<mi>{sign}</mi>"
        for sign in text
    )
