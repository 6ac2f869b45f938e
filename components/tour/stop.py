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

from components.tour.chart import Chart, Compass, Curves, Line, Response
from components.tour.control import Control
from components.tour.mark import Arrow, Label, Mark, Square
from components.tour.measure import At, Measure, Number, Say, Words

__all__ = [
    "Arrow",
    "At",
    "Chart",
    "Compass",
    "Control",
    "Curves",
    "Label",
    "Line",
    "Mark",
    "Measure",
    "Number",
    "Response",
    "Say",
    "Square",
    "Stop",
    "Words",
]
"""All that the file of a stop needs."""


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
