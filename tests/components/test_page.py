"""The page: every figure in its frame, or one of them alone."""

from typing import Any

import pytest
from dash import no_update

from components import ids, page
from components.catalogue import catalogue
from components.figures import FIGURES, embedded, own_parts
from components.state.query import parts_of
from tests.support.layout_tree import only, props, walk


def laid_out(address: str) -> Any:
    return page.layout(parts_of(address.partition("?")[2]))


def headings(layout: Any, level: str = "H2") -> list[str]:
    return [props(part)["children"] for part in walk(layout) if type(part).__name__ == level]


def test_the_page_has_every_figure_a_way_to_it_and_no_id_twice() -> None:
    found = laid_out("/")
    first, *others = FIGURES
    assert headings(found) == [
        first.title,
        "What the article says, and where to see it",
        *(figure.title for figure in others),
    ]
    links = [props(part) for part in walk(found) if type(part).__name__ == "A"]
    anchors = [link["href"][1:] for link in links if link["href"].startswith("#")]
    assert anchors == [first.key, ids.CLAIMS, *(figure.key for figure in others)]
    assert all(link["children"] for link in links)
    for anchor in anchors:
        assert only(found, id=anchor)
    assert only(found, id=ids.CATALOGUE)["data"] == catalogue()
    named = [name for part in walk(found) if (name := props(part).get("id"))]
    assert len(named) == len(set(named))
    assert only(found, id=ids.NOTICE)["hidden"]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_a_figure_can_stand_alone_with_its_parts_of_the_address(figure: Any) -> None:
    found = laid_out(f"/?embed={figure.key}")
    assert headings(found, "H1") == [figure.title]
    assert headings(found) == []
    assert only(found, className="page alone")
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


def test_a_figure_that_there_is_not_is_named_and_the_page_is_whole() -> None:
    found = laid_out("/?embed=../secrets")
    assert {figure.title for figure in FIGURES} < set(headings(found))
    notice = only(found, id=ids.NOTICE)
    assert not notice["hidden"]
    assert "embed: There is no such figure: use playground" in str(notice["children"])


@pytest.mark.parametrize("query", [None, 5, ["E=w1"], {"E": "w1"}, "E=" + "w" * 9000])
def test_a_place_is_left_as_it_is_by_what_the_page_never_asks(
    query: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = type("Context", (), {"triggered_id": ids.place_asked(FIGURES[0].key)})
    monkeypatch.setattr(page, "ctx", place)
    assert page.arrive(query) is no_update
    assert page.arrive("E=w1^2") is not no_update
