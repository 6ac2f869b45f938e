"""The state's trajectories are computed once."""

from dataclasses import replace

import numpy as np

from components.state.state import State, default_state, run_of
from optimizers import OPTIMIZERS, ErrorFunction, descend


def test_a_trajectory_is_that_of_descend() -> None:
    run = run_of("adam", {"eta": 0.5})
    state: State = replace(default_state(), E="w1^2 + w2^4", start=(1, 2), steps=9, runs=(run,))
    found = state.trajectory(run)
    expected = descend(
        ErrorFunction.parse("w1^2 + w2^4"), OPTIMIZERS["adam"], (1, 2), 9, **run.settings
    )
    assert np.array_equal(found.w, expected.w)
    assert np.array_equal(found.state["s"], expected.state["s"])


def test_whoever_asks_again_gets_the_same_one() -> None:
    state = default_state()
    (run,) = state.runs
    assert state.trajectory(run) is replace(state, view=(-1, 1, -1, 1)).trajectory(run)
    assert state.trajectory(run) is not replace(state, steps=3).trajectory(run)
