"""What can be typed as an error function: examples that one click puts into the box."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes
from optimizers.language.vocabulary import ALIASES, FUNCTIONS

NAME = "What can I type?"

EXAMPLES = (
    "E(w1,w2) = x^2 + 3y^2",
    r"\frac{1}{2}w_1^2 + 12.5 w_2^2",
    "(1 - w1)^2 + 100 (w2 - w1^2)^2",
    "w[0]**2 + np.sin(w[1])**2",
    "sin²(x) + |y|",
    "½x² + ∛y",
    "logcosh(x) + 0.1 y^2",
    "max(|x|, 2|y|)",
    "1 - e^(-(x^2 + y^2)/20)",
    "sqrt(x^2 + 4y^2) + sin x",
)
"""Habits of lectures, notebooks and calculators, each a function worth a look."""


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
                    html.P("As in lectures, notebooks and calculators. Click one to try it:"),
                    html.Ul([html.Li(_example(text)) for text in EXAMPLES]),
                    html.P(
                        [
                            "Weights w1, w2 or x, y; constants pi, e; functions ",
                            html.Code(known),
                            ".",
                        ]
                    ),
                ],
                className="help-panel",
                role="group",
                **attributes(aria_label=NAME),
            ),
        ],
        id=prefix + ids.ERROR_FUNCTION_HELP,
        className="help",
    )


def _example(text: str) -> html.Button:
    return html.Button(text, **attributes(data_text=text))
