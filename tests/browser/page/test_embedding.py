"""A figure in an article of another origin, which sets its state, plays it and seeks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route, expect

from tests.support.browser.article import Sites, articles
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.maps import Maps
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

EXAMPLE = (Path(__file__).parents[3] / "examples/embedding.html").read_text(encoding="utf-8")
SENT = """(message) => document.querySelector("iframe").contentWindow.postMessage(message, "*")"""
KEEP = """() => {
  window.answers = [];
  addEventListener("message", ({origin, data}) => answers.push({origin, ...data}));
}"""


def article(figures: str, query: str) -> str:
    """Return an article with the figure of a query, or the example."""
    if query:
        frame = f'<iframe src="{figures}/?{query}" width="600" height="400"></iframe>'
        return f"<!doctype html><title>Article</title>{frame}"
    return EXAMPLE.replace("http://127.0.0.1:8050", figures)


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with articles(article) as sites:
        yield sites


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a context for all tests: its cache spares each the same download."""
    with browser.new_context(viewport={"width": 900, "height": 800}) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open an empty page; an error in it or in the frame fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.extend([said.text] * (said.type == "error")))
    yield page
    page.evaluate("0")
    page.close()
    assert [error for error in errors if "status of 400" not in error] == []


def embedded(page: Page) -> Frame:
    """Return the frame of the figure, once that is there."""
    frame = page.frames[1]
    wait_until_ready(cast(Page, frame))
    return frame


def ask(page: Page, message: Any) -> dict[str, Any]:
    """Send a message and return the answer to it."""
    before = page.evaluate("answers.length")
    page.evaluate(SENT, message)
    page.wait_for_function("(before) => answers.length > before", arg=before)
    return dict(page.evaluate("answers.at(-1)"))


def opened(page: Page, site: str, figure: str = "playground") -> Frame:
    """Open an article with a figure, and return the figure's frame."""
    page.goto(f"{site}/?embed={figure}")
    page.evaluate(KEEP)
    return embedded(page)


def test_the_example_sets_plays_and_seeks(page: Page, sites: Sites) -> None:
    page.goto(sites.article)
    output = page.locator("output")
    # It asks once the frame is loaded, and is answered once the figure is live.
    expect(output).to_have_text("rmsprop: E = 0.00187 after 500 steps")
    playground = Playground(cast(Page, embedded(page)))
    visits = page.evaluate("history.length")

    with playground.settling():
        page.get_by_role("button", name="η = 0.04").click()
    playground.until("playground.state.runs[0].settings.eta === 0.04")
    playground.agrees_with_numpy()
    error = playground.numpy(0).error[-1]
    expect(output).to_have_text(f"rmsprop: E = {error:.3g} after 500 steps")
    expect(playground.page.get_by_role("spinbutton", name="η")).to_have_value("0.04")

    page.get_by_role("button", name="step 100").click()
    playground.until("playground.time.t === 100 && !playground.time.isPlaying")
    expect(playground.page.get_by_role("spinbutton", name="Iteration")).to_have_value("100")
    page.get_by_role("button", name="Play").click()
    playground.until("playground.time.isPlaying")
    page.get_by_role("button", name="step 100").click()
    playground.until("!playground.time.isPlaying && playground.time.t === 100")
    assert page.evaluate("history.length") == visits, "the article's Back is its own"


def test_an_answer_has_the_query_the_runs_and_what_is_said(page: Page, sites: Sites) -> None:
    playground = Playground(cast(Page, opened(page, sites.article)))
    query = "E=w1%5E2%2Bw2%5E4&start=1,2&steps=30&run=adam,eta:0.1&run=gradient-descent,eta:5"
    answer = ask(page, {"lockstep": "set", "query": f"?{query}&embed=two-steps&theme=dark"})
    assert (answer["origin"], answer["lockstep"]) == (sites.figures, "state")
    assert (answer["figure"], answer["said"]) == ("playground", [])
    assert answer["query"] == query
    runs = [playground.numpy(place) for place in range(2)]
    for found, run in zip(answer["runs"], runs, strict=True):
        assert found["steps"] == len(run.w) - 1
        assert found["stopped"] == run.stopped
        np.testing.assert_allclose(found["w"], run.w[-1], rtol=1e-9)
        np.testing.assert_allclose(found["E"], run.error[-1], rtol=1e-9)
    assert answer["runs"][0]["optimizer"] == "adam"
    assert answer["runs"][1]["stopped"]
    assert ask(page, {"lockstep": "get"}) == answer

    # The default stands for what is mistaken, which is said, as in an address.
    answer = ask(page, {"lockstep": "set", "query": "run=adam,eta:99&steps=40"})
    (said,) = answer["said"]
    assert said.startswith("run: ")
    assert answer["query"] == "steps=40&run=adam"
    expect(playground.page.get_by_role("status").filter(has_text=said)).to_be_visible()
    assert playground.get("playground.state.runs.length") == 1
    assert ask(page, {"lockstep": "set", "query": ""})["query"] == ""
    expect(playground.page.get_by_role("status").filter(has_text=said)).to_have_count(0)
    # What cannot be read at all changes nothing.
    ask(page, {"lockstep": "set", "query": "steps=60"})
    answer = ask(page, {"lockstep": "set", "query": "&".join(["steps=70"] * 99)})
    assert answer["said"] == ["The address has too many parts: use at most 60."]
    assert answer["query"] == "steps=60"


def test_what_is_malformed_does_nothing(page: Page, sites: Sites) -> None:
    playground = Playground(cast(Page, opened(page, sites.article)))
    before = ask(page, {"lockstep": "get"})
    count = page.evaluate("answers.length")
    malformed: list[Any] = [None, "get", 3, [], {}, {"lockstep": "reset"}]
    malformed += [{"lockstep": "set", "query": query} for query in (3, None, "x" * 8001)]
    malformed += [{"lockstep": "seek", "t": t} for t in ("9", -1, 0.5, None)]
    for message in malformed:
        page.evaluate(SENT, message)
    assert ask(page, {"lockstep": "get"}) == before
    assert page.evaluate("answers.length") == count + 1
    assert playground.get("playground.time.t") == 1


def test_of_many_settings_the_last_is_shown(page: Page, sites: Sites) -> None:
    playground = Playground(cast(Page, opened(page, sites.article)))
    for eta in range(1, 10):
        page.evaluate(SENT, {"lockstep": "set", "query": f"run=adam,eta:0.{eta}"})
    page.evaluate(SENT, {"lockstep": "get"})
    # The answers to the last one that was set, and to the question.
    page.wait_for_function("() => answers.filter(({query}) => query.endsWith(':0.9')).length === 2")
    assert page.evaluate("answers.length") < 11
    assert playground.get("playground.state.runs[0].settings.eta") == 0.9


@pytest.mark.parametrize("query", ["start=3,-4&steps=4&run=adam&run=adagrad&view=-9,9,-9,9", ""])
def test_two_steps_are_set_and_answer(page: Page, sites: Sites, query: str) -> None:
    two = TwoSteps(cast(Page, opened(page, sites.article, "two-steps")))
    answer = ask(page, {"lockstep": "set", "query": query})
    assert (answer["figure"], answer["query"], answer["said"]) == ("two-steps", query, [])
    assert len(answer["runs"]) == 2
    two.agrees_with_numpy()
    names = ("adam", "adagrad") if query else ("gradient-descent", "rmsprop")
    for colour, name in zip(("Blue", "Orange"), names, strict=True):
        picker = two.root.get_by_role("combobox", name=f"{colour} optimizer")
        expect(picker).to_have_value(name)


def test_the_maps_are_set_and_answer(page: Page, sites: Sites) -> None:
    frame = opened(page, sites.article, "amplification")
    maps = Maps(cast(Page, frame))
    query = "run=adam,beta1:0.5&betas=0,0.5&range=5&g=1,-2"
    with maps.settling():
        answer = ask(page, {"lockstep": "set", "query": query})
    assert (answer["query"], answer["runs"], answer["said"]) == (query, [], [])
    maps.agrees_with_numpy()
    expect(frame.get_by_role("combobox", name="Rule")).to_have_value("adam")
    expect(frame.get_by_role("textbox", name="Values of")).to_have_value("0, 0.5")
    page.evaluate(SENT, {"lockstep": "play"})
    assert ask(page, {"lockstep": "get"}) == answer


COUNT = """() => {
  window.heard = 0;
  addEventListener("message", () => { window.heard += 1; });
}"""


def heard_without_effect(page: Page, playground: Playground, count: int) -> None:
    """Assert that the figure has heard so many messages, and neither followed nor answered them."""
    frame = playground.page
    frame.wait_for_function("(count) => heard === count", arg=count)
    # An answer to one of them would come before this.
    frame.evaluate("parent.postMessage({end: true}, '*')")
    page.wait_for_function("() => answers.at(-1)?.end")
    assert [answer for answer in page.evaluate("answers") if "end" not in answer] == []
    assert playground.get("playground.state.steps") == 500


def test_a_window_that_is_not_the_parent_is_ignored(page: Page, sites: Sites) -> None:
    playground = Playground(cast(Page, opened(page, sites.article)))
    ask(page, {"lockstep": "get"})
    page.evaluate("() => { answers.length = 0; }")
    playground.page.evaluate(COUNT)
    # Of the article's own origin, but beside the figure.
    page.evaluate("() => { document.body.append(document.createElement('iframe')); }")
    for message in ({"lockstep": "set", "query": "steps=7"}, {"lockstep": "get"}):
        page.frames[-1].evaluate("(said) => parent.frames[0].postMessage(said, '*')", message)
    heard_without_effect(page, playground, 2)


def test_an_origin_that_may_not_embed_is_ignored_even_as_the_parent(
    page: Page, sites: Sites
) -> None:
    def without_policy(route: Route) -> None:
        answer = route.fetch()
        headers = {k: v for k, v in answer.headers.items() if k != "content-security-policy"}
        route.fulfill(response=answer, headers=headers)

    page.route(f"{sites.figures}/?*", without_policy)
    playground = Playground(cast(Page, opened(page, sites.foreign)))
    playground.page.evaluate(COUNT)
    for message in ({"lockstep": "set", "query": "steps=7"}, {"lockstep": "get"}):
        page.evaluate(SENT, message)
    heard_without_effect(page, playground, 2)


def test_an_origin_that_may_not_embed_sees_no_figure(browser: Browser, sites: Sites) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            page.goto(sites.foreign)
