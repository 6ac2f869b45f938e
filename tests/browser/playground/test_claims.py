"""A claim sets the playground to runs that show it, and the lead says what to look at."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from components.playground.claims import CLAIMS, Claim
from optimizers import ErrorFunction
from optimizers.presets import PRESETS
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground

BOXES = """(async () => {
  while (playground.state.steps === 7) await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll("#editor .control-number input, #steps")]
    .filter(box => box.checkVisibility()).map(box => Number(box.ariaValueNow));
})()"""


def claim_of(key: str) -> Claim:
    return next(claim for claim in CLAIMS if claim.key == key)


def button(page: Page, claim: Claim, show: int = 0) -> Locator:
    group = page.get_by_role("group", name=f"Show: {claim.claim}")
    return group.get_by_role("button", name=claim.shows[show].label, exact=True)


def shown(playground: Playground) -> dict[str, Any]:
    """Return the state, with numbers in lists as JSON has them."""
    return dict(playground.get("structuredClone(playground.state)"))


def expected(claim: Claim, show: int) -> dict[str, Any]:
    state = claim.state(show).to_json()
    return state | {"start": list(state["start"]), "view": list(state["view"])}


@pytest.mark.parametrize("claim", [CLAIMS[0], CLAIMS[3], CLAIMS[5]], ids=lambda claim: claim.key)
def test_a_claim_sets_its_runs_side_by_side_and_the_lead_says_what_to_see(
    playground: Playground, claim: Claim
) -> None:
    playground.open(steps=7)
    page = playground.page
    lead = page.locator(f"#{ids.LEAD}")
    first = lead.inner_text()
    for k, show in enumerate(claim.shows):
        with playground.settling():
            button(page, claim, k).click()
        expect(lead).to_have_text(f"{claim.claim} {claim.words}")
        expect(lead).to_be_in_viewport()
        expect(page.locator(f"#{ids.SURFACE_GRAPH}")).to_be_in_viewport(ratio=0.9)
        expect(page.get_by_role("button", name="Start point")).to_be_focused()
        state = shown(playground)
        assert state == expected(claim, k)
        # All shows on this surface are compared, and the one that was pressed is selected.
        alike = [other for other in claim.shows if other.state.E == show.state.E]
        assert len(state["runs"]) == len(alike)
        rows = page.locator(f"#{ids.RUN_LIST} > :visible")
        expect(rows).to_have_count(len(alike))
        run = show.state.runs[0]
        expect(rows.nth(state["selected"])).to_contain_text(run.rule.name)
        expect(page.get_by_role("combobox", name="Optimizer")).to_have_value(run.optimizer)
        eta = page.get_by_role("spinbutton", name="η")
        expect(eta).to_have_value(f"{run.settings['eta']:g}")
        playground.agrees_with_numpy()
    drawn = ErrorFunction.parse(claim.shows[-1].state.typed)
    preset = next(one for one in PRESETS if ErrorFunction.parse(one.text) == drawn)
    playground.shows_surface(preset.name)

    # The words go once something else is shown, and what was set stays.
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowLeft")
    expect(lead).to_have_text(first)
    assert shown(playground)["E"] == claim.shows[-1].state.typed
    expect(lead.locator(".is-coloured")).to_have_count(0)


def test_words_wait_for_their_scene_and_give_way_to_another(playground: Playground) -> None:
    playground.open()
    page, (one, other) = playground.page, (claim_of("sign"), claim_of("wrong-eta"))
    lead = page.locator(f"#{ids.LEAD}")
    first = lead.inner_text()
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        button(page, one).click()
    expect(page.locator(f"#{ids.SAID}")).to_have_text(f"{one.claim} {one.words}")
    expect(lead).to_have_text(first)
    with playground.settling():
        button(page, other).click()
    expect(lead).to_have_text(f"{other.claim} {other.words}")
    held[0].abort()
    assert shown(playground) == expected(other, 0)
    # The same button again says the same.
    with playground.settling():
        button(page, other).click()
    expect(lead).to_have_text(f"{other.claim} {other.words}")
    # A preset says what to look for on it.
    with playground.settling():
        playground.choose_surface("Beale")
    expect(lead).to_have_text(next(one.look for one in PRESETS if one.name == "Beale"))


def test_the_controls_say_what_is_drawn_from_the_first_moment(playground: Playground) -> None:
    playground.open(steps=7)
    claim = claim_of("wrong-eta")
    with playground.settling():
        button(playground.page, claim).click()
        found = playground.get(BOXES)
    state = claim.shows[0].state
    assert sorted(found) == sorted([*state.runs[0].settings.values(), state.steps])


def test_a_claim_on_rates_has_their_curves_shown(playground: Playground) -> None:
    playground.open(traces="state")
    page, claim = playground.page, claim_of("scaling")
    lower = page.get_by_role("group", name="Lower chart")
    expect(lower.get_by_role("button", name="s", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    found: list[tuple[float, float]] = []
    for k in range(2):
        with playground.settling():
            button(page, claim, k).click()
        expect(lower.get_by_role("button", pressed=True)).to_have_text("rate")
        curves = playground.get("playground.charts.trace.curves().map(({label}) => label)")
        assert curves == ["w₁", "w₂"]
        eta = playground.selected()["settings"]["eta"]
        rates = playground.live("rate1")[1:40, 0] / eta  # still on the wall, or on the plateau
        found.append((float(rates.max()), float(rates.min())))
    assert found[0][0] < 1
    assert found[1][1] > 1
