"""The stops of the tour as plain data: their states, their words and their length."""

import re

import pytest
from jinja2 import Environment, StrictUndefined

from components.state.address import read_address
from components.state.query import parts_of
from components.tour.scene import Scene, scene_of
from components.tour.sentences import filled, said
from components.tour.stop import Curves, Response, Stop, Words
from components.tour.stop_state import opening
from components.tour.stops import STOPS
from components.tour.words import vocabulary

BY_KEY = {stop.key: stop for stop in STOPS}
OWN = [stop for stop in STOPS if not stop.figure]

MOST_WORDS = 1700
"""Of all stops, tables and symbols counted: five minutes of a quick reader."""

OF_PLACES = (
    r"above|below|beside|opposite|overleaf|upper|(?:on|at|to) the (?:left|right|top|bottom)|"
    r"(?:lower|upper|top|bottom) (?:left|right)|(?:next|following|previous) (?:page|picture|chart)"
)
"""Words that may name a place on the page, where no number or symbol follows them."""

OF_NUMBERS = r" (?:\d|x\b|E\b|a (?:hundred|thousand)th|that limit|it shortens)"
"""What follows where they do not: above 1, below a thousandth."""

QUAINT = (
    r"sets? out|stands?|home|the cross|creeps?|leaps?|stagger\w*|blunder|hair|cliff|ledge|bursts?|"
    r"lo|anew|hence|thus|whence|whoever|twofold|odometer|hand|fellow|journey|wanders?|miracle"
)

every_stop = pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
every_own_stop = pytest.mark.parametrize("stop", OWN, ids=lambda stop: stop.key)


def rendered(template: str, scene: Scene | None) -> str:
    """Return a text of a stop as plain words, with one for each formula."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    html = environment.from_string(template).render(vocabulary(scene))
    html = re.sub("<math.*?</math>", "x", html, flags=re.DOTALL)
    html = re.sub("</(?:p|li|td|th|tr|caption|div)>", " ", html)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html)).strip()


def own_scene(stop: Stop) -> Scene | None:
    return None if stop.figure else scene_of(stop)


def every_text(stop: Stop) -> list[str]:
    """Return all that a stop can say, formulas left out."""
    scene = own_scene(stop)
    cases = [
        text
        for say in stop.says.values()
        if isinstance(say, Words)
        for text in (*(text for _, text in say.cases), say.otherwise, say.missing)
    ]
    return [stop.title, rendered(stop.text, scene), rendered(stop.short, scene), *cases]


def test_keys_differ_and_parts_follow_their_beat() -> None:
    assert len(BY_KEY) == len(STOPS) == 21
    assert not STOPS[0].is_part
    assert sum(not stop.is_part for stop in STOPS) == 14
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", key) for key in BY_KEY)


def test_the_figures_of_the_article_are_where_the_story_needs_them() -> None:
    keys = list(BY_KEY)
    figures = {stop.key: stop.figure for stop in STOPS if stop.figure}
    assert figures == {
        "two-steps": "two-steps",
        "amplification": "amplification",
        "yours": "playground",
    }
    assert keys.index("two-steps") == keys.index("first-step-answer") + 1
    assert keys.index("amplification") == keys.index("rates") + 1
    assert keys[-1] == "yours"


@every_own_stop
def test_the_state_is_read_without_a_mistake(stop: Stop) -> None:
    state, errors = read_address(parts_of(stop.query))
    assert errors == []
    left, right, bottom, top = state.view
    assert right > left
    assert top > bottom
    assert left <= state.start[0] <= right or stop.last
    assert bottom <= state.start[1] <= top or stop.last


def test_an_optimizer_has_one_colour_in_all_stops() -> None:
    places: dict[str, set[int]] = {}
    for stop in OWN:
        for place, run in enumerate(scene_of(stop).state.runs):
            places.setdefault(run.rule.name, set()).add(place)
    assert places == {
        "Gradient descent": {0},
        "Momentum": {0},
        "RMSProp": {1},
        "AdaGrad": {2},
        "Adam": {3},
    }


def test_the_square_of_the_first_step_is_seen_whole() -> None:
    scene = scene_of(BY_KEY["first-step-answer"])
    left, right, bottom, top = scene.state.view
    reach = 0.3 / 0.1**0.5 + 0.1
    w1, w2 = scene.state.start
    assert left < w1 - reach
    assert w1 + reach < right
    assert bottom < w2 - reach
    assert w2 + reach < top


@every_own_stop
def test_responses_of_several_runs_have_names(stop: Stop) -> None:
    for chart in stop.charts:
        if isinstance(chart, Response):
            assert len(chart.measures) == 1 or all(label for _, label in chart.measures)


@every_own_stop
def test_the_control_opens_within_its_axis(stop: Stop) -> None:
    assert stop.control
    value = opening(stop)
    if isinstance(value, float):
        assert stop.control.low <= value <= stop.control.high
        sweep = stop.control.sweep
        assert sweep is None or stop.control.low <= sweep <= stop.control.high
        assert sweep != value
    runs = scene_of(stop).state.runs
    shown = [k for k, run in enumerate(runs) if not run.hidden]
    assert set(stop.faint) < set(shown) or len(shown) == 1
    drawn = {line.run for chart in stop.charts if isinstance(chart, Curves) for line in chart.lines}
    assert drawn <= set(shown)


@every_own_stop
def test_a_chart_shows_what_the_control_changes(stop: Stop) -> None:
    assert stop.control
    assert 1 <= len(stop.charts) <= 2
    has_response = any(isinstance(chart, Response) for chart in stop.charts)
    assert has_response == (stop.control.kind not in ("step", "start", "guess"))


@every_stop
def test_every_part_is_said_and_every_sentence_ends(stop: Stop) -> None:
    scene = own_scene(stop)
    text = rendered(stop.text, scene)
    assert text.endswith((".", "?", "me", "1")) or "table(" in stop.text
    if scene is None:
        assert not stop.says
        assert stop.control is None
        return
    assert stop.result.endswith(".")
    assert "{" not in filled(stop.result, scene)
    used = set(re.findall(r'say\("(\w+)"', stop.text + stop.short))
    named = set(re.findall(r"\{(\w+)\}", " ".join([stop.result, *every_text(stop)])))
    assert used | (named - {"value"}) == set(stop.says)
    for name in stop.says:
        assert said(name, scene)


@every_stop
def test_no_sentence_names_a_place_or_is_quaint(stop: Stop) -> None:
    for text in every_text(stop):
        assert not re.search(rf"\b(?:{QUAINT})\b", text, re.IGNORECASE), text
        for found in re.finditer(rf"\b(?:{OF_PLACES})\b(.{{0,20}})", text, re.IGNORECASE):
            assert re.match(OF_NUMBERS, found[1]), text


@every_stop
def test_length(stop: Stop) -> None:
    text = rendered(stop.text, own_scene(stop))
    assert 40 <= len(text.split()) <= 120
    if stop.short:
        assert len(rendered(stop.short, own_scene(stop)).split()) <= 0.9 * len(text.split())


def test_the_whole_is_read_in_five_minutes() -> None:
    assert sum(len(rendered(s.text, own_scene(s)).split()) for s in STOPS) <= MOST_WORDS


def test_the_longest_stops_are_shorter_on_phones() -> None:
    assert [stop.key for stop in STOPS if stop.short] == ["divide", "plateau", "price"]
