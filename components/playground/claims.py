"""The article's claims, each with states of the playground that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from components.state.address import read_address
from components.state.query import parts_of, query_of
from components.state.state import State
from optimizers.preset import Preset
from optimizers.presets import PRESETS


@dataclass(frozen=True, slots=True)
class Show:
    """A run that shows a claim, or that the claim is compared with.

    Parameters
    ----------
    label : str
        What its button says.
    query : str
        The state as an address has it; what it leaves out is the article's example.
    """

    label: str
    query: str

    @property
    def state(self) -> State:
        """The state, read as every address is."""
        state, errors = read_address(parts_of(self.query))
        if errors:
            raise errors[0]
        return state


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the article.

    Parameters
    ----------
    key : str
        Its name in tests and ids.
    claim : str
        One sentence.
    words : str
        What to look at, in one or two sentences.
    shows : tuple of Show
        The first shows the claim; the others are for comparison.
    """

    key: str
    claim: str
    words: str
    shows: tuple[Show, ...]

    def state(self, chosen: int) -> State:
        """Return the state of a show, with the runs of the other shows on the same surface.

        Parameters
        ----------
        chosen : int
            Index of the show whose run is selected.
        """
        states = [show.state for show in self.shows]
        state = states[chosen]
        alike = [
            s for s in states if (s.E, s.start, s.steps) == (state.E, state.start, state.steps)
        ]
        return replace(state, runs=tuple(s.runs[0] for s in alike), selected=alike.index(state))

    def to_json(self) -> dict[str, Any]:
        """Return the claim as the browser gets it: its words, and the states that show it."""
        return {
            "claim": self.claim,
            "words": self.words,
            "shows": [self.state(k).to_json() for k in range(len(self.shows))],
        }


def _preset(key: str) -> Preset:
    return next(preset for preset in PRESETS if preset.key == key)


def _on(preset: str, **parts: object) -> str:
    """Return a state on a preset's landscape, from its start unless another one is given."""
    found = _preset(preset)
    landscape = {
        "E": found.text,
        "start": "{},{}".format(*found.start),
        "view": "{},{},{},{}".format(*found.view),
        "steps": 100,
    }
    return query_of((name, str(part)) for name, part in (landscape | parts).items())


BOWL = "-18,10,-5,23"
"""Where the runs of the first steps are, closer."""

CLAIMS = (
    Claim(
        key="compass",
        claim="With β = 0 every step has the same length, so the path runs diagonally.",
        words="Every step divides the gradient by its own size, so each weight moves by η: down to "
        "the right, then in a zigzag. With β = 0.9 the path is a smooth bend.",
        shows=(
            Show("β = 0", _on("bowl", steps=120, run="rmsprop,eta:0.2,beta:0", view=BOWL)),
            Show("β = 0.9", _on("bowl", steps=120, run="rmsprop,eta:0.2", view=BOWL)),
        ),
    ),
    Claim(
        key="beta-one",
        claim="With β = 1 the step explodes.",
        words="With β = 1 nothing is added to s, which stays zero: only √ε is left below "
        "the gradient, and a step is 10 000 times too long.",
        shows=(
            Show("β = 1", _on("bowl", run="rmsprop,beta:1")),
            Show("β = 0.999", _on("bowl", run="rmsprop,beta:0.999")),
        ),
    ),
    Claim(
        key="first-step",
        claim="The first adaptive step moves both weights by the same amount.",
        words="At t = 1 the scaling factor holds nothing but this gradient's own square, so its "
        "size cancels: the path sets out on a diagonal, although w₂'s slope is the steeper one.",
        shows=(
            Show("RMSProp", _on("bowl", steps=10, run="rmsprop,eta:2", view=BOWL)),
            Show(
                "Gradient descent",
                _on("bowl", steps=10, run="gradient-descent,eta:0.02", view=BOWL),
            ),
        ),
    ),
    Claim(
        key="scaling",
        claim="√(s + ε) above 1 shrinks the step, below 1 it enlarges it.",
        words="On the bowl's steep wall the root is in the hundreds and holds the step back: the "
        "rates η/√(s\u00a0+\u00a0ε) lie far below η. On a plateau the root is a few "
        "hundredths and drives the step on: they lie above.",
        shows=(
            Show("Steep: shrinks", _on("bowl", run="rmsprop,eta:0.5")),
            Show("Flat: enlarges", _on("neuron", run="rmsprop")),
        ),
    ),
    Claim(
        key="sign",
        claim="The scheme never flips the sign of a step.",
        words="It divides by a positive number, so every step goes downhill in each weight. "
        "Momentum does not keep to that: it runs past the valley and up the other side.",
        shows=(
            Show("RMSProp", _on("bowl", run="rmsprop,eta:0.5")),
            Show("Momentum", _on("bowl", run="momentum,eta:0.005")),
        ),
    ),
    Claim(
        key="plateau",
        claim="Plateaus are left faster.",
        words="This neuron is saturated at the start and its gradient is tiny. RMSProp is below "
        "E = 0.15 after 317 steps; gradient descent with the same η has barely set out by then.",
        shows=(
            Show("RMSProp", _on("neuron", steps=500, run="rmsprop")),
            Show("Gradient descent", _on("neuron", steps=500, run="gradient-descent,eta:0.05")),
            Show("η = 2", _on("neuron", steps=500, run="gradient-descent,eta:2")),
        ),
    ),
    Claim(
        key="wrong-eta",
        claim="A badly chosen η hurts less.",
        words="In this ravine gradient descent works with η = 0.07 and explodes with ten times "
        "that. RMSProp with the same 0.7 still arrives, and then swings by about η/2.",
        shows=(
            Show("RMSProp, η = 0.7", _on("ravine", steps=150, run="rmsprop,eta:0.7")),
            Show(
                "Gradient descent, η = 0.7",
                _on("ravine", steps=150, run="gradient-descent,eta:0.7"),
            ),
            Show("η = 0.07", _on("ravine", steps=150, run="gradient-descent,eta:0.07")),
        ),
    ),
)
"""In the order in which the article's reader meets them."""
