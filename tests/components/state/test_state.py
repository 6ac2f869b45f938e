"""State: its trajectories, and what the browser keeps of it."""

from dataclasses import replace

import numpy as np

from components.state.state import State, default_state, run_of
from optimizers import OPTIMIZERS, ErrorFunction, descend
from tests.support.queries import state_with


def test_a_trajectory_is_that_of_descend() -> None:
    run = run_of("adam", {"eta": 0.5})
    state: State = state_with(E="w1^2 + w2^4", start=(1, 2), steps=9, runs=(run,))
    found = state.trajectory(run)
    expected = descend(
        ErrorFunction.parse("w1^2 + w2^4"), OPTIMIZERS["adam"], (1, 2), 9, **run.settings
    )
    assert np.array_equal(found.w, expected.w)
    assert np.array_equal(found.state["s"], expected.state["s"])


def test_trajectory_is_computed_once() -> None:
    state = default_state()
    run = state.runs[0]
    assert state.trajectory(run) is replace(state, view=(-1, 1, -1, 1)).trajectory(run)
    assert state.trajectory(run) is not replace(state, steps=3).trajectory(run)


def test_browser_keeps_the_text_as_typed() -> None:
    runs = (run_of("momentum"), replace(run_of("rmsprop", {"eta": 0.5}), hidden=True))
    state = state_with(E="3 w1² + w2", start=(1, 2), runs=runs, selected=0, step=7)
    assert state.E.text == "3*w1^2+w2"
    assert state.to_json() == {
        "E": "3 w1² + w2",
        "start": (1, 2),
        "steps": 500,
        "view": (-20, 12, -9, 23),
        "runs": [
            {
                "optimizer": "momentum",
                "settings": {"eta": 0.001, "alpha": 0.9},
                "hidden": False,
            },
            {
                "optimizer": "rmsprop",
                "settings": {"eta": 0.5, "beta": 0.9, "epsilon": 1e-8},
                "hidden": True,
            },
        ],
        "selected": 0,
        "step": 7,
        "axis": "log",
        "traces": "rate",
        "parameters": [],
    }


def test_the_selected_run_is_the_one_at_that_place() -> None:
    runs = (run_of("momentum"), run_of("adam"), run_of("adagrad"))
    for place, run in enumerate(runs):
        state = state_with(runs=runs, selected=place)
        assert (state.selected_run, state.selected_run.rule) == (run, OPTIMIZERS[run.optimizer])
