"""The time section: E and the rates of both weights against the iteration, and the playback.

Both charts and the scrubber have one axis; assets/playground/time_section.js draws them.
"""

from __future__ import annotations

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.state.state import State
from components.ui.formula import math_span
from components.ui.html_attributes import attributes
from components.ui.icon import icon


def layout(state: State) -> html.Section:
    """Return the section in the state of the address."""
    return html.Section(
        [
            html.Div(id=ids.TIME_CURSOR, className="time-cursor", **attributes(aria_hidden="true")),
            _head(
                html.H2(["Error ", html.I("E")]),
                ids.ERROR_FINDING,
                _switch(ids.ERROR_AXIS, "E axis", {"log": "log", "linear": "linear"}, state.axis),
            ),
            _chart(ids.ERROR_CHART, "E against the iteration", html.P(id=ids.ERROR_NOTE)),
            _head(
                html.H2("Rate each weight gets", id=ids.TRACE_TITLE),
                ids.TRACE_FINDING,
                _switch(ids.TRACES, "Lower chart", {"rate": "rate", "state": "s"}, state.traces),
            ),
            _chart(ids.TRACE_CHART, "Rate each weight gets against the iteration"),
            _axis(state),
            _transport(state),
        ],
        id=ids.TIME,
        className="time",
        **attributes(aria_label="Error and rates against the iteration"),
    )


def _head(title: html.H2, finding: str, switch: html.Div) -> html.Div:
    return html.Div([title, html.P(id=finding, className="finding"), switch], className="time-head")


def _switch(identity: str, label: str, choices: Mapping[str, str], chosen: str | None) -> html.Div:
    return html.Div(
        [
            html.Button(
                text,
                id=f"{identity}-{value}",
                value=value,
                **attributes(aria_pressed=str(value == chosen).lower()),
            )
            for value, text in choices.items()
        ],
        id=identity,
        className="segments",
        role="group",
        **attributes(aria_label=label),
    )


def _chart(name: str, label: str, *notes: Component) -> html.Div:
    """Return a chart; its note of numbers is for the eyes, others have the data tables."""
    canvas = html.Canvas(id=f"{name}-canvas", **attributes(aria_hidden="true"))
    return html.Div(
        [
            html.Div(canvas, role="img", className="plot", **attributes(aria_label=label)),
            *notes,
            html.P(className="chart-note", hidden=True, **attributes(aria_hidden="true")),
        ],
        id=name,
        className=f"chart {name}",
    )


def _axis(state: State) -> html.Div:
    canvas = html.Canvas(id=ids.SCRUBBER_TICKS, **attributes(aria_hidden="true"))
    return html.Div(
        [
            html.Label("Iteration t", htmlFor=ids.SCRUBBER, className="visually-hidden"),
            html.Div(canvas, className="plot"),
            dcc.Input(
                id=ids.SCRUBBER,
                type="range",
                value=state.step,
                min=0,
                max=state.steps,
                step="any",
                className="scrubber",
            ),
        ],
        className="time-axis",
    )


def _transport(state: State) -> html.Div:
    return html.Div(
        [
            html.Button([icon("play"), html.Span("Play")], id=ids.PLAY, className="play"),
            html.Div(
                [
                    _button(ids.TIME_FIRST, "first", "To the start"),
                    _button(ids.TIME_BACK, "back", "One step back"),
                    _button(ids.TIME_FORWARD, "forward", "One step forward"),
                ],
                className="time-steps",
            ),
            html.Div(
                [
                    html.Label(
                        [
                            html.Span("Iteration ", className="visually-hidden"),
                            math_span("t"),
                            " =",
                        ],
                        htmlFor=ids.TIME_STEP,
                    ),
                    _number(ids.TIME_STEP, state.step),
                    html.Label(
                        ["of", html.Span(" how many steps", className="visually-hidden")],
                        htmlFor=ids.STEPS,
                    ),
                    _number(ids.STEPS, state.steps),
                ],
                className="time-numbers",
                **attributes(data_box_message=""),
            ),
            html.Button(
                "1×", id=ids.TIME_SPEED, className="speed", **attributes(aria_label="Speed: 1×")
            ),
        ],
        className="transport",
    )


def _button(identity: str, name: str, label: str) -> html.Button:
    return html.Button(icon(name), id=identity, title=label, **attributes(aria_label=label))


def _number(identity: str, value: int) -> dcc.Input:
    return dcc.Input(id=identity, type="text", value=str(value), debounce=True)
