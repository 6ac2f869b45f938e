"""Numbers of an address that were refused: they stand in their number boxes, to be mended there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components import ids
from components.state.address_error import AddressError
from components.state.hand_typed import as_typed
from components.state.query import Parts
from components.state.refused_parameters import refused_texts
from components.state.refused_runs import refused_settings
from components.state.state import Run

LONGEST = 100
"""Characters of a text that are shown of one that is refused."""


def refused_numbers(
    query: Parts,
    errors: Sequence[AddressError],
    runs: Mapping[int, Run],
    prefix: str = "",
    steps: str = ids.STEPS,
) -> dict[str, str]:
    """Return the texts of an address that were refused, by the ids of the boxes that take them.

    Parameters
    ----------
    query : mapping of str to sequence of str
        The decoded query.
    errors : sequence of AddressError
        Its mistakes.
    runs : mapping of int to Run
        The runs whose controls are seen, by their places.
    prefix : str
        Goes before the ids of the boxes of figure 1, whose runs have prefixes of their own.
    steps : str
        Id of the box for the number of steps.
    """
    texts = {e.part: as_typed(query[e.part][0]) for e in errors if query.get(e.part)}
    found: dict[str, str] = {}
    if "start" in texts:
        boxes = (prefix + ids.START_W1, prefix + ids.START_W2)
        found |= zip(boxes, texts["start"].split(","), strict=False)
    for part, box in (("steps", steps), ("step", ids.TIME_STEP)):
        if part in texts:
            found[box] = texts[part]
    if "run" in texts:
        for place, run in runs.items():
            own = ids.two_steps_run(place) if prefix else ""
            asked = query["run"][place] if place < len(query["run"]) else ""
            for name, text in refused_settings(asked, run.rule).items():
                found[ids.control_number(own + ids.hyperparameter(run.optimizer, name))] = text
    if "p" in texts:
        for given in query["p"]:
            letter, refused = refused_texts(as_typed(given))
            if letter:
                found |= {
                    ids.parameter_number(prefix, letter, part): text
                    for part, text in refused.items()
                }
    return {box: text.strip()[:LONGEST] for box, text in found.items()}
