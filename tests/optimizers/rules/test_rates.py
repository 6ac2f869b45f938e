"""Effective learning rates: the factor by which a rule multiplies the gradient, by hand."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, descend
from tests.support.optimizers.expectations import EXPECTED

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")
START = (-15, 20)


@pytest.mark.parametrize("key", EXPECTED)
def test_name_of_the_rate_of_every_rule(key: str) -> None:
    rate = OPTIMIZERS[key].rate
    assert (rate and rate.name) == EXPECTED[key].rate


def test_rate_of_rmsprop_in_the_article() -> None:
    run = descend(BOWL, OPTIMIZERS["rmsprop"], START, 1, eta=0.05)
    assert run.rate is not None
    # s(1) = (810, 16000)
    assert run.rate[0] == pytest.approx([0.05 / 810**0.5, 0.05 / 16000**0.5], rel=1e-9)


@pytest.mark.parametrize("key", ["rmsprop", "adagrad", "adadelta"])
def test_rate_is_the_step_over_the_gradient(key: str) -> None:
    run = descend(BOWL, OPTIMIZERS[key], START, 50)
    assert run.rate is not None
    np.testing.assert_allclose(run.rate * run.gradient, run.update, rtol=1e-12)


def test_rate_of_adam_multiplies_the_mean_gradient() -> None:
    run = descend(BOWL, OPTIMIZERS["adam"], START, 20)
    t = np.arange(1, 21)[:, None]
    assert run.rate is not None
    m_hat = run.state["m"][1:] / (1 - 0.9**t)
    np.testing.assert_allclose(run.rate * m_hat, run.update, rtol=1e-9)


def test_rate_of_rprop_is_the_step_over_the_size_of_the_gradient() -> None:
    run = descend(BOWL, OPTIMIZERS["rprop"], START, 50)
    assert run.rate is not None
    stepped = run.update != 0
    ratio = run.update[stepped] / run.gradient[stepped]
    np.testing.assert_allclose(run.rate[stepped], ratio, rtol=1e-12)


def test_rate_of_rprop_is_zero_where_the_gradient_is_zero() -> None:
    run = descend(BOWL, OPTIMIZERS["rprop"], (-15, 0), 3)
    assert run.rate is not None
    assert run.rate[:, 1].tolist() == [0, 0, 0]
    assert run.stopped is None


def test_rate_of_super_sab_is_its_state() -> None:
    run = descend(BOWL, OPTIMIZERS["super-sab"], START, 50)
    assert run.rate is not None
    assert run.rate.tolist() == run.state["eta_i"][1:].tolist()


IN_PYTHON = {"√ŝᵢ": "sqrt(s_hat)", "√": "sqrt", "|gᵢ|": "abs(g)", "ηsqrt": "η*sqrt", "ᵢ": "_i"}


@pytest.mark.parametrize("key", [key for key, rule in OPTIMIZERS.items() if rule.rate])
def test_name_of_a_rate_is_its_formula(key: str) -> None:
    rule = OPTIMIZERS[key]
    run, settings = descend(BOWL, rule, START, 5), rule.settings({})
    assert rule.rate is not None
    assert run.rate is not None
    text = rule.rate.name.removeprefix("effective ")
    for sign, word in IN_PYTHON.items():
        text = text.replace(sign, word)
    now = {name: rows[1:] for name, rows in run.state.items()}
    t = np.arange(1, 6)[:, None]
    names = {
        "η": settings.get("eta"),
        "η_i": now.get("eta_i"),
        "ε": settings.get("epsilon"),
        "s_i": now.get("s"),
        "u_i": run.state["u"][:-1] if "u" in now else None,
        "s_hat": now["s"] / (1 - settings["beta2"] ** t) if "beta2" in settings else None,
        "Δ_i": now.get("delta"),
        "g": run.gradient,
    }
    found = eval(text, {"sqrt": np.sqrt, "abs": abs, **names})
    np.testing.assert_allclose(np.broadcast_to(found, run.rate.shape), run.rate, rtol=1e-9)


def test_a_rule_without_a_rate() -> None:
    assert descend(BOWL, OPTIMIZERS["momentum"], START, 3).rate is None
