"""Figure 3 in a page, and its maps compared with NumPy."""

from urllib.parse import urlencode

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Page

from components import ids
from components.amplification.state import read_parts
from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps
from tests.support.browser.live import Live
from tests.support.browser.wait import wait_for_attribute

Floats = NDArray[np.float64]


class Maps(Live):
    """The figure in a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "amplification: figure", page.locator(f"#{ids.AMPLIFICATION}"))

    def open(self, **parts: str) -> None:
        """Open the figure alone and wait for it."""
        self.page.goto("/?" + urlencode({"embed": "amplification", **parts}))
        self.ready()

    def ready(self) -> None:
        """Wait for the figure."""
        wait_for_attribute(self.root, "data-ready", "true", 60_000)

    def pixel(self, g1: float, g2: float) -> tuple[float, float]:
        """Return where two gradients are on the window."""
        x, y = self.get(
            "(({x, y}, box) => [box.x + x(" + str(g1) + "), box.y + y(" + str(g2) + ")])"
            "(figure.map(), figure.canvas.getBoundingClientRect())"
        )
        return x, y

    def shown(self) -> Floats:
        """Return C_a on the cells of the large map, rows from the largest g2 down."""
        cells = self.get("figure.large.cells")
        return np.array(self.get("[...figure.large.values]")).reshape(cells, cells)

    def numpy(self) -> Floats:
        """Return what NumPy makes of the same cells."""
        run, largest = self.get("figure.state.run"), self.get("figure.state.range")
        cells = self.get("figure.large.cells")
        g = (np.arange(cells) + 0.5) / cells * 2 * largest - largest
        rule = OPTIMIZERS[run["optimizer"]]
        return two_steps(rule, g[None, :], g[::-1, None], **run["settings"]).amplification

    def agrees_with_numpy(self) -> None:
        """Assert that the map is what NumPy computes from the address."""
        np.testing.assert_allclose(self.shown(), self.numpy(), rtol=1e-11, atol=1e-13)
        given = self.page.evaluate(
            "() => Object.fromEntries([...new URLSearchParams(location.search)])"
        )
        del given["embed"]
        state, errors = read_parts({name: [text] for name, text in given.items()})
        assert errors == []
        assert self.get("figure.state.run.settings") == pytest.approx(state.run.settings)
