"""The ground: light is low, lines stand out from it equally, numbers and labels can be read."""

import numpy as np
import pytest

from components.ui import oklab
from components.ui.ground import (
    DOTTED,
    LABEL,
    LINE,
    RAMP,
    RELIEF,
    THIN,
    TICK,
    TONES,
    colours,
    tones,
)
from components.ui.palette import RUNS, palette
from tests.support.browser.everyone import Colour, colour, contrast, over

THEMES = ("light", "dark")


def grounds(theme: str) -> list[tuple[float, Colour]]:
    """Return every tone with its place on the ramp, lit, flat and shaded."""
    return [
        (k / (TONES - 1), colour(tone))
        for lighter in (-1, 0, 1)
        for k, tone in enumerate(tones(theme, lighter))
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_light_is_low_and_the_ramp_goes_through_its_stops(theme: str) -> None:
    lightness = [float(oklab.lab(oklab.linear(tone))[0]) for tone in tones(theme)]
    assert np.diff(lightness).max() < 0
    for place, stop in RAMP[theme].items():
        k = place * (TONES - 1)
        near = oklab.lab(oklab.linear(tones(theme)[round(k)]))
        assert np.linalg.norm(near - oklab.lab(oklab.linear(stop))) < 0.006
    chroma = [float(np.hypot(*oklab.lab(oklab.linear(tone))[1:])) for tone in tones(theme)]
    assert max(chroma) < 0.042


@pytest.mark.parametrize("theme", THEMES)
def test_the_relief_is_gentle(theme: str) -> None:
    for flat, lit, shaded in zip(*(tones(theme, k) for k in (0, 1, -1)), strict=True):
        low, mid, high = (oklab.lab(oklab.linear(tone))[0] for tone in (shaded, flat, lit))
        assert mid - low == pytest.approx(RELIEF[theme], abs=0.004)
        assert high - mid == pytest.approx(RELIEF[theme], abs=0.016)  # white has none above it


@pytest.mark.parametrize(("theme", "least", "most"), [("light", 2.7, 3.7), ("dark", 2.8, 4.1)])
def test_strong_lines_stand_out_equally_from_every_ground(
    theme: str, least: float, most: float
) -> None:
    line, low, high = LINE[theme]
    for place, ground in grounds(theme):
        opacity = low + (high - low) * place
        assert least <= contrast(over((*line, opacity), ground), ground) <= most
        assert 1.7 <= contrast(over((*line, opacity * THIN), ground), ground) <= 2.2


@pytest.mark.parametrize("theme", THEMES)
def test_dotted_lines_lie_on_low_ground_and_stand_out_there(theme: str) -> None:
    for place, ground in grounds(theme):
        if place < 0.5:
            assert 2.2 <= contrast(over(DOTTED[theme], ground), ground) <= 3.3


@pytest.mark.parametrize("theme", THEMES)
def test_labels_and_axis_numbers_can_be_read(theme: str) -> None:
    for tone in tones(theme):
        assert contrast(over(LABEL[theme], colour(tone)), colour(tone)) >= 5.2
    for _, ground in grounds(theme):
        assert contrast(over(TICK[theme], ground), ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_runs_differ_from_any_ground(theme: str) -> None:
    for run, *_ in RUNS[theme]:
        mixed = oklab.lab(oklab.linear(run))
        for tone in tones(theme):
            assert np.linalg.norm(mixed - oklab.lab(oklab.linear(tone))) >= 0.19


def test_both_themes_have_their_own_ground_in_the_palette() -> None:
    light, dark = (palette(theme)["ground"] for theme in THEMES)
    assert (light, dark) == (colours("light"), colours("dark"))
    assert light.keys() == dark.keys()
    assert all(light[name] != dark[name] for name in light)
