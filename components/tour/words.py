"""What the text of a stop, and the title of a chart, may call: a Jinja template's vocabulary.

=====================================  ============================================================
``{{ say("E") }}``                     a part of `Stop.says`, which follows the control
``{{ say("g1", "g1") }}``              the same, in the colour of what it belongs to, and linked
``{{ drag() }}``                       the control's own number, which a reader can drag
``{{ symbol("g1") }}``                 a symbol that lights up in the figure: ``E``, ``g``, ``-g``,
                                       ``v``, ``s``, ``w``, each also of a weight (``g1``, ``-v2``),
                                       and ``rate1``, ``rate2``
``{{ symbol("way", "the way") }}``     the same with words in place of the symbol
``{{ run(0) }}``, ``{{ run(0, "It") }}``  a run by its name, or by other words, in its colour
``{{ math("eta") }}``                  a symbol or formula in a line of text, as `typed_formula`
                                       reads it: ``"w(0)"``, ``"2/kappa"``; its symbols light up
                                       with their other places, without a line below them
``{{ formula("v_i = eta g_i") }}``     the same on a line of its own, with fractions; several stand
                                       beside each other
``{{ rule("rmsprop") }}``              the rule's formulas; ``rule("adam", "m_hat", "s_hat")`` has
                                       only these lines
``{{ error_function() }}``             the formula of E
``{{ table(caption, head, rows) }}``   a table; the first cell of a row names it
``{{ ask("Where does it land?") }}``   the question of a stop whose control is a guess
``{{ stop("ravine", "above") }}``      a link to another stop
``{{ playground("this state") }}``     a link to the stop's state in the playground, or to another
                                       one, whose query is given behind the words
=====================================  ============================================================

Texts that are given are escaped; what these functions return is not escaped again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from components.tour.scene import Scene
from components.tour.sentences import said, value_text
from components.tour.stop_state import query_at
from components.tour.typed_formula import typed_formula
from optimizers import OPTIMIZERS
from optimizers.formulas.typeset import error_function_formula, rule_lines

FORMULA = re.compile("<math>(.*?)</math>")


def vocabulary(scene: Scene | None) -> Mapping[str, Callable[..., Markup]]:
    """Return the functions that the templates of a stop may call, by name.

    Parameters
    ----------
    scene : Scene or None
        None at a stop that shows another figure, where nothing can be said of runs.
    """
    words = _Words(scene)
    names = (name for name in vars(_Words) if not name.startswith("_"))
    return {name: getattr(words, name) for name in names}


def _classes(key: str) -> str:
    """Return the classes of what is linked: those of its run or its weight."""
    if key.startswith("run-"):
        return f"linked {key}"
    return f"linked weight-{key[-1]}" if key[-1:] in ("1", "2") else "linked"


def _linked(key: str, inner: object, more: str = "") -> Markup:
    key = key.removeprefix("-")
    opened = Markup('<span class="{}" data-link="{}"{}>').format(_classes(key), key, Markup(more))
    return opened + escape(inner) + Markup("</span>")


def _symbol(key: str) -> Markup:
    name = key.removeprefix("-")
    if name.startswith("rate"):
        return _in_line(f"eta/sqrt(s_{name[-1]})")
    indexed = f"{name[:-1]}_{name[-1]}" if name[-1:] in ("1", "2") else name
    return _in_line("-" * key.startswith("-") + indexed)


def _in_line(text: str) -> Markup:
    return Markup("<math>{}</math>").format(typed_formula(text, in_line=True))


def _named(head: object) -> Markup:
    """Return the head of a column; its formulas have names, or checkers take it for empty."""

    def name(found: re.Match[str]) -> str:
        text = "".join(Markup(found[1]).striptags().split())
        return Markup('<math aria-label="{}">{}</math>').format(text, Markup(found[1]))

    return Markup(FORMULA.sub(name, escape(head)))


def _name(scene: Scene, place: int) -> str:
    name = scene.state.runs[place].rule.name
    # As within a sentence; the others are names.
    return name.lower() if " " in name else name


class _Words:
    """The functions of a template, for a scene; `vocabulary` lists those without underscore."""

    def __init__(self, scene: Scene | None) -> None:
        self._shown = scene

    @property
    def _scene(self) -> Scene:
        if self._shown is None:
            raise ValueError(
                "A stop that shows another figure has no runs, no says and no control."
            )
        return self._shown

    def say(self, name: str, link: str = "") -> Markup:
        text = said(name, self._scene)
        if link:
            return _linked(link, text, str(Markup(' data-say="{}"').format(name)))
        return Markup('<span data-say="{}">{}</span>').format(name, text)

    def drag(self) -> Markup:
        return Markup('<span class="drag" data-drag>{}</span>').format(value_text(self._scene))

    def symbol(self, key: str, words: str = "") -> Markup:
        return _linked(key, words or _symbol(key))

    def run(self, place: int, words: str = "") -> Markup:
        return _linked(f"run-{place}", words or _name(self._scene, place))

    def math(self, text: str) -> Markup:
        return _in_line(text)

    def formula(self, *texts: str) -> Markup:
        lines = (
            Markup('<math display="block">{}</math>').format(typed_formula(text)) for text in texts
        )
        return Markup('<div class="rule">{}</div>').format(Markup("").join(lines))

    def rule(self, key: str, *lines: str) -> Markup:
        found = rule_lines(OPTIMIZERS[key])
        chosen = [found[name] for name in lines or found]
        return Markup('<div class="rule">{}</div>').format(Markup("".join(chosen)))

    def error_function(self) -> Markup:
        return Markup(error_function_formula(self._scene.state.E))

    def table(self, caption: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> Markup:
        first, *columns = head
        cell = Markup('<th scope="col">{}</th>')
        top = Markup("<td></td>") if not first else cell.format(first)
        body = Markup("").join(
            Markup('<tr><th scope="row">{}</th>{}</tr>').format(
                name, Markup("").join(Markup("<td>{}</td>").format(one) for one in cells)
            )
            for name, *cells in rows
        )
        return Markup(
            "<table><caption>{}</caption><thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>"
        ).format(caption, top, Markup("").join(cell.format(_named(one)) for one in columns), body)

    def ask(self, question: str) -> Markup:
        return Markup(
            '<div class="ask"><p class="question">{}</p><p class="how" role="status"></p>'
            '<button type="button" data-reveal>Just show me</button></div>'
        ).format(question)

    def stop(self, key: str, words: str) -> Markup:
        return Markup('<a href="#{}">{}</a>').format(key, words)

    def playground(self, words: str, query: str = "") -> Markup:
        query = query or query_at(self._scene.stop, self._scene.value)
        return Markup('<a href="./?{}">{}</a>').format(query, words)
