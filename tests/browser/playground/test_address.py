"""The address holds the state: read on arrival, written when the hand rests, short."""

import re

from playwright.sync_api import expect

from components import ids
from components.state.remarks import PLUS_SENTENCE
from optimizers import ErrorFunction
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

STATE = "structuredClone(playground.state)"


def test_a_page_opens_in_the_state_of_its_address_and_keeps_it(playground: Playground) -> None:
    page = playground.page
    shown = "&view=-3,4,-5,6&hidden=2&selected=1&step=12&axis=linear&traces=state"
    page.goto(
        "/?E=x^2%2B2y^2&start=1.5,-2.25&steps=30&run=momentum,eta:0.02,alpha:0.5&run=adam" + shown
    )
    wait_until_ready(page)
    state = playground.get(STATE)
    assert state["runs"][0] == {
        "optimizer": "momentum",
        "settings": {"eta": 0.02, "alpha": 0.5},
        "hidden": False,
    }
    assert [(run["optimizer"], run["hidden"]) for run in state["runs"]] == [
        ("momentum", False),
        ("adam", True),
    ]
    assert ErrorFunction.parse(state["E"]).text == "w1^2+2*w2^2"
    assert (state["start"], state["steps"], state["view"]) == ([1.5, -2.25], 30, [-3, 4, -5, 6])
    assert (state["selected"], state["step"]) == (0, 12)
    assert (state["axis"], state["traces"]) == ("linear", "state")
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("x^2+2y^2")
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value("momentum")
    playground.shows_surface("your own")
    expect(page.get_by_role("spinbutton", name="α")).to_have_value("0.5")
    expect(page.locator(f"#{ids.STEPS}")).to_have_value("30")
    expect(page.locator(f"#{ids.TIME_STEP}")).to_have_value("12")
    expect(page.get_by_role("spinbutton", name=re.compile("^start.*2"))).to_have_value("−2.25")
    expect(page.locator(f"#{ids.STEP_TITLE}")).to_have_text("Step 12")
    for group, chosen in (("E axis", "linear"), ("Lower chart", "state")):
        pressed = page.get_by_role("group", name=group).get_by_role("button", pressed=True)
        expect(pressed).to_have_attribute("value", chosen)
    # The stage is square: what was asked for is seen, and more beside it.
    plot = playground.plot()
    assert list(plot.y) == [-5, 6]
    assert plot.x[0] < -3
    assert plot.x[1] > 4
    assert sum(plot.x) == 1
    expect(page.locator(f"#{ids.notice('playground')}")).to_be_hidden()
    playground.agrees_with_numpy()

    # What the hand does is written, what it did not touch stays, and nothing piles up behind it.
    before = page.evaluate("history.length")
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    eta = playground.selected()["settings"]["eta"]
    assert eta > 0.02
    assert playground.search() == (
        "?E=w1%5E2%2B2%2Aw2%5E2&start=1.5,-2.25&steps=30"
        f"&run=momentum,eta:{eta:g},alpha:0.5&run=adam{shown}"
    )
    assert page.evaluate("history.length") == before

    # Reloading shows the same.
    state, live = playground.get(STATE), playground.live("w1", "w2", "E").tolist()
    page.reload()
    wait_until_ready(page)
    assert playground.get(STATE) == {**state, "E": "w1^2+2*w2^2"}
    assert playground.live("w1", "w2", "E").tolist() == live
    playground.agrees_with_numpy()
    # The same address asks the table for the same numbers.
    table = page.request.get("/trajectory.csv" + playground.search()).text()
    last = table.split("\n2 adam")[0].splitlines()[-1].split(",")
    assert [float(number) for number in last[2:4]] == playground.numpy().w[-1].tolist()


def test_mistakes_open_the_default_and_what_is_written_then_is_short(
    playground: Playground,
) -> None:
    page = playground.page
    page.goto("/?E=sin(&start=2,3&steps=many&run=sgd&view=1,2&selected=9")
    wait_until_ready(page)
    notice = page.locator(f"#{ids.notice('playground')}")
    expect(notice).to_be_visible()
    parts = ("E", "steps", "view", "run", "selected")
    expect(notice.locator("p")).to_have_text([re.compile(rf"^{part}: .*default") for part in parts])
    # What is wrong with the function is shown in its box too, which keeps the text.
    box = page.get_by_role("textbox", name="Error function")
    expect(box).to_have_value("sin(")
    expect(box).to_have_attribute("aria-invalid", "true")
    state, default = playground.get(STATE), playground.get("playground.catalogue.defaults")
    assert state == {**default, "start": [2, 3], "E": state["E"]}
    assert ErrorFunction.parse(state["E"]).text == default["E"]
    playground.agrees_with_numpy()
    # Once a hand moves, the address holds what is shown and no mistake any more.
    plain = "&run=gradient-descent&run=rmsprop"
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    expect(page).to_have_url(f"/?start=2,3{plain},beta:0")

    # It is as short as it can be, with no character at which a link ends.
    with playground.settling():
        box.fill("  x²  +  y² + |x|/2 ")
        box.press("Enter")
    function = "/?E=w1%5E2%2Bw2%5E2%2Babs%28w1%29%2F2&start=2,3"
    expect(page).to_have_url(f"{function}{plain},beta:0")
    with playground.settling():
        page.locator(f"#{ids.STEPS}").fill("7")
    expect(page).to_have_url(f"{function}&steps=7{plain},beta:0")
    picker = page.get_by_role("combobox", name="Optimizer")
    with playground.settling():
        picker.select_option("adam")
    expect(page).to_have_url(f"{function}&steps=7&run=gradient-descent&run=adam")
    # Back at the defaults, there is nothing to write.
    with playground.settling():
        picker.select_option("rmsprop")
    with playground.settling():
        page.get_by_role("spinbutton", name="β").fill("0.9")
    with playground.settling():
        page.locator(f"#{ids.STEPS}").fill("500")
    with playground.settling():
        playground.choose_surface("The article's bowl")
    expect(page).to_have_url("/")


def test_refused_numbers_of_a_parameter_stand_in_its_boxes(playground: Playground) -> None:
    page = playground.page
    page.goto("/?E=w1^2%2Bk*w2^2%2Ba&p=k:many,max:1e9&p=a:2")
    wait_until_ready(page)
    value = page.get_by_role("spinbutton", name="k, exact value")
    for box, text in ((value, "many"), (page.get_by_role("spinbutton", name="Greatest k"), "1e9")):
        expect(box).to_have_value(text)
        expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("spinbutton", name="a, exact value")).to_have_value("2")
    said = page.locator(f"#{ids.notice('playground')}")
    expect(said.locator("p")).to_have_text([re.compile("^p: Write 'k:many' as in k:25")])
    playground.agrees_with_numpy()
    with playground.settling():
        value.fill("4")
    expect(value).to_have_attribute("aria-invalid", "false")
    assert playground.search() == "?E=w1%5E2%2Bk%2Aw2%5E2%2Ba&p=k:4&p=a:2"


def test_what_was_typed_by_hand_is_read_as_meant_or_said(playground: Playground) -> None:
    page = playground.page
    page.goto("/?E=w1^2+3+w2^2&amp;Start=1,+2&STEPS=20.&strat=1&utm_source=article")
    wait_until_ready(page)
    state = playground.get(STATE)
    assert (state["E"], state["start"], state["steps"]) == ("w1^2+3+w2^2", [1, 2], 20)
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("w1^2+3+w2^2")
    expect(page.locator(f"#{ids.NOTICE}")).to_have_text(
        "The address has parts that this page does not know, and leaves out: strat."
    )
    expect(page.locator(f"#{ids.notice('playground')}")).to_be_hidden()
    playground.agrees_with_numpy()
    # Once a hand moves, all is written as the page writes it.
    with playground.settling():
        page.locator(f"#{ids.STEPS}").fill("7")
    expect(page).to_have_url("/?E=w1%5E2%2B3%2Bw2%5E2&start=1,2&steps=7")

    page.goto("/?E=w1^2+w2^2&start=1,2")
    wait_until_ready(page)
    assert playground.get("playground.E") == "w1^2*w2^2"
    expect(page.locator(f"#{ids.notice('playground')}")).to_have_text(PLUS_SENTENCE)
