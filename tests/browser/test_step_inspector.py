"""The step inspector: numbers that can be checked by hand, the words, and how a step is chosen."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.browser.conftest import Playground
from tests.optimizers.mathml import as_text

FRAME = "await new Promise(requestAnimationFrame);"
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
READ = """
playground => [...document.querySelectorAll("#step-worked .worked-formula:not([hidden])")]
  .map(formula => formula.outerHTML)
"""


def plain(text: str) -> str:
    """Return a number as Python writes it: (-90), 1e-08."""
    found = re.sub(r"(?:·10|\b10)([⁻⁰-⁹¹²³]+)", lambda m: f"e{m[1].translate(RAISED)}", text)
    found = re.sub(r"(^|\()e", r"\g<1>1e", found)
    return found.replace("−", "-")


def worked(playground: Playground) -> list[tuple[str, str, str, str]]:
    """Return the lines in sight: name, what is to be reckoned, relation and result."""
    playground.page.locator(f"#{ids.STEP_WORKED}").scroll_into_view_if_needed()
    expect(playground.page.locator("[data-result]").first).not_to_be_empty()
    # What comes into sight is drawn after the frame in which it did.
    playground.page.evaluate(f"async () => {{ {FRAME} {FRAME} }}")
    lines = []
    for outer in playground.page.evaluate(READ):
        head, _, *rest = (
            part for row in ElementTree.fromstring(outer).iter("math") for part in row[0]
        )
        body, relation, result = "", "", ""
        for part in rest:
            for number in part.iter("mn"):
                number.text = plain(number.text or "")
            if part.get("data-relation") is not None:
                relation = part.text or ""
            elif part.get("data-result") is not None:
                result = part.text or ""
            elif part.tag == "mspace":
                break
            else:
                body += as_text(part)
        lines.append(("".join(head.itertext()), body, relation, result))
    return lines


def reckoned(body: str) -> float:
    words: dict[str, Any] = {
        "sqrt": lambda x: x**0.5,
        "sign": lambda x: (x > 0) - (x < 0),
        "min": min,
        "max": max,
    }
    return float(eval(body.replace("^", "**"), {"__builtins__": {}, **words}))


def digits(result: str) -> float:
    """Return half a unit of the last digit of a number."""
    mantissa, _, exponent = result.partition("e")
    return float(0.5 * 10 ** (int(exponent or 0) - len(mantissa.partition(".")[2])))


def select(playground: Playground, t: int) -> None:
    playground.page.get_by_role("spinbutton", name="Step").fill(str(t))
    expect(playground.page.get_by_role("slider", name="Step", exact=True)).to_have_value(str(t))


def test_the_articles_example(playground: Playground) -> None:
    playground.open()
    page = playground.page
    expect(page.locator(f"#{ids.STEP_SENTENCE}")).to_have_text(
        "Compared with η g, the step of w₂ was shrunk 126 times, that of w₁ 28 times."
    )
    _, *lines = worked(playground)
    assert lines == [
        ("s1(1)", "0.9*0+0.1*((-90))^(2)", "=", "810"),
        ("w1(1)", "-15-((0.05*(-90))/(sqrt(810+1e-8)))", "≈", "-14.84"),
        ("s2(1)", "0.9*0+0.1*(400)^(2)", "=", "16000"),
        ("w2(1)", "20-((0.05*400)/(sqrt(16000+1e-8)))", "≈", "19.84"),
    ]
    gradient = page.locator(f"#{ids.GRADIENT_FORMULA} math")
    expect(gradient).to_have_count(2)
    assert [re.sub(r"\s", "", text) for text in gradient.all_text_contents()] == [
        "∂E∂w1=6w1",
        "∂E∂w2=20w2",
    ]


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_line_can_be_checked_by_hand(playground: Playground, key: str) -> None:
    playground.open(run=key, E="(1-w1)^2+2*(w2-w1^2)^2+w1", start="-1.234567,2", steps=60)
    rule, run = OPTIMIZERS[key], playground.numpy()
    settings = rule.settings({})
    initial = rule.initial_state(settings)
    for t in (1, 2, 17, 60):
        select(playground, t)
        (name, *_), *lines = worked(playground)
        assert name == f"g({t})"
        past = {n: run.state[n][t - 1] for n in initial}
        numpy = rule.apply(t, run.gradient[t - 1], past, settings)
        numpy["w"] = run.w[t - 1] - numpy["v"]
        names = {"delta": "Δ", "eta_i": "η", "g_previous": "g", "m_hat": "m", "s_hat": "s"}
        expected = [
            (f"{names.get(line, line)}", float(numpy[line][i]))
            for i in (0, 1)
            for line in _shown(key, list(numpy))
        ]
        assert len(lines) == len(expected)
        for (head, body, relation, result), (line, value) in zip(lines, expected, strict=True):
            assert head[0] == line[0]
            said = result or body
            assert abs(float(said.strip("()")) - value) <= 1.001 * digits(said.strip("()"))
            if result:
                assert abs(reckoned(body) - float(result)) <= 1.001 * digits(result), (head, body)
            if result:
                exact = reckoned(body) == pytest.approx(float(result), rel=1e-14, abs=0)
                assert relation == ("=" if exact else "≈"), (head, body, result)


RELATION = """
([values, sums]) => dash_clientside.lockstep.workedNumbers.work(values, {
  value: ([x, y, z]) => [x - y/Math.sqrt(z)], digits: [4], rational: false, sums,
}).exact
"""


def test_equal_is_only_what_is_exactly_so(playground: Playground) -> None:
    playground.open(E="3 w1^2 + 10 w2^2 + sin(w2)", start="-15,0")
    assert worked(playground)[0] == ("g(1)", "∇E(-15,0)(-90,1)", "=", "")
    select(playground, 2)
    assert worked(playground)[0][2] == "≈"
    # A root below nothing does no harm.
    playground.open(start="-15,0")
    assert worked(playground)[4] == ("w2(1)", "0-((0.05*0)/(sqrt(0+1e-8)))", "=", "0")
    # What a binary sum loses is there all the same; without a sum nothing is lost.
    exact = [playground.page.evaluate(RELATION, [[15, small, 4], True]) for small in (0, 1, 1e-20)]
    assert exact == [True, True, False]
    # With beta = 1 nothing enters s, whatever g is.
    playground.open(run="rmsprop,beta:1")
    select(playground, 37)
    line = worked(playground)[1]
    assert line[0] == "s1(37)"
    assert line[2:] == ("=", "0")


def _shown(key: str, names: list[str]) -> list[str]:
    """Return the lines of a rule that are worked out: v only where it is a sum."""
    return [name for name in names if name != "v" or key == "nesterov"]


def test_a_step_is_chosen_by_keyboard_button_curve_and_pointing(playground: Playground) -> None:
    playground.open()
    page = playground.page
    scrubber = page.get_by_role("slider", name="Step", exact=True)
    box = page.get_by_role("spinbutton", name="Step")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.evaluate("location.href")
    assert playground.get("playground.selected") is None
    expect(box).to_have_attribute("max", "100")
    scrubber.press("ArrowRight")
    expect(box).to_have_value("2")
    page.get_by_role("button", name="The step after").click()
    expect(box).to_have_value("3")
    page.get_by_role("button", name="The step before").click()
    expect(scrubber).to_have_value("2")
    plot = playground.plot(ids.CURVE_GRAPH)
    page.mouse.click(*plot.pixel(40.2, sum(plot.y) / 2))
    assert playground.get("playground.selected") == 40
    expect(box).to_have_value("40")
    # From there the arrow keys go on, although the pointer still rests on the curve.
    page.keyboard.press("ArrowRight")
    expect(box).to_have_value("41")
    page.keyboard.press("ArrowLeft")
    expect(box).to_have_value("40")
    # Pointing shows another for the time being.
    page.mouse.move(*playground.plot().pixel(*playground.numpy().w[80]))
    expect(box).not_to_have_value("40")
    page.mouse.move(5, 5)
    expect(box).to_have_value("40")
    expect(page.get_by_role("status").filter(has_text="Step 40.")).to_have_count(1)
    # What is no step changes nothing, though it may begin like one.
    box.press("ControlOrMeta+a")
    box.press_sequentially("1000")
    expect(box).to_have_accessible_description("t: give a whole number from 1 to 100.")
    assert playground.get("playground.selected") == 100
    box.blur()
    expect(box).to_have_value("40")
    assert playground.get("playground.selected") == 40
    assert page.evaluate("location.href") == before
    assert asked == []


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


def test_it_follows_a_slider_without_a_request(playground: Playground) -> None:
    playground.open()
    page = playground.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sentence = page.locator(f"#{ids.STEP_SENTENCE}")
    page.get_by_role("slider", name="decay of the scaling").press("Home")
    # beta = 0: s = g^2, so that the first step is eta for both
    expect(sentence).to_contain_text("the step of w₂ was shrunk 400 times, that of w₁ 90 times")
    assert worked(playground)[1] == ("s1(1)", "0*0+1*((-90))^(2)", "=", "8100")
    assert [url for url in asked if "_dash" in url] == []


def test_a_shorter_run_shows_its_last_step(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:1", steps=2000)
    select(playground, 100)
    last = playground.get("playground.trajectory.rows") - 1
    playground.page.get_by_role("combobox", name="Optimizer").select_option("rmsprop")
    expect(playground.page.get_by_role("spinbutton", name="Step")).to_have_value("100")
    assert last > 100
    with playground.settling():
        playground.page.get_by_role("spinbutton", name=re.compile("exact value$")).last.fill("50")
    expect(playground.page.get_by_role("slider", name="Step", exact=True)).to_have_value("50")


def test_no_step_is_said_to_be_none(playground: Playground) -> None:
    playground.open(E="log(w1)", start="-1,0")
    expect(playground.page.locator(f"#{ids.STEP_SENTENCE}")).to_have_text("No step was taken.")


def test_the_rates_have_an_axis_of_their_own(playground: Playground) -> None:
    playground.open()
    legend = playground.page.get_by_role("group", name="Curves")

    def shown() -> list[object]:
        return list(playground.get("playground.curve._fullData.map(({visible}) => visible)"))

    legend.get_by_role("button", name="s₁", exact=True).click()
    playground.until("playground.curve._fullLayout.yaxis2.visible")
    legend.get_by_role("button", name="η/√(s₁ + ε)").click()
    playground.until("playground.curve._fullLayout.yaxis2.type === 'log'")
    # s1 makes way, the level comes.
    assert shown() == [True, *["legendonly"] * 2, False, False, True, "legendonly", True]
    low, high = playground.get("playground.curve._fullLayout.yaxis2.range")
    rate = playground.numpy().rate
    assert rate is not None
    assert 10**low < rate[:, 0].min()
    assert 10**high > 0.05
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("PageUp")
    rate = playground.numpy().rate
    assert rate is not None
    drawn = playground.get("Array.from(playground.curve._fullData[5].y).slice(1)")
    assert drawn == pytest.approx(rate[:, 0].tolist(), rel=1e-9)
    level = playground.get("Array.from(playground.curve._fullData[7].y)")
    assert level == [playground.get("playground.state.runs[0].settings.eta")] * 2
    # And the memory takes the axis back.
    legend.get_by_role("button", name="s₁", exact=True).click()
    playground.until("playground.curve._fullLayout.yaxis2.type === 'linear'")
    assert shown() == [True, True, "legendonly", False, False, "legendonly", "legendonly", False]
