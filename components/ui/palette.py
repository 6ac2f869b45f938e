"""The colours of data: few, distinct for colour-blind readers, the same in every figure."""

from __future__ import annotations

from typing import Any

from components.ui import ground, oklab

BINS = 16
"""A trajectory is drawn as so many lines, from dark to bright."""

RUNS = {
    "light": (
        ("#1f68de", "#00338a", "#307dfc"),
        ("#c04300", "#741400", "#dc561c"),
        ("#1f6c59", "#003528", "#32816d"),
        ("#b14f9f", "#6c235f", "#cb62b7"),
        ("#3d1054", "#230234", "#51236b"),
        ("#5c4400", "#261500", "#715716"),
    ),
    "dark": (
        ("#6ea4fe", "#4275cb", "#85b8ff"),
        ("#f9852a", "#c15100", "#ff9c51"),
        ("#a6fad0", "#6fc29a", "#b6ffdb"),
        ("#d79abb", "#a06787", "#e8afcd"),
        ("#c6c6f1", "#9191b9", "#dadaff"),
        ("#f6f08a", "#bfb852", "#f9f497"),
    ),
}
"""The runs by their place: the colour of one, and the first and the last colour of its trajectory.
Blue and orange are the two schemes of figure 1 too."""

GRID_LINE = "rgba(128, 136, 144, 0.22)"


def place_style(place: int) -> dict[str, str]:
    """Return the colour of a run's place on both papers, for elements with ``data-place``."""
    return {f"--{theme}": runs[place][0] for theme, runs in RUNS.items()}


def palette(theme: str) -> dict[str, Any]:
    """Return the colours that the browser draws with, for ``"light"`` or ``"dark"``."""
    return {
        "runs": [
            {"colour": colour, "bins": oklab.ramp(first, last, BINS)}
            for colour, first, last in RUNS[theme]
        ],
        "ground": ground.colours(theme),
        "grid": GRID_LINE,
    }
