"""Marks on the surface of a stop: arrows, squares, labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.tour.measure import At, Measure


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
    """A dashed square about a point, with the half of its side: where corners of steps can lie."""

    half: Measure
    about: Literal["start", "minimum"] = "start"


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point of the surface."""

    text: str
    at: tuple[float, float]


Mark = Arrow | Square | Label
