"""Page: every figure in its frame, or one of them alone, and a constant shell around them."""

from typing import Any

import pytest

from components import ids, page
from components.catalogue import catalogue
from components.figure import Figure
from components.figures import FIGURES, embedded, own_parts
from components.state.query import parts_of
from tests.support.layout_tree import kind, only, props, walk

every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)


def page_at(address: str) -> Any:
    return page.layout(parts_of(address.partition("?")[2]))


def headings(layout: Any, level: str = "H2") -> list[str]:
    return [props(part)["children"] for part in walk(layout) if kind(part) == level]


def test_the_page_has_every_figure_a_link_to_it_and_no_id_twice() -> None:
    found = page_at("/")
    first, *others = FIGURES
    assert headings(found) == [
        first.title,
        "What the article says, and where to see it",
        *(figure.title for figure in others),
    ]
    links = [props(part) for part in walk(found) if kind(part) == "A"]
    anchors = [link["href"][1:] for link in links if link["href"].startswith("#")]
    assert anchors == [first.key, ids.CLAIMS, *(figure.key for figure in others)]
    assert all(link["children"] for link in links)
    for anchor in anchors:
        assert only(found, id=anchor)
    assert only(found, id=ids.CATALOGUE)["data"] == catalogue()
    named = [name for part in walk(found) if (name := props(part).get("id"))]
    assert len(named) == len(set(named))
    assert only(found, id=ids.NOTICE)["hidden"]


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
    assert headings(found) == []
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
    assert "embed: There is no such figure: use playground" in str(notice["children"])
    assert "secrets" not in str(notice["children"])


def test_a_query_that_cannot_be_read_is_said_above_the_default_page() -> None:
    found = page.layout({}, "The address is too long.")
    assert not only(found, id=ids.NOTICE)["hidden"]
    assert "The address is too long." in str(only(found, id=ids.NOTICE)["children"])


def test_the_shell_is_a_place_for_the_content_and_holds_nothing_of_it() -> None:
    shell = page.shell()
    assert [props(part).get("id") for part in walk(shell)] == [ids.PAGE, ids.PAGE_CONTENT]
