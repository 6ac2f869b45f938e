"""Marks of a still: arrows, the way to the minimum with its angle, squares and labels."""

from __future__ import annotations

import math

from markupsafe import escape

from components.state.state import View
from components.tour.measures import measured
from components.tour.scene import Point, Scene
from components.tour.sentences import number_text
from components.tour.still_ground import HEIGHT, WIDTH, to_picture
from components.tour.stop import Arrow, Label, Mark, Measure, Square
from optimizers.formulas.symbols import plain

SHARE = 0.3
"""Of the still's height: the length of a gradient."""

AWAY = 18
"""How far a label is from its point, to the right and up."""

HEAD, HALF = 26, 10
"""Length and half the width of an arrow's head."""

Place = tuple[float, float]


def mark(found: Mark, scene: Scene, view: View, *, arrows: bool) -> str:
    """Return a mark as SVG: above the runs where it is an arrow, else below."""
    if isinstance(found, Arrow):
        if arrows == (found.kind != "way"):
            return _arrow(found, scene, view)
        return ""
    if arrows:
        return ""
    return _square(found, scene, view) if isinstance(found, Square) else _label(found, view)


def _label(found: Label, view: View) -> str:
    x, y = to_picture(view, *found.at)
    return f'<text class="label" x="{x + AWAY}" y="{y - AWAY}">{_plain(found.text)}</text>'


def _plain(text: str) -> str:
    """Return a label with its symbols as running text: ``$w_1$`` is w₁."""
    parts = text.split("$")
    return escape("".join(plain(part) if k % 2 else part for k, part in enumerate(parts)))


def _square(found: Square, scene: Scene, view: View) -> str:
    half = measured(found.half, scene)
    about = scene.state.start if found.about == "start" else scene.minimum
    if about is None or not math.isfinite(half):
        return ""
    left, top = to_picture(view, about[0] - half, about[1] + half)
    right, bottom = to_picture(view, about[0] + half, about[1] - half)
    size = f'width="{right - left}" height="{bottom - top}"'
    return f'<rect class="square" x="{left}" y="{top}" {size}/>'


def _arrow(found: Arrow, scene: Scene, view: View) -> str:
    run, row = scene.trajectories[found.run], scene.row(found.t)
    if row >= len(run.w):
        return ""
    w = (float(run.w[row, 0]), float(run.w[row, 1]))
    if found.kind == "way":
        return _way(scene, w, Measure("aim", found.run, found.t), view)
    if found.kind == "update":
        if row >= len(run.update):
            return ""
        end = (w[0] - float(run.update[row, 0]), w[1] - float(run.update[row, 1]))
        return _drawn(w, end, f"run-{found.run}", view)
    _, g1, g2 = scene.state.E.evaluate(*w)
    length = math.hypot(g1, g2)
    if not 0 < length < math.inf:
        return ""
    scale = SHARE * (view[3] - view[2]) / length
    corner, end = (w[0], w[1] - scale * g2), (w[0] - scale * g1, w[1] - scale * g2)
    if found.kind == "gradient":
        return _drawn(w, end, "gradient", view)
    return _drawn(w, corner, "weight-2", view) + _drawn(corner, end, "weight-1", view)


def _way(scene: Scene, w: Point, aim: Measure, view: View) -> str:
    if scene.minimum is None:
        return ""
    (x, y), (end_x, end_y) = to_picture(view, *w), to_picture(view, *scene.minimum)
    angle = number_text(measured(aim, scene), 3)
    text = f'<text class="label" x="{x + AWAY}" y="{y - AWAY}">{angle}°</text>'
    return f'<path class="way" d="M{x} {y}L{end_x} {end_y}"/>{text if angle != "–" else ""}'


def _drawn(start: Place, end: Place, name: str, view: View) -> str:
    (x, y), (to_x, to_y) = to_picture(view, *start), to_picture(view, *end)
    length = math.hypot(to_x - x, to_y - y)
    if not 1 <= length < 20 * max(WIDTH, HEIGHT):
        return ""
    along, across = (to_x - x) / length, (to_y - y) / length
    head = min(HEAD, length)
    neck = (to_x - head * along, to_y - head * across)
    sides = (
        (neck[0] - HALF * across, neck[1] + HALF * along),
        (neck[0] + HALF * across, neck[1] - HALF * along),
    )
    corners = "".join(f"L{round(a)} {round(b)}" for a, b in sides)
    return (
        f'<path class="shaft {name}" d="M{x} {y}L{round(neck[0])} {round(neck[1])}"/>'
        f'<path class="head {name}" d="M{to_x} {to_y}{corners}z"/>'
    )
