"""Amplification C_a: the article's closed form, every rule by hand, and as in `descend`."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, ErrorFunction, HyperparameterError, descend
from optimizers.amplification import decay_of, rate_of, two_step_lines, two_steps
from optimizers.formulas.amplification import amplification_formula
from tests.support.optimizers.expectations import EXPECTED
from tests.support.optimizers.mathml import as_text, equations

GRADIENTS = st.floats(-1e3, 1e3)
RMSPROP = OPTIMIZERS["rmsprop"]


@given(
    g1=GRADIENTS,
    g2=GRADIENTS,
    eta=st.floats(1e-3, 10),
    beta=st.floats(0, 1),
    epsilon=st.floats(1e-10, 1),
)
def test_rmsprop_has_the_closed_form_of_the_article(
    g1: float, g2: float, eta: float, beta: float, epsilon: float
) -> None:
    found = two_steps(RMSPROP, g1, g2, eta=eta, beta=beta, epsilon=epsilon)
    v = eta * g2 / np.sqrt((1 - beta) * (beta * g1**2 + g2**2) + epsilon)
    assert found.update == pytest.approx(v, rel=1e-12)
    plain = abs(eta * g2)
    assert found.amplification == pytest.approx(abs(v) - plain, rel=1e-12, abs=1e-12 * plain)


def test_beta_of_one_leaves_the_root_of_epsilon_below_the_gradient() -> None:
    found = two_steps(RMSPROP, [-3, 5], 2, eta=1, beta=1, epsilon=1e-8)
    assert found.update.tolist() == pytest.approx([2e4, 2e4])
    assert found.amplification.tolist() == pytest.approx([2e4 - 2, 2e4 - 2])
    assert found.ratio.tolist() == pytest.approx([1e4, 1e4])


def test_rmsprop_amplifies_inside_the_ellipse_where_s_is_below_one() -> None:
    beta, angle = 0.9, np.linspace(0.1, 3, 40)
    on_it = np.array([np.cos(angle) / np.sqrt(beta), np.sin(angle)]) * np.sqrt((1 - 1e-8) / 0.1)
    given = {"eta": 1.0, "beta": beta, "epsilon": 1e-8}
    assert two_steps(RMSPROP, *on_it, **given).amplification == pytest.approx(0, abs=1e-14)
    assert (two_steps(RMSPROP, *(0.99 * on_it), **given).amplification > 0).all()
    assert (two_steps(RMSPROP, *(1.01 * on_it), **given).amplification < 0).all()


def test_the_region_amplified_by_rmsprop_grows_with_beta_from_a_third_on() -> None:
    g1, g2 = np.meshgrid(np.linspace(-40, 40, 1201), np.linspace(-40, 40, 1201))

    def amplified(beta: float) -> int:
        found = two_steps(RMSPROP, g1, g2, eta=1, beta=beta, epsilon=1e-8).amplification
        return int(np.count_nonzero(found > 0))

    # For β = 0 it is a band: all of |g2| < 1, which the window alone ends.
    assert amplified(0) > amplified(0.01) > amplified(0.1) > amplified(1 / 3)
    assert amplified(1 / 3) < amplified(0.5) < amplified(0.9) < amplified(0.99)


BY_HAND = [
    pytest.param(key, *step, id=f"{key} {step.g1:g} {step.g2:g}")
    for key, expected in EXPECTED.items()
    for step in expected.second_steps
]


@pytest.mark.parametrize(("key", "given", "g1", "g2", "v"), BY_HAND)
def test_second_step(key: str, given: dict[str, float], g1: float, g2: float, v: float) -> None:
    rule = OPTIMIZERS[key]
    name = EXPECTED[key].compared_at
    rate = given[name] if name else 1
    found = two_steps(rule, g1, g2, **given)
    assert found.update == pytest.approx(v, rel=1e-8)
    assert found.amplification == pytest.approx(abs(v) - abs(rate * g2), rel=1e-8)
    assert found.ratio == pytest.approx(abs(v) / abs(rate * g2), rel=1e-8)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_two_steps_are_those_of_a_descent(key: str) -> None:
    rule = OPTIMIZERS[key]
    valley = ErrorFunction.parse("sin(w1) + w1 w2 + w2^3/10")
    for start in ((1, 2), (-3, 0.5), (0.2, -2)):
        run = descend(valley, rule, start, 2)
        found = two_steps(rule, run.gradient[0], run.gradient[1])
        np.testing.assert_allclose(found.update, run.update[1], rtol=1e-12)


@pytest.mark.parametrize("key", EXPECTED)
def test_a_rule_is_compared_at_its_rate_and_varied_by_its_decay(key: str) -> None:
    expected, rule = EXPECTED[key], OPTIMIZERS[key]
    names = [spec and spec.name for spec in (rate_of(rule), decay_of(rule))]
    assert names == [expected.compared_at, expected.varied_by]


def test_gradients_are_broadcast_and_hyperparameters_checked() -> None:
    assert two_steps(RMSPROP, np.zeros((1, 3)), np.ones((2, 1))).amplification.shape == (2, 3)
    with pytest.raises(HyperparameterError, match="beta must be a number from 0 to 1"):
        two_steps(RMSPROP, 1, 1, beta=2)


def test_code_of_a_map_has_no_dead_lines() -> None:
    first, second = two_step_lines(RMSPROP, ["C_a"])
    assert [name for name, _ in first] == ["s_0", "s_1"]
    assert [name for name, _ in second] == ["s_2", "v_2", "C_a"]


@pytest.mark.parametrize(("key", "rate"), [("rmsprop", "η"), ("rprop", "Δ0")])
def test_the_formula_names_what_a_rule_is_compared_at(key: str, rate: str) -> None:
    (formula,) = equations(amplification_formula(OPTIMIZERS[key]))
    (row,) = formula
    equals = next(k for k, part in enumerate(row) if part.text == "=")
    sides = ("".join(map(as_text, part)) for part in (row[:equals], row[equals + 1 :]))
    assert [*sides] == ["Ca(g1,g2)", f"abs(v(2))-abs({rate}*g2)"]
