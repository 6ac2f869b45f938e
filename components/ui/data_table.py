"""Data tables below a figure, for readers who cannot see it; closed at first."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.ui.html_attributes import attributes


def as_numbers(identity: str, title: str, content: Sequence[Component]) -> html.Details:
    """Return tables, or places for them, that are closed at first."""
    return html.Details(
        [html.Summary(title), *content],
        id=identity,
        className="as-numbers",
    )


def table_place(name: str, table: html.Table | None = None) -> html.Div:
    """Return a place for a table, which scrolls by itself where the table is wider."""
    return html.Div(
        table, className="table-place", tabIndex=0, role="region", **attributes(aria_label=name)
    )
