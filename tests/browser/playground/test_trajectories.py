"""Trajectories of all runs on the surface: colours, ends, names, step arrows, notes."""

from itertools import combinations
from typing import Any, cast

import pytest
from playwright.sync_api import expect

from components.ui.palette import palette
from optimizers.presets import PRESETS
from tests.support.browser.playground import Playground
from tests.support.browser.surface_canvas import colours, of_shapes, open_recorded, texts, words

SIX = [
    "gradient-descent,eta:0.001",
    "rmsprop,eta:0.05",
    "adam,eta:0.2",
    "momentum,eta:0.001",
    "adagrad,eta:1",
    "rprop",
]
DIVERGING = ["rmsprop,eta:0.05", "gradient-descent,eta:0.103"]
RUNS = cast("list[dict[str, Any]]", palette("light")["runs"])
NOTES = ["start: drag it", "both move alike", "then w₁ crawls"]
FRAME = "(({width, height}) => [width, height])(playground.plot.mapping())"
LINE = 16
# The letters of the formulas.
STEP = "−\N{MATHEMATICAL ITALIC SMALL V}"
PLAIN = "−\N{MATHEMATICAL ITALIC SMALL ETA}\N{MATHEMATICAL ITALIC SMALL G}"


def test_every_run_goes_from_dark_to_bright_in_the_colours_of_its_place(
    playground: Playground,
) -> None:
    playground.open()
    found = colours(playground)
    for place in (0, 1):
        bins = RUNS[place]["bins"]
        assert {bins[0], bins[4], bins[8]} <= found.keys()
        assert RUNS[place]["colour"] in found  # the shape at its end
    assert not {run["colour"] for run in RUNS[2:]} & found.keys()


def test_a_hidden_run_is_not_drawn_until_it_is_shown(playground: Playground) -> None:
    open_recorded(playground, hidden=2, selected=1)
    bins = set(RUNS[1]["bins"][:8])
    assert not bins & colours(playground).keys()
    assert "RMSProp" not in texts(playground)
    assert "both move alike" not in texts(playground)
    playground.page.get_by_role("button", name="Hide run 2, RMSProp").click()
    playground.until("drawnWords.some(([text]) => text === 'RMSProp')")
    assert bins <= colours(playground).keys()


def test_a_diverging_run_ends_in_an_arrowhead_at_the_frame(playground: Playground) -> None:
    open_recorded(playground, run=DIVERGING)
    assert "Gradient descent diverges" in texts(playground)
    width, height = playground.get(FRAME)
    places = of_shapes(colours(playground)[RUNS[1]["colour"]], words(playground))
    # Of the arrowhead only, for the path has other colours: all of it at one place of the frame.
    distances = [min(x, y, width - x, height - y) for x, y in places]
    assert len(places) > 20
    assert max(distances) < 20
    assert min(distances) < 6


def test_a_run_that_ends_outside_the_view_leaves(playground: Playground) -> None:
    open_recorded(playground, view="-18,-6,10,22", selected=1)
    assert {"RMSProp leaves", "Gradient descent leaves"} <= {*texts(playground)}


def test_a_race_is_drawn_up_to_its_iteration(playground: Playground) -> None:
    open_recorded(playground)
    assert RUNS[1]["bins"][7] in colours(playground)
    playground.get("playground.goTo(125.5, {isRace: true})")
    playground.until("playground.time.isRace")
    playground.page.evaluate("() => new Promise(requestAnimationFrame)")
    found = colours(playground)
    assert {RUNS[1]["bins"][3]} <= found.keys()
    assert not {*RUNS[1]["bins"][4:]} & found.keys()
    # The shape of the run moves along: halfway between two iterations.
    x, y = playground.get(
        "(({x, y}, {w1, w2}) => [(x(w1[125]) + x(w1[126])) / 2, (y(w2[125]) + y(w2[126])) / 2])"
        "(playground.plot.mapping(), playground.trajectories[0].columns)"
    )
    shape = of_shapes(found[RUNS[0]["colour"]], words(playground))
    middle = [sum(place[k] for place in shape) / len(shape) + 0.5 for k in (0, 1)]
    assert middle == pytest.approx([x, y], abs=0.6)


@pytest.mark.parametrize("key", ["bowl", "himmelblau", "beale"])
def test_six_names_do_not_overlap(playground: Playground, key: str) -> None:
    preset = next(preset for preset in PRESETS if preset.key == key)
    view, start = (",".join(map(str, part)) for part in (preset.view, preset.start))
    open_recorded(playground, E=preset.text, view=view, start=start, run=SIX, steps=300)
    width, height = playground.get(FRAME)
    found = [word for word in words(playground) if word.text not in NOTES]
    names = ["AdaGrad", "Adam", "Gradient descent", "Momentum", "RMSProp", "Rprop"]
    assert sorted(word.text for word in found) == names
    for word in found:
        assert 0 <= word.left <= word.left + word.width <= width
        assert LINE / 2 <= word.middle <= height - LINE / 2
    for one, other in combinations(found, 2):
        left, right = sorted((one, other), key=lambda word: word.left)
        across = left.left + left.width <= right.left
        assert across or abs(one.middle - other.middle) >= LINE, f"{one.text} and {other.text}"


def test_an_inspected_step_has_its_arrows(playground: Playground) -> None:
    open_recorded(playground, step=170)
    found = texts(playground)
    assert f"{PLAIN} ×1" in found
    # RMSProp's step is 1 to 2 pixels long there.
    [step] = [text for text in found if text.startswith(STEP)]
    assert step.startswith(f"{STEP} ×")
    playground.get("playground.selectRun(0)")
    playground.until(f"drawnWords.some(([text]) => text.startsWith('{STEP} = {PLAIN}'))")
    assert not [text for text in texts(playground) if text.startswith(PLAIN)]


def test_the_first_scene_has_notes_that_go_with_it(playground: Playground) -> None:
    open_recorded(playground)
    found = texts(playground)
    assert {*NOTES} <= {*found}
    assert not [text for text in found if text.startswith("−")]
    handle = playground.page.get_by_role("button", name="Start point")
    handle.press("ArrowRight")
    playground.until("!drawnWords.some(([text]) => text === 'both move alike')")
    assert not {*NOTES} & {*texts(playground)}
    expect(handle).to_be_visible()


def test_a_narrow_surface_has_no_notes(playground: Playground) -> None:
    playground.page.set_viewport_size({"width": 390, "height": 844})
    open_recorded(playground)
    assert not {*NOTES} & {*texts(playground)}
