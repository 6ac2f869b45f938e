"""`descend`: shape and consistency of trajectories, stopping reasons, and rejected arguments."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from optimizers import (
    OPTIMIZERS,
    ErrorFunction,
    Trajectory,
    descend,
)
from tests.support.optimizers.expectations import EXPECTED

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")
LARGEST = 1.7976931348623157e308


def classical(text: str, start: Sequence[float], steps: int, eta: float) -> Trajectory:
    return descend(ErrorFunction.parse(text), OPTIMIZERS["gradient-descent"], start, steps, eta=eta)


@pytest.mark.parametrize("key", EXPECTED)
def test_a_trajectory_has_a_row_for_the_start_and_one_for_every_step(key: str) -> None:
    run = descend(BOWL, OPTIMIZERS[key], (-15, 20), steps=7)
    assert run.stopped is None
    assert (run.w.shape, run.error.shape) == ((8, 2), (8,))
    assert (run.gradient.shape, run.update.shape) == ((7, 2), (7, 2))
    assert list(run.state) == EXPECTED[key].states
    assert {state.shape for state in run.state.values()} <= {(8, 2)}
    arrays = [run.w, run.error, run.gradient, run.update, *run.state.values()]
    assert {array.dtype for array in arrays} == {np.dtype(np.float64)}


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_columns_are_consistent(key: str) -> None:
    run = descend(BOWL, OPTIMIZERS[key], (-15, 20), steps=40)
    assert run.w[0].tolist() == [-15, 20]
    assert run.w[1:].tolist() == (run.w[:-1] - run.update).tolist()
    np.testing.assert_allclose(run.gradient, run.w[:-1] * [6, 20], rtol=1e-15)
    np.testing.assert_allclose(run.error, run.w**2 @ [3, 10], rtol=1e-15)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_without_steps_there_is_the_start_only(key: str) -> None:
    run = descend(BOWL, OPTIMIZERS[key], (-15, 20), steps=0)
    assert (run.w.tolist(), run.error.tolist(), run.stopped) == ([[-15, 20]], [4675], None)
    assert (run.gradient.shape, run.update.shape) == ((0, 2), (0, 2))


def test_states_start_at_zero_or_at_a_hyperparameter() -> None:
    rprop = descend(BOWL, OPTIMIZERS["rprop"], (1, 1), 0, delta0=0.25).state
    assert {name: rows.tolist() for name, rows in rprop.items()} == {
        "delta": [[0.25, 0.25]],
        "g_previous": [[0, 0]],
    }
    sab = descend(BOWL, OPTIMIZERS["super-sab"], (1, 1), 0, eta=0.5).state
    assert sab["eta_i"].tolist() == [[0.5, 0.5]]


def test_more_steps_continue_the_same_path() -> None:
    short = descend(BOWL, OPTIMIZERS["adam"], (-15, 20), steps=10)
    long = descend(BOWL, OPTIMIZERS["adam"], (-15, 20), steps=25)
    assert long.w[:11].tolist() == short.w.tolist()


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_constant_function_moves_nothing(key: str) -> None:
    run = descend(ErrorFunction.parse("5"), OPTIMIZERS[key], (1, 2), steps=3)
    assert run.w.tolist() == [[1, 2]] * 4
    assert (run.error.tolist(), run.gradient.tolist()) == ([5] * 4, [[0, 0]] * 3)
    assert run.stopped is None


@pytest.mark.parametrize("key", OPTIMIZERS)
@pytest.mark.parametrize(("text", "present"), [("w1^2", 0), ("y^2", 1)])
def test_a_weight_that_does_not_occur_stays(key: str, text: str, present: int) -> None:
    run = descend(ErrorFunction.parse(text), OPTIMIZERS[key], (3, 3), steps=5)
    assert run.w[:, 1 - present].tolist() == [3] * 6
    assert (np.abs(run.w[1:, present] - 3) > 0).all()


def test_too_large_a_rate_diverges_at_the_step_in_which_the_error_overflows() -> None:
    # w2(t) = 20 (1 - 0.2 * 20)^t, E = 10 w2^2 = 4000 * 9^t; w1 shrinks by 0.2 a step.
    first = math.ceil(math.log10(LARGEST / 4000) / math.log10(9))
    run = classical("3 w1^2 + 10 w2^2", (-15, 20), steps=1000, eta=0.2)
    assert run.stopped == f"diverged at step {first}: E exceeded 1e308"
    assert (run.w.shape, run.update.shape) == ((first, 2), (first - 1, 2))
    assert np.isfinite(run.w).all()
    assert np.isfinite(run.error).all()


def test_a_run_that_ends_before_it_diverges_is_not_stopped() -> None:
    first = math.ceil(math.log10(LARGEST / 4000) / math.log10(9))
    run = classical("3 w1^2 + 10 w2^2", (-15, 20), steps=first - 1, eta=0.2)
    assert (run.stopped, len(run.w)) == (None, first)


def test_a_function_without_a_floor_diverges_downwards() -> None:
    # w1(t) = (1 + 2 * 1.5)^t, E = -16^t
    first = math.ceil(math.log10(LARGEST) / math.log10(16))
    run = classical("-w1^2", (1, 0), steps=1000, eta=1.5)
    assert run.stopped == f"diverged at step {first}: E fell below -1e308"
    assert len(run.w) == first


@pytest.mark.parametrize("text", ["exp(w1)", "exp(w2)"])
def test_a_step_that_overflows_has_diverged(text: str) -> None:
    # eta g = 10 exp(709.5) = 1.35e309
    run = classical(text, (709.5, 709.5), steps=5, eta=10)
    assert run.stopped == "diverged at step 1: a number on the way exceeded 1e308"
    assert run.w.tolist() == [[709.5, 709.5]]


def test_weights_far_out_where_the_error_has_no_value_have_diverged() -> None:
    # w1(t) = (1 + 2 * 10)^t; w1^2 overflows at the first t with 21^(2t) > 1.8e308: inf - inf
    first = math.ceil(math.log10(LARGEST) / math.log10(441))
    run = classical("w1^2 - 2w1^2", (1, 0), steps=1000, eta=10)
    assert run.stopped == f"diverged at step {first}: the weights exceeded 1e50"


def test_a_step_out_of_the_domain_stops() -> None:
    # w1 = 1 - 2 * 1/1 = -1
    run = classical("log(w1)", (1, 0), steps=5, eta=2)
    assert run.stopped == "stopped at step 1: E has no value at the point reached"
    assert (run.w.tolist(), run.error.tolist()) == ([[1, 0]], [0])


def test_a_point_without_a_slope_is_recorded_and_the_run_stops_there() -> None:
    # w1 = 0.25 - 0.25 * 1 / (2 sqrt(0.25)) = 0, where the root is vertical
    run = classical("sqrt(w1)", (0.25, 0), steps=5, eta=0.25)
    assert run.stopped == "stopped at step 1: sqrt(w1) has no finite slope there"
    assert (run.w.tolist(), run.error.tolist()) == ([[0.25, 0], [0, 0]], [0.5, 0])
    assert (run.gradient.tolist(), run.update.tolist()) == ([[1, 0]], [[0.25, 0]])


@pytest.mark.parametrize(
    ("text", "start", "lacking"),
    [
        ("log(w1)", (-1, 0), "E has no finite value"),
        ("1/w1", (0, 0), "E has no finite value"),
        ("exp(w1)", (1000, 0), "E has no finite value"),
        ("sqrt(w1)", (0, 0), "sqrt(w1) has no finite slope"),
    ],
    ids=["no value", "infinite", "overflow", "no slope"],
)
def test_a_start_without_value_or_slope_takes_no_step(
    text: str, start: Sequence[float], lacking: str
) -> None:
    run = classical(text, start, steps=5, eta=0.1)
    assert run.stopped == f"stopped at the start: {lacking} there; move the start"
    assert run.w.tolist() == [list(start)]
    assert run.update.shape == (0, 2)


@pytest.mark.parametrize("key", ["adagrad", "rmsprop", "adadelta", "adam"])
def test_a_state_that_overflows_stops_a_run(key: str) -> None:
    # the gradient is 1e273: its square exceeds 1e308, and a step divided by that would be 0
    run = descend(ErrorFunction.parse("exp(w1^2 + w2^2)"), OPTIMIZERS[key], (-15, 20), steps=100)
    assert run.stopped == "stopped at step 1: the optimizer state exceeded 1e308"
    assert run.w.tolist() == [[-15, 20]]
    assert all(np.isfinite(state).all() for state in run.state.values())


def test_a_state_that_overflows_on_the_way_stops_a_run() -> None:
    # s = 0.001 g^2 = 1.6e307 is finite, but corrected for its bias it is not
    run = descend(ErrorFunction.parse("1.27e77*1e78 w1"), OPTIMIZERS["adam"], (1, 1), steps=5)
    assert run.stopped == "stopped at step 1: the optimizer state exceeded 1e308"


@pytest.mark.parametrize(
    ("text", "start"), [("1 - exp(-(w1^2 + w2^2))", (20, 1)), ("1e-170*(w1^2 + w2^2)", (20, 20))]
)
def test_signs_of_the_smallest_slopes_are_compared(text: str, start: Sequence[float]) -> None:
    # their product is below 1e-308
    E = ErrorFunction.parse(text)
    rprop = descend(E, OPTIMIZERS["rprop"], start, steps=3)
    np.testing.assert_allclose(rprop.state["delta"][1:, 0], [0.1, 0.12, 0.144], rtol=1e-15)
    sab = descend(E, OPTIMIZERS["super-sab"], start, steps=3, eta=0.1, increase=1.2)
    np.testing.assert_allclose(sab.state["eta_i"][1:, 0], [0.1, 0.12, 0.144], rtol=1e-15)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_run_from_a_smooth_point_with_slopes_by_limits_goes_on(key: str) -> None:
    # on w1 = 0 the slope of (w1^2)^0.75 is 0, although its factors are infinity and 0
    run = descend(ErrorFunction.parse("(w1^2)^0.75 + w2^2"), OPTIMIZERS[key], (0, 5), steps=20)
    assert run.stopped is None
    assert run.w[:, 0].tolist() == [0] * 21
    plain = descend(ErrorFunction.parse("w2^2"), OPTIMIZERS[key], (0, 5), steps=20)
    np.testing.assert_allclose(run.w[:, 1], plain.w[:, 1], rtol=1e-12)


def test_an_intermediate_overflow_does_not_stop_a_run() -> None:
    # exp(1000) overflows, 1/(1 + inf) is 0: the neuron is saturated, not broken
    run = classical("sigmoid(-w1) + w2^2", (1000, 1), steps=3, eta=0.25)
    assert run.stopped is None
    assert run.w[:, 0].tolist() == [1000] * 4
    assert run.w[:, 1].tolist() == [1, 0.5, 0.25, 0.125]
