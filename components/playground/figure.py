"""Figure 2, the playground: the surface beside its controls, the error curve below it."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash import State as DashState

from components import ids
from components.figure import Figure
from components.playground import claim_list, data_tables, error_curve, step_inspector
from components.state.address import read_address, refused_text
from components.state.query import Parts
from components.state.state import State
from components.surface import surface
from components.surface.columns import trajectory_columns
from components.ui import error_function_input, optimizer_controls, start_input
from components.ui.html_attributes import attributes
from components.ui.notice import notice

KEY = "playground"


def layout(parts: Parts) -> html.Div:
    """Return the playground in the state of its address."""
    state, errors = read_address(parts)
    grid = html.Div(
        [
            notice(KEY, errors),
            claim_list.caption(),
            html.Div([surface.layout(), error_curve.layout(state)], className="figure"),
            html.Div(
                [
                    error_function_input.layout(state, refused=refused_text(parts, errors)),
                    optimizer_controls.layout(state),
                    start_input.layout(state),
                    step_inspector.layout(state),
                ],
                className="controls",
                role="group",
                **attributes(aria_label="Controls"),
            ),
            dcc.Store(id=ids.STATE, data=data(state)),
        ],
        id=ids.PLAYGROUND,
        className="playground",
    )
    return html.Div([grid, data_tables.layout()])


def data(state: State) -> dict[str, Any]:
    """Return what the browser draws first: state, surface, and NumPy's trajectories."""
    return {
        "state": state.to_json(),
        "surface": surface.surface_of(state),
        "trajectories": [
            trajectory_columns(state.trajectory(run), path_only=True) for run in state.runs
        ],
    }


def surface_answer(parts: Parts) -> dict[str, Any]:
    """Return the surface for a typed function or another view.

    Raises
    ------
    AddressError
        If a part cannot be read.
    """
    state, errors = read_address(parts)
    if errors:
        raise errors[0]
    return surface.surface_of(state)


def register(app: Dash) -> None:
    """Bind the playground to an app: everything that moves is bound in the browser."""
    optimizer_controls.register(app)
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "beginPlayground"),
        Output(ids.STATE, "id"),
        Input(ids.CATALOGUE, "data"),
        DashState(ids.STATE, "data"),
    )


FIGURE = Figure(
    key=KEY,
    name="Playground",
    title="Playground: one run on one surface",
    words="",
    layout=layout,
    surface=surface_answer,
    register=register,
)
