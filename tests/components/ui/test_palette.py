"""Palette: runs stand out from paper and casing, and from each other for every colour vision."""

from itertools import combinations

import numpy as np
import pytest

from components.ui import oklab
from components.ui.palette import BINS, RUNS, palette
from tests.support.browser.everyone import Colour, colour, contrast, over

PAPER = {"light": "#fdfcf9", "dark": "#15191c"}
CASING = {"light": (253, 252, 249, 0.92), "dark": (12, 18, 21, 0.9)}
SHAPE = 3.0

# Machado, Oliveira and Fernandes 2009, at full severity, in linear light.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
LEAST = {
    "light": {"normal": 0.135, "protanopia": 0.085, "deuteranopia": 0.105, "tritanopia": 0.094},
    "dark": {"normal": 0.109, "protanopia": 0.084, "deuteranopia": 0.09, "tritanopia": 0.106},
}


@pytest.mark.parametrize("theme", RUNS)
def test_six_runs_go_from_dark_to_bright(theme: str) -> None:
    runs = palette(theme)["runs"]
    assert isinstance(runs, list)
    assert len(runs) == len(RUNS[theme]) == 6
    for run, (hue, first, last) in zip(runs, RUNS[theme], strict=True):
        bins = run["bins"]
        assert (run["colour"], bins[0], bins[-1], len(bins)) == (hue, first, last, BINS)
        lightness = [float(oklab.lab(oklab.linear(part))[0]) for part in bins]
        steps = np.diff(lightness)
        assert steps.min() > 0
        # Evenly, but for the rounding of a colour to 8 bits a channel.
        assert steps.max() - steps.min() < 0.006


@pytest.mark.parametrize("theme", RUNS)
def test_runs_stand_out_from_the_paper_and_every_part_of_them_from_its_casing(theme: str) -> None:
    paper = colour(PAPER[theme])
    # The casing lies on ground from white to mid-tone, or from mid-tone to black on dark paper.
    grounds: list[Colour] = (
        [(251, 250, 244), (156, 192, 193)] if theme == "light" else [(58, 88, 77), (19, 34, 39)]
    )
    casings = [over(CASING[theme], ground) for ground in grounds]
    for hue, first, last in RUNS[theme]:
        assert contrast(colour(hue), paper) >= SHAPE
        for part in oklab.ramp(first, last, BINS):
            assert min(contrast(colour(part), casing) for casing in casings) >= SHAPE


@pytest.mark.parametrize("theme", RUNS)
@pytest.mark.parametrize("vision", VISION)
def test_two_runs_differ_for_every_colour_vision(theme: str, vision: str) -> None:
    seen = [oklab.lab((VISION[vision] @ oklab.linear(hue)).clip(0, 1)) for hue, _, _ in RUNS[theme]]
    distances = [float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)]
    assert min(distances) >= LEAST[theme][vision]


def test_a_ramp_is_mixed_in_oklab() -> None:
    # Halfway from black to white is 0.5 in lightness, which is darker than #808080.
    assert oklab.ramp("#000000", "#ffffff", 3) == ["#000000", "#636363", "#ffffff"]
    np.testing.assert_allclose(oklab.lab(oklab.linear("#ff0000")), [0.628, 0.225, 0.126], atol=1e-3)
