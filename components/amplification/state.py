"""State of the amplification maps: a rule with its settings, the decays beside it, a range."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any

from components.state.address_error import AddressError
from components.state.hand_typed import read_as_meant
from components.state.state import Run, read_run
from optimizers import OPTIMIZERS, Hyperparameter, LockstepError, Rule
from optimizers.amplification import rate_of

RANGE = Hyperparameter("range", "g_max", "range of both gradients", 10.0, 0.01, 1000.0, "log")

MOST_DECAYS = 8
DECAYS = (0.0, 0.5, 0.9, 0.99, 1.0)
RATE = 1.0
"""The article's learning rate in this figure, and for comparison every rule's."""

DECAYS_SENTENCE = f"Give at most {MOST_DECAYS} numbers from 0 to 1, such as 0, 0.5, 0.9."
PROBE_SENTENCE = "Give two gradients, g1 and g2, within the range, such as 3,0.5."


@dataclass(frozen=True, slots=True)
class AmplificationState:
    """The state of the amplification maps.

    Parameters
    ----------
    run : Run
        The rule of the large map, with all its hyperparameters.
    decays : tuple of float
        The values, such as of beta, that the small maps show.
    range : float
        Both gradients go from minus this to this.
    probe : tuple of two floats
        The gradients g1 and g2 of the probe.
    """

    run: Run
    decays: tuple[float, ...]
    range: float
    probe: tuple[float, float]

    def to_json(self) -> dict[str, Any]:
        """Return the state as the browser keeps it."""
        return asdict(self)


def default_settings(rule: Rule, rate: float = RATE) -> dict[str, float]:
    """Return a rule's defaults here: its own, but the same learning rate for every rule."""
    spec = rate_of(rule)
    return rule.settings({spec.name: min(max(rate, spec.low), spec.high)} if spec else {})


def run_of(optimizer: str, settings: Mapping[str, float]) -> Run:
    """Return a run with this figure's defaults for what is not given.

    Raises
    ------
    HyperparameterError
        If a hyperparameter is unknown or out of bounds.
    """
    rule = OPTIMIZERS[optimizer]
    return Run(optimizer, rule.settings({**default_settings(rule), **settings}))


def default_state() -> AmplificationState:
    """Return the article's: RMSProp at eta = 1, beta = 0.9, epsilon = 1e-8."""
    return AmplificationState(run_of("rmsprop", {}), DECAYS, RANGE.default, (3.0, 0.5))


def settings_of(state: AmplificationState, rule: Rule) -> dict[str, float]:
    """Return a rule's settings beside the chosen one: defaults at the same learning rate."""
    if rule is state.run.rule:
        return state.run.settings
    return default_settings(rule, rate(state))


def rate(state: AmplificationState) -> float:
    """Return the learning rate that v(2) is compared at."""
    spec = rate_of(state.run.rule)
    return state.run.settings[spec.name] if spec else RATE


def _run(texts: Sequence[str]) -> Run:
    return run_of(*read_run(texts[0]))


def _decays(texts: Sequence[str]) -> tuple[float, ...]:
    values = _numbers(texts[0], DECAYS_SENTENCE)
    if len(values) > MOST_DECAYS or not all(0 <= value <= 1 for value in values):
        raise LockstepError(DECAYS_SENTENCE)
    return tuple(dict.fromkeys(values))


def _range(texts: Sequence[str]) -> float:
    try:
        value = float(texts[0])
    except ValueError:
        value = math.nan
    return RANGE.check(value)


def _probe(texts: Sequence[str]) -> tuple[float, float]:
    values = _numbers(texts[0], PROBE_SENTENCE)
    if len(values) != 2 or not all(abs(value) <= RANGE.high for value in values):
        raise LockstepError(PROBE_SENTENCE)
    return values[0], values[1]


def _numbers(text: str, sentence: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text[:400].split(","))
    except ValueError:
        raise LockstepError(sentence) from None


PARTS: Mapping[str, tuple[str, Callable[[Sequence[str]], Any]]] = MappingProxyType(
    {
        "run": ("run", _run),
        "betas": ("decays", _decays),
        "range": ("range", _range),
        "g": ("probe", _probe),
    }
)
"""For each part of an address: the field of the state, and how its text is read."""


def read_parts(
    parts: Mapping[str, Sequence[str]],
) -> tuple[AmplificationState, list[AddressError]]:
    """Return the state that the parts of an address describe, with defaults where they do not.

    Returns
    -------
    AmplificationState
        What to show.
    list of AddressError
        One for each part that could not be read.
    """
    state, errors = default_state(), []
    for name, (field, read) in PARTS.items():
        texts = parts.get(name)
        if not texts:
            continue
        try:
            state = replace(state, **{field: read_as_meant(read, texts)})
        except LockstepError as error:
            errors.append(AddressError(name, str(error)))
    if max(map(abs, state.probe)) > state.range:
        if "g" in parts and not any(str(error).startswith("g:") for error in errors):
            errors.append(AddressError("g", PROBE_SENTENCE))
        state = replace(state, probe=(0.3 * state.range, 0.05 * state.range))
    return state, errors
