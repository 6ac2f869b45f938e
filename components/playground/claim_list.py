"""The list of the article's claims; a button sets the playground to a state that shows one."""

from __future__ import annotations

from dash import html

from components import ids
from components.playground.claims import CLAIMS, Claim
from components.ui.html_attributes import attributes

NAME = "What to see"


def layout() -> html.Section:
    """Return the list; a button sets the playground, which is above it."""
    heading = f"{ids.CLAIMS}-title"
    return html.Section(
        [
            html.Div(
                [
                    html.H2("What the article says, and where to see it", id=heading),
                    html.P("Each button sets the playground so that the claim is plain to see."),
                ],
                className="frame-head",
            ),
            html.Ol([_card(claim) for claim in CLAIMS], className="claims"),
        ],
        id=ids.CLAIMS,
        className="frame",
        **attributes(aria_labelledby=heading),
    )


def _card(claim: Claim) -> html.Li:
    return html.Li(
        [
            html.H3(claim.claim),
            html.P(claim.words),
            html.Div(
                [
                    html.Button(show.label, value=str(k), **attributes(data_claim=claim.key))
                    for k, show in enumerate(claim.shows)
                ],
                className="shows",
                role="group",
                **attributes(aria_label=f"Show: {claim.claim}"),
            ),
        ]
    )
