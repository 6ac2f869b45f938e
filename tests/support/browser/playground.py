"""The playground in a page: its state, its plots and its trajectory against NumPy's."""

import re
from typing import Any, NamedTuple
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Locator, Page, expect

from components import ids
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.live import Live


class Plot(NamedTuple):
    """Where Plotly draws a figure, in pixels of the page, and what its axes show there."""

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is on the page."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def value(self, x: float, y: float) -> tuple[float, float]:
        """Return the point at a pixel of the page."""
        across, up = (x - self.left) / self.width, 1 - (y - self.top) / self.height
        return (
            self.x[0] + across * (self.x[1] - self.x[0]),
            self.y[0] + up * (self.y[1] - self.y[0]),
        )


def surface_plot(live: Live, figure: str, graph: str) -> Plot:
    """Return where a figure's surface is drawn, and what it shows.

    Parameters
    ----------
    live : Live
        The page of the figure.
    figure : str
        What its expressions call the figure.
    graph : str
        The id of its graph.
    """
    left, top, width, height, x, y = live.get(f"""((map, {{x, y}}) => {{
      const {{left, top, width, height, valueX, valueY}} = map;
      return [x + left, y + top, width, height,
        [valueX(left), valueX(left + width)], [valueY(top + height), valueY(top)]];
      }})({figure}.plot.mapping(),
        document.getElementById("{graph}").closest(".stage").getBoundingClientRect())""")
    return Plot(left, top, width, height, tuple(x), tuple(y))


class Playground(Live):
    """The playground in a page, for hands to try and numbers to check."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "playground", page.locator("html"))
        self.figure = page.locator(f"#{ids.PLAYGROUND}")

    def open(self, **parts: object) -> None:
        """Open an address and wait for the live layer."""
        self.page.goto("/?" + urlencode(parts, doseq=True))
        wait_until_ready(self.page)

    def until_swept(self) -> None:
        """Wait for the mark of a best value: the worker that finds it has loaded all it needs."""
        self.page.get_by_role("button", name="to its best").first.wait_for()

    def gallery(self) -> Locator:
        """Open the gallery, and return its dialog."""
        self.page.get_by_role("button", name=re.compile(r"^Choose a surface: ")).click()
        return self.page.get_by_role("dialog", name="Choose a surface")

    def choose_surface(self, name: str) -> None:
        """Choose a preset by its name, or an own function by its text."""
        self.gallery().get_by_role("button", name=name, exact=True).click()

    def choose_optimizer(self, key: str) -> None:
        """Give the selected run an optimizer with its own defaults, and wait until it is drawn."""
        if self.selected()["optimizer"] != key:
            with self.settling():
                self.page.get_by_role("combobox", name="Optimizer").select_option(key)

    def shows_surface(self, name: str) -> None:
        """Expect the gallery's button to name what is shown."""
        button = self.page.get_by_role("button", name=f"Choose a surface: {name}", exact=True)
        expect(button).to_be_attached()

    def plot(self) -> Plot:
        """Return where the surface is drawn."""
        return surface_plot(self, "playground", ids.SURFACE_GRAPH)

    def chart(self, name: str = "error") -> Plot:
        """Return where the error or trace chart draws its curves; a log axis is in decades."""
        left, top, width, height, steps, y = self.page.evaluate(
            """(name) => {
              const {charts, state} = lockstep.playground, chart = charts[name];
              const {x, y} = document.getElementById(`${name}-chart`).getBoundingClientRect();
              const {left, top, width, height} = chart.area();
              return [x + left, y + top, width, height, state.steps, chart.axis().range];
            }""",
            name,
        )
        return Plot(left, top, width, height, (0, steps), tuple(y))

    def live(self, *columns: str, place: int | None = None) -> NDArray[np.float64]:
        """Return columns of a run that is drawn, by default of the selected one."""
        run = "playground.trajectory" if place is None else f"playground.trajectories[{place}]"
        found = self.get(
            f"(({{columns, rows}}) => {list(columns)}.map(name =>"
            f"Array.from(columns[name].slice(0, rows))))({run})"
        )
        return np.array(found, dtype=np.float64).T

    def numpy(self, place: int | None = None) -> Trajectory:
        """Return what NumPy makes of a run of the page, by default of the selected one."""
        state = self.get("playground.state")
        run = state["runs"][state["selected"] if place is None else place]
        values = {one["name"]: one["value"] for one in state["parameters"]}
        function = ErrorFunction.parse(state["E"], values)
        rule = OPTIMIZERS[run["optimizer"]]
        return descend(function, rule, state["start"], state["steps"], **run["settings"])

    def agrees_with_numpy(self) -> None:
        """Assert that the page shows, of every run, what NumPy computes."""
        stopped = self.get("playground.trajectories.map(({stopped}) => stopped)")
        assert len(stopped) == self.get("playground.state.runs.length")
        for place in range(len(stopped)):
            run, path = self.numpy(place), self.live("w1", "w2", place=place)
            np.testing.assert_allclose(path, run.w, rtol=1e-9, atol=1e-12)
            error = self.live("E", place=place)[:, 0]
            np.testing.assert_allclose(error, run.error, rtol=1e-8, atol=1e-12)
            assert stopped[place] == run.stopped

    def selected(self) -> dict[str, Any]:
        """Return the selected run of the state."""
        return dict(self.get("playground.state.runs[playground.state.selected]"))

    def search(self) -> str:
        """Return the query of the address."""
        return str(self.page.evaluate("location.search"))
