"""Note of a surface: why a part of the view is blank is said beside it, while it is."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.support.browser.box import FunctionBox
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

ROOT = "w1^(1/3) + w2^2"
BLANK = re.compile(r"^E is blank where w1 is negative.*cbrt\(w1\)")


def test_a_note_comes_with_a_blank_part_and_leaves_with_it(playground: Playground) -> None:
    playground.open(start="1,1", view="-2,2,-2,2")
    note = playground.figure.get_by_role("note")
    box = FunctionBox(playground.page, playground.figure)
    expect(note).to_have_count(0)
    with playground.settling():
        box.type(ROOT)
    expect(note).to_have_text(BLANK)
    # A refused text leaves the picture, and what is said of it.
    box.type("cbrt(")
    expect(box.mark).to_be_visible()
    expect(note).to_have_text(BLANK)
    with playground.settling():
        box.type("cbrt(w1) + w2^2")
    expect(note).to_have_count(0)


def test_a_note_is_there_with_the_first_picture_and_hides_no_control(open_page: OpenPage) -> None:
    for size in ((1280, 800), (390, 844), (600, 400)):
        playground = Playground(open_page(*size))
        playground.open(E=ROOT, view="-2,2,-2,2", start="1,1", embed="playground")
        expect(playground.figure.get_by_role("note")).to_have_text(BLANK)
        playground.page.get_by_role("button", name="Zoom in").click(trial=True)
        assert playground.get("document.documentElement.scrollWidth") <= size[0]


def test_figure_1_has_its_note(open_page: OpenPage) -> None:
    for size in ((1280, 800), (600, 400)):
        two = TwoSteps(open_page(*size))
        two.open(E=ROOT, view="-2,2,-2,2", start="1,1")
        expect(two.root.get_by_role("note")).to_have_text(BLANK)
        assert two.get("document.documentElement.scrollWidth") <= size[0]
