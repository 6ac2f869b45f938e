"""What can be typed as an error function: examples that one click puts into the box."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes
from optimizers.language.vocabulary import ALIASES, FUNCTIONS

NAME = "What can I type?"

EXAMPLES = (
    "3 w1^2 + 10 w2^2",
    "f(x, y) = x² + 3y²",
    "x_1^2 - x_1 x_2 + x_2^2",
    r"\frac{1}{2} w_1^2 + \cos w_2",
    "w[0]**2 + np.sin(w[1])**2",
    "sin²(x) + |y|",
    "½x² + √(1 + y²)",
    "max(|x|, 2|y|)",
    "1 - e^(-(x^2 + y^2)/20)",
    "(1 - w1)^2 + 100 (w2 - w1^2)^2",
)
"""Habits of lectures, notebooks and calculators, each a function worth a look."""

PARAMETERS = (
    "Up to four other letters, such as a in a x² + y², can be parameters, each with a slider."
)
"""What the playground takes, which has room for sliders."""


def layout(prefix: str = "") -> html.Details:
    """Return the panel, closed; it opens over what is below the box, which then does not move.

    Parameters
    ----------
    prefix : str
        Goes before every id.
    """
    known = ", ".join(sorted(name for name in FUNCTIONS if name not in ALIASES))
    return html.Details(
        [
            html.Summary("?", title=NAME, **attributes(aria_label=NAME)),
            html.Div(
                [
                    html.P("Functions as in lectures, notebooks and on calculators. Try one:"),
                    html.Ul([html.Li(html.Button(text)) for text in EXAMPLES]),
                    html.P(f"Weights w1, w2 or x, y; constants pi, e; functions {known}."),
                    *([] if prefix else [html.P(PARAMETERS)]),
                ],
                className="help-panel",
                role="group",
                **attributes(aria_label=NAME),
            ),
        ],
        id=prefix + ids.ERROR_FUNCTION_HELP,
        className="help",
    )
