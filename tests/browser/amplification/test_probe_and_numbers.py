"""Figure 3: its probe, and the numbers and words for two steps."""

import re

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps
from tests.support.browser.maps import Maps


def test_arrow_keys_move_the_probe_and_its_numbers(maps: Maps) -> None:
    maps.open(g="3,0.5")
    handle = maps.page.get_by_role("button", name="Probe")
    panel = maps.page.locator(f"#{ids.AMPLIFICATION_PROBE}")
    for key, (side, sign) in {"ArrowUp": (1, 1), "ArrowLeft": (0, -1)}.items():
        before = maps.get("figure.state.probe")
        with maps.settling():
            handle.press(key)
        after = maps.get("figure.state.probe")
        assert (after[side] - before[side]) * sign > 0
        assert after[1 - side] == before[1 - side]
        found = two_steps(OPTIMIZERS["rmsprop"], *after, eta=1, beta=0.9, epsilon=1e-8)
        expect(panel).to_contain_text(f"{float(found.update):.12g}"[:9])
        word = "Amplified" if found.amplification > 0 else "Attenuated"
        expect(panel).to_contain_text(f"{word}: the second step is")
        expect(handle).to_have_accessible_name(re.compile(word))
        expect(maps.page.locator(f"#{ids.SAID}")).to_contain_text(word)
        assert f"g={after[0]:g},{after[1]:g}" in maps.page.evaluate("location.search")


def test_pointing_tells_numbers_and_a_click_moves_the_probe(maps: Maps) -> None:
    maps.open()
    card = maps.page.locator(f"#{ids.AMPLIFICATION_TOOLTIP}")
    maps.page.mouse.move(*maps.pixel(-6, 4))
    expect(card).to_be_visible()
    g1, g2, v, c_a = (
        float(text.replace("−", "-")) for text in card.get_by_role("cell").all_inner_texts()
    )
    assert [g1, g2] == pytest.approx([-6, 4], abs=0.05)
    found = two_steps(OPTIMIZERS["rmsprop"], g1, g2, eta=1, beta=0.9, epsilon=1e-8)
    assert [v, c_a] == pytest.approx([*map(float, (found.update, found.amplification))], rel=1e-9)
    expect(card).to_contain_text(f"Attenuated: the second step is only {found.ratio:.4g} times")
    with maps.settling():
        maps.page.mouse.click(*maps.pixel(-6, 4))
    assert maps.get("figure.state.probe") == pytest.approx([-6, 4], abs=0.05)
    maps.page.mouse.move(5, 5)
    expect(card).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "gradients", "sentence"),
    [
        ("momentum", (3, 0), "Amplified: there is no second gradient, yet Momentum moves on."),
        ("rmsprop", (3, 0), "Neither: without a second gradient there is no second step."),
        ("gradient-descent", (3, 2), "Neither: the second step is as long as η g₂."),
        ("rprop", (3, -2), "Attenuated to nothing: Rprop pauses for a step."),
        ("momentum", (-4, 2), "Attenuated: the second step is only 0.8 times as long as η g₂. "
         "It goes against the second gradient."),
        ("rmsprop,beta:1", (3, 2), "Amplified: the second step is 10000 times as long as η g₂."),
    ],
)  # fmt: skip
def test_two_steps_in_words(
    maps: Maps, address: str, gradients: tuple[float, float], sentence: str
) -> None:
    maps.open(run=address, g=",".join(map(str, gradients)))
    expect(maps.page.locator(f"#{ids.AMPLIFICATION_PROBE} p")).to_have_text(sentence)


def test_the_table_is_that_of_the_map(maps: Maps) -> None:
    maps.open()
    maps.page.get_by_text("The large map as numbers").click()
    with maps.settling():
        maps.page.get_by_role("combobox", name="Rule").select_option("nesterov")
    table = maps.page.get_by_role("table", name="C_a for g₁")
    rows = [row.replace("−", "-").split("\t") for row in table.inner_text().split("\n")[1:]]
    g1s = [float(text) for text in rows[0][1:]]
    for g2, *cells in rows[1:]:
        expected = two_steps(OPTIMIZERS["nesterov"], g1s, float(g2), eta=1, alpha=0.9)
        assert [float(cell) for cell in cells] == pytest.approx(expected.amplification, rel=1e-3)
