"""The list of runs: add, copy, remove, hide and select; every view and the address follow."""

import re

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from components.ui.palette import RUNS
from optimizers import OPTIMIZERS
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.controls import number
from tests.support.browser.csv import table
from tests.support.browser.everyone import colour
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import plain

SIX = (
    "gradient-descent,eta:0.001",
    "rmsprop,eta:0.05",
    "adam,eta:0.2",
    "momentum,eta:0.001",
    "adagrad,eta:1",
    "rprop",
)
ADD = "Compare with another"


def rows(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.RUN_LIST} > :visible")


def act(playground: Playground, name: str) -> None:
    """Press a button of the list, by the beginning of its name."""
    with playground.settling():
        runs = playground.page.get_by_role("region", name="Runs", exact=True)
        runs.get_by_role("button", name=re.compile(f"^{name}")).click()


def add(playground: Playground, value: str) -> None:
    with playground.settling():
        playground.page.get_by_role("combobox", name=ADD).select_option(value)


def optimizers(playground: Playground) -> list[str]:
    return list(playground.get("playground.state.runs.map(({optimizer}) => optimizer)"))


def finals_are_numpys(playground: Playground) -> None:
    """Assert that each row has NumPy's final E: three digits, or all before the point."""
    playground.agrees_with_numpy()
    for place, row in enumerate(rows(playground).all()):
        error = playground.numpy(place).error[-1]
        final = row.locator(".final").inner_text()
        assert float(plain(final)) == pytest.approx(error, rel=6e-3, abs=0), place
        assert error < 1000 or final == str(round(error)), place


def shown_of(playground: Playground, place: int) -> None:
    """Assert that rule, controls, inspector and traces are those of a run."""
    page, run = playground.page, playground.get(f"playground.state.runs[{place}]")
    rule = OPTIMIZERS[run["optimizer"]]
    assert playground.get("playground.state.selected") == place
    pressed = page.locator(f"#{ids.RUN_LIST} [data-act=select][aria-pressed=true]:visible")
    expect(pressed).to_have_text([rule.name])
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value(rule.key)
    expect(page.get_by_role("group", name=f"The rule of {rule.name}", exact=True)).to_be_visible()
    for spec in rule.hyperparameters:
        box = page.locator(f"#{ids.control_number(ids.hyperparameter(rule.key, spec.name))}")
        expect(box).to_be_visible()
        assert number(box) == run["settings"][spec.name]
    expect(page.locator(f"#{ids.STEP_OPTIMIZER}")).to_have_text(rule.name)
    own = "playground.charts.trace.curves().at(-1).place"
    assert playground.get(own) == place
    hue, *_ = RUNS["light"][place]
    set_colour = "playground.root.style.getPropertyValue('--run')"
    assert colour(playground.get(set_colour)) == colour(hue)


def test_runs_are_added_copied_and_removed(playground: Playground) -> None:
    playground.open(steps=60)
    page = playground.page
    expect(rows(playground)).to_have_count(2)
    add(playground, "adam")
    shown_of(playground, 2)
    assert playground.selected()["settings"] == OPTIMIZERS["adam"].settings({})
    with playground.settling():
        page.get_by_role("spinbutton", name="η").fill("0.5")
    add(playground, "copy")
    assert optimizers(playground) == ["gradient-descent", "rmsprop", "adam", "adam"]
    assert playground.selected()["settings"]["eta"] == 0.5
    # A copy has a life of its own.
    with playground.settling():
        page.get_by_role("spinbutton", name="η").fill("0.25")
    etas = playground.get("playground.state.runs.map(({settings: {eta}}) => eta)")
    assert etas == [0.001, 0.05, 0.5, 0.25]
    expect(rows(playground).locator(".eta")).to_have_text(["0.001", "0.05", "0.5", "0.25"])
    shown_of(playground, 3)
    finals_are_numpys(playground)
    # The one before the selected run goes: the same run stays selected, at its new place.
    rows(playground).nth(1).hover()
    act(playground, "Remove run 2")
    assert optimizers(playground) == ["gradient-descent", "adam", "adam"]
    shown_of(playground, 2)
    # The selected one goes: the one that takes its place is selected, or the last.
    act(playground, "Remove run 3")
    shown_of(playground, 1)
    assert playground.selected()["settings"]["eta"] == 0.5
    finals_are_numpys(playground)
    assert playground.search() == "?steps=60&run=gradient-descent&run=adam,eta:0.5"
    rows(playground).nth(0).hover()
    act(playground, "Remove run 1")
    shown_of(playground, 0)
    # The last one cannot be removed.
    expect(page.get_by_role("button", name="Remove run")).to_have_count(0)
    assert playground.search() == "?steps=60&run=adam,eta:0.5"


def test_runs_of_one_optimizer_are_told_apart_by_what_differs(playground: Playground) -> None:
    runs = ["adam", "adam,beta1:0.5", "rmsprop", "rmsprop,eta:0.1"]
    playground.open(steps=60, run=runs)
    # Learning rates stand beside the names.
    names = ["Adam, β₁ 0.9", "Adam, β₁ 0.5", "RMSProp", "RMSProp"]
    expect(rows(playground).locator(".name")).to_have_text(names)
    add(playground, "copy")
    expect(rows(playground).locator(".name").last).to_have_text("RMSProp, run 5")


def test_there_are_at_most_six_in_the_colours_of_their_places(playground: Playground) -> None:
    playground.open(steps=30, run=SIX[:4])
    page = playground.page
    add(playground, "adagrad")
    add(playground, "rprop")
    expect(rows(playground)).to_have_count(6)
    expect(page.get_by_role("combobox", name=ADD)).to_be_hidden()
    expect(page.get_by_text("6 of 6", exact=True)).to_be_visible()
    shapes = set()
    for place, row in enumerate(rows(playground).all()):
        glyph = row.locator(".glyph")
        hue, *_ = RUNS["light"][place]
        fill = glyph.locator("svg").evaluate("svg => getComputedStyle(svg).fill")
        assert colour(fill) == colour(hue)
        shapes.add(glyph.locator("path").get_attribute("d"))
    assert len(shapes) == 6
    finals_are_numpys(playground)
    act(playground, "Remove run 6")
    expect(page.get_by_role("combobox", name=ADD)).to_be_visible()
    page.goto("/?" + "&".join(f"run={run}" for run in (*SIX, "adam")))
    wait_until_ready(page)
    expect(page.locator(f"#{ids.notice('playground')}")).to_contain_text("Give at most 6 runs.")


def test_selecting_a_run_shows_its_rule_settings_step_and_traces(playground: Playground) -> None:
    playground.open(steps=40, run=SIX)
    page = playground.page
    shown_of(playground, 5)
    for place, run in enumerate(SIX[:5]):
        name = OPTIMIZERS[run.partition(",")[0]].name
        act(playground, f"{name}$")
        shown_of(playground, place)
        assert f"&selected={place + 1}" in playground.search()
    # What is set is set of this run alone.
    before = playground.get("playground.state.runs.slice(0, 4)")
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowLeft")
    assert playground.selected()["settings"]["eta"] < 1
    assert playground.get("playground.state.runs.slice(0, 4)") == before
    # Another optimizer keeps the place, with its colour.
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("nesterov")
    shown_of(playground, 4)
    assert optimizers(playground)[4] == "nesterov"
    finals_are_numpys(playground)


def test_a_hidden_run_is_left_out_of_the_pictures_and_comes_back(playground: Playground) -> None:
    playground.open()
    page = playground.page
    places = "playground.charts.error.curves().map(({place}) => place)"
    rows(playground).nth(0).hover()
    act(playground, "Hide run 1")
    assert playground.get(places) == [1]
    assert len(playground.get("playground.paths().map(({rows}) => rows)")) == 1
    expect(page.get_by_role("button", name="Hide run 1")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#{ids.ERROR_FINDING}")).to_contain_text("E falls from 4675")
    expect(page.get_by_role("img", name="Contours of E")).not_to_have_accessible_name(
        re.compile("Gradient descent")
    )
    assert playground.search() == "?hidden=1"
    # Its number stays in the list, and it can be set while it is hidden.
    expect(rows(playground).nth(0).locator(".final")).to_have_text("1.64")
    page.reload()
    wait_until_ready(page)
    assert playground.get(places) == [1]
    act(playground, "Hide run 1")
    assert playground.get(places) == [0, 1]
    assert playground.search() == ""
    act(playground, "Hide run 2")
    rows(playground).nth(0).hover()
    act(playground, "Hide run 1")
    expect(page.locator(f"#{ids.ERROR_FINDING}")).to_have_text("No run is shown")
    assert playground.search() == "?hidden=1,2"


def test_the_address_holds_all_of_it_and_the_table_too(playground: Playground) -> None:
    playground.open(steps=50, run=SIX[:2])
    page = playground.page
    add(playground, "adam")
    act(playground, "Hide run 3")
    act(playground, "RMSProp$")
    with playground.settling():
        page.locator(f"#{ids.TIME_STEP}").fill("17")
    page.locator(f"#{ids.TIME_STEP}").press("Enter")
    with playground.settling():
        page.get_by_role("button", name="linear").click()
    with playground.settling():
        page.get_by_role("group", name="Lower chart").get_by_role("button", name="s").click()
    runs = "".join(f"&run={run}" for run in ("gradient-descent", "rmsprop", "adam"))
    shown = "&hidden=3&selected=2&step=17&axis=linear&traces=state"
    assert playground.search() == f"?steps=50{runs}{shown}"
    state = playground.get("structuredClone(playground.state)")
    page.reload()
    wait_until_ready(page)
    assert playground.get("structuredClone(playground.state)") == state
    shown_of(playground, 1)
    expect(page.locator(f"#{ids.STEP_TITLE}")).to_have_text("Step 17")
    finals_are_numpys(playground)
    found = table(page, "/trajectory.csv" + playground.search())
    assert list(found) == ["1 gradient-descent", "2 rmsprop", "3 adam"]
    for place, lines in enumerate(found.values()):
        run = playground.numpy(place)
        assert [line[1:3] for line in lines] == run.w.tolist()
        assert [line[3] for line in lines] == run.error.tolist()
