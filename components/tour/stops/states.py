"""States of the stops: error functions that several share, and how a query is written."""

from __future__ import annotations

from components.state.query import query_of
from optimizers.presets import PRESETS

RAVINE = "w1^2/2 + 12.5 w2^2"
RAVINE_START = "-4.5,1.2"
RAVINE_VIEW = "-5.35,1.65,-2.1,2.1"
"""The least that is seen; one scale for both axes."""

BANANA = "(1 - w1)^2 + 20 (3w2 - w1^2)^2"
NEURON = next(preset.text for preset in PRESETS if preset.key == "neuron")


def state(
    E: str,
    *runs: str,
    start: str,
    steps: int,
    view: str,
    **parts: str,
) -> str:
    """Return the query of a state, with its parts as an address has them.

    Examples
    --------
    >>> state("w1^2", "rmsprop", start="1,2", steps=5, view="0,1,0,1", step="3")
    'E=w1%5E2&start=1,2&steps=5&view=0,1,0,1&run=rmsprop&step=3'
    """
    scene = (("E", E), ("start", start), ("steps", str(steps)), ("view", view))
    return query_of((*scene, *(("run", run) for run in runs), *parts.items()))


def ravine(
    *runs: str, start: str = RAVINE_START, steps: int = 60, view: str = RAVINE_VIEW, **parts: str
) -> str:
    """Return the query of a state in the ravine."""
    return state(RAVINE, *runs, start=start, steps=steps, view=view, **parts)
