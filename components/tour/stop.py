"""What a stop of the tour is: plain data, which Python prints as a page and the browser draws.

A stop is a state of the playground, one control, sentences with numbers and clauses that follow the
control, and charts. `measures` computes its numbers from NumPy's runs, ``assets/tour/measures.js``
from the kernels'.

Labels that are drawn, of curves, arrows, zones, levels and points, are plain text in which a symbol
stands in dollars: ``"$w_1$"``, ``"$|g_2|$"``, ``"$η/√(1−β)$"``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

At = int | Literal["control"]
"""An iteration: counted from 0, from the end where it is negative, or what the control says."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of a stop, by the name of the function that computes it.

    Parameters
    ----------
    kind : str
        A key of `components.tour.measures.MEASURES`.
    run : int
        Place of the run.
    t : int or "control"
        The iteration.
    i : int
        The weight, 1 or 2.
    name : str
        Of a state or a hyperparameter.
    value : float
        A constant, a factor or a limit: each kind says which.
    of : tuple of Measure
        What a quotient, product or difference is made of.
    """

    kind: str
    run: int = 0
    t: At = -1
    i: int = 1
    name: str = ""
    value: float = 0.0
    of: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A measure as text, rounded to significant digits, with a unit behind it."""

    measure: Measure
    digits: int = 2
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A clause that follows a measure.

    Parameters
    ----------
    measure : Measure
        What decides.
    cases : tuple of (float, str)
        The text of the first case whose limit is greater than the measure is said.
    otherwise : str
        Said where there is none.
    missing : str
        Said where the measure is not a number, such as the step at which something never happens.

    Notes
    -----
    A text may name other parts of the sentence in braces: ``"after {steps} steps"``.
    """

    measure: Measure
    cases: tuple[tuple[float, str], ...]
    otherwise: str
    missing: str = ""


Say = Number | Words


@dataclass(frozen=True, slots=True)
class Control:
    """What a reader moves at a stop.

    Parameters
    ----------
    kind : str
        ``hyperparameter`` of the runs `runs`, ``parameter`` of E, ``turn`` (a parameter that is an
        angle in degrees; the start is turned about the origin with it), ``step`` (the iteration
        that is inspected), ``start`` (the ring on the surface) or ``guess`` (where the last step of
        the first of `runs` leads, which is not drawn before; the stop after it reveals that).
    name : str
        Of the hyperparameter or the parameter.
    label : str
        In words, for screen readers and below the axis.
    symbol : str
        As sentences write it: η, β, κ, θ, t.
    low, high : float
        Ends of its axis.
    step : float
        Between its values; on a logarithmic axis they have two digits instead.
    scale : str
        ``linear``, ``log``, or ``decay``: 1 − β on a logarithmic axis, with β = 1 as its end.
    runs : tuple of int
        The places of the runs whose hyperparameter it is.
    sweep : float, optional
        Where it sets out as the stop arrives; it ends at the value in the state.
    unit : str
        Behind its value, such as °.

    Notes
    -----
    Its value as the stop opens is that of the stop's state.
    """

    kind: Literal["hyperparameter", "parameter", "turn", "step", "start", "guess"]
    label: str
    symbol: str = ""
    name: str = ""
    low: float = 0.0
    high: float = 1.0
    step: float = 0.0
    scale: Literal["linear", "log", "decay"] = "linear"
    runs: tuple[int, ...] = (0,)
    sweep: float | None = None
    unit: str = ""


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


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow on the surface.

    Parameters
    ----------
    kind : str
        ``gradient`` (−g, scaled to be seen), ``components`` (−g₁ and −g₂, which add up to it),
        ``update`` (−v, at its true length), ``way`` (a line from w to the minimum, with the angle
        between it and −g).
    run : int
        Place of the run.
    t : int or "control"
        It begins at w(t) and is that of step t + 1.
    label : str
        In a template.
    """

    kind: Literal["gradient", "components", "update", "way"]
    run: int = 0
    t: At = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Square:
    """A dotted square about a point, with the half of its side: where corners of steps can lie."""

    half: Measure
    about: Literal["start", "minimum"] = "start"


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point of the surface."""

    text: str
    at: tuple[float, float]


Mark = Arrow | Square | Label


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the tour.

    Parameters
    ----------
    key : str
        Its anchor, and the prefix of its parts of the tour's address.
    title : str
        Its heading.
    query : str
        Its state, as every address of the playground has one.
    text : str
        HTML as a Jinja template. `components.tour.words` says what a template may call: numbers
        and clauses (``{{ say("E") }}``), the control's own number (``{{ drag() }}``), symbols and
        runs that light up in the figure (``{{ symbol("g1") }}``, ``{{ run(0) }}``), formulas.
    says : mapping of str to Number or Words
        The parts of the text that follow the control.
    result : str
        Template of one plain sentence of what is seen, with parts in braces: the surface's name
        for screen readers, and the still's.
    control : Control, optional
        What the reader moves.
    charts : tuple of Curves, Response or Compass
        At most two; a `Response` is that of the control and is kept on phones.
    marks : tuple of Arrow, Square or Label
        On the surface.
    faint : tuple of int
        Places of runs that are drawn pale.
    fits : bool
        Whether the view is widened to hold the first step.
    last : int
        Draw only the last steps of the runs, where not 0.
    is_part : bool
        Whether it continues the beat of the stop before it, without a number of its own.
    figure : str
        Key of another figure of the page, which is shown in place of the surface with `query` as
        its parts of the address; such a stop has no control, charts or says.
    short : str
        The text on narrow windows, where it is too long for them; the whole otherwise.
    """

    key: str
    title: str
    query: str
    text: str
    result: str = ""
    says: Mapping[str, Say] = field(default_factory=dict, hash=False)
    control: Control | None = None
    charts: tuple[Chart, ...] = ()
    marks: tuple[Mark, ...] = ()
    faint: tuple[int, ...] = ()
    fits: bool = False
    last: int = 0
    is_part: bool = False
    figure: str = ""
    short: str = ""
