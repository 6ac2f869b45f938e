"""Sliders and number boxes of the playground, and what they set of the selected run."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator

from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import plain

ETA, BETA, EPSILON = "learning rate", "decay of the scaling factor", "guard against division"
STEPS = "number of steps"


def slider(playground: Playground, name: str) -> Locator:
    return playground.figure.get_by_role("slider", name=name)


def box(playground: Playground, symbol: str) -> Locator:
    return playground.figure.get_by_role("spinbutton", name=re.compile(rf"^{symbol}"))


def setting(playground: Playground, name: str) -> float:
    return float(playground.selected()["settings"][name])


def number(box: Locator) -> float:
    """Return the number that a box shows, such as −8.8 or 10⁻⁸."""
    return float(plain(box.input_value()))


def thumb(slider: Locator) -> tuple[float, float]:
    """Return about where the thumb of a slider is."""
    box = slider.bounding_box()
    assert box
    share = slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
    return box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2


@contextmanager
def holding(playground: Playground, slider: Locator) -> Iterator[tuple[float, float]]:
    """Hold a slider's thumb; no request is made before it is let go."""
    mouse, asked = playground.page.mouse, []
    playground.until_swept()
    x, y = thumb(slider)
    with playground.settling():
        mouse.move(x, y)
        mouse.down()
        playground.page.on("request", lambda request: asked.append(request.url))
        yield x, y
        assert asked == []
        mouse.up()
