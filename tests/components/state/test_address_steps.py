"""Limit of steps: a long function may take fewer."""

import pytest

from components.state.address import read_address
from components.state.limits import MOST_OPERATIONS, MOST_RUNS
from optimizers import ErrorFunction
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.queries import DEFAULT, state_of, state_with

LONG = "max(" + ",".join("xy" * 145) + ")"
"""As many operations as any function of its length."""


def test_a_long_function_may_take_fewer_steps() -> None:
    most = MOST_OPERATIONS // (len(DEFAULT.runs) * ErrorFunction.parse(LONG).operations)
    assert 200 < most < DEFAULT.steps
    assert state_of({"E": [LONG], "steps": [str(most)]}).steps == most
    state, errors = read_address({"E": [LONG], "steps": [str(most + 1)]})
    assert state == state_with(E=LONG, steps=most)
    said = [f"steps: Give at most {most} steps: this error function is a long one."]
    assert [str(error) for error in errors] == said
    # Where the address says nothing of steps, there is nothing to refuse.
    assert state_of({"E": [LONG]}) == state_with(E=LONG, steps=most)


def test_a_mistaken_number_of_steps_leaves_the_default_where_it_may_be_taken() -> None:
    half = "max(" + ",".join("xy" * 60) + ")"
    most = MOST_OPERATIONS // (len(DEFAULT.runs) * ErrorFunction.parse(half).operations)
    assert DEFAULT.steps < most < 2000
    assert state_of({"E": [half], "steps": [str(most)]}).steps == most
    state, (error,) = read_address({"E": [half], "steps": [str(most + 1)]})
    assert (state, error.part) == (state_with(E=half), "steps")


def test_several_runs_of_a_long_function_share_its_steps() -> None:
    most = MOST_OPERATIONS // (MOST_RUNS * ErrorFunction.parse(LONG).operations)
    query = {"E": [LONG], "run": ["adam"] * MOST_RUNS}
    assert state_of(query | {"steps": [str(most)]}).steps == most
    assert most < DEFAULT.steps
    state, errors = read_address(query | {"steps": ["2000"], "step": ["1900"]})
    assert (state.steps, state.step) == (most, most)
    assert [error.part for error in errors] == ["steps"]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_may_take_all_steps_with_all_runs(preset: Preset) -> None:
    query = {"E": [preset.text], "steps": ["2000"], "run": ["adam"] * MOST_RUNS}
    assert state_of(query).steps == 2000
