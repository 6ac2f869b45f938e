"""Data tables of the playground: iterations of the run, E on the surface, and a link to the CSV."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.data_table import as_numbers, table_place
from components.ui.formula import math_div


def layout() -> html.Details:
    """Return places for the tables; assets/playground/data_tables.js fills them when open."""
    return as_numbers(
        ids.RUN_NUMBERS,
        "The runs as numbers",
        [
            table_place("Iterations of the runs"),
            html.P(
                [
                    "All iterations with every digit: ",
                    html.A("trajectory.csv", href="trajectory.csv", download="trajectory.csv"),
                ]
            ),
            math_div("", "The gradient of the error function", ids.GRADIENT_FORMULA),
            table_place("The surface as numbers"),
        ],
    )
