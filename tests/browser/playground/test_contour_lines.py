"""Contour lines: seen on the ground on either side of them, and no louder than that."""

import pytest

from components import ids
from components.surface.contours import LEVELS
from components.ui.palette import ramp
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, wait_until_ready
from tests.support.browser.everyone import colour, contrast, over

SHAPE = 3.0
# What a surface is painted with, each colour as the theme's filter leaves it: its grounds, and its
# line upon each of them.
PAINTED = """graph => {
  const at = document.getElementById(graph), style = found => getComputedStyle(found);
  const {filter} = style(at.querySelector(".contourlayer"));
  const context = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const paint = (...coats) => {
    const plain = new OffscreenCanvas(1, 1), brush = plain.getContext("2d");
    for (const [fillStyle, globalAlpha] of coats) {
      Object.assign(brush, {fillStyle, globalAlpha}).fillRect(0, 0, 1, 1);
    }
    context.filter = filter;
    context.drawImage(plain, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const fills = [...at.querySelectorAll(".contourfill path, .contourbg path")];
  const lines = [...at.querySelectorAll(".contourlines path")].map(style);
  const strokes = new Set(lines.map(({stroke, strokeOpacity}) => `${stroke} ${strokeOpacity}`));
  const [{stroke, strokeOpacity, strokeWidth}] = lines;
  return [strokes.size, strokeWidth, [...new Set(fills.map(path => style(path).fill))].map(fill =>
    [paint([fill, 1]), paint([fill, 1], [stroke, Number(strokeOpacity)])])];
}"""


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize(
    ("address", "graph"),
    [("/", ids.SURFACE_GRAPH), ("/?embed=two-steps", ids.TWO_STEPS + ids.SURFACE_GRAPH)],
    ids=["playground", "two steps"],
)
def test_every_line_stands_out_from_its_ground_and_less_than_the_run(
    open_page: OpenPage, color_scheme: ColorScheme, address: str, graph: str
) -> None:
    page = open_page(color_scheme=color_scheme)
    page.goto(address)
    wait_until_ready(page)
    kinds, width, painted = page.evaluate(PAINTED, graph)
    assert (kinds, width) == (1, "0.7px")
    assert len(painted) > LEVELS / 2
    found = [contrast(tuple(line), tuple(ground)) for ground, line in painted]
    assert min(found) >= SHAPE
    assert max(found) < 1.2 * SHAPE
    # The start, and the trajectory on its halo, stand out more.
    style = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"
    halo, ink = (colour(page.evaluate(style, name)) for name in ("--halo", "--ink"))
    for ground, line in painted:
        seen = contrast(tuple(line), tuple(ground))
        edged = over(halo, tuple(ground))
        assert contrast(ink, tuple(ground)) > 1.5 * seen
        first, *_, last = (contrast(colour(part), edged) for part in ramp(color_scheme))
        assert max(first, last) > 1.5 * seen
