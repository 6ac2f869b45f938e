"""The tour as a page: whole without scripts, with the data that makes it live."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from components.kernel_urls import error_function_url, rule_kernel_url
from components.state.hand_typed import names_in
from components.state.query import Parts
from components.state.remarks import unknown_sentence
from components.tour.data import script_data, stop_data
from components.tour.page_template import PAGE
from components.tour.scene import Scene, scene_of
from components.tour.sentences import spoken_result
from components.tour.still import Grounds, still
from components.tour.stop import Stop
from components.tour.stop_state import part_of, query_at, value_in
from components.tour.words import vocabulary
from optimizers import LockstepError

BREAK = re.compile("(</math>(?:</span>)?)([,.;:!?)])")
"""Where a browser may break a line between a formula and the sign behind it."""

EMBED, THEME = "embed", "theme"
OF_THE_PAGE = (EMBED, THEME, "m")
"""Parts of the address that belong to no stop."""


@dataclass(frozen=True, slots=True)
class Files:
    """What the page loads, by addresses relative to it.

    Parameters
    ----------
    version : str
        Of the deployment, which requests of the page name.
    module, style, icon : str
        The tour's module and style, and the icon of the site.
    chunks : tuple of str
        What the module imports at once.
    fonts : tuple of str
        The fonts that the style names.
    """

    version: str
    module: str
    style: str
    icon: str
    chunks: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Section:
    """A stop as the page's template has it; `number` is that of its beat, 0 for a part of one."""

    stop: Stop
    number: int
    text: Markup
    short: Markup
    still: Markup
    link: str
    data: Mapping[str, Any] = field(repr=False)


def render(
    tour_title: str, lede: str, stops: Sequence[Stop], query: Parts, mistake: str, files: Files
) -> str:
    """Return the page of a tour for an address.

    Parameters
    ----------
    tour_title, lede : str
        Its heading, and the sentence below.
    stops : sequence of Stop
        In their order.
    query : mapping of str to sequence of str
        The decoded parts of the address: values of controls, ``ravine.eta=0.085``.
    mistake : str
        Why the address could not be read, in a sentence.
    files : Files
        What the page loads.
    """
    said = [mistake] if mistake else []
    unknown = unknown_sentence(
        [name for name in query if name not in {*OF_THE_PAGE, *map(part_of, stops)}]
    )
    scenes = [_scene(stop, query, said) for stop in stops]
    sections = _sections(stops, scenes)
    return _template(PAGE).render(
        title=tour_title,
        lede=lede,
        said=[*said, *([unknown] if unknown else [])],
        is_alone=is_embedded(query),
        theme=_theme(query),
        sections=sections,
        result=next((spoken_result(scene) for scene in scenes if scene), ""),
        data=script_data([section.data for section in sections]),
        files=files,
        preloads=_preloads(scenes, files),
    )


def is_embedded(query: Parts) -> bool:
    """Return whether an address asks for the tour without what leads elsewhere."""
    return "tour" in names_in(query.get(EMBED, ()))


def _theme(query: Parts) -> str:
    """Return the colours that an address asks for, which hold without scripts too."""
    asked = names_in(query.get(THEME, ()))
    return next((text for text in asked if text in ("light", "dark")), "")


def _scene(stop: Stop, query: Parts, said: list[str]) -> Scene | None:
    if stop.figure:
        return None
    try:
        return scene_of(stop, value_in(stop, query))
    except LockstepError as error:
        said.append(f"{part_of(stop)}: {error} The page shows its default instead.")
        return scene_of(stop)


def _sections(stops: Sequence[Stop], scenes: Sequence[Scene | None]) -> list[_Section]:
    grounds: Grounds = {}
    number, has_surface = 0, False
    found: list[_Section] = []
    for stop, scene in zip(stops, scenes, strict=True):
        number += not stop.is_part
        text, short, *titles = _texts(stop, scene)
        section = _Section(
            stop=stop,
            number=0 if stop.is_part else number,
            text=text,
            short=short,
            still=still(scene, grounds) if scene else Markup(""),
            link=f"./?{query_at(stop, scene.value)}" if scene else _figure_link(stop),
            data=stop_data(stop, scene, titles, has_surface=scene is not None and not has_surface),
        )
        has_surface = has_surface or scene is not None
        found.append(section)
    return found


def _texts(stop: Stop, scene: Scene | None) -> list[Markup]:
    """Return the text, the short one and the titles of the charts as HTML."""
    words = vocabulary(scene)
    templates = (stop.text, stop.short, *(chart.title for chart in stop.charts))
    return [Markup(BREAK.sub("\\1\u2060\\2", _template(text).render(words))) for text in templates]


def _figure_link(stop: Stop) -> str:
    """Return the address of another figure on its page, with a stop's parts under its prefix."""
    parts = (f"{stop.figure}.{part}" for part in stop.query.split("&") if part)
    return f"./?{'&'.join(parts)}#{stop.figure}"


def _preloads(scenes: Sequence[Scene | None], files: Files) -> list[str]:
    """Return the modules that the first picture needs."""
    state = next((scene.state for scene in scenes if scene), None)
    kernels = [rule_kernel_url("optimizers")]
    if state is not None:
        names = [parameter.name for parameter in state.parameters]
        kernels.append(error_function_url(state.typed, names, files.version))
    return [files.module, *files.chunks, *kernels]


@lru_cache(maxsize=256)
def _template(text: str) -> Template:
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(text)
