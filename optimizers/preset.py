"""A preset: a named error function with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Preset:
    """A named error function.

    Parameters
    ----------
    key, name : str
        Short name and display name.
    text : str
        The formula, as it would be typed.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2.
    start : tuple of two floats
        The start point w(0).
    minima : tuple of points
        The known minima.
    runs : tuple of str
        The optimizers that are compared on it, as an address has them: one that arrives beside one
        that does not, or that arrives otherwise.
    steps : int
        How many steps they take.
    look : str
        What to look for, in one or two sentences.
    """

    key: str
    name: str
    text: str
    view: tuple[float, float, float, float]
    start: Point
    minima: tuple[Point, ...]
    runs: tuple[str, ...]
    steps: int
    look: str
