"""The page: a masthead, and one figure below the other, or one of them alone."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from components import ids
from components.catalogue import catalogue
from components.figure import Figure
from components.figures import (
    EMBED,
    FIGURES,
    FIRST,
    THEMES,
    embedded,
    is_theme_known,
    own_parts,
    unknown_parts,
)
from components.state.query import Parts
from components.state.remarks import unknown_sentence
from components.ui.html_attributes import attributes
from components.ui.icon import icon
from components.ui.palette import place_style

TITLE = "Lockstep: adaptive learning rates, live"
DESCRIPTION = (
    "Type an error function, move a start point and the sliders, and see at once how RMSProp, "
    "AdaGrad and other optimizers travel on it."
)
HEADING = "Give every weight its own learning rate"

TOUR_ADDRESS = "tour"
"""Relative to the page, so that it keeps the deployment's prefix."""


def _run_name(place: int, name: str) -> html.B:
    return html.B(
        name, className="run-name", style=place_style(place), **attributes(data_place=place)
    )


LEAD = (
    "With one rate for both weights, ",
    _run_name(0, "gradient descent"),
    " rushes down the steep side of a bowl and crawls along its flat one. ",
    _run_name(1, "RMSProp"),
    " divides each weight’s step by the recent size of its slope, so both move in lockstep.",
)
"""Names in the colours of the default scene, where runs have these places."""

TOOLS = (
    (ids.UNDO, "undo", "Undo"),
    (ids.REDO, "redo", "Redo"),
    (ids.RESET, "reset", "Back to the first picture"),
)
EXPORT = (ids.EXPORT, "save", "Export this state")


def layout(query: Parts | None = None, mistake: str = "") -> html.Div:
    """Return the page for an address.

    Parameters
    ----------
    query : mapping of str to sequence of str, optional
        The decoded parts of the address.
    mistake : str
        Why the address could not be read, in a sentence; the page shows its default then.
    """
    query = query or {}
    alone = embedded(query)
    if query.get(EMBED) and not alone:
        keys = ", ".join([*(figure.key for figure in FIGURES), TOUR_ADDRESS])
        mistake = f"embed: There is no such figure: use {keys}."
    if not is_theme_known(query):
        mistake = f"theme: There are no such colours: use {', '.join(THEMES)}."
    said = [text for text in (mistake, unknown_sentence(unknown_parts(query))) if text]
    return html.Div(
        [
            *([] if alone else [_masthead()]),
            html.Div(
                list(map(html.P, said)),
                id=ids.NOTICE,
                className="notice",
                role="status",
                hidden=not said,
            ),
            html.Main(_figures(query)),
            html.P(id=ids.SAID, className="visually-hidden", role="status"),
            *([_whole_page()] if alone else []),
            dcc.Store(id=ids.CATALOGUE, data=catalogue()),
        ],
        className="page alone" if alone else "page",
    )


def _masthead() -> html.Header:
    return html.Header(
        [
            html.P([html.Span(className="logo"), "Lockstep"], className="brand"),
            html.H1(HEADING),
            html.P(list(LEAD), id=ids.LEAD, className="lead"),
            html.Div(
                [
                    *(_tool(*tool) for tool in TOOLS),
                    _tool(ids.SHARE, "out", "Share this state"),
                    _tool(*EXPORT),
                    _tool(ids.THEME, "theme", "Colours of the page: auto"),
                ],
                className="tools",
                role="group",
                **attributes(aria_label="This page"),
            ),
        ],
        className="masthead",
    )


def _tool(identity: str, name: str, label: str) -> html.Button:
    return html.Button(icon(name), id=identity, title=label, **attributes(aria_label=label))


def _look_closer() -> html.Nav:
    """Return the links to the tour, and to what is below the playground."""
    links = [
        (TOUR_ADDRESS, "The tour: what each rule does, step by step"),
        *((f"#{f.key}", f.name) for f in FIGURES[1:]),
    ]
    return html.Nav(
        [html.Strong("Look closer"), *(html.A(name, href=address) for address, name in links)],
        className="look-closer",
        **attributes(aria_label="Figures"),
    )


def _whole_page() -> html.Footer:
    return html.Footer(
        [
            _tool(*EXPORT),
            html.A(
                "Open the whole page", id=ids.WHOLE_PAGE, href="?", target="_blank", rel="noopener"
            ),
        ],
        className="whole-page",
    )


def _figures(query: Parts) -> list[Component]:
    """Return one figure alone, or all of them."""
    alone = embedded(query)
    if alone:
        return [_frame(alone, query)]
    first, *others = (_frame(figure, query) for figure in FIGURES)
    return [first, _look_closer(), *others]


def _frame(figure: Figure, query: Parts) -> html.Section:
    """Return a figure with its heading; what is below the first screen arrives when it is near."""
    here = figure.key == FIRST or figure is embedded(query)
    heading = f"{figure.key}-title"
    title = html.H1 if figure is embedded(query) else html.H2
    return html.Section(
        [
            html.Div(
                [title(figure.title, id=heading), *([html.P(figure.words)] * bool(figure.words))],
                className="frame-head",
            ),
            html.Div(
                figure.layout(own_parts(figure, query)) if here else _to_come(figure),
                id=ids.place(figure.key),
                className="place",
            ),
            dcc.Store(id=ids.place_asked(figure.key)),
        ],
        id=figure.key,
        className="frame",
        **attributes(aria_labelledby=heading, data_here=str(here).lower()),
    )


def _to_come(figure: Figure) -> html.P:
    return html.P("Loading figure…", className="to-come")


def shell() -> html.Div:
    """Return the layout of Dash: a place for the page, the same for every address.

    The browser puts `layout` into it, for the address that it shows.
    """
    return html.Div(html.Div(id=ids.PAGE_CONTENT), id=ids.PAGE)


def register(app: Dash) -> None:
    """Bind the page, and every figure on it, to an app: all callbacks run in the browser."""
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "loadPage"),
        Output(ids.PAGE_CONTENT, "children"),
        Input(ids.PAGE_CONTENT, "id"),
    )
    bind_in_browser(
        ClientsideFunction("lockstep", "beginPage"),
        Output(ids.CATALOGUE, "id"),
        Input(ids.CATALOGUE, "data"),
    )
    for figure in FIGURES:
        figure.register(app)
        bind_in_browser(
            ClientsideFunction("lockstep", "loadFigure"),
            Output(ids.place(figure.key), "children"),
            Input(ids.place_asked(figure.key), "data"),
            prevent_initial_call=True,
        )
