"""Colours of the tour: weights and what may be moved can be read, and runs have the palette's."""

import re
from pathlib import Path

import numpy as np
import pytest

from components.ui import oklab
from components.ui.ground import RAMP
from components.ui.palette import RUNS
from tests.support.browser.everyone import colour, contrast, over

ASSETS = Path(__file__).parents[3] / "assets"
TEXT = 4.5
THEMES = ("light", "dark")
NAMES = ("weight-1", "weight-2", "movable")
CASING = {"light": (253, 252, 249, 0.92), "dark": (12, 18, 21, 0.9)}


def tokens(file: str, theme: str) -> dict[str, str]:
    """Return the custom properties of a theme: of the first rule, and of that for dark colours."""
    text = (ASSETS / file).read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+):\s*([^;]+);", re.split(selector, text)[1].split("}")[0]))
        for selector in (r":root \{", r':root\[data-theme="dark"\] \{')
    )
    return light if theme == "light" else light | dark


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_weights_and_what_may_be_moved_can_be_read_on_paper_and_on_the_casing(
    name: str, theme: str
) -> None:
    found = tokens("page/page.css", theme)
    shown = colour(found[name])
    assert contrast(shown, colour(found["paper"])) >= TEXT
    for ground in RAMP[theme].values():
        assert contrast(shown, over(CASING[theme], colour(ground))) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_words_on_the_colour_of_what_may_be_moved_can_be_read(theme: str) -> None:
    found = tokens("page/page.css", theme)
    assert contrast(colour(found["paper"]), colour(found["movable"])) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_weights_differ_from_each_other_and_from_what_may_be_moved(theme: str) -> None:
    found = tokens("page/page.css", theme)
    one, other, movable = (oklab.lab(oklab.linear(found[name])) for name in NAMES)
    for first, second in ((one, other), (one, movable), (other, movable)):
        assert np.linalg.norm(first - second) >= 0.1


@pytest.mark.parametrize("theme", THEMES)
def test_runs_have_the_colours_of_their_places(theme: str) -> None:
    text = (ASSETS / "tour/colours.css").read_text(encoding="utf-8")
    runs = [
        hues[THEMES.index(theme)]
        for hues in re.findall(r"--run-\d: light-dark\((#\w+), (#\w+)\);", text)
    ]
    assert runs == [shown for shown, _, _ in RUNS[theme]]


def test_before_scripts_and_without_them_dark_colours_are_the_theme_s() -> None:
    dark = tokens("page/page.css", "dark")
    before = r"\(prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme\]\) \{([^}]+)\}"
    for file in ("page/page.css", "tour/colours.css"):
        [found] = re.findall(before, (ASSETS / file).read_text(encoding="utf-8"))
        shown = dict(re.findall(r"--([\w-]+):\s*([^;]+);", found))
        assert shown == {name: dark[name] for name in shown}
