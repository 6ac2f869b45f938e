"""The article's claims, each with states of the playground that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from components.state.address import read_address
from components.state.query import parts_of
from components.state.state import State
from optimizers.presets import PRESETS, Preset


@dataclass(frozen=True, slots=True)
class Show:
    """A state of the playground that shows a claim, or that the claim is compared with.

    Parameters
    ----------
    label : str
        What its button says.
    query : str
        The state as an address has it; what it leaves out is the article's example.
    curves : str
        The group of the rule's curves that must be seen beside the error, if any: ``"rate"``.
    """

    label: str
    query: str
    curves: str = ""

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

    def to_json(self) -> dict[str, Any]:
        """Return the claim as the browser gets it: its words, and the states that show it."""
        return {
            "claim": self.claim,
            "words": self.words,
            "shows": [
                {"label": show.label, "state": show.state.to_json(), "curves": show.curves}
                for show in self.shows
            ],
        }


ASPECT_RATIO = 780 / 430
"""Width against height of the surface on a screen of 1280 x 800."""


def _equal_scales(left: float, bottom: float, height: float) -> str:
    """Return a view with equal scales on both axes."""
    return f"{left:g},{left + ASPECT_RATIO * height:.4g},{bottom:g},{bottom + height:g}"


def _preset(key: str) -> Preset:
    return next(preset for preset in PRESETS if preset.key == key)


def _on(preset: str, **parts: object) -> str:
    """Return a state on a preset's landscape, from its start unless another one is given."""
    found = _preset(preset)
    landscape = {
        "E": found.text,
        "start": "{},{}".format(*found.start),
        "view": "{},{},{},{}".format(*found.view),
    }
    return urlencode(landscape | parts)


BOWL = _equal_scales(left=-28, bottom=-5, height=28)

CLAIMS = (
    Claim(
        key="compass",
        claim="Without memory, β = 0, the path follows the compass.",
        words="Every step divides the gradient by its own size, so each weight moves by η, one way "
        "or the other: southeast, then zigzag south. With β = 0.9 the path is a smooth bend.",
        shows=(
            Show("β = 0", _on("bowl", steps=120, run="rmsprop,eta:0.2,beta:0", view=BOWL)),
            Show("β = 0.9", _on("bowl", steps=120, run="rmsprop,eta:0.2", view=BOWL)),
        ),
    ),
    Claim(
        key="beta-one",
        claim="With β = 1 the step explodes.",
        words="The scaling factor never takes up a square and stays zero: only √ε is left below "
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
        "rates η/√(s\u00a0+\u00a0ε) lie far below the dotted line. On a plateau the root is a few "
        "hundredths and drives the step on: they lie above.",
        shows=(
            Show("Steep: shrinks", _on("bowl", run="rmsprop,eta:0.5"), curves="rate"),
            Show("Flat: enlarges", _on("neuron", run="rmsprop"), curves="rate"),
        ),
    ),
    Claim(
        key="sign",
        claim="The scheme never turns a gradient round.",
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
