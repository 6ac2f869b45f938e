"""The region of the plane whose contours are computed for a view.

Both axes have the same scale in every picture. So a view in an address says what has to be seen,
and a stage shows it widened to its own shape; the contours fill that, and a little more for small
moves.
"""

from __future__ import annotations

from components.state.address_error import AddressError
from components.state.query import Parts
from components.state.state import View
from optimizers.numbers import decimal_number

ASPECT = "aspect"
"""The part of a request that has the stage's width divided by its height; 1 without it."""

MOST_ASPECT = 8.0

ROOM = 1.12
"""The region in multiples of what is seen. Stages that are nearly square need no second request
after the layout, which does not know them."""


def aspect_of(parts: Parts) -> float:
    """Return the stage's width divided by its height.

    Raises
    ------
    AddressError
        If it is no such number.
    """
    texts = parts.get(ASPECT)
    if not texts:
        return 1.0
    aspect = decimal_number(texts[0])
    if not 1 / MOST_ASPECT <= aspect <= MOST_ASPECT:
        raise AddressError(ASPECT, f"Give a number from {1 / MOST_ASPECT:g} to {MOST_ASPECT:g}.")
    return aspect


def widened(view: View, aspect: float, room: float = 1.0) -> View:
    """Return the smallest part of the plane of a shape that shows a view around its centre.

    Parameters
    ----------
    view : tuple of four floats
        What has to be seen.
    aspect : float
        Width divided by height of the result.
    room : float
        How many times as large it is.
    """
    left, right, bottom, top = view
    across, up = (left + right) / 2, (bottom + top) / 2
    half = max((right - left) / aspect, top - bottom) * room / 2
    return (across - half * aspect, across + half * aspect, up - half, up + half)


def region(view: View, aspect: float = 1.0) -> View:
    """Return the region whose contours are computed for a view on a stage of a shape."""
    return widened(view, aspect, ROOM)
