"""The numbers of every stop in the browser are those of NumPy, at both ends of its control too."""

import math

import pytest
from playwright.sync_api import Page

from components.tour.scene import Scene
from tests.support.browser.tour import OWN, POINTS, Tour

ENDS_OF_RUNS = (
    "figure.scene.trajectories.map(({columns: {w1, w2, E}, rows}) =>"
    " [rows, w1[rows - 1], w2[rows - 1], E[rows - 1]])"
)

CLOSE = 1e-6
"""Exponentials differ in the last bit, and some runs amplify that."""


def assert_runs(tour: Tour, scene: Scene) -> None:
    """Assert that runs have as many rows as NumPy's, and end at the same point."""
    found = tour.get(ENDS_OF_RUNS)
    assert [rows for rows, *_ in found] == [len(run.w) for run in scene.trajectories]
    for (_, w1, w2, error), run in zip(found, scene.trajectories, strict=True):
        size = max(1e-9, math.hypot(*run.w[-1]))
        assert [w1, w2] == pytest.approx(run.w[-1].tolist(), rel=CLOSE, abs=CLOSE * size)
        assert error == pytest.approx(float(run.error[-1]), rel=10 * CLOSE, abs=1e-12)


def test_every_stop_says_and_draws_what_python_does(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    for stop in OWN:
        tour.scroll_to(stop)
        scene = tour.scene(stop)
        tour.says(stop, scene)
        assert_runs(tour, scene)
        if stop.control is None or stop.control.kind in POINTS:
            continue
        for key, end in (("Home", stop.control.low), ("End", stop.control.high)):
            tour.range.focus()
            page.keyboard.press(key)
            tour.until(f"figure.scene.value === {end!r}")
            scene = tour.scene(stop)
            assert scene.value == end
            tour.says(stop, scene)
            assert_runs(tour, scene)
