"""The stops of Lockstep's own tour, in their order."""

from __future__ import annotations

from components.tour.stop import Stop
from components.tour.stops.ravine import RAVINE

STOPS: tuple[Stop, ...] = (RAVINE,)
