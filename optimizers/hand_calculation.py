"""Tables of a hand calculation: t, w, E, the gradient, the state and v of a run, step by step."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from optimizers.descent import Trajectory
from optimizers.errors import LockstepError
from optimizers.formulas.symbols import plain
from optimizers.rule import Rule

Row = list[float | None]

_LATEX = {"η": r"\eta", "Δ": r"\Delta", "∗": r"\ast", "α": r"\alpha", "β": r"\beta"}


def steps_table(form: str, rule: Rule, trajectory: Trajectory, steps: int | None = None) -> str:
    """Return the steps of a run as a table, as it is calculated by hand.

    Row t = 0 is the start; gradient, state and v of row t are those of the step that led to it.

    Parameters
    ----------
    form : str
        ``"md"`` for Markdown or ``"tex"`` for LaTeX, both to six significant digits; ``"csv"`` in
        full precision, with the names of ``/trajectory.csv``.
    rule : Rule
        The rule that ran.
    trajectory : Trajectory
        From `descend`.
    steps : int, optional
        The number of steps; all, unless given.

    Raises
    ------
    LockstepError
        If there is no such form.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> bowl, rule = ErrorFunction.parse("3 w1^2 + 10 w2^2"), OPTIMIZERS["rmsprop"]
    >>> print(steps_table("md", rule, descend(bowl, rule, (-15, 20), 100), steps=1))
    | t | w₁ | w₂ | E | ∂E/∂w₁ | ∂E/∂w₂ | s₁ | s₂ | v₁ | v₂ |
    |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
    | 0 | -15 | 20 | 4675 |  |  | 0 | 0 |  |  |
    | 1 | -14.8419 | 19.8419 | 4597.85 | -90 | 400 | 810 | 16000 | -0.158114 | 0.158114 |
    <BLANKLINE>
    """
    if form not in FORMS:
        raise LockstepError(f"There is no table {form[:40]!r}: use {', '.join(FORMS)}.")
    count = len(trajectory.error) if steps is None else min(steps + 1, len(trajectory.error))
    return FORMS[form](rule, [_row(trajectory, t) for t in range(count)])


def _row(run: Trajectory, t: int) -> Row:
    none: Row = [None, None]
    gradient = run.gradient[t - 1].tolist() if t else none
    update = run.update[t - 1].tolist() if t else none
    state = [value for values in run.state.values() for value in values[t].tolist()]
    return [t, *run.w[t].tolist(), float(run.error[t]), *gradient, *state, *update]


def _markdown(rule: Rule, rows: Iterable[Row]) -> str:
    slopes = [f"∂E/∂w{i}" for i in "₁₂"]
    states = [f"{plain(s.symbol.removesuffix('_i'))}{i}" for s in rule.state for i in "₁₂"]
    heads = ["t", "w₁", "w₂", "E", *slopes, *states, "v₁", "v₂"]
    lines = [heads, *([_short(value) for value in row] for row in rows)]
    first, *others = (f"| {' | '.join(line)} |\n" for line in lines)
    return "".join([first, f"|{'--:|' * len(heads)}\n", *others])


def _latex(rule: Rule, rows: Iterable[Row]) -> str:
    slopes = [rf"\partial E/\partial w_{i}" for i in (1, 2)]
    states = [f"{_latex_symbol(s.symbol)}_{i}" for s in rule.state for i in (1, 2)]
    heads = ["t", "w_1", "w_2", "E", *slopes, *states, "v_1", "v_2"]
    lines = [heads, *([_latex_number(value) for value in row] for row in rows)]
    first, *others = (
        f"  {' & '.join(f'${cell}$' if cell else '' for cell in line)} \\\\\n" for line in lines
    )
    begin, end = f"\\begin{{tabular}}{{{'r' * len(heads)}}}\n", "\\end{tabular}\n"
    return "".join([begin, first, "  \\hline\n", *others, end])


def _csv(rule: Rule, rows: Iterable[Row]) -> str:
    states = [f"{s.name}{i}" for s in rule.state for i in (1, 2)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["t", "w1", "w2", "E", "g1", "g2", *states, "v1", "v2"])
    writer.writerows(rows)
    return text.getvalue()


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _latex_number(value: float | None) -> str:
    if value is not None and not math.isfinite(value):
        return r"\mbox{--}"
    digits, _, exponent = _short(value).partition("e")
    return rf"{digits} \cdot 10^{{{int(exponent)}}}" if exponent else digits


def _latex_symbol(symbol: str) -> str:
    letter, _, raised = symbol.removesuffix("_i").partition("^")
    spelled = [_LATEX.get(part, part) for part in (letter, raised)]
    return f"{spelled[0]}^{{{spelled[1]}}}" if raised else spelled[0]


FORMS: Mapping[str, Callable[[Rule, Iterable[Row]], str]] = MappingProxyType(
    {"md": _markdown, "tex": _latex, "csv": _csv}
)
"""The forms of a table, by the ending of its file."""
