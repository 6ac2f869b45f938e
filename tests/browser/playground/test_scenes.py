"""Back and Forward go from scene to scene."""

from tests.support.browser.playground import Playground
from tests.support.browser.whole_state import (
    add_run,
    address_is,
    agree,
    choose_optimizer,
    move_slider,
    move_start,
    reload_agrees,
)


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
