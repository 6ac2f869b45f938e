"""Mistakes in an address, said where the figure is that shows a default instead."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from components import ids


def sentences(errors: Sequence[Exception], remarks: Sequence[str] = ()) -> list[str]:
    """Return what is said of an address: its mistakes, then whole sentences on what was read."""
    return [*(f"{error} The figure shows its default instead." for error in errors), *remarks]


def notice(figure: str, errors: Sequence[Exception], remarks: Sequence[str] = ()) -> html.Div:
    """Return, for a figure, a sentence for each part of an address that could not be read.

    Parameters
    ----------
    figure : str
        Its key.
    errors : sequence of Exception
        The mistakes.
    remarks : sequence of str
        Whole sentences on what was read.
    """
    said = sentences(errors, remarks)
    return html.Div(
        list(map(html.P, said)),
        id=ids.notice(figure),
        className="notice",
        role="status",
        hidden=not said,
    )
