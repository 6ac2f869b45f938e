"""The error against the iteration, and with it what the rule remembers, such as s1 and s2."""

from __future__ import annotations

from typing import Any

from dash import html

from components import ids
from components.playground import curve_legend
from components.state.state import State
from components.ui.html_attributes import attributes
from components.ui.palette import ERROR, LEVEL, RATE, STATE
from optimizers import Rule
from optimizers import State as Memory
from optimizers.formulas.symbols import plain

SLOTS = len(STATE)
"""How many curves there are for what a rule remembers: two quantities, each for both weights."""

RATES = range(1 + SLOTS, 3 + SLOTS)
"""The traces of the effective learning rates; the one behind them is their level."""

LINES: list[dict[str, Any]] = [
    {"color": ERROR, "width": 2.2},
    *(
        {"color": colour, "width": 1.8, "dash": "dash" if k % 2 else "solid"}
        for k, colour in enumerate((*STATE, *RATE))
    ),
    {"color": LEVEL, "width": 1.4, "dash": "dot"},
]
"""How each trace is drawn."""


def layout(state: State) -> html.Section:
    """Return the curve with its switch and its readout."""
    return html.Section(
        [
            html.Div(
                [
                    html.Div(outcome(state), className="outcome-place"),
                    html.Div(
                        [
                            html.Span("E axis", id=f"{ids.CURVE_SCALE}-label"),
                            html.Button(
                                "linear", value="linear", **attributes(aria_pressed="true")
                            ),
                            html.Button("log", value="log", **attributes(aria_pressed="false")),
                        ],
                        id=ids.CURVE_SCALE,
                        className="switch",
                        role="group",
                        **attributes(aria_labelledby=f"{ids.CURVE_SCALE}-label"),
                    ),
                ],
                className="curve-head",
            ),
            curve_legend.layout(curves(state.runs[0].rule)[: RATES.stop], LINES),
            html.Div(
                [
                    html.Div(
                        id=ids.CURVE_GRAPH,
                        role="img",
                        **attributes(aria_label="E against the iteration"),
                    ),
                    html.Canvas(
                        id=ids.CURVE_CANVAS, className="live", **attributes(aria_hidden="true")
                    ),
                    html.P(id=ids.CURVE_NOTE, className="curve-note"),
                    html.Div(id=ids.CURVE_READOUT, className="readout", hidden=True),
                ],
                className="stage",
            ),
        ],
        className="curve",
        **attributes(aria_label="Error against the iteration"),
    )


def outcome(state: State) -> html.P:
    """Return what the run came to; the browser keeps the parts that move up to date."""
    run = state.runs[0]
    trajectory = state.trajectory(run)
    return html.P(
        [
            html.Strong(run.rule.name, **attributes(data_part="name")),
            html.Span(" after "),
            html.Span(f"{trajectory.w.shape[0] - 1}", **attributes(data_part="steps")),
            html.Span(" steps: E from "),
            html.Span(f"{trajectory.error[0]:.4g}", **attributes(data_part="first")),
            html.Span(" to "),
            html.Strong(f"{trajectory.error[-1]:.4g}", **attributes(data_part="last")),
            html.Span(
                trajectory.stopped or "", className="stopped", **attributes(data_part="stopped")
            ),
        ],
        id=ids.OUTCOME,
        className="outcome",
    )


def remembered(rule: Rule) -> list[str]:
    """Return the columns, such as ``s1``, of what is worth a curve of its own."""
    return [f"{s.name}{i}" for s in rule.state if s.shown for i in (1, 2)][:SLOTS]


def remembered_names(rule: Rule) -> list[str]:
    """Return their names in the legend."""
    shown: list[Memory] = [s for s in rule.state if s.shown]
    return [plain(f"{plain(s.symbol)[0]}_{i}") for s in shown for i in (1, 2)][:SLOTS]


def rate_names(rule: Rule) -> list[str]:
    """Return what the effective learning rates of both weights are, for a rule that has them."""
    return [rule.rate.name.replace("ᵢ", weight) for weight in "₁₂"] if rule.rate else []


def curves(rule: Rule) -> list[dict[str, str] | None]:
    """Return column, name and group of every trace, None for a trace that a rule has no use for.

    Trace 0 is E, then come `SLOTS` for the memory, two for the effective learning rates and one for
    the level they are compared with.
    """
    memory = [
        {"column": column, "name": name, "group": "memory"}
        for column, name in zip(remembered(rule), remembered_names(rule), strict=True)
    ]
    rates = [
        {"column": f"rate{i}", "name": name, "group": "rate"}
        for i, name in enumerate(rate_names(rule), start=1)
    ]
    level = {"column": "level", "name": "level", "group": "level"}
    unused: list[dict[str, str] | None] = [None] * (SLOTS - len(memory))
    error = {"column": "E", "name": "E", "group": "error"}
    return [error, *memory, *unused, *([*rates, level] if rates else [None] * 3)]


def rate_level(rule: Rule) -> dict[str, str | None] | None:
    """Return with which hyperparameter a rate is compared, and what holds where they agree."""
    return {"of": rule.rate.level, "mark": rule.rate.mark} if rule.rate else None
