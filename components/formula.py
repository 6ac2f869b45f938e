"""Formulas on the page: MathML travels as an attribute, and the browser puts it in place."""

from __future__ import annotations

from dash import html

from optimizers.typeset import symbol

from .attributes import attributes


def math_div(mathml: str, identity: str | None = None, class_name: str = "formula") -> html.Div:
    """Return a place for block formulas; assets/math.js fills it.

    Parameters
    ----------
    mathml : str
        Printed by `optimizers.typeset`, never a reader's text.
    identity : str or None
        Its id, where a callback sets the formula.
    class_name : str
        Its class.
    """
    if identity:
        return html.Div(id=identity, className=class_name, **attributes(data_mathml=mathml))
    return html.Div(className=class_name, **attributes(data_mathml=mathml))


def math_span(text: str) -> html.Span:
    """Return a place for one symbol, such as ``"β_1"``, within a line."""
    return html.Span(className="symbol", **attributes(data_mathml=f"<math>{symbol(text)}</math>"))
