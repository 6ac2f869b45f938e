"""The scene of a preset that was chosen in the gallery."""

from playwright.sync_api import Locator, Page, expect

from components import ids
from components.state.state import preset_state
from optimizers import ErrorFunction
from optimizers.preset import Preset
from tests.support.browser.playground import Playground


def lead(page: Page) -> Locator:
    return page.locator(f"#{ids.LEAD}")


def shows_the_scene(playground: Playground, preset: Preset) -> None:
    """Expect the scene of a preset, and what is said of it."""
    page, scene = playground.page, preset_state(preset).to_json()
    playground.until(f"playground.E === {ErrorFunction.parse(preset.text).text!r}")
    for name in ("view", "start", "steps", "runs", "selected"):
        found = playground.get(f"playground.state.{name}")
        assert found == [*scene[name]] if name in ("view", "start") else found == scene[name]
    expect(lead(page)).to_have_text(preset.look)
    expect(page.get_by_role("textbox", name="Error function")).to_have_value(preset.text)
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
    playground.shows_surface(preset.name)
