"""One step under the glass: which one, what became of it, the rule and the rule in numbers."""

from __future__ import annotations

from dash import dcc, html

from components import ids
from components.state.state import State
from components.ui import optimizer_controls
from components.ui.formula import math_div, math_span
from components.ui.html_attributes import attributes
from optimizers import ErrorFunction
from optimizers.formulas.typeset import gradient_formula

FIRST = 1
"""The step that is shown until a reader chooses another."""


def layout(state: State) -> html.Section:
    """Return the inspector; assets/step_inspector.js fills it."""
    last = state.trajectory(state.runs[0]).w.shape[0] - 1
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
                        max=max(last, FIRST),
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
                max=max(last, FIRST),
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
                gradient(state.E),
                "The gradient of the error function",
                ids.GRADIENT_FORMULA,
            ),
            optimizer_controls.formulas(state),
        ],
        id=ids.STEP_INSPECTOR,
        className="inspector",
        **attributes(aria_label="Step inspector"),
    )


def gradient(error_function: ErrorFunction) -> str:
    """Return the formula of the gradient, or what to say where it is too long to read."""
    return gradient_formula(error_function) or (
        '<p class="source">The formula of ∇E is too long to read; its numbers are exact.</p>'
    )


def _button(identity: str, sign: str, label: str) -> html.Button:
    return html.Button(
        sign, id=identity, title=label, className="step-button", **attributes(aria_label=label)
    )
