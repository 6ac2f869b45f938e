"""A tour: a list of stops as a page; Lockstep's own, and any that a teacher writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from components.state.query import Parts
from components.tour.page import Files, render
from components.tour.stop import Stop
from components.tour.stops import STOPS

KEY = re.compile("[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Tour:
    """A tour, made by `create_tour`.

    Parameters
    ----------
    stops : tuple of Stop
        In their order.
    title, lede : str
        Its heading, and a sentence below that.
    """

    stops: tuple[Stop, ...]
    title: str
    lede: str

    def page(self, query: Parts, mistake: str, files: Files) -> str:
        """Return the page for an address.

        Parameters
        ----------
        query : mapping of str to sequence of str
            The decoded parts of the address.
        mistake : str
            Why the address could not be read, in a sentence, or an empty text.
        files : Files
            What the page loads.
        """
        return render(self.title, self.lede, self.stops, query, mistake, files)


def create_tour(stops: Sequence[Stop], *, title: str, lede: str = "") -> Tour:
    """Return a tour of some stops.

    Raises
    ------
    ValueError
        If a stop's key is no anchor or occurs twice, or the first stop is a part of another.
    """
    for key, count in Counter(stop.key for stop in stops).items():
        if count > 1:
            raise ValueError(f"Two stops have the key {key!r}.")
        if not KEY.fullmatch(key):
            raise ValueError(f"The key {key!r} must have small letters, digits and hyphens alone.")
    if not stops or stops[0].is_part:
        raise ValueError("A tour begins with a stop that is no part of another.")
    return Tour(tuple(stops), title, lede)


TOUR = create_tour(
    STOPS,
    title="A learning rate for each weight",
    lede="Why gradient descent is slow in a ravine, and what AdaGrad, RMSProp and Adam change.",
)
"""Lockstep's own."""
