"""The page: a masthead, a notice where the address was mistaken, and the figures."""

from __future__ import annotations

from dash import html
from flask import has_request_context, request

from . import ids, playground
from .address import read_address

TITLE = "Lockstep: adaptive learning rates, live"
DESCRIPTION = (
    "Type an error function, move a start point and the sliders, and see at once how RMSProp, "
    "AdaGrad and other optimizers travel on it."
)


def layout() -> html.Div:
    """Return the page for the address that the browser asks for."""
    query = request.args.to_dict(flat=False) if has_request_context() else {}
    state, errors = read_address(query)
    notice = [html.P(f"{error} The page shows its default instead.") for error in errors]
    return html.Div(
        [
            html.Header(
                [
                    html.H1("Lockstep"),
                    html.P("Adaptive learning rates: one surface, one start, every step in sight."),
                ],
                className="masthead",
            ),
            html.Div(notice, id=ids.NOTICE, className="notice", role="status", hidden=not notice),
            playground.layout(state),
        ],
        className="page",
    )
