"""Formulas on the page: MathML travels as an attribute, and the browser puts it in place."""

from __future__ import annotations

from dash import html

from components.ui.html_attributes import attributes
from optimizers.formulas.symbols import symbol


def math_div(mathml: str, label: str, identity: str) -> html.Div:
    """Return a place for block formulas; assets/formula.js fills it.

    Parameters
    ----------
    mathml : str
        Printed by `optimizers.formulas.typeset`, never a reader's text.
    label : str
        What the formula is, in words.
    identity : str
        Its id.
    """
    attached = attributes(data_mathml=mathml, aria_label=label)
    return html.Div(id=identity, className="formula", role="group", **attached)


def math_span(text: str) -> html.Span:
    """Return a place for one symbol, such as ``"β_1"``, within a line."""
    return html.Span(className="symbol", **attributes(data_mathml=f"<math>{symbol(text)}</math>"))
