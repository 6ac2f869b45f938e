"""Figure 3 for axe, by finger, in both themes and on the whole page."""

import pytest
from playwright.sync_api import expect

from components.amplification.state import DECAYS_SENTENCE
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.maps import Maps

ETA = "learning rate"


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing(open_page: OpenPage, axe: Axe, size: tuple[int, int]) -> None:
    maps = Maps(open_page(*size, touch=size[0] < 400, arrivals=True))
    maps.page.goto("/?amplification.range=far#amplification")
    maps.ready()
    expect(maps.page.get_by_text("range must be a number from 0.01 to 1000.")).to_be_visible()
    maps.page.get_by_text("The large map as numbers").click()
    maps.page.get_by_role("textbox", name="Values of β").fill("2")
    expect(maps.page.get_by_text(DECAYS_SENTENCE)).to_be_visible()
    assert axe(maps.page) == []
    assert maps.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_tap_moves_the_probe_and_a_theme_changes_the_colours(open_page: OpenPage) -> None:
    maps = Maps(open_page(390, 844, touch=True, arrivals=True))
    maps.open()
    with maps.settling():
        maps.page.touchscreen.tap(*maps.pixel(-5, -5))
    assert maps.get("figure.state.probe") == pytest.approx([-5, -5], abs=0.1)
    light = maps.get("figure.theme.colours.stops[0]")
    maps.page.emulate_media(color_scheme="dark")
    maps.until("figure.theme.name === 'dark'")
    assert maps.get("figure.theme.colours.stops[0]") != light


def test_on_the_whole_page_the_figure_arrives_with_its_parts_of_the_address(
    open_page: OpenPage,
) -> None:
    page = open_page(arrivals=True)
    maps = Maps(page)
    page.goto("/?amplification.run=adagrad,eta:0.5&amplification.range=3#amplification")
    maps.ready()
    assert maps.get("figure.state.run.settings") == {"eta": 0.5, "epsilon": 1e-8}
    with maps.settling():
        page.get_by_role("region", name="Amplification").get_by_role(
            "slider", name=ETA
        ).first.press("ArrowRight")
    eta = maps.get("figure.state.run.settings.eta")
    assert eta > 0.5
    assert f"amplification.run=adagrad,eta:{eta:g}" in page.evaluate("location.search")
