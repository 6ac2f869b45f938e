"""Value, ends and step of a parameter's slider: typed, moved by keys, undone."""

import pytest
from playwright.sync_api import expect

from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.parameters import PARAMETERS, end, number, slider
from tests.support.browser.playground import Playground


def test_undo_and_redo(playground: Playground) -> None:
    playground.open(E="x^2 + a y^2", p="a:2,min:0,max:4", steps=20)
    page = playground.page
    with playground.settling():
        slider(page).press("ArrowRight")
    with playground.settling():
        end(page, "Greatest").fill("8")
    assert playground.get(PARAMETERS) == [
        {"name": "a", "value": 2.01, "low": 0, "high": 8, "step": 0.01}
    ]
    for key, value, high in (("z", 2.01, 4), ("z", 2, 4), ("y", 2.01, 4), ("y", 2.01, 8)):
        page.get_by_role("button", name="Start point").focus()
        with playground.settling():
            page.keyboard.press(f"Control+{key}")
        found = playground.get(PARAMETERS)[0]
        assert (found["value"], found["high"]) == (value, high)
        expect(number(page, "a, exact value")).to_have_value(f"{value:g}")
        expect(end(page, "Greatest")).to_have_value(f"{high:g}")
        playground.agrees_with_numpy()


def test_a_range_is_typed_and_is_in_the_address(playground: Playground) -> None:
    playground.open(E="x^2 + k y^2", p="k:25", steps=20)
    page = playground.page
    value = number(page, "k, exact value")
    for box, text, search in (
        (end(page, "Least", "k"), "1", "p=k:25,min:1"),
        (number(page, "Step of the slider of k"), "0.5", "p=k:25,min:1,step:0.5"),
        (end(page, "Greatest", "k"), "30", "p=k:25,min:1,max:30,step:0.5"),
        (value, "4.25", "p=k:4.25,min:1,max:30,step:0.5"),
        # A value beyond the ends moves them.
        (value, "-2", "p=k:-2,min:-2,max:30,step:0.5"),
        (value, "400", "p=k:400,min:-2,max:400,step:0.5"),
        # An end that would leave the value out takes it along.
        (end(page, "Greatest", "k"), "10", "p=k:10,min:-2,step:0.5"),
    ):
        with playground.settling():
            box.fill(text)
        assert playground.search() == f"?E=w1%5E2%2Bk%2Aw2%5E2&{search}&steps=20"
        playground.agrees_with_numpy()
    page.reload()
    wait_until_ready(page)
    assert playground.get(PARAMETERS) == [
        {"name": "k", "value": 10, "low": -2, "high": 10, "step": 0.5}
    ]
    expect(slider(page, "k")).to_have_attribute("min", "-2")


@pytest.mark.parametrize(
    ("label", "text", "sentence"),
    [
        ("k, exact value", "1e9", "k: 10⁹ is too large; give a number from −1000000 to 1000000."),
        ("k, exact value", "nan", "k: give a number from −1000000 to 1000000."),
        ("Least k of the slider", "200", "min: 200 is too large"),
        ("Step of the slider of k", "0", "step: 0 is too small"),
    ],
)
def test_a_mistake_is_said_and_changes_nothing(
    playground: Playground, label: str, text: str, sentence: str
) -> None:
    playground.open(E="x^2 + k y^2", p="k:25,min:1,max:100", steps=20)
    box, before = number(playground.page, label), playground.get(PARAMETERS)
    box.fill(text)
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(playground.figure.locator(".parameter .box-message")).to_contain_text(sentence)
    box.press("Enter")
    assert playground.get(PARAMETERS) == before


def test_keys_move_a_slider_and_its_box(playground: Playground) -> None:
    playground.open(E="x^2 + k y^2", p="k:2,min:0,max:20", steps=20)
    page = playground.page
    of_slider, of_box = slider(page, "k"), number(page, "k, exact value")
    for control, key, value in (
        (of_slider, "ArrowRight", 2.1),
        (of_slider, "End", 20),
        (of_slider, "Home", 0),
        (of_box, "ArrowUp", 0.1),
        (of_box, "PageUp", 1.1),
    ):
        with playground.settling():
            control.press(key)
        assert playground.get("playground.state.parameters[0].value") == pytest.approx(value)
        expect(slider(page, "k")).to_have_attribute("aria-valuetext", f"{value:g}")
        playground.agrees_with_numpy()
