"""Symbols of formulas, such as ``"β_1"`` or ``"η^+"``, as MathML and as running text."""

from __future__ import annotations

from html import escape

from optimizers.formulas.mathml import MINUS, applied


def symbol(text: str) -> str:
    """Return a symbol as MathML.

    Parameters
    ----------
    text : str
        ``"η"``, ``"β_1"``, ``"η^+"``, ``"m_hat"`` for an accent, each optionally followed by
        ``"(t)"`` or ``"(t−1)"``.
    """
    name, _, time = text.partition("(")
    printed = _symbol_without_time(name)
    if not time:
        return f"<mrow>{printed}</mrow>"
    letter, minus, one = time.rstrip(")").partition("−")
    moment = f"<mi>{letter}</mi>" + (f"{MINUS}<mn>{one}</mn>" if minus else "")
    return applied(printed, [moment])


def indexed_symbol(text: str, weight: str) -> str:
    """Return a symbol with a weight's number as its index, as MathML.

    Parameters
    ----------
    text : str
        As for `symbol`, without a time; a trailing ``"_i"`` is replaced by the number.
    weight : str
        MathML of the number.
    """
    base, raised, index = text.removesuffix("_i").partition("^")
    if raised:
        return f"<msubsup><mi>{escape(base)}</mi>{weight}<mo>{escape(index)}</mo></msubsup>"
    return f"<msub>{_symbol_without_time(base)}{weight}</msub>"


def _symbol_without_time(name: str) -> str:
    base, raised, index = name.partition("^")
    if not raised:
        base, _, index = name.partition("_")
    printed = f"<mi>{escape(base)}</mi>"
    if index == "hat":
        printed = f'<mover accent="true">{printed}<mo>^</mo></mover>'
    elif raised:
        printed = f"<msup>{printed}<mo>{escape(index)}</mo></msup>"
    elif index:
        kind = "mn" if index.isdigit() else "mi"
        printed = f"<msub>{printed}<{kind}>{escape(index)}</{kind}></msub>"
    return printed


def plain(text: str) -> str:
    """Return a symbol as running text, for a label or a tooltip: ``β₁``, ``Δmin``, ``η⁺``."""
    small = str.maketrans("0123456789i+−", "₀₁₂₃₄₅₆₇₈₉ᵢ⁺⁻")
    base, mark, index = text.partition("^" if "^" in text else "_")
    return base + (index.translate(small) if mark and len(index) == 1 else index)
