"""Requests are retried when they are lost on the way, and not forever."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from components import ids
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.held import KERNEL, SURFACE
from tests.support.browser.playground import Playground

LOST: list[Callable[[Route], None]] = [
    lambda route: route.abort("connectionreset"),
    lambda route: route.fulfill(status=502, content_type="text/html", body="Bad Gateway"),
    lambda route: route.fulfill(status=503, body=""),
]
TURNS = len(LOST) + 1
"""How often the page asks in all."""
NO_ANSWER = "The server could not answer: press Enter to ask again."


@pytest.fixture
def unwatched(browser: Browser, site: str) -> Iterator[Page]:
    """Open a page whose mistakes are not counted: the browser calls every lost request an error."""
    with browser.new_context(base_url=site) as context:
        yield context.new_page()


def lose(page: Page, pattern: str | re.Pattern[str], times: int) -> list[str]:
    """Lose the first requests of a page to each address; return the list of all that are made."""
    asked: list[str] = []

    def handle(route: Route) -> None:
        address = route.request.url
        turn = asked.count(address)
        asked.append(address)
        if turn < times:
            LOST[turn % len(LOST)](route)
        else:
            route.continue_()

    page.route(pattern, handle)
    return asked


def type_function(page: Page, text: str) -> None:
    box = page.locator("#playground").get_by_role("textbox", name="Error function")
    box.fill(text)
    box.press("Enter")


def test_layout_and_kernels_that_are_lost_are_asked_for_again(unwatched: Page) -> None:
    layout = lose(unwatched, "**/layout.json*", times=1)
    kernels = lose(unwatched, "**/kernels/**", times=1)
    # The worker asks for kernels of its own, soon after or before the page is looked at.
    unwatched.route("**/sweep-worker*", lambda route: None)
    unwatched.goto("/?embed=playground&E=w1^2%2Bw2^4&start=1,2")
    wait_until_ready(unwatched)
    assert [layout.count(address) for address in set(layout)] == [2]
    # The fragment by which a browser loads a module again is part of no request.
    assert {kernels.count(address) for address in kernels} == {2}
    assert len(kernels) == 6
    expect(unwatched.locator(f"#{ids.NOTICE}")).to_be_hidden()
    Playground(unwatched).agrees_with_numpy()


ENTRY = re.compile(r"/assets/(dist/)?main[^/]*\.js")
STARTS_AGAIN = {
    "entry": ENTRY,
    "libraries": "**/*.min.js*",
    "style": "**/*.css*",
    "Dash": "**/_dash-*",
}


@pytest.mark.parametrize("part", STARTS_AGAIN.values(), ids=STARTS_AGAIN)
def test_a_page_of_which_a_part_is_lost_starts_again(
    unwatched: Page, part: str | re.Pattern[str]
) -> None:
    asked = lose(unwatched, part, times=1)
    unwatched.goto("/?embed=playground&E=w1^2%2Bw2^4&start=1,2#playground")
    wait_until_ready(unwatched)
    assert asked
    assert min(asked.count(address) for address in asked) == 2
    assert unwatched.url.endswith("/?embed=playground&E=w1^2%2Bw2^4&start=1,2#playground")
    Playground(unwatched).agrees_with_numpy()


def test_it_does_not_start_again_forever(unwatched: Page) -> None:
    asked = lose(unwatched, ENTRY, times=99)
    unwatched.goto("/", wait_until="commit")
    said = unwatched.get_by_role("alert").filter(has_text="A part of this page could not be loaded")
    expect(said).to_be_visible(timeout=60_000)
    expect(said).to_have_text(re.compile(r"^[A-Z][^.]*\.$"))
    assert len(asked) == TURNS


def test_a_lower_figure_that_is_lost_is_asked_for_again_and_the_page_says_so(
    unwatched: Page,
) -> None:
    pattern = "**/figures/two-steps.json*"
    asked = lose(unwatched, pattern, times=1)
    unwatched.goto("/")
    wait_until_ready(unwatched)
    two_steps = unwatched.get_by_role("region", name="Two steps")
    two_steps.scroll_into_view_if_needed()
    expect(two_steps.locator("[data-ready=true]")).to_have_count(1, timeout=60_000)
    assert len(asked) == 2
    unwatched.unroute(pattern)
    asked = lose(unwatched, pattern, times=99)
    unwatched.reload()
    wait_until_ready(unwatched)
    two_steps.scroll_into_view_if_needed()
    notice = unwatched.locator(f"#{ids.NOTICE}")
    expect(notice).to_have_text(re.compile("^A part of this page could not be loaded"))
    assert len(asked) == TURNS


def test_a_typed_function_is_asked_for_again_but_not_for_ever(unwatched: Page) -> None:
    playground = Playground(unwatched)
    playground.open(embed="playground")
    asked = lose(unwatched, SURFACE, times=len(LOST))
    with playground.settling():
        type_function(unwatched, "w1^2 + w2^4")
    assert playground.get("playground.E") == "w1^2+w2^4"
    assert len(asked) == TURNS
    expect(unwatched.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
    playground.agrees_with_numpy()

    # After that many turns the page gives up, keeps its picture, and can be asked again.
    unwatched.unroute(SURFACE)
    asked = lose(unwatched, SURFACE, times=TURNS)
    type_function(unwatched, "w1^4")
    box = unwatched.get_by_role("textbox", name="Error function")
    expect(box).to_have_accessible_description(NO_ANSWER, timeout=15_000)
    expect(box).to_have_attribute("aria-invalid", "false")
    assert len(asked) == TURNS
    assert playground.get("playground.E") == "w1^2+w2^4"
    with playground.settling():
        box.press("Enter")
    assert len(asked) == TURNS + 1
    assert playground.get("playground.E") == "w1^4"
    expect(box).to_have_accessible_description("")


def test_what_is_not_found_is_not_asked_for_again(unwatched: Page) -> None:
    playground = Playground(unwatched)
    playground.open(embed="playground")
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, content_type="text/plain", body="No.\n")

    unwatched.route(SURFACE, refuse)
    box = unwatched.get_by_role("textbox", name="Error function")
    playground.choose_surface("Beale")
    expect(box).to_have_accessible_description(NO_ANSWER)
    assert len(asked) == 1
    unanswered = unwatched.get_by_role("status").filter(has_text="zoom or move to ask again")
    expect(unanswered).to_be_hidden()
    unwatched.get_by_role("button", name="Zoom in").click()
    expect(unanswered).to_be_visible()
    assert len(asked) == 2

    # Once it answers, the same is asked for with all that belongs to it.
    unwatched.unroute(SURFACE)
    with playground.settling():
        box.press("Enter")
    expect(box).to_have_accessible_description("")
    state = playground.get("playground.state")
    assert (state["start"], state["view"]) == ([1, 1.5], [-4.5, 4.5, -4.5, 4.5])
    expect(unanswered).to_be_hidden()
    playground.agrees_with_numpy()


def test_an_answer_that_breaks_off_is_asked_for_again(unwatched: Page) -> None:
    page = unwatched
    page.add_init_script("""{
      const whole = window.fetch, broken = new Set();
      window.fetch = async (resource, options) => {
        const {href} = new URL(resource, document.baseURI);
        if (!/layout.json/.test(href) || broken.has(href)) return whole(resource, options);
        broken.add(href);
        return new Response(new ReadableStream({start: body => body.error(new TypeError("cut"))}));
      };
      window.brokenOff = broken;
    }""")
    page.goto("/")
    wait_until_ready(page)
    assert page.evaluate("brokenOff.size") == 1


def test_a_function_without_its_kernel_is_unanswered(unwatched: Page) -> None:
    playground = Playground(unwatched)
    playground.open(embed="playground")
    playground.until_swept()
    asked = lose(unwatched, KERNEL, times=TURNS)
    type_function(unwatched, "w1^4")
    box = unwatched.get_by_role("textbox", name="Error function")
    expect(box).to_have_accessible_description(NO_ANSWER)
    assert len(asked) == TURNS, asked
    assert playground.get("playground.E") == "3*w1^2+10*w2^2"
    playground.agrees_with_numpy()
    with playground.settling():
        box.press("Enter")
    assert playground.get("playground.E") == "w1^4"
    playground.agrees_with_numpy()


def test_a_function_typed_offline_is_asked_for_once_the_reader_is_back(unwatched: Page) -> None:
    playground = Playground(unwatched)
    playground.open(embed="playground")
    playground.until_swept()
    unwatched.context.set_offline(True)
    type_function(unwatched, "w1^4")
    box = unwatched.get_by_role("textbox", name="Error function")
    offline = "You are offline: this function is asked for again once you are back."
    expect(box).to_have_accessible_description(offline, timeout=15_000)
    # What needs no server goes on.
    with playground.settling():
        unwatched.get_by_role("slider", name="learning rate").press("ArrowRight")
    playground.agrees_with_numpy()
    assert playground.get("playground.E") == "3*w1^2+10*w2^2"
    with playground.settling():
        unwatched.context.set_offline(False)
        playground.until("playground.E === 'w1^4'")
    expect(box).to_have_accessible_description("")
    playground.agrees_with_numpy()
