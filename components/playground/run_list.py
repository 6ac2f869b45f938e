"""The list of runs: a row for each place, with its colour, optimizer, learning rate and final E."""

from __future__ import annotations

from dash import html

from components import ids
from components.state.limits import MOST_RUNS
from components.state.state import State
from components.ui.html_attributes import attributes
from components.ui.icon import icon
from components.ui.palette import place_style
from optimizers import OPTIMIZERS

ADD = "Compare with another"
FULL = f"{MOST_RUNS} of {MOST_RUNS}"
COPY = "copy"


def layout(state: State) -> html.Section:
    """Return the rows, of which assets/playground/run_list.js shows as many as there are runs."""
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Runs"),
                    html.Span(FULL, className="full", hidden=len(state.runs) < MOST_RUNS),
                    html.Button(
                        "Fair start",
                        id=ids.FAIR_START,
                        className="quiet-button",
                        title="Give every run the η with the lowest final E",
                    ),
                    html.Span("η", className="math column", **attributes(aria_hidden="true")),
                    html.Span(
                        ["final ", html.I("E")],
                        id=ids.RUN_LIST_ERROR,
                        className="column",
                        **attributes(aria_hidden="true"),
                    ),
                ],
                className="runs-head",
            ),
            html.Ol([_row(state, k) for k in range(MOST_RUNS)], id=ids.RUN_LIST),
            html.Div(
                [
                    icon("plus"),
                    html.Label(ADD, htmlFor=ids.RUN_ADD),
                    html.Select(
                        [
                            html.Option(ADD, value=""),
                            html.Option("A copy of the selected run", value=COPY),
                            *(html.Option(r.name, value=k) for k, r in OPTIMIZERS.items()),
                        ],
                        id=ids.RUN_ADD,
                    ),
                ],
                className="run-add",
                hidden=len(state.runs) == MOST_RUNS,
            ),
        ],
        className="run-list",
        **attributes(aria_label="Runs"),
    )


def _row(state: State, k: int) -> html.Li:
    """Return the row of a place."""
    run = state.runs[k] if k < len(state.runs) else None
    return html.Li(
        [
            html.Button(
                [
                    html.Span(className="glyph", **attributes(aria_hidden="true")),
                    html.B(run.rule.name if run else ""),
                ],
                className="name",
                **attributes(data_act="select"),
            ),
            html.Span(className="eta"),
            html.Span(className="final"),
            html.Span(
                [
                    _act("hide", "eye"),
                    _act("remove", "cross"),
                ],
                className="acts",
            ),
        ],
        className="run-row",
        hidden=run is None,
        style=place_style(k),
        **attributes(data_place=k),
    )


def _act(act: str, name: str) -> html.Button:
    return html.Button(icon(name), **attributes(data_act=act))
