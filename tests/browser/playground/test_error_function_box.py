"""Typing an error function: a calculator's habits are understood, mistakes are explained."""

import re

from playwright.sync_api import Locator, Request, expect

from components import ids
from optimizers import ErrorFunction
from tests.support.browser.playground import Playground

EXAMPLES = [
    "sin(w1) + cos(w2)",
    "2sin(w1) w2",
    "(1-w1)^2+100(w2-w1^2)^2",
    "e^(-w1^2)",
    "|w1|",
    "w₁² + 2y²",
]


def box(playground: Playground) -> Locator:
    return playground.page.get_by_role("textbox", name="Error function")


def message(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")


def asked(playground: Playground) -> list[Request]:
    """Return the list into which the questions to the server will be put."""
    found: list[Request] = []
    playground.page.on("request", lambda r: found.append(r) if "surface.json" in r.url else None)
    return found


def picture(playground: Playground) -> object:
    """Return what the figure shows: function, view, corner of the contours, trajectory, formula."""
    return playground.get(
        "[playground.E, playground.state.E, playground.state.start, playground.plot.view(),"
        " playground.plot.answer().trace.z[0][0], Array.from(playground.trajectory.columns.w1),"
        " document.getElementById('error-function-formula').dataset.mathml, location.search]"
    )


def test_every_way_to_type_a_function_is_understood(playground: Playground) -> None:
    playground.open(start="0.5,0.25", view="-3,3,-3,3", steps=30)
    questions = asked(playground)
    formula = playground.page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    shown = formula.inner_html()
    for text in EXAMPLES:
        with playground.settling():
            box(playground).fill(text)
            box(playground).press("Enter")
        canonical = ErrorFunction.parse(text).text
        assert playground.get("playground.E") == canonical
        expect(message(playground)).to_be_empty()
        expect(box(playground)).not_to_have_attribute("aria-invalid", "true")
        expect(box(playground)).to_have_value(text)
        # The formula stands in the box until it is typed in.
        box(playground).blur()
        expect(formula.locator("math")).to_be_visible()
        assert formula.inner_html() != shown
        shown = formula.inner_html()
        playground.agrees_with_numpy()
        # The function is new, the reader's start and view are not.
        assert playground.get("playground.state.start") == [0.5, 0.25]
        assert playground.get("playground.plot.view()") == [-3, 3, -3, 3]
        assert ErrorFunction.parse(playground.get("new URL(location).searchParams.get('E')")) == (
            ErrorFunction.parse(canonical)
        )
    assert len(questions) == len(EXAMPLES), "each function is one question to the server"


MISTAKES = {
    "3 w1^2 + 10 w3^2": r"'w3' at position 13 is not known",
    "sim(w1)": r"'sim' at position 1 is not known: did you mean sin\?",
    "sin(w1": r"Close the '\(' that opens at position 4\.",
    "3 w1^": r".",
    "y = w1": r"equals sign",
    "": r"Type an error function",
    "9^9^9^9": r".",
    "w1+" * 2000: r"The formula is too long: use at most 1000 characters\.",
}


def test_a_mistake_is_one_sentence_and_the_last_good_figure_stays_usable(
    playground: Playground,
) -> None:
    playground.open(start="1,1")
    before = picture(playground)
    for text, sentence in MISTAKES.items():
        box(playground).fill(text)
        box(playground).press("Enter")
        expect(message(playground)).to_have_text(re.compile(sentence))
        expect(message(playground)).to_have_text(re.compile(r"^[^\n]{10,140}[.?]$"))
        expect(message(playground)).to_be_visible()
        expect(box(playground)).to_have_attribute("aria-invalid", "true")
        expect(box(playground)).to_have_accessible_description(re.compile(sentence))
        expect(box(playground)).to_have_value(text)
        assert picture(playground) == before

    # A hand still moves what is there, and the mistake stays until it is mended.
    with playground.settling():
        slider = playground.page.get_by_role("slider", name="learning rate")
        slider.press("ArrowRight")
    assert playground.get("playground.state.E") == "3 w1^2 + 10 w2^2"
    playground.agrees_with_numpy()
    expect(message(playground)).not_to_be_empty()

    box(playground).fill("3 w1^2 + 10 w2^2")
    box(playground).press("Enter")
    expect(message(playground)).to_be_empty()
    expect(box(playground)).to_have_attribute("aria-invalid", "false")


def test_a_function_is_also_taken_after_a_pause_or_when_the_box_is_left(
    playground: Playground,
) -> None:
    playground.open(start="1,1")
    questions = asked(playground)
    box(playground).press("End")
    with playground.settling():
        box(playground).press_sequentially(" + w1^4", delay=10)
    assert playground.get("playground.E") == "3*w1^2+10*w2^2+w1^4"
    playground.shows_surface("your own")
    # Not a question for every key, nor another one where nothing changed since.
    box(playground).press("Enter")
    box(playground).blur()
    playground.page.get_by_role("slider", name="learning rate").focus()
    assert len(questions) == 1

    box(playground).press("End")
    with playground.settling():
        box(playground).press_sequentially("+w2", delay=10)
        box(playground).press("Tab")
        expect(box(playground)).not_to_be_focused()
    assert playground.get("playground.E") == "3*w1^2+10*w2^2+w1^4+w2"
    assert len(questions) == 2
    playground.agrees_with_numpy()


def test_a_zoom_while_a_function_is_on_its_way_does_not_bring_the_old_one_back(
    playground: Playground,
) -> None:
    playground.open(start="1,1")
    with playground.settling():
        box(playground).fill("w1^2 + w2^4")
        box(playground).press("Enter")
        playground.page.get_by_role("button", name="Zoom in").click()
        playground.until("playground.state.view[0] === -12")
    playground.until("playground.plot.covers([-12, 4, -1, 15])")
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("ArrowRight")
    assert playground.get("playground.E") == "w1^2+w2^4"
    assert ErrorFunction.parse(playground.get("playground.state.E")).text == "w1^2+w2^4"
    assert playground.get("playground.kernel.error(1, 2)") == 17
    expect(box(playground)).to_have_value("w1^2 + w2^4")
    playground.agrees_with_numpy()
