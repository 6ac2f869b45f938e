"""The live region announces a run at rest, and data tables hold its numbers, for screen readers."""

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from components import ids
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory
from tests.support.browser.csv import table as table_of
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import plain

SAID = f"#{ids.SAID}"
LISTEN = """region => {
  window.heard = [];
  const hear = () => heard.push(region.textContent);
  new MutationObserver(hear).observe(region, {childList: true, characterData: true, subtree: true});
}"""


def rows(table: Locator) -> list[list[str]]:
    return [row.split("\t") for row in table.inner_text().replace("−", "-").split("\n")[1:]]


def sentence(name: str, run: Trajectory) -> str:
    return f"{name}, {run.error.size - 1} steps, E = {run.error[-1]:.4g}"


def test_runs_are_said_once_and_only_at_rest(playground: Playground) -> None:
    playground.open(steps=200)
    page = playground.page
    said = page.locator(SAID)
    expect(said).to_have_attribute("role", "status")
    said.evaluate(LISTEN)
    handle = page.locator(f"#{ids.SURFACE_HANDLE}").bounding_box()
    assert handle
    x, y = handle["x"] + 16, handle["y"] + 16
    page.mouse.move(x, y)
    page.mouse.down()
    for k in range(1, 30):
        page.mouse.move(x + 4 * k, y + 3 * k)
    playground.until("playground.state.start[0] > -10")
    assert page.evaluate("heard") == []
    with playground.settling():
        page.mouse.up()
    first, second = playground.numpy(0), playground.numpy(1)
    both = "; ".join((sentence("Gradient descent", first), sentence("RMSProp", second)))
    assert page.evaluate("heard") == [both]
    # What changes nothing of it is not said again.
    with playground.settling():
        page.get_by_role("button", name="linear").click()
    with playground.settling():
        rows = page.get_by_role("region", name="Runs", exact=True)
        rows.get_by_role("button", name="Gradient descent", exact=True).click()
    assert len(page.evaluate("heard")) == 1
    # A hidden run is not said, and why a run stopped early is.
    page.get_by_role("button", name="Hide run 2").click()
    expect(said).to_have_text(sentence("Gradient descent", first))
    page.get_by_role("spinbutton", name="η").fill("1")
    expect(said).to_have_text(re.compile("diverged"))
    run = playground.numpy()
    ended = rf"{run.error.size - 1} steps, E = [\d.]+ times 10 to the \d+, {run.stopped}"
    expect(said).to_have_text(re.compile(f"^Gradient descent, {ended}$"))
    assert len(page.evaluate("heard")) == 3


def test_runs_of_one_optimizer_are_told_apart(playground: Playground) -> None:
    playground.open(run=["rmsprop,eta:0.1", "rmsprop", "adam", "adam"], steps=30)
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("ArrowRight")
    moved = playground.selected()["settings"]["eta"]
    default = OPTIMIZERS["adam"].settings({})["eta"]
    assert moved > default
    names = ("RMSProp, η 0.1", "RMSProp, η 0.05", f"Adam, η {default:g}", f"Adam, η {moved:g}")
    finals = [playground.numpy(place).error[-1] for place in range(4)]
    parts = [f"{n}, 30 steps, E = {error:.4g}" for n, error in zip(names, finals, strict=True)]
    expect(playground.page.locator(SAID)).to_have_text("; ".join(parts))


def test_the_numbers_are_those_of_the_runs_and_of_the_surface(playground: Playground) -> None:
    playground.open(run=["gradient-descent,eta:0.001", "adam"], steps=103)
    page = playground.page
    table = page.locator(f"#{ids.RUN_NUMBERS} table")
    expect(table).to_have_count(0)  # nothing is built before it is opened
    page.get_by_text("The runs as numbers").click()
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("PageUp")
    for place, name in enumerate(("Gradient descent", "Adam")):
        run = playground.numpy(place)
        caption = f"Iterations 0, 5, 10, … of run {place + 1}, {name}"
        head, *body = rows(page.get_by_role("table", name=caption))
        assert head[:8] == ["t", "w₁", "w₂", "E", "g₁", "g₂", "v₁", "v₂"]
        assert [int(row[0]) for row in body] == [*range(0, 101, 5), 103]
        led = [np.vstack([[[np.nan] * 2], part]).T for part in (run.gradient, run.update)]
        columns = [*run.w.T, run.error, *led[0], *led[1]]
        for t, *cells in body[1:]:
            found = [float(plain(cell)) for cell in cells[:7]]
            assert found == pytest.approx([column[int(t)] for column in columns], rel=1e-5)
    head, *body = rows(page.get_by_role("table", name="E on the surface"))
    function = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    for w2, *cells in body:
        expected = [float(function(float(w1), float(w2))) for w1 in head[1:]]
        assert [float(plain(cell)) for cell in cells] == pytest.approx(expected, rel=5e-3)
    # The link leads to all of it.
    link = page.get_by_role("link", name="trajectory.csv")
    tables = table_of(page, str(link.evaluate("link => link.href")))
    assert list(tables) == ["1 gradient-descent", "2 adam"]
    for place, lines in enumerate(tables.values()):
        run = playground.numpy(place)
        assert len(lines) == 104
        assert lines[-1][1:4] == pytest.approx([*run.w[-1], run.error[-1]], rel=1e-12)
