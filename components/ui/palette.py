"""The colours of data: few, distinct for colour-blind readers, the same in every figure."""

from __future__ import annotations

BINS = 16
"""A trajectory is drawn as so many lines, from dark to bright."""

RUN = {"light": ((10, 38, 110), (36, 140, 255)), "dark": ((62, 108, 214), (170, 224, 255))}
"""The first and the last colour of a trajectory on light and on dark paper."""

TWO = {"light": ("#1a62c4", "#bb4d00"), "dark": ("#74b2ff", "#ffa04d")}
"""The two schemes of figure 1: blue for the classical one, orange for the adaptive one."""

SURFACE = ((0.0, "#fbfaf7"), (0.5, "#e9ebea"), (1.0, "#cdd3d6"))
"""The surface from low to high E: quiet, so that trajectories stand out."""

CONTOUR_LINE = "rgba(30, 46, 62, 0.56)"
"""Thin, and transparent so that it stands out from low and high ground alike: as 3 to 1, and little
more, which leaves the trajectory its place. assets/style.css has what dark paper needs of it."""
ERROR = "#2472d8"
STATE = ("#c8641b", "#8a5cc2", "#1d8a73", "#b3467f")
"""The curves of a rule's memory."""
RATE = ("#7433ff", "#8c6038")
"""The curves of the effective learning rates, which take the axis of the memory's curves."""

LEVEL = "#7b858e"

INK = "#42474d"
GRID_LINE = "rgba(128, 136, 144, 0.22)"


def ramp(theme: str) -> list[str]:
    """Return the colours of a trajectory's lines, from the first iterations to the last."""
    first, last = RUN[theme]
    return [
        "rgb({}, {}, {})".format(
            *(round(a + (b - a) * k / (BINS - 1)) for a, b in zip(first, last, strict=True))
        )
        for k in range(BINS)
    ]


def palette(theme: str) -> dict[str, object]:
    """Return the colours that the browser draws with, for ``"light"`` or ``"dark"``."""
    return {
        "ramp": ramp(theme),
        "two": TWO[theme],
        "surface": SURFACE,
        "contourLine": CONTOUR_LINE,
        "error": ERROR,
        "state": STATE,
        "rate": RATE,
        "level": LEVEL,
        "grid": GRID_LINE,
        "ink": INK,
    }
