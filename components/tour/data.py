"""What the browser needs of the tour: every stop and the catalogue, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from components.catalogue import catalogue
from components.surface.surface import surface_of
from components.tour.scene import Scene
from components.tour.stop import (
    Arrow,
    Compass,
    Curves,
    Label,
    Number,
    Response,
    Square,
    Stop,
    Words,
)
from components.tour.stop_state import opening, query_at, state_at
from optimizers.formulas.typeset import error_function_formula

TYPED = (Number, Words, Curves, Response, Compass, Arrow, Square, Label)
"""What stands in a list of several types, and names its own."""

ON_THE_PAGE = ("text", "short", "result")
"""Fields of a stop that the page has, or has otherwise."""

CATALOGUE = ("defaults", "limits", "kernels", "hyperparameters", "palette", "optimizers")

ASPECT = 1.45
"""Width divided by height of the stage on most windows, for the surface that is sent along."""

ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end a script element."""


def stop_data(
    stop: Stop, scene: Scene | None, titles: Sequence[str], *, has_surface: bool
) -> dict[str, Any]:
    """Return a stop as the browser gets it.

    Parameters
    ----------
    stop : Stop
        The stop.
    scene : Scene or None
        At the value of the address; None for a stop that shows another figure.
    titles : sequence of str
        Those of its charts as HTML.
    has_surface : bool
        Whether its surface is sent along: otherwise the browser requests it.
    """
    more: dict[str, Any] = {
        "state": None,
        "value": None,
        "opening": None,
        "playground": stop.query,
        "formula": "",
        "titles": [*titles],
        "resultTemplate": stop.result,
    }
    if scene is not None:
        state = state_at(stop, None)
        more |= {
            "state": state.to_json(),
            "value": scene.value,
            "opening": opening(stop),
            "playground": query_at(stop, scene.value),
            "formula": error_function_formula(state.E),
        }
        if has_surface:
            more["surface"] = _surface(stop)
    return {**_fields_of(stop), **more}


@lru_cache(maxsize=4)
def _surface(stop: Stop) -> Mapping[str, Any]:
    return surface_of(state_at(stop, None), ASPECT)


@lru_cache(maxsize=64)
def _fields_of(stop: Stop) -> Mapping[str, Any]:
    names = (f.name for f in fields(stop) if f.name not in ON_THE_PAGE)
    return {_camel(name): _plain(getattr(stop, name)) for name in names}


def script_data(stops: Sequence[Mapping[str, Any]]) -> Markup:
    """Return the content of the page's data script: safe inside HTML."""
    known = catalogue()
    data = {"stops": stops, "catalogue": {name: known[name] for name in CATALOGUE}}
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return Markup(text.translate(ESCAPED))


def _plain(value: Any) -> Any:
    """Return dataclasses as dicts in the browser's spelling, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {_camel(f.name): _plain(getattr(value, f.name)) for f in fields(value)}
        return {"type": type(value).__name__.lower()} | named if isinstance(value, TYPED) else named
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
