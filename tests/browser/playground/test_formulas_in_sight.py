"""Formulas and worked lines: clear of each other, and what does not fit says or shows so."""

from playwright.sync_api import expect

from components import ids
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import select, worked

MEASURED = """
() => {
  const lines = document.getElementById("step-worked");
  const size = parseFloat(getComputedStyle(lines.querySelector("math")).fontSize);
  const box = selector => lines.querySelector(selector).getBoundingClientRect();
  const [root, inside] = [box("mfrac msqrt"), box("mfrac msqrt mn")];
  const [letter, hat] = [box("mover mi"), box("mover mo")];
  const brackets = [...lines.querySelectorAll("mo")].filter(mo => "()".includes(mo.textContent));
  return {
    above: (inside.top - root.top) / size,
    beside: (root.right - inside.right) / size,
    hat: (letter.top - hat.bottom) / size,
    bracket: Math.max(...brackets.map(mo => mo.getBoundingClientRect().width)) / size,
  };
}
"""


def test_a_roots_bar_and_a_hat_keep_clear_of_what_is_below_them(playground: Playground) -> None:
    playground.open(run="adam")
    select(playground, 37)
    worked(playground)
    playground.page.evaluate("document.fonts.ready")
    found = playground.page.evaluate(MEASURED)
    # The bar itself and what is above it take 0.15 em; a height may be rounded by half a pixel.
    assert 0.3 < found["above"] < 0.4
    assert 0.05 < found["hat"] < 0.15
    # And nothing stands apart from a root or a bracket.
    assert 0 <= found["beside"] < 0.1
    assert found["bracket"] < 0.37


BROKEN = """
async () => {
  const scrubber = document.getElementById("step-scrubber");
  const worked = document.getElementById("step-worked"), found = {below: 0, cut: 0, askew: 0};
  const equals = math => math.querySelector("mo").getBoundingClientRect();
  for (let t = 1; t <= 60; t++) {
    scrubber.value = t;
    scrubber.dispatchEvent(new Event("input", {bubbles: true}));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    if (worked.scrollWidth > worked.clientWidth) found.cut += 1;
    for (const {children: [first, second]} of worked.querySelectorAll(".worked-pieces")) {
      if (!second?.getClientRects().length || equals(second).top < equals(first).bottom) continue;
      found.below += 1;
      if (Math.abs(equals(second).left - equals(first).left) > 1) found.askew += 1;
    }
  }
  return found;
}
"""


def test_a_result_that_does_not_fit_stands_below_under_the_equals_sign(
    playground: Playground,
) -> None:
    playground.open(run="super-sab")
    worked(playground)
    found = playground.page.evaluate(BROKEN)
    assert found["below"] > 10
    assert found["cut"] == found["askew"] == 0
    # Where even a piece is too long for a line, the keyboard reaches what scrolls.
    playground.open(run="rprop")
    lines = playground.page.locator(f"#{ids.STEP_WORKED}")
    select(playground, 49)
    expect(lines).to_have_attribute("tabindex", "0")
    select(playground, 37)
    expect(lines).not_to_have_attribute("tabindex", "0")


def test_what_goes_on_beyond_an_edge_says_so(playground: Playground) -> None:
    playground.open(E="sin(w1) cos(w2) + exp(-w1^2) sqrt(w1^2 + w2^4 + 1) + w1 w2 ln(w1^2 + 2)")
    formula = playground.page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    assert formula.evaluate("at => at.scrollWidth - at.clientWidth") > 50
    # Covers move with the formula, the shades below them stay at the edges.
    expect(formula).to_have_css("background-attachment", "local, local, scroll, scroll")
    controls = playground.page.locator(".controls").first
    assert controls.evaluate("at => at.scrollHeight - at.clientHeight") > 100
    fade = controls.evaluate(
        "at => { const {position, height} = getComputedStyle(at, '::after');"
        " return [position, parseFloat(height)]; }"
    )
    assert fade[0] == "sticky"
    assert fade[1] > 20
