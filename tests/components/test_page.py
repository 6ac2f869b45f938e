"""Page: every figure in its frame, or one of them alone, and a constant shell around them."""

from typing import Any

import pytest

from components import ids, page
from components.catalogue import catalogue
from components.figure import Figure
from components.figures import FIGURES, embedded, own_parts
from components.state.query import parts_of
from components.state.remarks import PLUS_SENTENCE
from tests.support.layout_tree import Node, find, kind, only, props, walk
from tests.support.queries import DEFAULT

every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)

PLAYGROUND = ["Error E", "Rate each weight gets", "Runs", "Step 1RMSProp", "Choose a surface"]
"""The headings within the playground."""


def page_at(address: str) -> Any:
    return page.layout(parts_of(address.partition("?")[2]))


def only_node(layout: Any, name: str) -> Node:
    """Return the one component of a class."""
    (found,) = find(layout, className=name)
    return found


def headings(layout: Any, level: str = "H2") -> list[str]:
    return [text_of(part) for part in walk(layout) if kind(part) == level]


def text_of(part: Node | str) -> str:
    """Return all words of a component."""
    if isinstance(part, str):
        return part
    children = props(part)["children"]
    return "".join(map(text_of, children if isinstance(children, list) else [children]))


def test_the_page_has_every_figure_a_link_to_it_and_no_id_twice() -> None:
    found = page_at("/")
    first, *others = FIGURES
    assert headings(found) == [
        first.title,
        *PLAYGROUND,
        *(figure.title for figure in others),
    ]
    links = [props(part) for part in walk(only_node(found, "look-closer")) if kind(part) == "A"]
    assert [(link["href"], link["children"]) for link in links] == [
        (page.TOUR_ADDRESS, "The tour: what each rule does, step by step"),
        *((f"#{figure.key}", figure.name) for figure in others),
    ]
    for anchor in [first.key, *(link["href"][1:] for link in links[1:])]:
        assert only(found, id=anchor)
    assert only(found, id=ids.CATALOGUE)["data"] == catalogue()
    named = [name for part in walk(found) if (name := props(part).get("id"))]
    assert len(named) == len(set(named))
    assert only(found, id=ids.NOTICE)["hidden"]


def test_the_masthead_says_what_to_see_and_has_the_tools_of_the_page() -> None:
    found = only_node(page_at("/"), "masthead")
    assert headings(found, "H1") == ["Give every weight its own learning rate"]
    lead = only(found, id=ids.LEAD)["children"]
    said = "".join(map(text_of, lead))
    assert said.startswith("With one rate for both weights, gradient descent rushes")
    assert said.endswith("so both move in lockstep.")
    tools = only(found, className="tools")
    assert (tools["role"], tools["aria-label"]) == ("group", "This page")
    assert {kind(tool) for tool in tools["children"]} == {"Button"}
    buttons = [props(tool) for tool in tools["children"]]
    assert [(button["id"], button["aria-label"], button["title"]) for button in buttons] == [
        (ids.UNDO, "Undo", "Undo"),
        (ids.REDO, "Redo", "Redo"),
        (ids.RESET, "Back to the first picture", "Back to the first picture"),
        (ids.SHARE, "Share this state", "Share this state"),
        (ids.EXPORT, "Export this state", "Export this state"),
        (ids.THEME, "Colours of the page: auto", "Colours of the page: auto"),
    ]


def test_the_lead_names_runs_of_the_default_scene_by_their_places() -> None:
    named = {props(part)["data-place"]: props(part)["children"] for part in page.LEAD[1::2]}
    assert named == {0: "gradient descent", 1: "RMSProp"}
    for place, name in named.items():
        assert DEFAULT.runs[place].rule.name.lower() == name.lower()


def test_look_closer_stands_between_the_playground_and_what_it_links_to() -> None:
    (main,) = (part for part in walk(page_at("/")) if kind(part) == "Main")
    parts = [props(part) for part in props(main)["children"]]
    assert [part.get("id", part["className"]) for part in parts] == [
        FIGURES[0].key,
        "look-closer",
        *(figure.key for figure in FIGURES[1:]),
    ]
    assert parts[1]["aria-label"] == "Figures"


def test_figures_below_the_first_are_places_until_they_come_near() -> None:
    found = page_at("/?E=w1^2")
    for figure in FIGURES:
        here = figure is FIGURES[0]
        assert only(found, id=figure.key)["data-here"] == str(here).lower()
        place = only(found, id=ids.place(figure.key))["children"]
        assert (kind(place) == "P") == (not here)
        assert only(found, id=ids.place_asked(figure.key))


@every_figure
def test_a_figure_can_be_embedded_alone_with_its_parts_of_the_address(figure: Figure) -> None:
    found = page_at(f"/?embed={figure.key}")
    assert headings(found, "H1") == [figure.title]
    assert headings(found) == (PLAYGROUND if figure is FIGURES[0] else [])
    assert not find(found, className="masthead")
    assert not find(found, className="look-closer")
    assert only(found, className="page alone")
    assert only(found, id=figure.key)["data-here"] == "true"
    assert only(found, id=ids.WHOLE_PAGE)["href"] == "?"
    assert only(found, id=ids.CATALOGUE)["data"] == catalogue()
    query = {"embed": [figure.key], "E": ["w1^2"]}
    assert embedded(query) == figure
    assert own_parts(figure, query)["E"] == ["w1^2"]


def test_on_the_whole_page_only_the_first_figure_has_no_prefix() -> None:
    query = {"E": ["w1"], "steps": ["3"], **{f"{f.key}.E": ["w2"] for f in FIGURES[1:]}}
    first, *others = FIGURES
    assert own_parts(first, query)["E"] == ["w1"]
    for figure in others:
        assert own_parts(figure, query) == {"E": ["w2"]}


def test_an_unknown_figure_is_a_mistake_and_the_page_is_whole() -> None:
    found = page_at("/?embed=../secrets")
    assert {figure.title for figure in FIGURES} < set(headings(found))
    notice = only(found, id=ids.NOTICE)
    assert not notice["hidden"]
    said = "embed: There is no such figure: use playground, two-steps, amplification, tour."
    assert said in str(notice["children"])
    assert "secrets" not in str(notice["children"])


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("?theme=dark", None),
        ("?theme=auto&embed=playground", None),
        ("?embed=playground&amp;Theme=Dark.", None),
        ("?theme=pink", "theme: There are no such colours: use light, dark, auto."),
    ],
)
def test_an_address_may_ask_for_a_theme(query: str, notice: str | None) -> None:
    found = only(page_at(f"/{query}"), id=ids.NOTICE)
    assert found["hidden"] is (notice is None)
    assert notice is None or notice in str(found["children"])


def test_parts_that_nothing_reads_are_said_and_the_others_are_read() -> None:
    found = page_at("/?strat=1,2&Steps=7&utm_source=article&<b>=1")
    notice = only(found, id=ids.NOTICE)
    assert not notice["hidden"]
    assert [props(part)["children"] for part in notice["children"]] == [
        "The address has parts that this page does not know, and leaves out: strat, <b>."
    ]
    assert only(found, id=ids.STATE)["data"]["state"]["steps"] == 7
    assert only(page_at("/?m=1&steps=7&embed=playground"), id=ids.NOTICE)["hidden"]


def test_a_plus_that_was_read_as_a_space_is_said_in_the_figure() -> None:
    for address, figure in (
        ("/?E=w1+w2", "playground"),
        ("/?embed=two-steps&e=w1+w2", "two-steps"),
    ):
        notice = only(page_at(address), id=ids.notice(figure))
        assert not notice["hidden"]
        assert [props(part)["children"] for part in notice["children"]] == [PLUS_SENTENCE]


def test_a_query_that_cannot_be_read_is_said_above_the_default_page() -> None:
    found = page.layout({}, "The address is too long.")
    assert not only(found, id=ids.NOTICE)["hidden"]
    assert "The address is too long." in str(only(found, id=ids.NOTICE)["children"])


def test_the_shell_is_a_place_for_the_content_and_holds_nothing_of_it() -> None:
    shell = page.shell()
    assert [props(part).get("id") for part in walk(shell)] == [ids.PAGE, ids.PAGE_CONTENT]
