"""Figure 3: the large map under the hand, and its colours."""

import math
import re

import numpy as np
import pytest
from playwright.sync_api import Locator

from components import ids
from components.amplification.diverging import diverging
from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps
from tests.support.browser.maps import Maps

BETA = "decay of the scaling factor"


def slider(maps: Maps, name: str) -> Locator:
    return maps.page.get_by_role("slider", name=name)


def test_the_map_follows_a_dragged_beta_without_a_request(maps: Maps) -> None:
    maps.open()
    page, beta = maps.page, slider(maps, BETA)
    canvas = f"document.getElementById('{ids.AMPLIFICATION_CANVAS}').toDataURL()"
    box = beta.bounding_box()
    assert box
    x, y = box["x"] + 8 + 0.9 * (box["width"] - 16), box["y"] + box["height"] / 2
    asked: list[str] = []
    with maps.settling():
        page.mouse.move(x, y)
        before = maps.get(canvas)
        page.mouse.down()
        maps.until(f"{canvas} !== {before!r}")
        page.on("request", lambda request: asked.append(request.url))
        seen = [(maps.get("figure.state.run.settings.beta"), maps.shown(), maps.get(canvas))]
        for left in (40, 90, 160):
            page.mouse.move(x - left, y)
            maps.until(f"figure.state.run.settings.beta < {seen[-1][0]}")
            maps.until(f"{canvas} !== {seen[-1][2]!r}")
            seen.append(
                (maps.get("figure.state.run.settings.beta"), maps.shown(), maps.get(canvas))
            )
            np.testing.assert_allclose(maps.shown(), maps.numpy(), rtol=1e-11, atol=1e-13)
        assert asked == []
        assert page.evaluate("location.search") == "?embed=amplification"
        page.mouse.up()
    middle = seen[0][1].shape[0] // 2
    inside = [values[middle - 2, middle + 20] for _, values, _ in seen]
    assert inside == sorted(inside, reverse=True), "the smaller beta, the less is amplified"
    maps.agrees_with_numpy()
    assert f"run=rmsprop,beta:{seen[-1][0]:g}" in page.evaluate("location.search")


def test_range_and_eta_are_every_map_s(maps: Maps) -> None:
    maps.open()
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^g")).fill("2")
    assert maps.get("figure.state.probe") == [0.6, 0.1]
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^η")).fill("0.25")
    maps.agrees_with_numpy()
    for rule in OPTIMIZERS.values():
        rate = "delta0" if rule.key == "rprop" else "eta"
        assert maps.get(f"figure.settings['{rule.key}'].{rate}") == 0.25
    # With beta = 0 a step has the length eta: at g2 = 2 that is 0.25 less 0.5.
    tile = maps.page.get_by_role("button", name=re.compile("^β = 0 C"))
    least, greatest = map(float, re.findall(r"[-\d.]+", tile.inner_text().replace("−", "-"))[-2:])
    assert [least, greatest] == pytest.approx([0.25 - 0.5, 0.25], abs=0.02)
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^g")).fill("40")
    assert maps.get("figure.scale.end") == 100
    maps.agrees_with_numpy()


def test_the_colour_of_a_cell_is_its_place_on_the_scale(maps: Maps) -> None:
    maps.open(run="momentum,alpha:0.5")
    for g1, g2 in ((5.05, 5.05), (-5.05, 4.05), (-8.05, -1.05)):
        pixel = maps.get(
            "((map, ratio) => [...document.getElementById('amplification-canvas').getContext('2d')"
            f".getImageData(map.x({g1}) * ratio, map.y({g2}) * ratio, 1, 1).data])"
            "(figure.map(), devicePixelRatio)"
        )
        value = two_steps(OPTIMIZERS["momentum"], g1, g2, eta=1, alpha=0.5).amplification
        place = math.asinh(value) / math.asinh(10)
        stops = diverging("light")
        stop = stops[round((place + 1) / 2 * (len(stops) - 1))]
        colour = [int(stop[k : k + 2], 16) for k in (1, 3, 5)]
        assert pixel[:3] == pytest.approx(colour, abs=12)
        assert (pixel[0] > pixel[2]) == (value > 0), "red is amplified, blue attenuated"
