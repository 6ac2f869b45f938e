"""Figure 3: the small maps of other decays and of every rule."""

import re

from playwright.sync_api import expect

from components import ids
from components.amplification.state import DECAYS_SENTENCE
from optimizers import OPTIMIZERS
from tests.support.browser.maps import Maps

LETTERED = """
canvas => {
  const {width, height} = canvas, margin = 18 * devicePixelRatio, context = canvas.getContext("2d");
  const {data} = context.getImageData(0, height - margin, width, margin);
  const inked = y => data.slice(4 * y * width, 4 * (y + 1) * width)
    .some((value, k) => k % 4 === 3 && value);
  return Array.from({length: margin}, (_, y) => inked(y));
}
"""


def test_the_name_below_a_small_map_is_whole(maps: Maps) -> None:
    maps.open()
    tile = maps.page.get_by_role("button", name=re.compile("^β = 0.9 C"))
    tile.scroll_into_view_if_needed()
    expect(tile).to_contain_text("from")
    rows = tile.locator("canvas").evaluate(LETTERED)
    assert rows.count(True) >= 7, "g with its index"
    assert not any(rows[-1:] + rows[:1]), "not cut below, and clear of the map"


def test_beta_of_one_is_hatched_and_said_in_numbers(maps: Maps) -> None:
    maps.open()
    tile = maps.page.get_by_role("button", name=re.compile("^β = 1 C"))
    tile.scroll_into_view_if_needed()
    expect(tile).to_contain_text("98600")
    remarks = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=remarks]")
    expect(remarks).to_contain_text("β = 1 reaches 98600: the colours end at 10")
    expect(remarks).to_contain_text("only √ε is left below the gradient")
    with maps.settling():
        tile.click()
    assert maps.get("figure.state.run.settings.beta") == 1
    expect(tile).to_have_attribute("aria-pressed", "true")
    expect(maps.page.get_by_role("spinbutton", name=re.compile("^β"))).to_have_value("1")
    assert (maps.shown() > maps.get("figure.scale.limit")).all()
    assert maps.get("figure.scale.end") == 10, "the scale does not stretch"
    maps.agrees_with_numpy()


def test_the_list_of_decays_is_the_reader_s(maps: Maps) -> None:
    maps.open()
    box = maps.page.get_by_role("textbox", name="Values of β")
    row = maps.page.get_by_role("region", name="RMSProp at several β").get_by_role("button")
    expect(row).to_have_count(5)
    with maps.settling():
        box.fill("0.2, 0.95,1")
    expect(row).to_have_count(3)
    assert [text.split("\n")[0] for text in row.all_inner_texts()] == [
        "β = 0.2",
        "β = 0.95",
        "β = 1",
    ]
    assert "betas=0.2,0.95,1" in maps.page.evaluate("location.search")
    too_many = ",".join(["0.1234"] * 2 + [f"0.{k}" for k in range(1, 10)])
    message = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS_MESSAGE}")
    refused = {"0.2, 2": "2 is not", "0,a,9": "a, 9 are not", "": "", too_many: ""}
    for wrong, named in refused.items():
        box.fill(wrong)
        expect(message).to_have_text((named and f"{named} from 0 to 1. ") + DECAYS_SENTENCE)
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(row).to_have_count(3)
    box.blur()
    expect(box).to_have_value("0.2, 0.95, 1")
    expect(message).to_have_text("")


def test_every_rule_has_a_map_and_becomes_the_large_one(maps: Maps) -> None:
    maps.open()
    rules = maps.page.get_by_role("region", name="Amplification by every rule")
    for key in ("rprop", "adam", "super-sab"):
        rule = OPTIMIZERS[key]
        tile = rules.get_by_role("button", name=rule.name)
        with maps.settling():
            tile.click()
        expect(tile).to_have_attribute("aria-pressed", "true")
        assert maps.page.get_by_role("combobox", name="Rule").input_value() == key
        maps.agrees_with_numpy()
        assert f"run={key}" in maps.page.evaluate("location.search")
    with maps.settling():
        maps.page.get_by_role("combobox", name="Rule").select_option("rprop")
    expect(maps.page.get_by_role("textbox", name="Values")).to_be_hidden()
    expect(maps.page.get_by_role("slider", name="first step")).to_be_visible()
    remarks = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=remarks]")
    expect(remarks).to_contain_text("Rprop forgets at no rate")


def test_a_decay_that_a_rule_does_not_admit_is_left_out_and_said(maps: Maps) -> None:
    maps.open(run="adam")
    expect(
        maps.page.get_by_role("region", name="Adam at several β₂").get_by_role("button")
    ).to_have_count(4)
    remarks = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=remarks]")
    expect(remarks).to_contain_text("Adam admits β₂ from 0 to 0.9999: 1 is left out.")
