"""Every rule's first steps, worked by hand from the paper's formula.

Where nothing else is said they are taken on the article's bowl from (-15, 20), whose gradient
there is g(1) = (6 * -15, 20 * 20) = (-90, 400).
"""

from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")

Pair = tuple[float, float]


class Worked(NamedTuple):
    """A run on the bowl: its settings, and the weights and states after every step."""

    key: str
    hyperparameters: dict[str, float]
    w: list[Pair]
    states: dict[str, list[Pair]]
    start: Pair = (-15, 20)


WORKED = [
    # w(1) = (-15 + 0.001 * 90, 20 - 0.001 * 400), g(2) = (-89.46, 392)
    # w(2) = (-14.91 + 0.08946, 19.6 - 0.392)
    Worked("gradient-descent", {"eta": 0.001}, [(-14.91, 19.6), (-14.82054, 19.208)], {}),
    # m(1) = -0.001 * (-90, 400)
    # m(2) = 0.9 * (0.09, -0.4) - 0.001 * (-89.46, 392) = (0.081 + 0.08946, -0.36 - 0.392)
    Worked(
        "momentum",
        {"eta": 0.001, "alpha": 0.9},
        [(-14.91, 19.6), (-14.73954, 18.848)],
        {"m": [(0.09, -0.4), (0.17046, -0.752)]},
    ),
    # v(1) = 0.001 * (-90, 400) - 0.9 * (0.09, -0.4) = (-0.171, 0.76)
    # g(2) = (6 * -14.829, 20 * 19.24) = (-88.974, 384.8)
    # m(2) = 0.9 * (0.09, -0.4) - 0.001 * g(2) = (0.169974, -0.7448)
    # v(2) = (-0.088974 - 0.9 * 0.169974, 0.3848 + 0.9 * 0.7448) = (-0.2419506, 1.05512)
    Worked(
        "nesterov",
        {"eta": 0.001, "alpha": 0.9},
        [(-14.829, 19.24), (-14.5870494, 18.18488)],
        {"m": [(0.09, -0.4), (0.169974, -0.7448)]},
    ),
    # w(1) = (-15 + 90 / sqrt(8100 + 1), 20 - 400 / sqrt(160000 + 1))
    # s(2) = (8100 + 84.0003703...^2, 160000 + 380.0000624...^2)
    # w(2) = (-14.000... + 84.000... / sqrt(15157.06...),
    #         19.000... - 380.000... / sqrt(304401.04...))
    Worked(
        "adagrad",
        {"eta": 1, "epsilon": 1},
        [(-14.0000617226801, 19.0000031249854), (-13.3177643733143, 18.3112547348478)],
        {"s": [(8100, 160000), (15156.0622165986, 304400.0475)]},
    ),
    # s(1) = 0.1 * (8100, 160000)
    # w(1) = (-15 + 0.05 * 90 / sqrt(811), 20 - 0.05 * 400 / sqrt(16001))
    # s(2) = (0.9 * 810 + 0.1 * 89.0519...^2, 0.9 * 16000 + 0.1 * 396.8378...^2)
    Worked(
        "rmsprop",
        {"eta": 0.05, "beta": 0.9, "epsilon": 1},
        [(-14.8419836278754, 19.8418910578188), (-14.7278904144556, 19.7276173233637)],
        {"s": [(810, 16000), (1522.02412083643, 30148.025630014)]},
    ),
    # d(1) = sqrt(0 + 0.01) / sqrt((810, 16000) + 0.01) * (-90, 400) = (-0.3162258..., 0.3162276...)
    # u(1) = 0.1 * d(1)^2, after d(1); w(1) = (-15, 20) - 2 d(1)
    # d(2) = sqrt(u(1) + 0.01) / sqrt(s(2) + 0.01) * g(2)
    Worked(
        "adadelta",
        {"eta": 2, "beta": 0.9, "epsilon": 0.01},
        [(-14.3675483719767, 19.3675446656086), (-13.7320678452053, 18.7286258485035)],
        {
            "u": [
                (0.00999987654473402, 0.00999999375000391),
                (0.019095776387901, 0.0192054257462776),
            ]
        },
    ),
    # m(1) = 0.1 g(1), corrected by 1 - 0.9: (-90, 400)
    # s(1) = 0.001 g(1)^2, corrected by 1 - 0.999: (8100, 160000)
    # w(1) = (-15 + 0.2 * 90 / (90 + 1), 20 - 0.2 * 400 / (400 + 1)) = (-15 + 18/91, 20 - 80/401)
    # t = 2 corrects m by 1 - 0.81 and s by 1 - 0.998001
    Worked(
        "adam",
        {"eta": 0.2, "beta1": 0.9, "beta2": 0.999, "epsilon": 1},
        [(-15 + 18 / 91, 20 - 80 / 401), (-14.6044827798357, 19.6010546316519)],
        {
            "m": [(-9, 40), (-16.9813186813187, 75.6009975062344)],
            "s": [(8.1, 160), (15.979682151914, 316.663900348878)],
        },
    ),
    # From (1, -0.2): g(1) = (6, -4), no gradient before: delta stays, w(1) = (1 - 0.5, -0.2 + 0.5).
    # g(2) = (3, 6): w1 kept its sign, delta 0.5 * 1.2 = 0.6, w1 = 0.5 - 0.6;
    #   w2 changed it, delta 0.5 * 0.5 = 0.25, gradient set to 0, no step.
    # g(3) = (-0.6, 6): w1 changed its sign, delta 0.6 * 0.5, no step;
    #   w2 compares with 0: delta stays, w2 = 0.3 - 0.25.
    # g(4) = (-0.6, 1): w1 compares with 0: w1 = -0.1 + 0.3; w2 grows: 0.25 * 1.2, w2 = 0.05 - 0.3.
    Worked(
        "rprop",
        {"delta0": 0.5, "increase": 1.2, "decrease": 0.5},
        [(0.5, 0.3), (-0.1, 0.3), (-0.1, 0.05), (0.2, -0.25)],
        {
            "delta": [(0.5, 0.5), (0.6, 0.25), (0.3, 0.25), (0.3, 0.3)],
            "g_previous": [(6, -4), (3, 0), (0, 6), (-0.6, 1)],
        },
        start=(1, -0.2),
    ),
    # From (1, 1): g(1) = (6, 20), m(1) = -0.1 g(1) = (-0.6, -2).
    # g(2) = (2.4, -20): w1 kept its sign: eta_1 = 0.12, m = 0.5 * -0.6 - 0.12 * 2.4 = -0.588;
    #   w2 changed it: the step of -2 is taken back, eta_2 = 0.05, m = 0, gradient set to 0.
    # g(3) = (-1.128, 20): w1 changed its sign: the step of -0.588 is taken back, eta_1 = 0.06;
    #   w2 starts from zero: m = -0.05 * 20.
    # g(4) = (2.4, 0): w1: m = -0.06 * 2.4; w2: g = 0, neither sign, m = 0.5 * -1.
    Worked(
        "super-sab",
        {"eta": 0.1, "alpha": 0.5, "increase": 1.2, "decrease": 0.5},
        [(0.4, -1), (-0.188, 1), (0.4, 0), (0.256, -0.5)],
        {
            "eta_i": [(0.1, 0.1), (0.12, 0.05), (0.06, 0.05), (0.06, 0.05)],
            "m": [(-0.6, -2), (-0.588, 0), (0, -1), (-0.144, -0.5)],
            "g_previous": [(6, 20), (2.4, 0), (0, 20), (2.4, 0)],
        },
        start=(1, 1),
    ),
]


def run(worked: Worked) -> Trajectory:
    rule = OPTIMIZERS[worked.key]
    return descend(BOWL, rule, worked.start, len(worked.w), **worked.hyperparameters)


def test_every_rule_is_worked_by_hand() -> None:
    assert sorted(worked.key for worked in WORKED) == sorted(OPTIMIZERS)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.key)
def test_first_weights_are_those_worked_by_hand(worked: Worked) -> None:
    np.testing.assert_allclose(run(worked).w[1:], worked.w, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.key)
def test_first_states_are_those_worked_by_hand(worked: Worked) -> None:
    state = run(worked).state
    assert state.keys() >= worked.states.keys()
    for name, rows in worked.states.items():
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


def test_adadelta_reads_u_before_it_is_renewed() -> None:
    # On E = w1: s(1) = 0.1, d(1) = sqrt(0.01) / sqrt(0.11), u(1) = 0.1 * d(1)^2.
    # With u renewed before, d(1) would not be 0.30151.
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
