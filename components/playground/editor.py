"""The editor: optimizer, rule and hyperparameters of the selected run."""

from __future__ import annotations

from dash import html

from components import ids
from components.state.state import State
from components.ui import optimizer_controls
from components.ui.html_attributes import attributes


def layout(state: State) -> html.Section:
    """Return the editor in the state of the selected run."""
    run = state.selected_run
    picker, *controls = optimizer_controls.choice(run, "Optimizer of the selected run")
    return html.Section(
        [
            html.Div([picker, *optimizer_controls.sources(run)], className="editor-head"),
            optimizer_controls.rules(run),
            html.Div(controls, className="hyperparameter-list"),
        ],
        id=ids.EDITOR,
        className="editor",
        **attributes(aria_label="The selected run"),
    )
