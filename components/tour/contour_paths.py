"""Contours as closed paths: the ground of a still, in whole units of its picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Path = list[tuple[int, int]]
Edge = tuple[int, int, int, int]
"""A side of a cell: row and column of both ends."""

NEIGHBOURS = ((0, 0, 0, 1), (0, 1, 1, 1), (1, 1, 1, 0), (1, 0, 0, 0))
"""The sides of a cell by the corners at their ends, around it: row and column, twice."""


def loops(height: Floats, level: float, across: Floats, up: Floats) -> list[Path]:
    """Return the closed lines around all that lies below a level.

    Parameters
    ----------
    height : ndarray, shape (rows, columns)
        Values on a grid; what is not finite lies above. So does all outside, where loops close.
    level : float
        The level.
    across, up : ndarray
        The grid's coordinates in units of the picture.
    """
    high = 2 * abs(level) + 1e3
    grid = np.pad(np.where(np.isfinite(height), height, high), 1, constant_values=high)
    across, up = _beyond(across), _beyond(up)
    following: dict[Edge, Edge] = {}
    below = grid < level
    corners = below[:-1, :-1] * 1 + below[:-1, 1:] + below[1:, 1:] + below[1:, :-1]
    for row, column in np.argwhere((corners > 0) & (corners < 4)).tolist():
        following |= _cell(below, row, column)
    found = []
    while following:
        edge, loop = next(iter(following)), []
        while edge in following:
            loop.append(_crossing(grid, level, across, up, edge))
            edge = following.pop(edge)
        found.append(loop)
    return found


def _beyond(places: Floats) -> Floats:
    """Return coordinates with one more at either end."""
    return np.concatenate(
        [[2 * places[0] - places[1]], places, [2 * places[-1] - places[-2]]],
    )


def _cell(below: NDArray[np.bool_], row: int, column: int) -> dict[Edge, Edge]:
    """Return from which side of a cell a line leads to which, with what is below on its left."""
    sides = [(row + a, column + b, row + c, column + d) for a, b, c, d in NEIGHBOURS]
    into = [k for k, (a, b, c, d) in enumerate(sides) if not below[a, b] and below[c, d]]
    out = [k for k, (a, b, c, d) in enumerate(sides) if below[a, b] and not below[c, d]]
    # Of two lines each cuts off a corner that lies below.
    return {_edge(sides[k]): _edge(sides[min(out, key=lambda o: (o - k) % 4)]) for k in into}


def _edge(side: Edge) -> Edge:
    """Return a side as both of its cells name it."""
    first, second = sorted([side[:2], side[2:]])
    return (*first, *second)


def _crossing(
    grid: Floats, level: float, across: Floats, up: Floats, edge: Edge
) -> tuple[int, int]:
    a, b, c, d = edge
    share = (level - grid[a, b]) / (grid[c, d] - grid[a, b])
    x = across[b] + share * (across[d] - across[b])
    y = up[a] + share * (up[c] - up[a])
    return round(float(x)), round(float(y))


def simplified(path: Path, tolerance: float = 1.0) -> Path:
    """Return a path without the points that lie nearly on a line (Douglas and Peucker 1973)."""
    if len(path) < 3:
        return path
    points = np.array(path, dtype=float)
    kept = np.zeros(len(path), dtype=bool)
    kept[[0, -1]] = True
    waiting = [(0, len(path) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        way, inner = points[last] - points[first], points[first + 1 : last] - points[first]
        length = float(np.hypot(*way))
        off = (
            np.abs(inner[:, 0] * way[1] - inner[:, 1] * way[0]) / length
            if length
            else np.hypot(*inner.T)
        )
        if off.max() > tolerance:
            middle = first + 1 + int(off.argmax())
            kept[middle] = True
            waiting += [(first, middle), (middle, last)]
    return [point for point, keep in zip(path, kept, strict=True) if keep]


def path_data(path: Path, *, closed: bool = False) -> str:
    """Return a path as the attribute ``d`` has it; the points after the first are relative."""
    (x, y), *rest = path
    numbers = []
    for next_x, next_y in rest:
        numbers += [next_x - x, next_y - y]
        x, y = next_x, next_y
    moves = "l" + " ".join(map(str, numbers)) if numbers else ""
    return f"M{path[0][0]} {path[0][1]}{moves}{'z' * closed}".replace(" -", "-")
