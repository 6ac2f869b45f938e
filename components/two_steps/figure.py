"""Figure 1, two steps: gradient descent (blue) against the adaptive scheme (orange)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash import State as DashState

from components import ids
from components.figure import Figure
from components.state.address import AddressError, read_address
from components.state.limits import Limits
from components.state.query import Parts, QueryError, parts_of
from components.state.state import Run, State, View, default_state, run_of
from components.surface import surface
from components.two_steps.arrows import two_steps_figure
from components.two_steps.frame import frame, gradient_scale
from components.ui import error_function_input, optimizer_controls, start_input
from components.ui.control import control
from components.ui.formula import math_span
from components.ui.html_attributes import attributes
from components.ui.notice import notice
from optimizers import ErrorFunction, Hyperparameter
from optimizers.formulas.typeset import error_function_formula

KEY = "two-steps"
STEPS = Hyperparameter("steps", "n", "number of steps", 2, 1, 10)
LIMITS = Limits(steps=int(STEPS.high), fewest_runs=2, most_runs=2)

FRAMED: View = (0.0, 0.0, 0.0, 0.0)
"""Stands for the view that frames the steps; no address can ask for it."""

COLOURS = ("blue", "orange")


def default() -> State:
    """Return the article's example, in the view that frames it."""
    runs = (run_of("gradient-descent", {"eta": 0.001}), run_of("rmsprop"))
    return replace(default_state(), steps=int(STEPS.default), view=FRAMED, runs=runs)


def read(parts: Parts) -> tuple[State, bool, list[AddressError]]:
    """Return the state an address describes, whether its view is the framing one, and mistakes."""
    state, errors = read_address(parts, default(), LIMITS)
    framed = state.view == FRAMED
    return (framing(state) if framed else state), framed, errors


def framing(state: State) -> State:
    """Return a state with the view that frames its steps and gradients."""
    trajectories = [state.trajectory(run) for run in state.runs]
    return replace(state, view=frame(trajectories, gradient_scale(trajectories)))


def layout(parts: Parts) -> html.Div:
    """Return the figure for its parts of an address; contours and steps are already in it."""
    state, framed, errors = read(parts)
    figure = two_steps_figure(state, framed=framed)
    return html.Div(
        [
            notice(KEY, errors),
            html.Section(
                [
                    html.Div(
                        surface.stage(
                            figure,
                            "Steps and gradients of both runs; their numbers are below",
                            "Show all steps and gradients",
                            ids.TWO_STEPS,
                        ),
                        className="plane",
                    ),
                    _key(figure.layout.meta["scale"]),
                ],
                className="surface",
                **attributes(aria_label="Error surface with the steps of both optimizers"),
            ),
            html.Div(
                [
                    error_function_input.layout(state, ids.TWO_STEPS),
                    html.Div(
                        [
                            start_input.layout(state, ids.TWO_STEPS),
                            control(ids.TWO_STEPS + ids.STEPS, STEPS, state.steps, whole=True),
                        ],
                        className="field start-and-steps",
                    ),
                    html.Div(
                        [_run(run, k) for k, run in enumerate(state.runs)], className="field runs"
                    ),
                ],
                className="controls",
                role="group",
                **attributes(aria_label="Controls of the two steps"),
            ),
            html.Div(id=ids.TWO_STEPS_NUMBERS, className="numbers"),
            dcc.Store(
                id=ids.TWO_STEPS_STATE,
                data={"state": state.to_json(), "defaults": defaults()},
            ),
        ],
        id=ids.TWO_STEPS_ROOT,
        className="two-steps",
    )


def defaults() -> dict[str, Any]:
    """Return the default state as the browser compares with it: its function is canonical."""
    state = framing(default())
    return state.to_json() | {"E": ErrorFunction.parse(state.E).text}


def _key(scale: float) -> html.P:
    """Return what the arrows mean; the browser keeps the scale up to date."""
    return html.P(
        [
            html.Span(
                [
                    html.Span(className="step-arrow", **attributes(aria_hidden="true")),
                    "steps −",
                    math_span("v(t)"),
                    " true to scale",
                ]
            ),
            html.Span(
                [
                    html.Span(className="gradient-arrow", **attributes(aria_hidden="true")),
                    "gradients ",
                    math_span("g(t)"),
                    " drawn at ",
                    html.Span(ratio(scale), id=ids.TWO_STEPS_SCALE),
                ]
            ),
        ],
        className="arrows-key",
    )


def ratio(scale: float) -> str:
    """Return a scale as maps state it: ``1 : 500``, or ``20 : 1`` where it enlarges."""
    return f"1 : {scale:,.0f}" if scale >= 1 else f"{1 / scale:,.0f} : 1"


def _run(run: Run, k: int) -> html.Div:
    """Return the choice of one of the two optimizers and its rule, in its colour."""
    colour = COLOURS[k]
    prefix = ids.two_steps_run(k)
    mark = html.Span(className=f"mark {colour}", **attributes(aria_hidden="true"))
    label = [
        mark,
        html.Span(colour.capitalize()),
        html.Span(" optimizer", className="visually-hidden"),
    ]
    return html.Div(
        [
            *optimizer_controls.choice(run, label, prefix),
            optimizer_controls.rules(run, prefix),
        ],
        className=f"run {colour}",
        role="group",
        **attributes(aria_label=f"{colour.capitalize()} run"),
    )


def register(app: Dash) -> None:
    """Bind the figure to an app."""
    app.callback(
        Output(ids.TWO_STEPS + ids.SURFACE_GRAPH, "figure"),
        Output(ids.TWO_STEPS + ids.ERROR_FUNCTION_FORMULA, "data-mathml"),
        Output(ids.TWO_STEPS + ids.ERROR_FUNCTION_MESSAGE, "children"),
        Input(ids.TWO_STEPS + ids.ERROR_FUNCTION_ASKED, "data"),
        prevent_initial_call=True,
    )(answer_function)
    app.callback(
        Output(ids.TWO_STEPS + ids.SURFACE_GRAPH, "figure", allow_duplicate=True),
        Input(ids.TWO_STEPS + ids.SURFACE_VIEW_ASKED, "data"),
        prevent_initial_call=True,
    )(answer_view)
    for k in range(len(COLOURS)):
        optimizer_controls.register(app, ids.two_steps_run(k))
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "beginTwoSteps"),
        Output(ids.TWO_STEPS_STATE, "id"),
        Input(ids.CATALOGUE, "data"),
        DashState(ids.TWO_STEPS_STATE, "data"),
    )


def answer_function(query: object) -> tuple[Any, Any, Any]:
    """Return figure, formula and message for a typed error function.

    Parameters
    ----------
    query : str
        The state that is asked for, as an address has it; without a view the steps are framed.
    """
    state, framed, errors = _read(query)
    if errors:
        return no_update, no_update, str(errors[0]).removeprefix("E: ")
    formula = error_function_formula(ErrorFunction.parse(state.E))
    return two_steps_figure(state, framed=framed), formula, ""


def answer_view(query: object) -> go.Figure | Any:
    """Return the surface for another part of the plane, or for the one that frames the steps."""
    state, framed, errors = _read(query)
    return no_update if errors else two_steps_figure(state, framed=framed)


def _read(query: object) -> tuple[State, bool, list[Any]]:
    try:
        return read(parts_of(query))
    except QueryError as error:
        return default(), True, [error]


FIGURE = Figure(
    key=KEY,
    name="Two steps",
    title="Two steps: gradient descent against the adaptive scheme",
    words=(
        "One start, one gradient, two ways to make a step of it: classical gradient descent in "
        "blue, the adaptive scheme in orange. Drag the start, move a slider, choose any two "
        "optimizers; point at an arrow for its exact numbers."
    ),
    layout=layout,
    register=register,
)
