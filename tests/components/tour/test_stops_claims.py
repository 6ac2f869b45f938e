"""Every number that the tour claims is what NumPy's runs give."""

import pytest

from components.tour.stops import STOPS
from tests.components.tour.claimed import TABLE

WITHOUT = {"first-step", "no-memory", "amplification", "yours"}
"""Questions, whose answers are measured, and texts without a number."""


def test_every_stop_is_measured() -> None:
    assert set(TABLE) == {stop.key for stop in STOPS} - WITHOUT


@pytest.mark.parametrize("key", TABLE)
def test_claims_hold(key: str) -> None:
    for claim, said, measured in TABLE[key]():
        # What is said is rounded; 0 is exact, but for what a search leaves.
        assert float(measured) == pytest.approx(said, rel=0.005, abs=0.0501 * (said == 0)), claim
