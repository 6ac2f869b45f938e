"""Mistakes in an address, said where the figure is that shows a default instead."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from components import ids


def notice(figure: str, errors: Sequence[Exception]) -> html.Div:
    """Return, for a figure, a sentence for each part of an address that could not be read."""
    return html.Div(
        [html.P(f"{error} The figure shows its default instead.") for error in errors],
        id=ids.notice(figure),
        className="notice",
        role="status",
        hidden=not errors,
    )
