"""The numbers of the article's example."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")
START = (-15, 20)


@pytest.fixture
def classical() -> Trajectory:
    return descend(BOWL, OPTIMIZERS["gradient-descent"], START, steps=2, eta=0.001)


@pytest.fixture
def adaptive() -> Trajectory:
    return descend(BOWL, OPTIMIZERS["rmsprop"], START, steps=2, eta=0.05, beta=0.9, epsilon=1e-8)


def test_classical_weights_to_two_decimals(classical: Trajectory) -> None:
    assert classical.w.round(2).tolist() == [[-15, 20], [-14.91, 19.6], [-14.82, 19.21]]


def test_adaptive_weights_to_two_decimals(adaptive: Trajectory) -> None:
    assert adaptive.w.round(2).tolist() == [[-15, 20], [-14.84, 19.84], [-14.73, 19.73]]


def test_first_scaling_factors(adaptive: Trajectory) -> None:
    # 1 - 0.9 is not 0.1 in binary: exact but for the last bit of that
    np.testing.assert_allclose(adaptive.state["s"][:2], [[0, 0], [810, 16000]], rtol=3e-16)


def test_second_scaling_factors_without_the_rounding_in_the_article(adaptive: Trajectory) -> None:
    # 0.9 * 810 + 0.1 * (6 * -14.8418861...)^2 and 0.9 * 16000 + 0.1 * (20 * 19.8418861...)^2
    assert adaptive.state["s"][2].round(2).tolist() == [1522.01, 30148.02]


def test_first_adaptive_step_moves_both_weights_by_the_same_amount(adaptive: Trajectory) -> None:
    # |v| = eta |g| / sqrt(0.1 g^2) = 0.05 / sqrt(0.1)
    np.testing.assert_allclose(np.abs(adaptive.update[0]), 0.05 / np.sqrt(0.1), rtol=1e-10)


def test_defaults_are_the_settings_of_the_article(
    classical: Trajectory, adaptive: Trajectory
) -> None:
    for key, named in (("gradient-descent", classical), ("rmsprop", adaptive)):
        plain = descend(BOWL, OPTIMIZERS[key], START, steps=2)
        assert plain.w.tolist() == named.w.tolist()


def test_smaller_root_than_one_enlarges_a_step_and_a_larger_one_shrinks_it() -> None:
    flat = ErrorFunction.parse("0.01 w1 + 100 w2")  # s = 0.1 g^2 is 1e-5 and 1000
    adaptive = descend(flat, OPTIMIZERS["rmsprop"], (0, 0), steps=1, eta=0.05)
    classical = descend(flat, OPTIMIZERS["gradient-descent"], (0, 0), steps=1, eta=0.05)
    assert abs(adaptive.update[0, 0]) > abs(classical.update[0, 0]) == 0.0005
    assert abs(adaptive.update[0, 1]) < abs(classical.update[0, 1]) == 5


def test_no_scaling_changes_the_sign_of_the_gradient() -> None:
    camel = ErrorFunction.parse("(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2")
    run = descend(camel, OPTIMIZERS["rmsprop"], (-2, 1.5), steps=200)
    assert np.sign(run.update).tolist() == np.sign(run.gradient).tolist()
    assert {-1.0, 1.0} <= set(np.sign(run.gradient).ravel())
