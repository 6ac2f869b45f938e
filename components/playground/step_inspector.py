"""The step in numbers: what one step of the selected run does, and its lines for both weights."""

from __future__ import annotations

from dash import html

from components import ids
from components.state.state import State
from components.ui.html_attributes import attributes


def layout(state: State) -> html.Section:
    """Return the inspector; assets/playground/step_inspector.js fills it."""
    return html.Section(
        [
            html.Div(
                [
                    html.H2(
                        [
                            html.Span(f"Step {state.step}", id=ids.STEP_TITLE),
                            html.Span(
                                state.selected_run.rule.name,
                                id=ids.STEP_OPTIMIZER,
                                className="step-optimizer",
                            ),
                        ]
                    ),
                    html.P(id=ids.STEP_SENTENCE, className="step-sentence"),
                    html.P(id=ids.STEP_COMPARED, className="step-compared"),
                ],
                className="step-said",
            ),
            html.Div(id=ids.STEP_WORKED, className="worked"),
        ],
        id=ids.STEP_INSPECTOR,
        className="inspector",
        **attributes(aria_label="The step in numbers"),
    )
