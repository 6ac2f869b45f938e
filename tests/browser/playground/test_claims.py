"""A claim sets the playground to a state in which it can be seen, and says what to look at."""

import numpy as np
import pytest
from playwright.sync_api import expect

from components import ids
from components.playground.claims import CLAIMS, Claim, Show
from tests.support.browser.playground import Playground


def compared_with(playground: Playground, show: Show) -> None:
    """Assert that the dashed run is the one of a show, as its button says."""
    state = show.state
    run = state.trajectory(state.runs[0])
    columns = "playground.reference.columns"
    for name, values in {"w1": run.w[:, 0], "w2": run.w[:, 1], "E": run.error}.items():
        found = playground.get(
            f"Array.from({columns}.{name}.subarray(0, playground.reference.rows))"
        )
        np.testing.assert_allclose(np.array(found, dtype=float), values, rtol=1e-8, atol=1e-12)
    caption = playground.page.locator(f"#{ids.CLAIM}")
    expect(caption.get_by_title("The dashed line")).to_have_text(show.label)


@pytest.mark.parametrize("claim", [CLAIMS[0], CLAIMS[5]], ids=lambda claim: claim.key)
def test_a_claim_sets_the_playground_and_can_be_compared_with_another_state(
    playground: Playground, claim: Claim
) -> None:
    playground.open(steps=7)
    page = playground.page
    caption = page.locator(f"#{ids.CLAIM}")
    expect(caption).to_be_hidden()
    with playground.settling():
        page.get_by_role("group", name=f"Show: {claim.claim}").get_by_role("button").first.click()
    expect(page.locator(f"#{ids.CLAIM_TEXT}")).to_have_text(f"{claim.claim} {claim.words}")
    expect(page.locator(f"#{ids.SURFACE_GRAPH}")).to_be_in_viewport(ratio=0.9)

    for k, show in enumerate(claim.shows):
        button = caption.get_by_role("button", name=show.label, exact=True)
        if k:
            with playground.settling():
                button.press("Enter")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-pressed", "true")
        state = show.state
        run = state.runs[0]
        found = playground.get("playground.state")
        assert found["E"] == state.typed
        assert tuple(found["start"]) == state.start
        assert found["steps"] == state.steps
        assert tuple(found["view"]) == state.view
        assert found["runs"] == [{"optimizer": run.optimizer, "settings": run.settings}]
        picker = page.get_by_role("combobox", name="Optimizer")
        expect(picker).to_have_value(run.optimizer)
        eta = page.get_by_role("spinbutton", name="η").locator("visible=true")
        expect(eta).to_have_value(f"{run.settings['eta']:g}")
        playground.agrees_with_numpy()
        compared_with(playground, claim.shows[0 if k else 1])
    expect(page.get_by_role("button", name="Choose a surface: your own")).to_have_count(0)

    caption.get_by_role("button", name="Close the claim").click()
    expect(caption).to_be_hidden()
    assert playground.get("playground.referenceState") is None
    playground.until("playground.reference === null")
    # What was seen stays.
    assert playground.get("playground.state.E") == claim.shows[-1].state.typed


def test_the_controls_say_what_is_drawn_from_the_first_moment(playground: Playground) -> None:
    playground.open(steps=7)
    claim = next(claim for claim in CLAIMS if claim.key == "wrong-eta")
    with playground.settling():
        playground.page.get_by_role("group", name=f"Show: {claim.claim}").get_by_role(
            "button"
        ).first.click()
        found = playground.get("""(async () => {
          while (playground.state.steps === 7) await new Promise(requestAnimationFrame);
          return playground.runControls.controls.filter(({box}) => box.checkVisibility())
            .map(({name, box}) => [name, box.valueAsNumber]);
        })()""")
    state = claim.shows[0].state
    assert dict(found) == {**state.runs[0].settings, "steps": state.steps}


def test_a_claim_on_rates_has_their_curves_shown(playground: Playground) -> None:
    playground.open()
    page = playground.page
    claim = next(claim for claim in CLAIMS if claim.key == "scaling")
    with playground.settling():
        page.get_by_role("group", name=f"Show: {claim.claim}").get_by_role("button").first.click()
    legend = page.get_by_role("group", name="Curves")
    rates = legend.get_by_role("button", name="η/√")
    expect(rates).to_have_count(2)
    shown: dict[str, tuple[float, float]] = {}
    for label in ("Steep: shrinks", "Flat: enlarges"):
        with playground.settling():
            page.locator(f"#{ids.CLAIM}").get_by_role("button", name=label).click()
        for rate in rates.all():
            expect(rate).to_have_attribute("aria-pressed", "true")
        assert playground.get("playground.errorCurve.curves().map(({name}) => name)") == [
            "E",
            "η/√(s₁ + ε)",
            "η/√(s₂ + ε)",
            "level",
        ]
        eta = playground.get("playground.state.runs[0].settings.eta")
        found = playground.live("rate1")[1:40, 0] / eta  # still on the wall, or on the plateau
        shown[label] = (float(found.max()), float(found.min()))
    assert shown["Steep: shrinks"][0] < 1
    assert shown["Flat: enlarges"][1] > 1
