"""Figure 2, the playground: the surface beside its controls, the error curve below it."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash import State as DashState

from components import ids
from components.figure import Figure
from components.playground import claim_list, error_curve, step_inspector
from components.playground import data_tables as run_numbers
from components.playground.error_curve import curve_figure
from components.state.address import read_address
from components.state.query import Parts, QueryError, parts_of
from components.state.state import State, default_state
from components.surface import surface
from components.surface.surface import surface_figure
from components.ui import error_function_input, optimizer_controls, start_input
from components.ui.html_attributes import attributes
from components.ui.notice import notice
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula

KEY = "playground"


def layout(parts: Parts) -> html.Div:
    """Return the playground in the state of its address, contour and trajectory in it."""
    state, errors = read_address(parts)
    grid = html.Div(
        [
            notice(KEY, errors),
            claim_list.caption(),
            html.Div([surface.layout(state), error_curve.layout(state)], className="figure"),
            html.Div(
                [
                    error_function_input.layout(state),
                    optimizer_controls.layout(state),
                    start_input.layout(state),
                    step_inspector.layout(state),
                ],
                className="controls",
                role="group",
                **attributes(aria_label="Controls"),
            ),
            dcc.Store(id=ids.STATE, data=state.to_json()),
        ],
        id=ids.PLAYGROUND,
        className="playground",
    )
    return html.Div([grid, run_numbers.layout()])


def register(app: Dash) -> None:
    """Bind the playground to an app."""
    app.callback(
        Output(ids.SURFACE_GRAPH, "figure"),
        Output(ids.CURVE_GRAPH, "figure"),
        Output(ids.ERROR_FUNCTION_FORMULA, "data-mathml"),
        Output(ids.GRADIENT_FORMULA, "data-mathml"),
        Output(ids.ERROR_FUNCTION_MESSAGE, "children"),
        Input(ids.ERROR_FUNCTION_ASKED, "data"),
        prevent_initial_call=True,
    )(answer_function)
    app.callback(
        Output(ids.SURFACE_GRAPH, "figure", allow_duplicate=True),
        Input(ids.SURFACE_VIEW_ASKED, "data"),
        prevent_initial_call=True,
    )(answer_view)
    optimizer_controls.register(app)
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "begin"),
        Output(ids.STATE, "id"),
        Input(ids.CATALOGUE, "data"),
        DashState(ids.STATE, "data"),
    )


def answer_function(query: object) -> tuple[Any, Any, Any, Any, Any]:
    """Return figures, formulas and message for a typed error function.

    Parameters
    ----------
    query : str
        The state that is asked for, as an address has it.
    """
    state, errors = _read(query)
    if errors:
        return no_update, no_update, no_update, no_update, str(errors[0]).removeprefix("E: ")
    function = ErrorFunction.parse(state.E)
    formulas = error_function_formula(function), step_inspector.gradient(function)
    return surface_figure(state), curve_figure(state), *formulas, ""


def answer_view(query: object) -> go.Figure | Any:
    """Return the surface for another part of the plane."""
    state, errors = _read(query)
    return no_update if errors else surface_figure(state)


def _read(query: object) -> tuple[State, list[Any]]:
    try:
        return read_address(parts_of(query))
    except QueryError as error:
        return default_state(), [error]


FIGURE = Figure(
    key=KEY,
    name="Playground",
    title="Playground: one run on one surface",
    words="",
    layout=layout,
    register=register,
)
