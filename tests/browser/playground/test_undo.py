"""Undo, redo and reset of whatever is set."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground
from tests.support.browser.whole_state import (
    add_run,
    address_is,
    agree,
    box_of_function,
    choose_optimizer,
    move_slider,
    move_start,
    reload_agrees,
)

SETTABLE = "(({step, ...rest}) => structuredClone(rest))(playground.state)"


def button(playground: Playground, name: str) -> Locator:
    return playground.page.get_by_role("button", name=name, exact=True)


def type_function(playground: Playground) -> None:
    box_of_function(playground).fill("w1^2 + 2 w2^2")
    box_of_function(playground).press("Enter")


def zoom(playground: Playground) -> None:
    button(playground, "Zoom in").click()


def hide_run(playground: Playground) -> None:
    playground.page.get_by_role("button", name="Hide run 2").click()


CHANGES: tuple[Callable[[Playground], None], ...] = (
    move_slider,
    move_start,
    type_function,
    choose_optimizer,
    zoom,
    hide_run,
    add_run,
)


def test_a_commit_before_the_surface_of_an_undone_function_records_nothing(
    playground: Playground,
) -> None:
    playground.open()
    page, first = playground.page, playground.get(SETTABLE)
    with playground.settling():
        type_function(playground)
    typed, search = playground.get(SETTABLE), playground.search()
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        button(playground, "Undo").click()
    playground.get("playground.commit()")
    assert playground.search() == search
    with playground.settling():
        held[0].continue_()
    assert playground.get(SETTABLE) == first
    with playground.settling():
        button(playground, "Redo").click()
    assert playground.get(SETTABLE) == typed
    address_is(playground, search)


def test_every_change_is_undone_and_done_again(playground: Playground) -> None:
    playground.open()
    undo, redo = button(playground, "Undo"), button(playground, "Redo")
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    states, searches = [playground.get(SETTABLE)], [playground.search()]
    for change in CHANGES:
        with playground.settling():
            change(playground)
        states.append(playground.get(SETTABLE))
        searches.append(playground.search())
        assert states[-1] != states[-2], change
        expect(undo).to_be_enabled()
        expect(redo).to_be_disabled()
    agree(playground)
    # Back to the beginning by the button, and again to the end by keys.
    for state, search in zip(states[-2::-1], searches[-2::-1], strict=True):
        expect(redo).to_be_enabled() if state is not states[-2] else expect(redo).to_be_disabled()
        with playground.settling():
            undo.click()
        assert playground.get(SETTABLE) == state
        address_is(playground, search)
        agree(playground)
    # A button that cannot be pressed any more has given the focus to the other.
    expect(undo).to_be_disabled()
    expect(redo).to_be_focused()
    for state, search in zip(states[1:], searches[1:], strict=True):
        with playground.settling():
            playground.page.keyboard.press("Control+Shift+Z")
        assert playground.get(SETTABLE) == state
        address_is(playground, search)
    agree(playground)
    expect(redo).to_be_disabled()
    # Another change after an undo: what was undone is gone.
    for _ in range(2):
        with playground.settling():
            playground.page.keyboard.press("Control+z")
    expect(redo).to_be_enabled()
    with playground.settling():
        add_run(playground)
    expect(redo).to_be_disabled()
    reload_agrees(playground)


def test_a_drag_is_one_change_and_the_inspected_step_is_none(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.plot()
    with playground.settling():
        page.mouse.move(*plot.pixel(-15, 20))
        page.mouse.down()
        page.mouse.move(*plot.pixel(-5, 10), steps=12)
        page.mouse.up()
    with playground.settling():
        button(playground, "One step forward").click()
    with playground.settling():
        button(playground, "Undo").click()
    assert playground.get("playground.state.start") == [-15, 20]
    assert playground.get("playground.state.step") == 2
    expect(button(playground, "Undo")).to_be_disabled()
    expect(page.locator(f"#{ids.SAID}")).not_to_be_empty()
    agree(playground)


def test_keys_in_a_text_box_are_the_boxs_own(playground: Playground) -> None:
    playground.open()
    with playground.settling():
        move_start(playground)
    moved = playground.get("playground.state.start")
    box = box_of_function(playground)
    box.focus()
    box.press("End")
    box.press_sequentially(" + 1")
    box.press("ControlOrMeta+z")
    assert playground.get("playground.state.start") == moved


def test_reset_brings_the_first_picture_and_can_be_undone(playground: Playground) -> None:
    playground.open(E="w1^2 + w2^4", start="1,2", view="-3,3,-3,3", run="adam", axis="linear")
    state = playground.get(SETTABLE)
    with playground.settling():
        button(playground, "Back to the first picture").click()
    expect(playground.page).to_have_url("/")
    default = playground.get("playground.catalogue.defaults")
    assert playground.get("structuredClone(playground.state)") == default
    agree(playground)
    expect(playground.page.locator(f"#{ids.LEAD} .is-coloured")).to_have_count(2)
    with playground.settling():
        button(playground, "Undo").click()
    assert playground.get(SETTABLE) == state
    agree(playground)
    reload_agrees(playground)
