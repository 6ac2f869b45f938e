"""Limit of steps: a long function may take fewer."""

import pytest

from components.state.address import read_address
from components.state.limits import MOST_OPERATIONS, MOST_RUNS
from optimizers import ErrorFunction
from optimizers.presets import PRESETS, Preset
from tests.support.queries import DEFAULT, state_of, state_with

LONG = "max(" + ",".join("xy" * 145) + ")"
"""As many operations as any function of its length."""


def test_a_long_function_may_take_fewer_steps() -> None:
    most = MOST_OPERATIONS // ErrorFunction.parse(LONG).operations
    assert 100 < most < 2000
    assert state_of({"E": [LONG], "steps": [str(most)]}).steps == most
    state, errors = read_address({"E": [LONG], "steps": [str(most + 1)]})
    assert state == state_with(E=LONG)
    assert [str(error) for error in errors] == [
        f"steps: Give at most {most} steps: this error function is a long one."
    ]


def test_several_runs_of_a_long_function_share_its_steps() -> None:
    most = MOST_OPERATIONS // (MOST_RUNS * ErrorFunction.parse(LONG).operations)
    query = {"E": [LONG], "run": ["adam"] * MOST_RUNS}
    assert state_of(query | {"steps": [str(most)]}).steps == most
    state, errors = read_address(query | {"steps": ["2000"]})
    assert state.steps == min(most, DEFAULT.steps)
    assert len(errors) == 1


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_may_take_all_steps_with_all_runs(preset: Preset) -> None:
    query = {"E": [preset.text], "steps": ["2000"], "run": ["adam"] * MOST_RUNS}
    assert state_of(query).steps == 2000
