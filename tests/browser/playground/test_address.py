"""The address holds the state: read on arrival, written when the hand rests, short."""

import re

from playwright.sync_api import expect

from components import ids
from optimizers import ErrorFunction
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

STATE = "structuredClone(playground.state)"


def search(playground: Playground) -> str:
    return str(playground.page.evaluate("location.search"))


def test_a_page_opens_in_the_state_of_its_address_and_keeps_it(playground: Playground) -> None:
    page = playground.page
    address = (
        "?E=x^2%2B2y^2&start=1.5,-2.25&steps=30&run=momentum,eta:0.02,alpha:0.5&run=adam"
        "&view=-3,4,-5,6"
    )
    page.goto("/" + address)
    wait_until_ready(page)
    momentum = {"optimizer": "momentum", "settings": {"eta": 0.02, "alpha": 0.5}}
    state = playground.get(STATE)
    assert state["runs"][0] == momentum
    assert [run["optimizer"] for run in state["runs"]] == ["momentum", "adam"]
    assert ErrorFunction.parse(state["E"]).text == "w1^2+2*w2^2"
    assert (state["start"], state["steps"], state["view"]) == ([1.5, -2.25], 30, [-3, 4, -5, 6])
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("x^2+2y^2")
    expect(page.get_by_role("combobox", name="Optimizer")).to_have_value("momentum")
    playground.shows_surface("your own")
    expect(page.get_by_role("spinbutton", name="α")).to_have_value("0.5")
    expect(page.get_by_role("spinbutton", name="tmax")).to_have_value("30")
    expect(page.get_by_role("spinbutton", name=re.compile("^start.*2"))).to_have_value("-2.25")
    assert (*playground.plot().x, *playground.plot().y) == (-3, 4, -5, 6)
    expect(page.locator(f"#{ids.notice('playground')}")).to_be_hidden()
    playground.agrees_with_numpy()

    # What the hand does is written, what it did not touch stays, and nothing piles up behind it.
    before = page.evaluate("history.length")
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    eta = playground.get("playground.state.runs[0].settings.eta")
    assert eta > 0.02
    assert search(playground) == (
        "?E=w1^2%2B2*w2^2&start=1.5,-2.25&steps=30"
        f"&run=momentum,eta:{eta:g},alpha:0.5&run=adam&view=-3,4,-5,6"
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
    table = page.request.get("/trajectory.csv" + search(playground)).text()
    last = table.split("\n2 adam")[0].splitlines()[-1].split(",")
    assert [float(number) for number in last[2:4]] == playground.numpy().w[-1].tolist()


def test_mistakes_open_the_default_and_what_is_written_then_is_short(
    playground: Playground,
) -> None:
    page = playground.page
    page.goto("/?E=sin(&start=2,3&steps=many&run=rmsprop,eta:99&view=1,2")
    wait_until_ready(page)
    notice = page.locator(f"#{ids.notice('playground')}")
    expect(notice).to_be_visible()
    expect(notice.locator("p")).to_have_text(
        [re.compile(rf"^{part}: .*default") for part in ("E", "steps", "view", "run")]
    )
    state = playground.get(STATE)
    assert state["E"] == "3 w1^2 + 10 w2^2"
    assert (state["start"], state["steps"], state["view"]) == ([2, 3], 100, [-20, 20, -25, 25])
    assert state["runs"][0]["settings"]["eta"] == 0.05
    playground.agrees_with_numpy()
    # Once a hand moves, the address holds what is shown and no mistake any more.
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    assert search(playground) == "?start=2,3&run=rmsprop,beta:0"

    # It is as short as it can be: only what would otherwise be misread is encoded.
    box = page.get_by_role("textbox", name="Error function")
    with playground.settling():
        box.fill("  x²  +  y² + |x|/2 ")
        box.press("Enter")
    function = "?E=w1^2%2Bw2^2%2Babs(w1)/2&start=2,3"
    assert search(playground) == f"{function}&run=rmsprop,beta:0"
    with playground.settling():
        page.get_by_role("spinbutton", name="tmax").fill("7")
    assert search(playground) == f"{function}&steps=7&run=rmsprop,beta:0"
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("adam")
    assert search(playground) == f"{function}&steps=7&run=adam"
    # Back at the defaults, there is nothing to write.
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("rmsprop")
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("End")
        page.get_by_role("spinbutton", name="β").fill("0.9")
        page.get_by_role("spinbutton", name="tmax").fill("100")
    with playground.settling():
        playground.choose_surface("The article's bowl")
    assert search(playground) == ""
    assert page.evaluate("location.pathname") == "/"
