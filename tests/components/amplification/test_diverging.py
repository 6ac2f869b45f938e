"""The colours around zero: symmetric in lightness, and told apart without red and green."""

from itertools import pairwise

import pytest

from components.amplification.diverging import ARMS, STOPS, diverging

# Viénot, Brettel and Mollon 1999: linear sRGB as a reader without the red cones sees it.
PROTANOPE = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))


def linear(colour: str) -> list[float]:
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lightness(colour: str) -> float:
    """Return the L of OKLab."""
    r, g, b = linear(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return float(0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short)


@pytest.mark.parametrize("theme", ARMS)
def test_both_arms_are_equally_light_and_change_evenly(theme: str) -> None:
    found = [lightness(colour) for colour in diverging(theme)]
    assert len(found) == STOPS
    for below, above in zip(found, reversed(found), strict=True):
        assert below == pytest.approx(above, abs=0.012)
    steps = [b - a for a, b in pairwise(found)][: STOPS // 2]
    assert min(steps) * max(steps) > 0, "from the end to zero it only gets lighter, or darker"
    assert max(map(abs, steps)) < 1.5 * min(map(abs, steps))


@pytest.mark.parametrize("theme", ARMS)
def test_the_ends_are_blue_and_red_also_to_who_has_no_red_cones(theme: str) -> None:
    below, zero, above = (diverging(theme)[k] for k in (0, STOPS // 2, -1))
    for colour, strongest in ((below, 2), (above, 0)):
        parts = linear(colour)
        assert parts.index(max(parts)) == strongest
    assert max(linear(zero)) - min(linear(zero)) < 0.06
    seen = [
        [sum(m * p for m, p in zip(row, linear(c), strict=True)) for row in PROTANOPE]
        for c in (below, above)
    ]
    assert seen[0][2] > seen[0][0] + 0.2, "blue"
    assert seen[1][2] < seen[1][0], "yellowish"
