"""Undo, redo and reset of whatever is set; Back and Forward between scenes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.held import SURFACE, hold
from tests.support.browser.playground import Playground

SETTABLE = "(({step, ...rest}) => structuredClone(rest))(playground.state)"


def button(playground: Playground, name: str) -> Locator:
    return playground.page.get_by_role("button", name=name, exact=True)


def box_of_function(playground: Playground) -> Locator:
    return playground.page.get_by_role("textbox", name="Error function")


def move_slider(playground: Playground) -> None:
    playground.page.get_by_role("slider", name="decay of the scaling").press("ArrowLeft")


def move_start(playground: Playground) -> None:
    playground.page.get_by_role("button", name="Start point").press("ArrowRight")


def type_function(playground: Playground) -> None:
    box_of_function(playground).fill("w1^2 + 2 w2^2")
    box_of_function(playground).press("Enter")


def choose_optimizer(playground: Playground) -> None:
    playground.page.get_by_role("combobox", name="Optimizer").select_option("adam")


def add_run(playground: Playground) -> None:
    menu = playground.page.get_by_role("combobox", name="Compare with another")
    menu.select_option("momentum")


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


def agree(playground: Playground) -> None:
    """Assert that page, address, boxes, pictures and kernel show one state."""
    page, state = playground.page, playground.get("structuredClone(playground.state)")
    playground.agrees_with_numpy()
    run = state["runs"][state["selected"]]
    expect(box_of_function(playground)).to_have_value(state["E"])
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value(run["optimizer"])
    for name in (name for name in ("eta", "beta") if name in run["settings"]):
        symbol = {"eta": "η", "beta": "β"}[name]
        expect(page.get_by_role("spinbutton", name=symbol)).to_have_attribute(
            "aria-valuenow", f"{run['settings'][name]:.16g}"
        )
    for identity, value in zip((ids.START_W1, ids.START_W2), state["start"], strict=True):
        shown = float(page.locator(f"#{identity}").get_attribute("aria-valuenow") or "nan")
        assert shown == pytest.approx(value, rel=1e-5)
    playground.until("playground.plot.isAt(playground.state.view)")
    expect(page.locator(f"#{ids.RUN_LIST} > :visible")).to_have_count(len(state["runs"]))


def address_is(playground: Playground, search: str) -> None:
    """Wait for a query; what follows a change of scene by the browser is written at rest."""
    playground.until(f"location.search === {search!r}")


def reload_agrees(playground: Playground) -> None:
    """Assert that the address leads to what is seen."""
    state, E = playground.get("structuredClone(playground.state)"), playground.get("playground.E")
    playground.page.reload()
    wait_until_ready(playground.page)
    default = playground.get("playground.catalogue.defaults.E")
    again = playground.get("structuredClone(playground.state)")
    assert again == {**state, "E": default if state["E"] == default else E}
    assert playground.get("playground.E") == E
    agree(playground)


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


def test_back_and_forward_go_from_scene_to_scene(playground: Playground) -> None:
    playground.open()
    page, visits = playground.page, playground.page.evaluate("history.length")
    scenes = [(playground.get("structuredClone(playground.state)"), playground.search())]

    def remember() -> None:
        scenes.append((playground.get("structuredClone(playground.state)"), playground.search()))

    with playground.settling():
        playground.choose_surface("Ravine")
    # A slider and the start stay in the scene that they belong to.
    with playground.settling():
        move_slider(playground)
    remember()
    with playground.settling():
        choose_optimizer(playground)
    remember()
    with playground.settling():
        add_run(playground)
    with playground.settling():
        move_start(playground)
    remember()
    assert page.evaluate("history.length") == visits + 3
    for state, search in scenes[-2::-1]:
        with playground.settling():
            page.evaluate("history.back()")
        assert playground.get("structuredClone(playground.state)") == state
        address_is(playground, search)
        agree(playground)
    for state, search in scenes[1:]:
        with playground.settling():
            page.evaluate("history.forward()")
        assert playground.get("structuredClone(playground.state)") == state
        address_is(playground, search)
    agree(playground)
    assert page.evaluate("history.length") == visits + 3
    reload_agrees(playground)
