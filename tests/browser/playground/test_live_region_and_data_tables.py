"""The live region announces a run at rest, and data tables hold its numbers, for screen readers."""

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from components import ids
from optimizers import ErrorFunction
from tests.support.browser.playground import Playground

SAID = f"#{ids.SAID}"
LISTEN = """region => {
  window.heard = [];
  const hear = () => heard.push(region.textContent);
  new MutationObserver(hear).observe(region, {childList: true, characterData: true, subtree: true});
}"""


def rows(table: Locator) -> list[list[str]]:
    return [row.split("\t") for row in table.inner_text().replace("−", "-").split("\n")[1:]]


def test_a_run_is_said_once_and_only_at_rest(playground: Playground) -> None:
    playground.open(run="gradient-descent", steps=200)
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
    error = playground.numpy().error[-1]
    assert page.evaluate("heard") == [f"Gradient descent, 200 steps, E = {error:.4g}"]
    # What changes nothing of it is not said again; why a run stopped early is.
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    assert len(page.evaluate("heard")) == 1
    page.get_by_role("spinbutton", name="η").fill("1")
    expect(said).to_have_text(re.compile("diverged"))
    run = playground.numpy()
    sentence = rf"{run.error.size - 1} steps, E = [\d.]+ times 10 to the \d+, {run.stopped}"
    expect(said).to_have_text(re.compile(f"^Gradient descent, {sentence}$"))
    assert len(page.evaluate("heard")) == 2


def test_the_numbers_are_those_of_the_run_and_of_the_surface(playground: Playground) -> None:
    playground.open(run="adam", steps=103)
    page = playground.page
    table = page.locator(f"#{ids.RUN_NUMBERS} table")
    expect(table).to_have_count(0)  # nothing is built before it is opened
    page.get_by_text("The run as numbers").click()
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("PageUp")
    run = playground.numpy()
    head, *body = rows(page.get_by_role("table", name="Iterations 0, 5, 10, … of Adam"))
    assert head[:6] == ["t", "w₁", "w₂", "E", "g₁", "g₂"]
    assert [int(row[0]) for row in body] == [*range(0, 101, 5), 103]
    columns = [*run.w.T, run.error, *np.vstack([[[np.nan] * 2], run.gradient]).T]
    for t, *cells in body[1:]:
        found = [float(cell.replace("·10", "e")) for cell in cells[:5]]
        assert found == pytest.approx([column[int(t)] for column in columns], rel=1e-5)
    head, *body = rows(page.get_by_role("table", name="E on the surface"))
    function = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    for w2, *cells in body:
        expected = [float(function(float(w1), float(w2))) for w1 in head[1:]]
        assert [float(cell) for cell in cells] == pytest.approx(expected, rel=5e-3)
    # The link leads to all of it.
    link = page.get_by_role("link", name="trajectory.csv")
    csv = page.request.get(str(link.evaluate("link => link.href"))).text().splitlines()
    assert len(csv) == 105
    assert [float(part) for part in csv[-1].split(",")[2:5]] == pytest.approx(
        [*run.w[-1], run.error[-1]], rel=1e-12
    )
