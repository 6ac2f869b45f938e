"""The step in numbers: which step it shows, its words, and that every rule fits into it."""

from typing import Any

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.support.browser.controls import box
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import select, worked

FUNCTIONS: list[dict[str, str]] = [
    {},
    {"E": "(1-w1)^2+100*(w2-w1^2)^2", "start": "-1.2,1"},
    {"E": "(1-w1)^2+2*(w2-w1^2)^2+sin(3*w1)*w2", "start": "-1.234567,2"},
]
CUT = """() => {
  const cut = [], worked = document.getElementById("step-worked");
  const frame = worked.getBoundingClientRect();
  for (const column of worked.querySelectorAll(".worked-weight")) {
    const {right} = column.getBoundingClientRect();
    for (const part of column.querySelectorAll("math, .bar")) {
      if (!part.getClientRects().length) continue;
      const box = part.getBoundingClientRect();
      if (box.right > right || box.bottom > frame.bottom || box.top < frame.top) {
        cut.push(part.textContent);
      }
    }
  }
  const said = document.querySelector(".step-said");
  if (said.scrollHeight > said.clientHeight) cut.push(said.textContent);
  return cut;
}"""


@pytest.mark.parametrize("parts", FUNCTIONS, ids=["bowl", "rosenbrock", "waves"])
def test_every_rule_fits_without_scrolling(
    playground: Playground, subtests: pytest.Subtests, parts: dict[str, Any]
) -> None:
    playground.open(run="rmsprop", steps=500, **parts)
    for key in OPTIMIZERS:
        with subtests.test(key):
            playground.choose_optimizer(key)
            last = playground.get("playground.trajectory.rows") - 1
            for t in (1, 2, 170, 500):
                select(playground, min(t, last))
                assert playground.page.evaluate(CUT) == [], t


def test_it_shows_what_is_pointed_at_and_announces_what_was_chosen(playground: Playground) -> None:
    playground.open()
    title = playground.page.locator(f"#{ids.STEP_TITLE}")
    said = playground.page.get_by_role("status")
    expect(title).to_have_text("Step 1")
    select(playground, 40)
    expect(said.filter(has_text="Step 40. Both weights move by")).to_have_count(1)
    playground.get("playground.mark(80)")
    expect(title).to_have_text("Step 80")
    playground.get("playground.mark(null)")
    expect(title).to_have_text("Step 40")


def test_it_follows_a_setting_without_a_request(playground: Playground) -> None:
    playground.open(run="rmsprop")
    page = playground.page
    playground.until_swept()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if r.resource_type != "other" else None)
    page.get_by_role("slider", name="decay of the scaling").press("Home")
    # beta = 0: s = g^2, so that the first step is eta for both
    expect(page.locator(f"#{ids.STEP_COMPARED}")).to_have_text(
        "The step of w₂ is attenuated (400× shorter than plain η·g₂), that of w₁ too (90×)."
    )
    assert worked(playground)[1] == ("s1(1)", "0*0+1*((-90))^(2)", "=", "8100")
    assert asked == []


def test_a_shorter_run_shows_its_last_step(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:1", steps=2000, step=1900)
    last = playground.get("playground.trajectory.rows") - 1
    assert 100 < last < 1900
    page = playground.page
    expect(page.locator(f"#{ids.STEP_TITLE}")).to_have_text(f"Step {last}")
    expect(page.locator(f"#{ids.STEP_OPTIMIZER}")).to_have_text("Gradient descent, its last")


def test_no_step_is_said_to_be_none(playground: Playground) -> None:
    playground.open(E="log(w1)", start="-1,0")
    expect(playground.page.locator(f"#{ids.STEP_SENTENCE}")).to_have_text("No step was taken.")
    reason = "It stopped at the start: E has no finite value there; move the start."
    expect(playground.page.locator(f"#{ids.STEP_COMPARED}")).to_have_text(reason)
    expect(playground.page.locator(f"#{ids.STEP_WORKED}")).to_be_hidden()
    play = playground.page.get_by_role("button", name="Play", exact=True)
    expect(play).to_be_disabled()
    playground.page.keyboard.press("Space")
    assert playground.get("playground.time.isPlaying") is False
    with playground.settling():
        box(playground, "start.*1").fill("1")
    expect(play).to_be_enabled()
