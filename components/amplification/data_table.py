"""Data table of the large map: C_a at a few gradients, for readers who cannot see colours."""

from __future__ import annotations

import numpy as np
from dash import html

from components import ids
from components.amplification.state import AmplificationState
from components.ui.data_table import as_numbers, table_place
from optimizers.amplification import two_steps

SHARES = (-1.0, -0.3, -0.1, 0.1, 0.3, 1.0)
"""Where g1 and g2 are taken, as shares of the range."""


def layout(state: AmplificationState) -> html.Details:
    """Return the table; the browser updates its numbers."""
    g = np.array(SHARES) * state.range
    found = two_steps(state.run.rule, g[None, :], g[:, None], **state.run.settings).amplification
    head = html.Tr(
        [
            html.Th("g₂ \\ g₁", scope="col"),
            *(html.Th(_text(g1), scope="col") for g1 in g),
        ]
    )
    rows = [
        html.Tr([html.Th(_text(g2), scope="row"), *(html.Td(_text(value)) for value in row)])
        for g2, row in zip(reversed(g), reversed(found), strict=True)
    ]
    caption = "C_a for g₁ (across) and g₂ (down): above zero amplified, below zero attenuated."
    table = html.Table([html.Caption(caption), html.Thead(head), html.Tbody(rows)])
    title = "The large map as numbers"
    return as_numbers(ids.AMPLIFICATION_NUMBERS, title, [table_place(title, table)])


def _text(value: float) -> str:
    return f"{float(value):.4g}".replace("-", "−")
