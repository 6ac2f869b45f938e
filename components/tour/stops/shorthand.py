"""Measures that stops write often."""

from __future__ import annotations

from components.tour.stop import At, Line, Measure

CONTROL = Measure("control")


def error(run: int, t: At = -1) -> Measure:
    """Return E after t steps of a run."""
    return Measure("error", run, t)


def weight(run: int, t: At, i: int) -> Measure:
    """Return a weight after t steps of a run."""
    return Measure("weight", run, t, i)


def gradient(run: int, t: At, i: int) -> Measure:
    """Return the gradient of step t in a weight."""
    return Measure("gradient", run, t, i)


def update(run: int, t: At, i: int) -> Measure:
    """Return what step t subtracts from a weight."""
    return Measure("update", run, t, i)


def rate(run: int, t: At, i: int) -> Measure:
    """Return the rate of a weight in step t."""
    return Measure("rate", run, t, i)


def eta(run: int) -> Measure:
    """Return the learning rate of a run."""
    return Measure("setting", run, name="eta")


def constant(value: float) -> Measure:
    """Return a number that is known beforehand."""
    return Measure("constant", value=value)


def at(value: float, measure: Measure) -> Measure:
    """Return a measure where the control is at a value."""
    return Measure("at", value=value, of=(measure,))


def size(measure: Measure) -> Measure:
    """Return an absolute value."""
    return Measure("size", of=(measure,))


def quotient(above: Measure, below: Measure) -> Measure:
    """Return one measure divided by another."""
    return Measure("quotient", of=(above, below))


def difference(first: Measure, second: Measure) -> Measure:
    """Return one measure minus another."""
    return Measure("difference", of=(first, second))


def negative(measure: Measure) -> Measure:
    """Return a measure with the other sign."""
    return difference(constant(0), measure)


def both_weights(run: int, symbol: str) -> tuple[Line, Line]:
    """Return the curves of a quantity of both weights, with the quantity's symbol."""
    return Line(run, 1, f"${symbol}_1$"), Line(run, 2, f"${symbol}_2$")
