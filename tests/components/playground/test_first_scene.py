"""First scene: what its words say of the two runs holds in NumPy's numbers."""

import numpy as np
import pytest

from components.state.state import Run
from optimizers.presets import PRESETS
from tests.support.queries import DEFAULT

GRADIENT_DESCENT, RMSPROP = (DEFAULT.trajectory(run) for run in DEFAULT.runs)


def test_the_scene_is_the_articles_bowl_with_the_selected_run_last() -> None:
    bowl = PRESETS[0]
    assert (DEFAULT.typed, DEFAULT.start, DEFAULT.view) == (bowl.text, bowl.start, bowl.view)
    assert DEFAULT.runs == (
        Run("gradient-descent", {"eta": 0.001}),
        Run("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
    )
    assert DEFAULT.selected_run == DEFAULT.runs[-1]
    assert [run.stopped for run in (GRADIENT_DESCENT, RMSPROP)] == [None, None]
    assert GRADIENT_DESCENT.error.size == RMSPROP.error.size == 501


@pytest.mark.parametrize(
    ("step", "classical", "adaptive"),
    [(0, 4675, 4675), (400, 5.48, 7.39), (500, 1.64, 0.00187)],
)
def test_the_errors_are_those_that_are_published(
    step: int, classical: float, adaptive: float
) -> None:
    assert GRADIENT_DESCENT.error[step] == pytest.approx(classical, rel=3e-3)
    assert RMSPROP.error[step] == pytest.approx(adaptive, rel=3e-3)


def test_gradient_descent_is_the_product_of_its_factors() -> None:
    """Without any program: each step scales w1 by 1 - 6 eta and w2 by 1 - 20 eta."""
    t = np.arange(501)
    w1, w2 = -15 * (1 - 0.006) ** t, 20 * (1 - 0.02) ** t
    np.testing.assert_allclose(GRADIENT_DESCENT.error, 3 * w1**2 + 10 * w2**2, rtol=1e-11)


def test_rmsprop_leads_from_step_405_on_and_not_before() -> None:
    leads = RMSPROP.error < GRADIENT_DESCENT.error
    assert leads[405:].all()
    assert not leads[1:405].any()


def test_both_weights_move_in_lockstep_with_rmsprop_alone() -> None:
    """What the lead says: one rate rushes down the steep side and crawls along the flat one."""
    moved = np.abs(np.diff(RMSPROP.w, axis=0))[:200]
    np.testing.assert_allclose(moved[:, 0], moved[:, 1], rtol=0.1)
    left = GRADIENT_DESCENT.w[100] / GRADIENT_DESCENT.w[0]
    assert left == pytest.approx([0.548, 0.133], abs=1e-3)
