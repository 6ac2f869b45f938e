"""Tracks: what sliders span, and where values lie on them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, Hyperparameter
from optimizers.hyperparameter import BETA, EPSILON, ETA
from optimizers.track import track

SPECS = [spec for rule in OPTIMIZERS.values() for spec in rule.hyperparameters]


@pytest.mark.parametrize(
    ("value", "position"),
    [(0, 0), (0.5, math.log10(2)), (0.9, 1), (0.99, 2), (0.999, 3), (0.9999, 4)],
)
def test_every_nine_of_a_decay_has_as_much_room(value: float, position: float) -> None:
    assert track(BETA).position(value) == pytest.approx(position, abs=1e-9)


def test_the_last_place_of_a_decay_is_its_bound() -> None:
    assert track(BETA).position(1) == track(BETA).end == 4 + track(BETA).step
    beta1 = next(spec for spec in OPTIMIZERS["adam"].hyperparameters if spec.name == "beta1")
    assert track(beta1).position(0.9999) == track(beta1).end == 4


def test_a_learning_rate_has_the_decades_around_its_default() -> None:
    assert (track(ETA.with_default(0.001)).start, track(ETA.with_default(0.001)).end) == (-5, 0)
    # The bound is nearer than three decades.
    assert (track(ETA).start, track(ETA).end) == (-4, 1)
    assert track(ETA).position(1e-6) == -4
    assert (track(EPSILON).start, track(EPSILON).end) == (-12, 0)


def test_a_linear_track_is_the_range() -> None:
    spec = Hyperparameter("n", "n", "steps", 2, 1, 10)
    found = track(spec, whole=True)
    assert (found.start, found.end, found.step, found.whole) == (1, 10, 1, True)


@given(st.sampled_from(SPECS), st.floats(0, 1), st.floats(0, 1))
def test_positions_rise_with_the_values_and_keep_to_the_track(
    spec: Hyperparameter, a: float, b: float
) -> None:
    own = track(spec)
    low, high = sorted(spec.low + share * (spec.high - spec.low) for share in (a, b))
    first, second = own.position(low), own.position(min(high, spec.high))
    assert own.start <= first <= second <= own.end


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_track_has_whole_places_and_its_default_on_it(spec: Hyperparameter) -> None:
    own = track(spec)
    places = (own.end - own.start) / own.step
    assert places == pytest.approx(round(places))
    assert 50 <= places <= 1000
    assert own.start <= own.position(spec.default) <= own.end
    assert own.position(spec.high) == own.end
