"""Contour lines: strong, thin and dotted ones, as the palette has them in both themes."""

from typing import Any

import pytest
from playwright.sync_api import expect

from components import ids
from components.surface.contours import TONES
from components.ui.ground import DOTTED, LINE, THIN
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, wait_until_ready
from tests.support.browser.everyone import colour
from tests.support.browser.playground import Playground

# For every level its kind as the answer has it, and how the lines of it are painted.
PAINTED = """([name, graph]) => {
  const {plot} = lockstep[name];
  const {trace} = plot.answer();
  const groups = [...document.getElementById(graph).querySelectorAll("g.contourlevel")];
  return [trace, groups.map(group => [...group.querySelectorAll("path")].map(path => {
    const {stroke, strokeOpacity, strokeDasharray, strokeWidth} = getComputedStyle(path);
    return {stroke, opacity: Number(strokeOpacity), dash: strokeDasharray, width: strokeWidth};
  }))];
}"""


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize(
    ("address", "name", "graph"),
    [
        ("/", "playground", ids.SURFACE_GRAPH),
        ("/?embed=two-steps", "twoSteps", ids.TWO_STEPS + ids.SURFACE_GRAPH),
    ],
    ids=["playground", "two steps"],
)
def test_every_level_is_drawn_in_the_look_of_its_kind(
    open_page: OpenPage, color_scheme: ColorScheme, address: str, name: str, graph: str
) -> None:
    page = open_page(color_scheme=color_scheme)
    page.goto(address)
    wait_until_ready(page)
    trace, levels = page.evaluate(PAINTED, [name, graph])
    check(trace, levels, color_scheme)


def test_the_theme_changes_the_ground_and_every_line(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/")
    wait_until_ready(page)
    middle = """() => {
      const {width, height} = document.querySelector(".ground");
      const context = document.querySelector(".ground").getContext("2d");
      return [...context.getImageData(width / 2, height / 2, 1, 1).data.slice(0, 3)];
    }"""
    assert sum(page.evaluate(middle)) > 680
    theme = page.get_by_role("button", name="Colours of the page")
    theme.click()
    expect(theme).to_have_accessible_name("Colours of the page: light")
    theme.click()
    Playground(page).until(f"({middle})().reduce((sum, part) => sum + part) < 300")
    trace, levels = page.evaluate(PAINTED, ["playground", ids.SURFACE_GRAPH])
    check(trace, levels, "dark")


def check(trace: Any, levels: list[list[dict[str, Any]]], theme: str) -> None:
    """Assert that the lines of every level have its look."""
    assert len(levels) == len(trace["levels"]) - 2
    assert sum(map(len, levels)) >= 8
    line, low, high = LINE[theme]
    for k, paths in enumerate(levels, start=1):
        tone = trace["tones"][TONES * k] / 1000
        opacity = low + (high - low) * tone
        for path in paths:
            if k <= trace["dotted"]:
                assert colour(path["stroke"])[:3] == pytest.approx(DOTTED[theme][:3])
                assert path["dash"] != "none"
                continue
            assert colour(path["stroke"])[:3] == pytest.approx(line)
            strong = k in trace["strong"]
            assert path["opacity"] == pytest.approx(opacity * (1 if strong else THIN), abs=1e-4)
            assert (path["dash"], path["width"]) == ("none", "1.1px" if strong else "0.9px")
