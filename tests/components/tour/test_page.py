"""The page of a tour: whole without scripts, at any address."""

import json
import re
from html.parser import HTMLParser

import pytest

from components.state.query import parts_of
from components.tour.scene import scene_of
from components.tour.sentences import said, value_text
from components.tour.stop import Stop
from components.tour.stop_state import part_of
from components.tour.stops import STOPS
from components.tour.tour import TOUR, Tour, create_tour
from tests.support.tour import BOWL, FIGURE, FILES, VALLEY

SMALL = create_tour((BOWL, VALLEY, FIGURE), title="Two <stops>", lede="A lede & more.")

VOID = {"meta", "link", "input", "br"}


class Tree(HTMLParser):
    """Checks that every element is closed, and collects ids, anchors and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.anchors: list[str] = []
        self.addresses: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self._read(attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._read(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def _read(self, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.attributes |= set(given)
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        address = given.get("href") or given.get("src")
        if address and address.startswith("#"):
            self.anchors.append(address[1:])
        elif address:
            self.addresses.append(address)


def page(query: str = "", tour: Tour = SMALL, mistake: str = "") -> str:
    return tour.page(parts_of(query), mistake, FILES)


def tree(html: str) -> Tree:
    found = Tree()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


def notice(html: str) -> str:
    found = re.search(r'<p id="page-notice"[^>]*?( hidden)?>(.*?)</p>', html, re.DOTALL)
    assert found
    assert bool(found[1]) == (not found[2])
    return found[2]


def section(html: str, stop: Stop) -> str:
    found = re.search(rf'<section class="stop" id="{stop.key}".*?</section>', html, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("query", ["", "embed=tour", "bowl.eta=0.5"])
def test_the_page_is_well_formed(query: str) -> None:
    found = tree(page(query))
    assert len(found.ids) == len({*found.ids})
    assert {*found.anchors} <= {*found.ids}
    # Every address keeps the prefix of the deployment.
    assert [one for one in found.addresses if one.startswith(("/", "http"))] == []
    assert "style" not in found.attributes
    assert [name for name in found.attributes if name.startswith("on")] == []


def test_texts_of_the_author_are_escaped() -> None:
    html = page()
    assert "<h1>Two &lt;stops&gt;</h1>" in html
    assert "A &lt;bowl&gt; &amp; more</h2>" in html
    assert "<bowl>" not in html


def test_beats_are_counted_and_parts_are_not() -> None:
    html = page()
    assert re.findall(r'data-stop="([\w-]+)"', html) == ["bowl", "figure"]
    numbers = re.findall(r'<h2 id="([\w-]+)-title"><span class="number">(\d)', html)
    assert numbers == [("bowl", "1"), ("figure", "2")]
    assert '<h3 id="valley-2-title">A valley</h3>' in html


def test_alone_it_leads_nowhere_but_to_the_whole() -> None:
    html = page("embed=tour")
    assert '<body class="tour-page alone">' in html
    for part in ('class="stops"', "skip-link", "to-playground"):
        assert part not in html
        assert part in page()
    assert '<a href="tour" target="_blank" rel="noopener">Open the whole page</a>' in html


def test_numbers_are_those_of_the_address() -> None:
    for query, value in (("", 0.25), ("bowl.eta=0.5", 0.5), ("bowl.eta=1.5", 1.5)):
        html, scene = page(query), scene_of(BOWL, value)
        own = section(html, BOWL)
        assert f'<span class="drag" data-drag>{value_text(scene)}</span>' in own
        assert f'<span data-say="how">{said("how", scene)}</span>' in own
        assert notice(html) == ""
        data = re.search(r'id="tour-data">(.*?)</script>', html)
        assert data
        assert json.loads(data[1])["stops"][0]["value"] == value


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("bowl.eta=9", "bowl.eta: Give a number from 0.05 to 1.5. The page shows its default"),
        ("bowl.eta=%3Cb%3E", "bowl.eta: Give a number"),
        ("other.eta=1", "parts that this page does not know, and leaves out: other.eta."),
        ("%3Cb%3E=1", "leaves out: &lt;b&gt;."),
    ],
)
def test_what_cannot_be_read_is_said_and_the_default_is_shown(query: str, sentence: str) -> None:
    html = page(query)
    assert sentence in notice(html)
    assert section(html, BOWL) == section(page(), BOWL)


def test_a_mistake_of_the_whole_address_is_said() -> None:
    assert notice(page(mistake="It is too long. <b>")) == "It is too long. &lt;b&gt;"


@pytest.mark.parametrize("query", ["embed=tour", "theme=dark", "m=1", "utm_source=x"])
def test_parts_of_the_page_are_no_mistakes(query: str) -> None:
    assert notice(page(query)) == ""


def test_no_line_begins_with_the_sign_behind_a_formula(whole: str) -> None:
    assert page().count("</math></span>\u2060.") == 1
    assert re.findall("</math>(?:</span>)?[,.;:!?]", whole) == []


def test_what_the_first_picture_needs_is_named_in_the_head() -> None:
    head = page().partition("</head>")[0]
    preloads = re.findall(r'<link href="([^"]+)" rel="modulepreload">', head)
    assert preloads[:2] == [FILES.module, *FILES.chunks]
    assert preloads[2].startswith("kernels/optimizers.js?m=")
    assert preloads[3] == (
        "kernels/error-function.js?E=w1%5E2%2Bw2%5E2&amp;refusal=module&amp;m=0123"
    )
    assert f'<link href="{FILES.style}" rel="stylesheet">' in head


def test_a_figure_of_the_page_is_linked_with_its_own_parts() -> None:
    own = section(page(), FIGURE)
    assert '<a href="./?two-steps.steps=1#two-steps">This figure</a>' in own
    assert "<svg" not in own


@pytest.fixture(scope="module")
def whole() -> str:
    return page(tour=TOUR)


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
def test_every_stop_is_complete_without_scripts(stop: Stop, whole: str) -> None:
    own = section(whole, stop)
    assert len(re.sub("<[^>]+>|<svg.*?</svg>", "", own).split()) > 30
    assert "{{" not in own
    if not stop.figure:
        scene = scene_of(stop)
        assert "<svg" in own
        for name in re.findall(r'data-say="(\w+)">', own):
            assert said(name, scene).replace("<", "&lt;") in own


def test_the_whole_tour_is_well_formed_and_small(whole: str) -> None:
    found = tree(whole)
    assert len(found.ids) == len({*found.ids})
    assert {*found.anchors} <= {*found.ids}
    assert notice(whole) == ""
    assert len(whole.encode()) < 400_000


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
@pytest.mark.parametrize("text", ["", "nan", "inf", "-1e308", "1e6,1e6", "1,2,3", "💥", "{{ 1 }}"])
def test_any_value_of_a_control_is_answered(stop: Stop, text: str) -> None:
    if not part_of(stop):
        return
    tour = create_tour([stop] if not stop.is_part else [BOWL, stop], title="t")
    html = tour.page({part_of(stop): [text]}, "", FILES)
    own = section(html, stop)
    assert own.count("{{") == 0


@pytest.mark.parametrize(
    ("stops", "sentence"),
    [
        ((BOWL, BOWL), "Two stops have the key 'bowl'."),
        ((VALLEY,), "begins with a stop"),
        ((), "begins with a stop"),
    ],
)
def test_a_list_that_is_no_tour_is_refused(stops: tuple[Stop, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        create_tour(stops, title="t")
