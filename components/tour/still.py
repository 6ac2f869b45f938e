"""Stills: a stop's surface with runs and marks as SVG, for readers without scripts and on paper.

Colours are those of classes in assets/tour/still.css: a strict policy allows no style attribute.
"""

from __future__ import annotations

from collections.abc import MutableMapping

import numpy as np
from markupsafe import Markup, escape

from components.state.state import View
from components.surface.levels import nice
from components.tour.contour_paths import path_data, simplified
from components.tour.scene import Scene
from components.tour.sentences import spoken_result
from components.tour.still_ground import HEIGHT, WIDTH, ground, seen, to_picture
from components.tour.still_marks import mark
from optimizers import Trajectory

MOST_DOTS = 80
"""A run of more steps has no dots, and a path without the points that lie nearly on a line."""

FAR = 30 * WIDTH
"""Where a run that leaves the picture is cut off."""

FITTING_ROOM = 0.08
FONT = 34
TICKS = 6

Grounds = MutableMapping[str, str]
"""The ids of grounds that stand on the page already: each is written once and then used again."""


def still(scene: Scene, grounds: Grounds) -> Markup:
    """Return the still of a scene.

    Parameters
    ----------
    scene : Scene
        What is shown.
    grounds : mutable mapping of str to str
        Those of the page; a new one is added.
    """
    view = seen(view_of(scene))
    parts = [
        f'<rect class="high" width="{WIDTH}" height="{HEIGHT}"/>',
        _ground(scene, view, grounds),
        *_axes(view),
        *(mark(one, scene, view, arrows=False) for one in scene.stop.marks),
        *(_run(place, scene, view) for place in _order(scene)),
        *(mark(one, scene, view, arrows=True) for one in scene.stop.marks),
        *_points(scene, view),
        *_names(scene),
    ]
    name = escape(spoken_result(scene))
    return Markup(
        f'<svg role="img" aria-label="{name}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-size="{FONT}">{"".join(parts)}</svg>'
    )


def view_of(scene: Scene) -> View:
    """Return what has to be seen: the view, widened to hold the first step where a stop asks so."""
    left, right, bottom, top = scene.state.view
    if not scene.stop.fits:
        return left, right, bottom, top
    first = np.array([run.w[1] for run in scene.trajectories if len(run.w) > 1]).reshape(-1, 2)
    low = np.min(first, axis=0, initial=np.inf)
    high = np.max(first, axis=0, initial=-np.inf)
    ends = (min(left, low[0]), max(right, high[0]), min(bottom, low[1]), max(top, high[1]))
    room = FITTING_ROOM * max(ends[1] - ends[0], ends[3] - ends[2])
    return (
        float(ends[0] - room * (ends[0] < left)),
        float(ends[1] + room * (ends[1] > right)),
        float(ends[2] - room * (ends[2] < bottom)),
        float(ends[3] + room * (ends[3] > top)),
    )


def _ground(scene: Scene, view: View, grounds: Grounds) -> str:
    # The class stands outside what is used again: a style sheet's selectors do not reach inside.
    paths = ground(scene.state.E, view)
    if (known := grounds.get(paths)) is not None:
        return f'<use class="low" href="#{known}"/>'
    grounds[paths] = f"ground-{len(grounds) + 1}"
    return f'<g class="low"><g id="{grounds[paths]}">{paths}</g></g>'


def _axes(view: View) -> list[str]:
    left, right, bottom, top = view
    step = nice((right - left) / TICKS)
    parts = []
    for low, high, is_across in ((left, right, True), (bottom, top, False)):
        for k in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1):
            value = float(f"{k * step:.12g}")
            x, y = to_picture(view, value, value)
            text = f"{value:g}".replace("-", "−")
            place = f'x="{x}" y="{HEIGHT - 14}"' if is_across else f'x="14" y="{y + 10}"'
            # Not where the axes' names stand.
            if 60 < (x if is_across else y) < (WIDTH - 90 if is_across else HEIGHT - 60):
                anchor = ' text-anchor="middle"' if is_across else ""
                parts.append(f'<text class="tick" {place}{anchor}>{text}</text>')
    name = '<text class="axis weight-{}" x="{}" y="{}">w<tspan dy="8">{}</tspan></text>'
    return [*parts, name.format(1, WIDTH - 60, HEIGHT - 16, "₁"), name.format(2, 14, 40, "₂")]


def _order(scene: Scene) -> list[int]:
    """Return the places of the runs, pale ones first, the others above them."""
    places = [k for k, run in enumerate(scene.state.runs) if not run.hidden]
    return sorted(places, key=lambda place: place not in scene.stop.faint)


def drawn_rows(scene: Scene, place: int) -> tuple[int, int]:
    """Return the first row of a run that is drawn, and the one behind the last.

    The last step of a run whose reader guesses it is not drawn.
    """
    run, control = scene.trajectories[place], scene.stop.control
    end = len(run.w)
    if control is not None and control.kind == "guess" and place == control.runs[0]:
        end = min(end, scene.state.steps)
    return (max(0, end - 1 - scene.stop.last) if scene.stop.last else 0), end


def _places(run: Trajectory, rows: tuple[int, int], view: View) -> list[tuple[int, int]]:
    found = []
    for w1, w2 in run.w[slice(*rows)].tolist():
        if not (abs(w1) < 1e12 and abs(w2) < 1e12):
            break
        x, y = to_picture(view, w1, w2)
        found.append((max(-FAR, min(FAR, x)), max(-FAR, min(FAR, y))))
        if max(abs(x), abs(y)) > FAR:
            break
    return found


def _run(place: int, scene: Scene, view: View) -> str:
    found = _places(scene.trajectories[place], drawn_rows(scene, place), view)
    if not found:
        return ""
    classes = f"run run-{place}" + " faint" * (place in scene.stop.faint)
    if len(found) > MOST_DOTS:
        return f'<path class="{classes}" d="{path_data(simplified(found, 1.0))}"/>'
    dots = "".join(f"M{x} {y}h0" for x, y in found if 0 <= x <= WIDTH and 0 <= y <= HEIGHT)
    return (
        f'<path class="{classes}" d="{path_data(found)}"/><path class="dots {classes}" d="{dots}"/>'
    )


def _points(scene: Scene, view: View) -> list[str]:
    """Return the minimum, the start and the point that is inspected."""
    parts = []
    if scene.minimum is not None:
        x, y = to_picture(view, *scene.minimum)
        parts.append(f'<path class="minimum" d="M{x - 12} {y}h24M{x} {y - 12}v24"/>')
    if not scene.stop.last:
        x, y = to_picture(view, *scene.state.start)
        parts.append(f'<circle class="start" cx="{x}" cy="{y}" r="13"/>')
    control = scene.stop.control
    if control is not None and control.kind == "step":
        for place in _order(scene):
            run, row = scene.trajectories[place], scene.row("control")
            if place in scene.stop.faint:
                continue
            if row < len(run.w):
                x, y = to_picture(view, *run.w[row].tolist())
                parts.append(f'<circle class="inspected" cx="{x}" cy="{y}" r="15"/>')
    return parts


def _names(scene: Scene) -> list[str]:
    """Return the names of the runs, below each other."""
    return [
        f'<text class="name run-{place}" x="{WIDTH - 24}" y="{46 + 40 * k}" text-anchor="end">'
        f"{escape(scene.state.runs[place].rule.name)}</text>"
        for k, place in enumerate(sorted(_order(scene)))
    ]
