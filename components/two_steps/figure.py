"""Figure 1, two steps: gradient descent (blue) against the adaptive scheme (orange)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash import State as DashState

from components import ids
from components.figure import Figure
from components.state.address import PARTS, read_address
from components.state.address_error import AddressError
from components.state.limits import Limits
from components.state.query import Parts
from components.state.remarks import refused_text, remarks
from components.state.state import Run, State, View, default_state, run_of
from components.surface import surface as error_surface
from components.surface.columns import trajectory_columns
from components.surface.region import aspect_of
from components.two_steps.frame import frame, gradient_scale
from components.ui import error_function_input, optimizer_controls, parameter_list, start_input
from components.ui.control import control
from components.ui.formula import math_span
from components.ui.html_attributes import attributes
from components.ui.notice import notice, sentences
from components.ui.refused_numbers import refused_numbers
from optimizers import Hyperparameter

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


def read(parts: Parts, *, exact: bool = False) -> tuple[State, bool, list[AddressError]]:
    """Return the state an address describes, whether its view is the framing one, and mistakes."""
    state, errors = read_address(parts, default(), LIMITS, exact=exact)
    framed = state.view == FRAMED
    return (framing(state) if framed else state), framed, errors


def framing(state: State) -> State:
    """Return a state with the view that frames its steps and gradients."""
    trajectories = [state.trajectory(run) for run in state.runs]
    return replace(state, view=frame(trajectories, gradient_scale(trajectories)))


def state_answer(parts: Parts) -> tuple[dict[str, Any], list[str]]:
    """Return the state of an address, without a view if that frames the steps, and its mistakes."""
    state, framed, errors = read(parts)
    return state.to_json() | ({"view": None} if framed else {}), sentences(errors, remarks(parts))


def surface(parts: Parts) -> dict[str, Any]:
    """Return the surface for a typed function or another view; without a view, the framing one.

    Raises
    ------
    AddressError
        If a part cannot be read.
    """
    state, framed, errors = read(parts, exact=True)
    if errors:
        raise errors[0]
    return _surface_of(state, framed=framed, aspect=aspect_of(parts))


def _surface_of(state: State, *, framed: bool, aspect: float = 1.0) -> dict[str, Any]:
    scale = gradient_scale([state.trajectory(run) for run in state.runs])
    return error_surface.surface_of(state, aspect) | {"scale": scale, "framed": framed}


def layout(parts: Parts) -> html.Div:
    """Return the figure in the state of its address; the browser draws it."""
    state, framed, errors = read(parts)
    return html.Div(
        [
            notice(KEY, errors, remarks(parts)),
            html.Div(
                [_plane(), _controls(state, refused_text(parts, errors))],
                className="plane-and-side",
            ),
            html.Div(id=ids.TWO_STEPS_NUMBERS, className="numbers"),
            dcc.Store(
                id=ids.TWO_STEPS_STATE,
                data=data(state, framed=framed) | {"refused": _refused(parts, errors, state)},
            ),
        ],
        id=ids.TWO_STEPS_ROOT,
        className="two-steps",
    )


def _plane() -> html.Section:
    """Return the surface with its arrows, and below it what they mean."""
    stage = error_surface.stage(
        "Steps and gradients of both runs; their numbers are below",
        "Show all steps and gradients",
        ids.TWO_STEPS,
    )
    # Names runs whose steps the ring at the start covers.
    covered = html.P(id=ids.TWO_STEPS_COVERED, className="covered")
    return html.Section(
        [html.Div([*stage, covered], className="plane"), _key()],
        className="surface",
        **attributes(aria_label="Error surface with the steps of both optimizers"),
    )


def _controls(state: State, refused: tuple[str, AddressError] | None) -> html.Div:
    """Return the controls: function, start and number of steps, and both runs."""
    steps = control(ids.TWO_STEPS + ids.STEPS, STEPS, state.steps, whole=True)
    runs = [_run(run, k) for k, run in enumerate(state.runs)]
    return html.Div(
        [
            error_function_input.layout(state, ids.TWO_STEPS, refused),
            parameter_list.layout(ids.TWO_STEPS),
            html.Div(
                [start_input.layout(state, ids.TWO_STEPS), steps],
                className="field start-and-steps",
            ),
            html.Div(runs, className="field runs"),
        ],
        className="controls",
        role="group",
        **attributes(aria_label="Controls of the two steps"),
    )


def data(state: State, *, framed: bool) -> dict[str, Any]:
    """Return what the browser draws first: state, surface, and NumPy's trajectories."""
    return {
        "state": state.to_json(),
        "defaults": defaults(),
        "surface": _surface_of(state, framed=framed),
        "trajectories": [trajectory_columns(state.trajectory(run)) for run in state.runs],
    }


def _refused(parts: Parts, errors: list[AddressError], state: State) -> dict[str, str]:
    """Return what of an address stands in number boxes to be mended."""
    steps = ids.control_number(ids.TWO_STEPS + ids.STEPS)
    return refused_numbers(parts, errors, dict(enumerate(state.runs)), ids.TWO_STEPS, steps)


def defaults() -> dict[str, Any]:
    """Return the default state as the browser compares with it: its function is canonical."""
    state = framing(default())
    return state.to_json() | {"E": state.E.text}


def _key() -> html.P:
    """Return what the arrows mean; the browser fills in the scale."""
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
                    html.Span(id=ids.TWO_STEPS_SCALE),
                ]
            ),
        ],
        className="arrows-key",
    )


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
            *optimizer_controls.sources(run),
        ],
        className=f"run {colour}",
        role="group",
        **attributes(aria_label=f"{colour.capitalize()} run"),
    )


def register(app: Dash) -> None:
    """Bind the figure to an app: everything that moves is bound in the browser."""
    for k in range(len(COLOURS)):
        optimizer_controls.register(app, ids.two_steps_run(k))
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "beginTwoSteps"),
        Output(ids.TWO_STEPS_STATE, "id"),
        Input(ids.CATALOGUE, "data"),
        DashState(ids.TWO_STEPS_STATE, "data"),
    )


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
    state=state_answer,
    surface=surface,
    register=register,
    parts=PARTS,
)
