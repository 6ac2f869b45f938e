"""Figure 1 in a page, for hands to try and numbers to check."""

from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Locator, Page

from components import ids
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from tests.support.browser.live import Live
from tests.support.browser.playground import Plot, surface_plot
from tests.support.browser.wait import wait_for_attribute

GRAPH = ids.TWO_STEPS + ids.SURFACE_GRAPH
ROOT = f"#{ids.TWO_STEPS_ROOT}"
COLUMN = "Array.from(figure.trajectories[{}].columns.{}.subarray(0, figure.trajectories[{}].rows))"


class TwoSteps(Live):
    """The figure in a page, alone unless opened otherwise."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "twoSteps: figure", page.locator(ROOT))
        self.card = page.locator(f"#{ids.TWO_STEPS}{ids.SURFACE_TOOLTIP}")
        self.handle = self.root.get_by_role("button", name="Start point")

    def open(self, **parts: object) -> None:
        self.page.goto("/?" + urlencode({"embed": "two-steps", **parts}, doseq=True))
        self.ready()

    def ready(self) -> None:
        wait_for_attribute(self.root, "data-ready", "true")
        # The contours of the first picture are those of a square stage; those of this one follow.
        self.until("figure.plot.covers(figure.state.view)")

    def plot(self) -> Plot:
        """Return where the surface is drawn."""
        return surface_plot(self, "figure", GRAPH)

    def view(self) -> list[float]:
        """Return the view that is asked for, which the plot widens to its shape."""
        found: list[float] = self.get("figure.plot.view()")
        return found

    def live(self, run: int, *columns: str) -> np.ndarray:
        """Return columns of a run as the live layer has it."""
        found = [self.get(COLUMN.format(run, column, run)) for column in columns]
        return np.array(found, dtype=np.float64).T

    def numpy(self, run: int) -> Trajectory:
        """Return what NumPy makes of a run in the state of the page."""
        state = self.get("figure.state")
        of = state["runs"][run]
        function, rule = ErrorFunction.parse(state["E"]), OPTIMIZERS[of["optimizer"]]
        return descend(function, rule, state["start"], state["steps"], **of["settings"])

    def agrees_with_numpy(self) -> None:
        """Assert that both runs are NumPy's."""
        for run in (0, 1):
            found = self.numpy(run)
            np.testing.assert_allclose(self.live(run, "w1", "w2"), found.w, 1e-9, 1e-12)
            np.testing.assert_allclose(self.live(run, "g1", "g2")[1:], found.gradient, 1e-9, 1e-12)
            np.testing.assert_allclose(self.live(run, "v1", "v2")[1:], found.update, 1e-9, 1e-12)

    def arrows(self, kind: str) -> list[dict[str, Any]]:
        """Return the arrows or points of a kind, in pixels of the page."""
        stage = self.page.locator(f"#{GRAPH}").bounding_box()
        assert stage
        found: list[dict[str, Any]] = self.get(f"figure.arrows.{kind}")
        for arrow in found:
            for name in arrow.keys() & {"x", "x0", "x1"}:
                arrow[name] += stage["x"]
            for name in arrow.keys() & {"y", "y0", "y1"}:
                arrow[name] += stage["y"]
        return found

    def arrow(self, kind: str, run: int | None, t: int) -> dict[str, Any]:
        (found,) = [a for a in self.arrows(kind) if (a["run"], a["t"]) == (run, t)]
        return found

    def control(self, run: str, role: Any, name: str) -> Locator:
        return self.root.get_by_role("group", name=f"{run} run").get_by_role(role, name=name)

    def numbers(self, rule: str) -> list[list[str]]:
        """Return the rows of the table of a run, each vector as (first, second)."""

        def text(cell: Locator) -> str:
            first, *second = cell.inner_text().split()
            return f"({first}, {second[0]})" if second else first

        table = self.root.get_by_role("table", name=rule).first
        rows = table.get_by_role("row").all()[1:]
        cells = [row.locator("th, td").all() for row in rows]
        return [[text(cell) if cell.inner_text().strip() else "" for cell in row] for row in cells]


def near(pixel: tuple[float, float], within: float = 1) -> object:
    return pytest.approx(pixel, abs=within, rel=0)


def centre(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
