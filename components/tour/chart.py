"""Charts of a stop: curves against the iteration, responses to the control, a compass of steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.tour.measure import Measure


@dataclass(frozen=True, slots=True)
class Line:
    """One curve of a chart against the iteration: a quantity of a run, of one weight if it has two.

    `label` stands beside the curve; `faint` draws it pale, for comparison.
    """

    run: int = 0
    i: int = 0
    label: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """A chart of a quantity against the iteration.

    Parameters
    ----------
    title : str
        Template, see `Stop.text`.
    quantity : str
        ``error``, ``weight``, ``gradient``, ``update``, ``rate``, or the name of a state (``s``).
    lines : tuple of Line
        Its curves; those of weight 2 are dashed.
    axis : str
        ``log`` (of the size) or ``linear``.
    last : int
        Only the last iterations, where not 0.
    level : Measure, optional
        A horizontal line with `level_label`.
    """

    title: str
    quantity: str
    lines: tuple[Line, ...]
    axis: Literal["log", "linear"] = "log"
    last: int = 0
    level: Measure | None = None
    level_label: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A chart of measures against every setting of the control, which lies on its axis.

    Parameters
    ----------
    title : str
        Template.
    measures : tuple of (Measure, str)
        Each with the label of its curve; its colour is that of the run, or of the weight where
        `by_weight`.
    axis : str
        ``log`` or ``linear``.
    ticks : tuple of float
        Of the control's axis; chosen where there are none.
    zones : tuple of (float, float, str)
        Ranges of the control that are shaded, with their words.
    samples : int
        How many settings are computed.
    by_weight : bool
        Whether colours are those of weights.
    unit : str
        Of the measures.
    """

    title: str
    measures: tuple[tuple[Measure, str], ...]
    axis: Literal["log", "linear"] = "log"
    ticks: tuple[float, ...] = ()
    zones: tuple[tuple[float, float, str], ...] = ()
    samples: int = 120
    by_weight: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Compass:
    """A chart of the directions of runs' steps, all from one point, with the eight of a compass."""

    title: str
    runs: tuple[int, ...] = (0,)


Chart = Curves | Response | Compass
