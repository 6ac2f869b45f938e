"""The step inspector's numbers can be checked by hand, and = is only what is exactly so."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import select, worked


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


def test_the_articles_example(playground: Playground) -> None:
    playground.open()
    page = playground.page
    expect(page.locator(f"#{ids.STEP_SENTENCE}")).to_have_text(
        "Both weights move by 0.158, although the slope along w₂ is 4.4 times as steep."
    )
    expect(page.locator(f"#{ids.STEP_COMPARED}")).to_have_text(
        "The step of w₂ is attenuated (126× shorter than plain η·g₂), that of w₁ too (28×)."
    )
    assert worked(playground) == [
        ("g1(1)", "∂E∂w1(-15,20)", "=", "-90"),
        ("s1(1)", "0.9*0+0.1*((-90))^(2)", "=", "810"),
        ("w1(1)", "-15-((0.05*(-90))/(sqrt(810+1e-8)))", "≈", "-14.84"),
        ("g2(1)", "∂E∂w2(-15,20)", "=", "400"),
        ("s2(1)", "0.9*0+0.1*(400)^(2)", "=", "16000"),
        ("w2(1)", "20-((0.05*400)/(sqrt(16000+1e-8)))", "≈", "19.84"),
    ]
    section = page.get_by_role("region", name="The step in numbers")
    bars = section.get_by_role("img").all()
    assert [bar.get_attribute("aria-label") for bar in bars] == [
        "slope of w₁: 90, 23 % of the longer bar",
        "divisor of w₁: 28.46, 23 % of the longer bar",
        "step of w₁: 0.1581, 100 % of the longer bar",
        "slope of w₂: 400, 100 % of the longer bar",
        "divisor of w₂: 126.5, 100 % of the longer bar",
        "step of w₂: 0.1581, 100 % of the longer bar",
    ]
    page.get_by_text("The runs as numbers").click()
    gradient = page.locator(f"#{ids.GRADIENT_FORMULA} math")
    expect(gradient).to_have_count(2)
    assert [re.sub(r"\s", "", text) for text in gradient.all_text_contents()] == [
        "∂E∂w1=6w1",
        "∂E∂w2=20w2",
    ]


def test_every_line_can_be_checked_by_hand(
    playground: Playground, subtests: pytest.Subtests
) -> None:
    playground.open(run="rmsprop", E="(1-w1)^2+2*(w2-w1^2)^2+w1", start="-1.234567,2", steps=60)
    for key in OPTIMIZERS:
        with subtests.test(key):
            playground.choose_optimizer(key)
            _check_lines(playground, key)


def _check_lines(playground: Playground, key: str) -> None:
    rule, run = OPTIMIZERS[key], playground.numpy()
    settings = rule.settings({})
    initial = rule.initial_state(settings)
    for t in (1, 2, 17, 60):
        select(playground, t)
        lines = worked(playground)
        past = {n: run.state[n][t - 1] for n in initial}
        numpy = rule.apply(t, run.gradient[t - 1], past, settings)
        numpy["w"] = run.w[t - 1] - numpy["v"]
        names = {"delta": "Δ", "eta_i": "η", "g_previous": "g", "m_hat": "m", "s_hat": "s"}
        numpy["g"] = run.gradient[t - 1]
        expected = [
            (f"{names.get(line, line)}", float(numpy[line][i]))
            for i in (0, 1)
            for line in ("g", *_shown(key, [name for name in numpy if name != "g"]))
        ]
        assert len(lines) == len(expected)
        for (head, body, relation, result), (line, value) in zip(lines, expected, strict=True):
            assert head[0] == line[0]
            said = result or body
            assert abs(float(said.strip("()")) - value) <= 1.001 * digits(said.strip("()"))
            if "∂" in body:
                continue
            if result:
                assert abs(reckoned(body) - float(result)) <= 1.001 * digits(result), (head, body)
            if result:
                exact = reckoned(body) == pytest.approx(float(result), rel=1e-14, abs=0)
                assert relation == ("=" if exact else "≈"), (head, body, result)


def test_equal_is_only_what_is_exactly_so(playground: Playground) -> None:
    playground.open(E="3 w1^2 + 10 w2^2 + sin(w2)", start="-15,0")
    assert worked(playground)[3] == ("g2(1)", "∂E∂w2(-15,0)", "=", "1")
    select(playground, 2)
    assert worked(playground)[3][2] == "≈"
    # A root below nothing does no harm.
    playground.open(start="-15,0", run="rmsprop")
    assert worked(playground)[5] == ("w2(1)", "0-((0.05*0)/(sqrt(0+1e-8)))", "=", "0")
    # With beta = 1 nothing enters s, whatever g is.
    playground.open(run="rmsprop,beta:1")
    select(playground, 37)
    line = worked(playground)[1]
    assert line[0] == "s1(37)"
    assert line[2:] == ("=", "0")


def _shown(key: str, names: list[str]) -> list[str]:
    """Return the lines of a rule that are worked out: v only where it is a sum."""
    return [name for name in names if name != "v" or key == "nesterov"]
