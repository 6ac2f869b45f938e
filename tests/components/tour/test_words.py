"""What a stop's text may call."""

import re

import pytest
from jinja2 import Environment
from markupsafe import Markup

from components.tour.scene import Scene, scene_of
from components.tour.words import vocabulary
from optimizers import OPTIMIZERS
from optimizers.formulas.typeset import rule_formula
from tests.support.tour import BOWL


def printed(template: str, scene: Scene | None = None) -> str:
    words = vocabulary(scene or scene_of(BOWL))
    return Environment(autoescape=True).from_string(template).render(words)


def test_parts_of_sentences() -> None:
    assert printed("{{ say('E') }}") == '<span data-say="E">0.313</span>'
    linked = '<span class="linked weight-1" data-link="g1" data-say="E">0.313</span>'
    assert printed("{{ say('E', 'g1') }}") == linked
    assert printed("{{ drag() }}") == '<span class="drag" data-drag>0.25</span>'


@pytest.mark.parametrize(
    ("key", "classes", "link"),
    [
        ("g1", "linked weight-1", "g1"),
        ("-v2", "linked weight-2", "v2"),
        ("-g", "linked", "g"),
        ("rate2", "linked weight-2", "rate2"),
        ("E", "linked", "E"),
    ],
)
def test_symbols_are_linked(key: str, classes: str, link: str) -> None:
    found = printed("{{ symbol(key) }}".replace("key", repr(key)))
    assert found.startswith(f'<span class="{classes}" data-link="{link}"><math>')
    assert ("−" in found) == key.startswith("-")


def test_runs_have_their_names_and_colours() -> None:
    first = '<span class="linked run-0" data-link="run-0">gradient descent</span>'
    assert printed("{{ run(0) }}") == first
    assert printed("{{ run(1) }}") == first.replace("run-0", "run-1").replace(
        "gradient descent", "RMSProp"
    )
    assert ">It</span>" in printed("{{ run(0, 'It') }}")


def test_rules_and_some_of_their_lines() -> None:
    adam = OPTIMIZERS["adam"]
    assert printed("{{ rule('adam') }}") == f'<div class="rule">{rule_formula(adam)}</div>'
    two = printed("{{ rule('adam', 's_hat', 'm_hat') }}")
    assert two.count("<math") == 2
    assert two.index("<mi>s</mi>") < two.index("<mi>m</mi>")


def test_a_table_has_scopes() -> None:
    table = printed('{{ table("Steps", ["", "a", math("eta")], [["x", 1, say("E")]]) }}')
    assert table.startswith("<table><caption>Steps</caption><thead><tr><td></td>")
    assert table.count('<th scope="col">') == 2
    assert '<math aria-label="η">' in table
    assert '<th scope="row">x</th><td>1</td><td><span data-say="E">' in table


def test_a_question_and_links() -> None:
    assert printed("{{ ask('Where?') }}") == (
        '<div class="ask"><p class="question">Where?</p><p class="how" role="status"></p>'
        '<button type="button" data-reveal>Just show me</button></div>'
    )
    assert printed("{{ stop('bowl', 'the bowl') }}") == '<a href="#bowl">the bowl</a>'
    own = printed("{{ playground('this') }}", scene_of(BOWL, 0.5))
    assert re.search(r'href="\./\?E=[^"]*eta:0\.5&amp;run=', own)
    assert printed("{{ playground('that', 'steps=3') }}") == '<a href="./?steps=3">that</a>'


@pytest.mark.parametrize(
    "call",
    [
        "run(0, bad)",
        "symbol('way', bad)",
        "ask(bad)",
        "stop(bad, bad)",
        "playground(bad, bad)",
        "table(bad, [bad, bad], [[bad, bad]])",
    ],
)
def test_texts_are_escaped(call: str) -> None:
    words = {**vocabulary(scene_of(BOWL)), "bad": '<i onclick="x">'}
    found = Environment(autoescape=True).from_string(f"{{{{ {call} }}}}").render(words)
    assert "<i" not in found
    assert '"x"' not in found


def test_without_runs_only_what_needs_none_can_be_called() -> None:
    words = vocabulary(None)
    assert "<mi>η</mi>" in words["math"]("eta")
    assert words["run"](1, "RMSProp") == Markup(
        '<span class="linked run-1" data-link="run-1">RMSProp</span>'
    )
    for name, given in (("say", ["E"]), ("drag", []), ("run", [0]), ("error_function", [])):
        with pytest.raises(ValueError, match="no runs"):
            words[name](*given)
