"""What the stops on other functions claim, measured again; `claimed` has all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from components.tour.scene import scene_of
from components.tour.stops.price import SEARCHED_AGAIN
from components.two_steps.figure import default as article
from tests.components.tour.measuring import (
    BY_KEY,
    Claim,
    always,
    below,
    excess,
    in_state,
    moves,
    run,
    until,
)


def two_steps_of_the_article() -> Iterator[Claim]:
    state = article()
    plain, adaptive = (state.trajectory(one) for one in state.runs)
    first, second = moves(adaptive), moves(adaptive, 2)
    yield "|v₂/v₁| of gradient descent’s first step", 4.44, moves(plain)[1] / moves(plain)[0]
    yield "|v₂/v₁| of RMSProp’s first step", 1, first[1] / first[0]
    yield "|v₂/v₁| of RMSProp’s second step", 0.997, second[1] / second[0]


def plateau() -> Iterator[Claim]:
    plain, adaptive = run("plateau"), run("plateau", 1)
    yield "|g| at the start", 0.053, float(np.hypot(*plain.gradient[0]).round(3))
    w1, w2 = plain.w[0]
    sigmoids = 1 / (1 + np.exp([x * w1 - w2 for x in (2, 1, 0.3, -0.4, -1, -2)]))
    near = np.minimum(sigmoids, 1 - sigmoids) < 0.03
    yield "inputs of six at which the sigmoid is near 0 or 1 at the start", 5, near.sum()
    yield "steps to E < 0.15, RMSProp, η = 0.05", 317, below(adaptive, 0.15)
    assert adaptive.rate is not None
    multiples = adaptive.rate[:317] / 0.05
    yield "least rate until then / η", 11, float(multiples.min().round())
    yield "greatest rate until then / η", 8000, float(multiples.max().round(-2))
    yield "E after 700 steps, gradient descent, η = 0.05", 0.658, plain.error[-1]
    yield "steps to E < 0.15, gradient descent, η = 10", 673, below(run("plateau", 0, 10.0), 0.15)


def adagrad() -> Iterator[Claim]:
    mean, total = run("adagrad", 1), run("adagrad", 2)
    yield "first steps, AdaGrad / RMSProp", 1, total.update[0, 0] / mean.update[0, 0]
    yield "|g₁| at the start", 550, abs(total.gradient[0, 0])
    assert mean.rate is not None
    assert total.rate is not None
    yield "rate of w₁ at t = 250, AdaGrad", 4.6e-5, float(f"{total.rate[249, 0]:.2g}")
    yield "rate of w₁ at t = 250, RMSProp", 0.0081, float(f"{mean.rate[249, 0]:.2g}")
    yield "E(250), AdaGrad", 6.08, total.error[250]
    yield "E(250), RMSProp", 0.126, mean.error[250]
    yield "steps in which a rate of AdaGrad rises", 0, (np.diff(total.rate, axis=0) > 0).sum()


def family() -> Iterator[Claim]:
    for place, name, said in ((2, "AdaGrad", 1), (1, "RMSProp", 31.6), (3, "Adam", 1)):
        yield f"|v₁(1)|/η, {name}", said, moves(run("family", place))[0] / 0.2
    yield "w₁ after a step of RMSProp, the minimum at 1.23", 5.32, run("family", 1).w[1, 0]
    for place, name, said in ((1, "RMSProp", 0.167), (3, "Adam", 0.143)):
        yield f"E(60), {name}", said, run("family", place).error[-1]
    settings = scene_of(BY_KEY["family"]).state.runs
    yield "β₁", 0.9, settings[3].settings["beta1"]
    yield "β₂", 0.999, settings[3].settings["beta2"]
    yield "β", 0.999, settings[1].settings["beta"]
    corrected = in_state(scene_of(BY_KEY["family"]).state, 3, beta1=0)
    yield "E(60), RMSProp with the correction alone", 0.1415, corrected.error[-1]


def price() -> Iterator[Claim]:
    told = ((0, "gradient descent", 59, 59), (1, "RMSProp", 38, 84), (3, "Adam", 16, 89))
    for place, name, along, turned in told:
        found = until(run("price", place, 0.0), 100)
        yield f"steps to E(0)/100 along the axis, {name}", along, found
        yield f"steps to E(0)/100 at 45°, {name}", turned, until(run("price", place), 100)
        best = excess("price", place, 0.0)
        yield f"excess of E at its η over the best of a search, {name}", 0, best
    state = scene_of(BY_KEY["price"]).state
    for place, (name, (eta, said)) in zip((1, 3), SEARCHED_AGAIN.items(), strict=True):
        again = until(in_state(state, place, eta=eta), 100)
        yield f"steps to E(0)/100 at 45° with the best η there, {name}", said, again
        yield (
            f"excess of E over the best of a search at 45°, {name}",
            0,
            excess("price", place, 45.0, eta),
        )
    same = always("price", lambda _, r: until(r[0], 100) == 59)
    yield "gradient descent takes 59 steps at every angle", 1, same


def better() -> Iterator[Claim]:
    told = (
        ("gradient descent", 5, 1.3e-11),
        ("RMSProp", 9, 2.75e-10),
        ("AdaGrad", 8, 2.8e-8),
        ("Adam", -1, 0.0419),
    )
    for place, (name, steps, last) in enumerate(told):
        yield f"steps to E(0)/1000, {name}", steps, until(run("better", place), 1000)
        yield f"E(20), {name}", last, run("better", place).error[-1]
        yield f"excess of E at its η over the best of a search, {name}", 0, excess("better", place)
    state = scene_of(BY_KEY["better"]).state
    curvatures = np.linalg.eigvalsh([[2, 1], [1, 2]])
    yield "greatest curvature / least", 3, curvatures[1] / curvatures[0]
    larger = in_state(state, 1, eta=1.2)
    yield "RMSProp swings with η = 1.2: E(20)", 0.0611, larger.error[-1]
    past = in_state(state, 3, eta=0.8).w[:, 0].max() > 0
    yield "Adam passes the minimum with η = 0.8", 1, bool(past)
