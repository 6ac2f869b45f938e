"""Figure 2, the playground: runs on a surface, their curves, controls and the step in numbers."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash import State as DashState

from components import ids
from components.figure import Figure
from components.playground import (
    data_tables,
    editor,
    gallery,
    run_list,
    step_inspector,
    tabs,
    time_section,
)
from components.state.address import PARTS, read_address
from components.state.query import Parts
from components.state.remarks import refused_text, remarks
from components.state.state import State
from components.surface import surface
from components.surface.columns import trajectory_columns
from components.surface.region import aspect_of
from components.ui import error_function_input, optimizer_controls, parameter_list, start_input
from components.ui.html_attributes import attributes
from components.ui.notice import notice, sentences
from components.ui.refused_numbers import refused_numbers

KEY = "playground"


def layout(parts: Parts) -> html.Div:
    """Return the playground in the state of its address."""
    state, errors = read_address(parts)
    refused = refused_numbers(parts, errors, {state.selected: state.selected_run})
    figure = html.Div(
        [
            notice(KEY, errors, remarks(parts)),
            html.Div(
                [
                    error_function_input.layout(
                        state,
                        refused=refused_text(parts, errors),
                        presets=gallery.button(state.E),
                    ),
                    start_input.layout(state),
                    parameter_list.layout(),
                ],
                className="function",
                role="group",
                **attributes(aria_label="Error function and start"),
            ),
            surface.layout(),
            time_section.layout(state),
            tabs.layout(),
            html.Div([run_list.layout(state), editor.layout(state)], className="side"),
            step_inspector.layout(state),
            gallery.dialog(),
            dcc.Store(id=ids.STATE, data=data(state) | {"refused": refused}),
        ],
        id=ids.PLAYGROUND,
        className="playground",
    )
    return html.Div([figure, data_tables.layout()])


def data(state: State) -> dict[str, Any]:
    """Return what the browser draws first: state, surface, and NumPy's trajectories."""
    return {
        "state": state.to_json(),
        "surface": surface.surface_of(state),
        "trajectories": [
            trajectory_columns(state.trajectory(run), path_only=True) for run in state.runs
        ],
    }


def state_answer(parts: Parts) -> tuple[dict[str, Any], list[str]]:
    """Return the state of an address, and what the figure's notice says of it."""
    state, errors = read_address(parts)
    return state.to_json(), sentences(errors, remarks(parts))


def surface_answer(parts: Parts) -> dict[str, Any]:
    """Return the surface for a typed function or another view.

    Raises
    ------
    AddressError
        If a part cannot be read.
    """
    state, errors = read_address(parts, exact=True)
    if errors:
        raise errors[0]
    return surface.surface_of(state, aspect_of(parts))


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
    title="Playground: runs compared on one surface",
    words="",
    layout=layout,
    state=state_answer,
    surface=surface_answer,
    register=register,
    parts=PARTS,
)
