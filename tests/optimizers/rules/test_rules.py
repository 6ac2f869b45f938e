"""First steps of every rule, computed by hand from the paper, and its known properties.

The values computed by hand are in ``expected/``, one file per rule.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from tests.support.optimizers.expectations import EXPECTED, file_of

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")

NINE = [
    "rmsprop",
    "gradient-descent",
    "adagrad",
    "adadelta",
    "adam",
    "momentum",
    "nesterov",
    "rprop",
    "super-sab",
]


def run_of(key: str) -> Trajectory:
    """Return the trajectory of the steps that are computed by hand."""
    worked = EXPECTED[key].run
    return descend(BOWL, OPTIMIZERS[key], worked.start, len(worked.w), **worked.hyperparameters)


def test_the_nine_rules_in_the_order_of_the_menu() -> None:
    # others may be between and after them
    assert [key for key in OPTIMIZERS if key in NINE] == NINE


def test_every_rule_has_expected_values() -> None:
    missing = [str(file_of(key)) for key in OPTIMIZERS if key not in EXPECTED]
    assert missing == [], f"add the expected values of the new rule: {missing}"
    assert EXPECTED.keys() <= OPTIMIZERS.keys(), "add the rule to RULES in optimizers/registry.py"


@pytest.mark.parametrize("key", EXPECTED)
def test_first_weights(key: str) -> None:
    worked = EXPECTED[key].run.w
    assert len(worked) >= 2
    np.testing.assert_allclose(run_of(key).w[1:], worked, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("key", EXPECTED)
def test_first_states(key: str) -> None:
    state, worked = run_of(key).state, EXPECTED[key].run.states
    assert state.keys() >= worked.keys()
    for name, rows in worked.items():
        np.testing.assert_allclose(state[name][1:], rows, rtol=1e-10, atol=1e-14, err_msg=name)


def test_rprop_keeps_its_step_between_the_bounds() -> None:
    def steps(text: str, **hyperparameters: float) -> NDArray[np.float64]:
        run = descend(ErrorFunction.parse(text), OPTIMIZERS["rprop"], (0, 0), 5, **hyperparameters)
        return run.state["delta"][:, 0]

    # the sign never changes: times 3 while that is at most 0.01
    grown = steps("w1", delta0=1e-3, increase=3, delta_max=0.01)
    np.testing.assert_allclose(grown, [1e-3, 1e-3, 3e-3, 9e-3, 0.01, 0.01], rtol=1e-14)
    # over the minimum at 0.0001 to w1 = 0.001: halved and paused; back by 0.0005 twice to 0, over
    # the minimum again: no less than 0.0004
    shrunk = steps("(w1 - 1e-4)^2", delta0=1e-3, increase=1, delta_min=4e-4)
    np.testing.assert_allclose(shrunk, [1e-3, 1e-3, 5e-4, 5e-4, 5e-4, 4e-4], rtol=1e-14)


def test_super_sab_keeps_its_rate_below_the_largest() -> None:
    slope = ErrorFunction.parse("w1")
    rates = descend(
        slope, OPTIMIZERS["super-sab"], (0, 0), 5, eta=0.1, increase=2, eta_max=0.5
    ).state["eta_i"][:, 0]
    np.testing.assert_allclose(rates, [0.1, 0.1, 0.2, 0.4, 0.5, 0.5], rtol=1e-14)


def test_adadelta_reads_u_before_it_is_updated() -> None:
    # On E = w1: s(1) = 0.1, d(1) = sqrt(0.01) / sqrt(0.11), u(1) = 0.1 * d(1)^2.
    # With u updated before, d(1) would not be 0.30151.
    line = descend(
        ErrorFunction.parse("w1"), OPTIMIZERS["adadelta"], (0, 0), 1, eta=1, beta=0.9, epsilon=0.01
    )
    assert line.update[0, 0] == pytest.approx(0.1 / 0.11**0.5, rel=1e-14)
    assert line.state["u"][1, 0] == pytest.approx(0.1 * 0.01 / 0.11, rel=1e-14)


def test_adam_first_step_is_eta_because_both_means_are_corrected() -> None:
    steep = ErrorFunction.parse("1000 w1 - 0.001 w2")
    update = descend(steep, OPTIMIZERS["adam"], (0, 0), 1, eta=0.2, epsilon=1e-12).update
    np.testing.assert_allclose(update, [[0.2, -0.2]], rtol=1e-8)


def test_beta_zero_steps_along_a_compass_direction() -> None:
    # v = eta g / sqrt(g^2 + epsilon): every component is eta but for epsilon
    camel = ErrorFunction.parse("(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2")
    update = descend(camel, OPTIMIZERS["rmsprop"], (-2, 1.5), 20, beta=0, epsilon=1e-12).update
    np.testing.assert_allclose(np.abs(update), 0.05, rtol=1e-9)


def test_beta_one_leaves_the_root_of_epsilon_below_the_gradient() -> None:
    # s stays 0: v(1) = eta g / sqrt(epsilon) = 0.05 * (-90, 400) / 1e-4
    run = descend(BOWL, OPTIMIZERS["rmsprop"], (-15, 20), 1, beta=1, epsilon=1e-8)
    assert run.state["s"].tolist() == [[0, 0], [0, 0]]
    np.testing.assert_allclose(run.update, [[-45000, 200000]], rtol=1e-13)
