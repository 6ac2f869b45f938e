"""Measures of a stop, and how sentences say them: plain data.

`components.tour.measures` computes them from NumPy's runs, ``assets/tour/measures.js`` from the
kernels'.
"""

from __future__ import annotations

from dataclasses import dataclass
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
