"""Every claim holds in numbers, in the very state that shows it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from components.playground.claims import CLAIMS, Claim
from optimizers import Trajectory

BY_KEY = {claim.key: claim for claim in CLAIMS}
Runs = list[Trajectory]


def runs(claim: Claim) -> Runs:
    found = []
    for show in claim.shows:
        state = show.state
        assert len(state.runs) == 1
        found.append(state.trajectory(state.runs[0]))
    return found


def headings(run: Trajectory) -> Any:
    """Return the direction of every step in degrees."""
    return np.degrees(np.arctan2(-run.update[:, 1], -run.update[:, 0]))


def turns(run: Trajectory, steps: int) -> Any:
    """Return by how many degrees the path turns from step to step."""
    return np.abs((np.diff(headings(run)[:steps]) + 180) % 360 - 180)


def compass(found: Runs) -> None:
    without, with_memory = found
    off = np.abs((headings(without) + 22.5) % 45 - 22.5)
    assert np.sum(off > 1) <= 2  # but where a weight arrives, every step is one of the eight
    assert set(np.round(headings(without)[:70])) == {-45}
    assert set(np.round(headings(without)[77:95])) == {-45, -135}
    assert turns(with_memory, 90).max() < 1.5
    assert turns(without, 90).max() > 30


def beta_one(found: Runs) -> None:
    one, below = found
    assert (one.state["s"] == 0).all()
    np.testing.assert_allclose(one.update[0], 0.05 * one.gradient[0] / 1e-4, rtol=1e-12)
    assert one.stopped is not None
    assert one.stopped.startswith("diverged at step 39")
    assert below.stopped is None
    assert below.error[-1] < below.error[0]


def first_step(found: Runs) -> None:
    adaptive, classical = found
    first = np.abs(adaptive.update[0])
    assert first[0] == pytest.approx(first[1], rel=1e-9)
    assert first[0] == pytest.approx(2 / np.sqrt(0.1), rel=1e-9)
    assert np.abs(classical.update[0] / classical.update[0][::-1]).max() == pytest.approx(400 / 90)


def scaling(found: Runs) -> None:
    steep, flat = (np.sqrt(run.state["s"][1:] + 1e-8) for run in found)
    assert steep[:10].min() > 28
    assert steep[:10].max() > 100
    assert flat[:50].max() < 0.1
    for run, root in zip(found, (steep, flat), strict=True):
        eta = np.abs(run.update / run.gradient) * root
        assert np.ptp(eta[:50]) < 1e-12  # the root is all that a step is divided by


def sign(found: Runs) -> None:
    adaptive, momentum = found
    assert (np.sign(adaptive.update) == np.sign(adaptive.gradient)).all()
    uphill = np.sign(momentum.update) == -np.sign(momentum.gradient)
    assert uphill.sum() > 50
    assert (np.diff(momentum.error) > 0).any()


def plateau(found: Runs) -> None:
    adaptive, same, large = found
    assert np.argmax(adaptive.error < 0.15) == 317
    for run in (same, large):
        assert run.error.min() > 0.45
    gone = [np.linalg.norm(run.w[317] - run.w[0]) for run in (same, adaptive)]
    assert gone[0] < 0.1 * gone[1]


def wrong_eta(found: Runs) -> None:
    adaptive, classical, well_chosen = found
    assert adaptive.stopped is None
    assert np.abs(adaptive.w[-10:]).max() == pytest.approx(0.35, abs=0.02)
    assert classical.error[-1] > 1e100
    assert well_chosen.error[-1] < 1e-3


CHECKS: dict[str, Callable[[Runs], None]] = {
    "compass": compass,
    "beta-one": beta_one,
    "first-step": first_step,
    "scaling": scaling,
    "sign": sign,
    "plateau": plateau,
    "wrong-eta": wrong_eta,
}


@pytest.mark.parametrize("key", BY_KEY)
def test_a_claim_holds_in_the_states_that_show_it(key: str) -> None:
    CHECKS[key](runs(BY_KEY[key]))


every_claim = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.key)


@every_claim
def test_a_claim_is_a_sentence_and_its_states_are_whole(claim: Claim) -> None:
    assert claim.claim.endswith(".")
    assert 1 <= claim.words.count(". ") + 1 <= 2
    assert len({show.label for show in claim.shows}) == len(claim.shows) >= 2
    found = claim.to_json()
    assert (found["claim"], found["words"]) == (claim.claim, claim.words)
    assert found["shows"] == [claim.state(k).to_json() for k in range(len(claim.shows))]


@every_claim
def test_a_show_selects_its_run_beside_the_others_on_the_same_surface(claim: Claim) -> None:
    for chosen, show in enumerate(claim.shows):
        state = claim.state(chosen)
        assert (state.E, state.start, state.steps) == (
            show.state.E,
            show.state.start,
            show.state.steps,
        )
        assert (state.view, state.selected_run) == (show.state.view, show.state.runs[0])
        assert list(state.runs) == [
            other.state.runs[0]
            for other in claim.shows
            if (other.state.typed, other.state.start, other.state.steps)
            == (state.typed, state.start, state.steps)
        ]
        assert (state.step, state.axis, state.traces) == (1, "log", "rate")
        assert not any(run.hidden for run in state.runs)


def test_only_the_claim_of_the_root_has_its_runs_on_two_surfaces() -> None:
    runs_of = {
        claim.key: [len(claim.state(k).runs) for k in range(len(claim.shows))] for claim in CLAIMS
    }
    assert runs_of == {
        "compass": [2, 2],
        "beta-one": [2, 2],
        "first-step": [2, 2],
        "scaling": [1, 1],
        "sign": [2, 2],
        "plateau": [3, 3, 3],
        "wrong-eta": [3, 3, 3],
    }
    assert [BY_KEY["plateau"].state(k).selected for k in range(3)] == [0, 1, 2]
    assert [BY_KEY["scaling"].state(k).selected for k in range(2)] == [0, 0]
