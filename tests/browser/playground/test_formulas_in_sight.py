"""Formulas and worked lines: clear of each other, and what does not fit says or shows so."""

import re
from urllib.parse import urlencode

from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps
from tests.support.browser.worked_lines import select, worked

LONG = "sin(w1) cos(w2) + exp(-w1^2) sqrt(w1^2 + w2^4 + 1) + w1 w2 ln(w1^2 + 2)"
MEASURED = """
() => {
  const lines = document.getElementById("step-worked");
  const size = parseFloat(getComputedStyle(lines.querySelector("math")).fontSize);
  const box = selector => lines.querySelector(selector).getBoundingClientRect();
  const [root, inside] = [box("mfrac msqrt"), box("mfrac msqrt mn")];
  const [letter, hat] = [box("mover mi"), box("mover mo")];
  const brackets = [...lines.querySelectorAll("mo")].filter(mo => "()".includes(mo.textContent));
  return {
    pixel: 1 / size,
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
    rounded = found["pixel"] / 2
    assert 0.3 - rounded < found["above"] < 0.36 + rounded
    assert 0.05 < found["hat"] < 0.15
    # And nothing stands apart from a root or a bracket.
    assert 0 <= found["beside"] < 0.1
    assert found["bracket"] < 0.37


def test_a_long_function_goes_without_its_left_side_and_is_whole(playground: Playground) -> None:
    playground.open(E="(w1^2+w2-11)^2+(w1+w2^2-7)^2", start="0,0")
    formula = playground.page.locator(".function .formula")
    end, fade = formula.evaluate("""formula => [
      formula.querySelector("math > mrow > :last-child").getBoundingClientRect().right,
      formula.getBoundingClientRect().right - 26,
    ]""")
    assert end <= fade
    head = formula.locator("math > mrow > :first-child")
    expect(head).to_be_hidden()
    # A short one has it again.
    text = playground.figure.get_by_role("textbox", name="Error function")
    with playground.settling():
        text.fill("w1^2 + w2^2")
        text.press("Enter")
    text.blur()
    expect(head).to_be_visible()
    expect(head).to_have_text(re.compile(r"E\s*\(\s*w"))


def test_no_rule_in_the_editor_needs_a_scroll_bar(playground: Playground) -> None:
    playground.open()
    picker = playground.page.get_by_role("combobox", name="Optimizer of the selected run")
    for key in OPTIMIZERS:
        picker.select_option(key)
        formula = playground.page.locator(f"#{ids.rule_formula(key)}")
        expect(formula.locator("math").first).to_be_visible()
        room = formula.evaluate(
            "at => Math.max(...[...at.children].map(math => math.getBoundingClientRect().right))"
            " - at.closest('.editor').getBoundingClientRect().right"
        )
        assert room <= 0, key
        height = playground.page.locator(f"#{ids.OPTIMIZER_FORMULAS}").bounding_box()["height"]  # type: ignore[index]
        assert height <= 180, key


def test_what_goes_on_beyond_an_edge_says_so(open_page: OpenPage) -> None:
    playground, two = Playground(open_page()), TwoSteps(open_page(390, 844, arrivals=True))
    playground.open(E=LONG)
    two.page.goto("/?" + urlencode({"two-steps.E": LONG}))
    two.page.locator("#two-steps").scroll_into_view_if_needed()
    two.ready()
    beyond = "at => at.scrollWidth - at.clientWidth"
    # In the row above the surface the formula fades out, and the box below it has all of the text.
    formula = playground.page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    assert formula.evaluate(beyond) > 50
    fade = r"^linear-gradient\(90deg, .*, rgba\(0, 0, 0, 0\)\)$"
    expect(formula).to_have_css("mask-image", re.compile(fade))
    playground.page.get_by_role("textbox", name="Error function").focus()
    expect(formula).to_be_hidden()
    # In figure 1 it scrolls: covers move with it, the shades below them stay at the edges.
    formula = two.page.locator(f"#{ids.TWO_STEPS}{ids.ERROR_FUNCTION_FORMULA}")
    assert formula.evaluate(beyond) > 50
    expect(formula).to_have_css("background-attachment", "local, local, scroll, scroll")
