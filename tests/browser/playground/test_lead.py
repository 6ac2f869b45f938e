"""The lead says what to look at in a preset's scene, until another one is shown."""

from playwright.sync_api import expect

from components import ids
from components.state.state import preset_state
from optimizers.presets import PRESETS
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground

RAVINE, BEALE = (preset for preset in PRESETS if preset.key in ("ravine", "beale"))

BOXES = """(async () => {
  const steps = document.getElementById("steps");
  // What follows the state is drawn in one of the next frames.
  while (playground.state.steps === 7 || steps.value === "7")
    await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll("#editor .control-number input, #steps")]
    .filter(box => box.checkVisibility()).map(box => Number(box.ariaValueNow));
})()"""


def test_words_wait_for_their_scene_and_give_way_to_another(playground: Playground) -> None:
    playground.open()
    page = playground.page
    lead = page.locator(f"#{ids.LEAD}")
    first = lead.inner_text()
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        playground.choose_surface(RAVINE.name)
    expect(page.locator(f"#{ids.SAID}")).to_have_text(f"{RAVINE.name}. {RAVINE.look}")
    expect(lead).to_have_text(first)
    with playground.settling():
        playground.choose_surface(BEALE.name)
    expect(lead).to_have_text(BEALE.look)
    held[0].abort()
    assert playground.get("playground.state.E") == BEALE.text
    # What was set stays when the words go.
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowLeft")
    expect(lead).to_have_text(first)
    assert playground.get("playground.state.E") == BEALE.text
    expect(lead.locator(".is-coloured")).to_have_count(0)


def test_the_controls_say_what_is_drawn_from_the_first_moment(playground: Playground) -> None:
    playground.open(steps=7)
    with playground.settling():
        playground.choose_surface(RAVINE.name)
        found = playground.get(BOXES)
    state = preset_state(RAVINE)
    assert sorted(found) == sorted([*state.selected_run.settings.values(), state.steps])
