"""Sweeps above the sliders: the worker's result, the mark of the best value, a fair start."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from tests.support.browser.playground import Playground

BEST = re.compile(r"Set (\S+) to its best, (\S+): final E (\S+), best of (\d+) values")

COMPARE = """async ([optimizer, name]) => {
  const { createSweeper } = await import("/assets/engine/sweeper.js");
  const { sweep } = await import("/assets/engine/sweep.js");
  const { kernelUrl } = await import("/assets/surface/request.js");
  const { state, rules, kernel, catalogue } = lockstep.playground;
  const group = document.querySelector(`.hyperparameters[data-optimizer="${optimizer}"]`);
  const { track } = group.querySelector(`[data-control="${name}"]`).dataset;
  const settings = { ...catalogue.optimizers[optimizer].defaults };
  const job = { optimizer, settings, name, track: JSON.parse(track) };
  let workers = 0;
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) { super(...given); workers += 1; }
  };
  const { start, steps, parameters } = state;
  const errorFunction = kernelUrl(state.E, parameters);
  const kernels = { optimizers: catalogue.kernels.optimizers, errorFunction };
  const found = await createSweeper().run({ kernels, parameters, start, steps, jobs: [job] });
  window.Worker = Native;
  const task = { ...job, rule: rules[optimizer], errorFunction: kernel, start, steps };
  const here = sweep(task, { isFine: true });
  const listed = part => (part?.buffer ? [...part] : part);
  const plain = one => JSON.stringify(Object.values(one).map(listed));
  return { workers, same: plain(found[0]) === plain(here), best: here.best, tried: here.tried };
}"""


def marks(page: Page) -> Locator:
    """Return the buttons of the best values that are in sight."""
    return page.get_by_role("button", name=BEST)


def best_of(mark: Locator) -> tuple[str, float, int]:
    """Return symbol, value and number of tried values that a mark names."""
    found = BEST.fullmatch(mark.get_attribute("aria-label") or "")
    assert found
    return found[1], float(found[2]), int(found[4])


@pytest.mark.parametrize("name", ["eta", "beta"])
def test_the_worker_finds_what_the_page_itself_finds(playground: Playground, name: str) -> None:
    playground.open(run="rmsprop")
    found = playground.page.evaluate(COMPARE, ["rmsprop", name])
    assert (found["workers"], found["same"]) == (1, True)
    assert found["tried"] >= 193


def test_the_mark_sets_the_best_value(playground: Playground) -> None:
    playground.open(run="gradient-descent")
    page = playground.page
    expect(marks(page)).to_have_count(1)
    symbol, value, tried = best_of(marks(page))
    # The known best on the bowl for many steps: 2 / (6 + 20).
    assert symbol == "η"
    assert value == pytest.approx(2 / 26, rel=0.005)
    assert tried > 200
    with playground.settling():
        marks(page).click()
    assert playground.get("playground.state.runs[0].settings.eta") == value
    expect(page.get_by_role("spinbutton", name=re.compile("^η"))).to_have_value(str(value))
    # Its own value changes nothing of the sweep.
    assert best_of(marks(page)) == (symbol, value, tried)
    described = page.get_by_role("slider", name="learning rate")
    expect(described).to_have_accessible_description(re.compile(r"The run diverges from 0\.100"))


def test_a_change_of_the_start_finds_another_best(playground: Playground) -> None:
    playground.open(run="gradient-descent", steps=1)
    page = playground.page
    expect(marks(page)).to_have_count(1)
    before = best_of(marks(page))
    page.locator(f"#{ids.START_W2}").fill("0")
    # Only w1 is off: one step of 1/6 leads to the minimum.
    expect(marks(page)).to_have_accessible_name(re.compile("its best, 0.1667:"))
    assert before[1] == pytest.approx(0.0509, rel=0.02)


def test_a_fair_start_gives_every_run_its_best_rate(playground: Playground) -> None:
    playground.open(run=["gradient-descent", "rprop"])
    page = playground.page
    with playground.settling():
        page.get_by_role("button", name="Fair start").click()
    runs = playground.get("playground.state.runs")
    assert runs[0]["settings"]["eta"] == pytest.approx(2 / 26, rel=0.005)
    assert runs[1]["settings"]["delta0"] != 0.1
    assert "run=gradient-descent,eta:0.0769" in page.url
