"""The step inspector: one step of the run, its sentence, the rule, and its worked lines."""

from __future__ import annotations

from dash import dcc, html

from components import ids
from components.state.state import State
from components.surface.surface import gradient_math
from components.ui.formula import math_div, math_span
from components.ui.html_attributes import attributes

FIRST = 1
"""The step that is shown until a reader selects another."""


def layout(state: State) -> html.Section:
    """Return the inspector; assets/playground/step_inspector.js fills it."""
    return html.Section(
        [
            html.Div(
                [
                    html.Label(
                        [html.Span("Step "), math_span("t")],
                        htmlFor=ids.STEP_NUMBER,
                        className="step-title",
                    ),
                    html.Span("keys ← →", className="step-keys"),
                    _button(ids.STEP_BEFORE, "←", "The step before"),
                    _button(ids.STEP_AFTER, "→", "The step after"),
                    dcc.Input(
                        id=ids.STEP_NUMBER,
                        type="number",
                        value=FIRST,
                        min=FIRST,
                        max=max(state.steps, FIRST),
                        step=1,
                        className="control-number",
                    ),
                ],
                className="step-head",
            ),
            html.Label("Step", htmlFor=ids.STEP_SCRUBBER, className="visually-hidden"),
            dcc.Input(
                id=ids.STEP_SCRUBBER,
                type="range",
                value=FIRST,
                min=FIRST,
                max=max(state.steps, FIRST),
                step=1,
                className="control-slider",
            ),
            html.P(id=ids.STEP_SENTENCE, className="step-sentence"),
            html.Div(
                id=ids.STEP_WORKED,
                className="worked",
                role="group",
                **attributes(aria_label="The rule with the numbers of this step"),
            ),
            math_div(
                gradient_math(state.E),
                "The gradient of the error function",
                ids.GRADIENT_FORMULA,
            ),
        ],
        id=ids.STEP_INSPECTOR,
        className="inspector",
        **attributes(aria_label="Step inspector"),
    )


def _button(identity: str, sign: str, label: str) -> html.Button:
    return html.Button(
        sign, id=identity, title=label, className="step-button", **attributes(aria_label=label)
    )
