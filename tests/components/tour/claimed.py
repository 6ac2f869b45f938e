"""What the stops of the tour claim, and the same measured again from NumPy's runs.

``python -m tests.components.tour.claimed`` prints the table as Markdown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from components.tour.scene import scene_of
from components.tour.sentences import number_text
from components.tour.stops.price import SEARCHED_AGAIN
from components.two_steps.figure import default as article
from optimizers.amplification import two_steps
from tests.components.tour.measuring import (
    BY_KEY,
    always,
    below,
    detour,
    end,
    excess,
    in_state,
    moves,
    run,
    scaling,
    turning,
    until,
    uphill,
)

Claim = tuple[str, float, float]
"""What is claimed, the number that says so, and what it is measured as; 1 where it is true."""


def ravine() -> Iterator[Claim]:
    found = run("ravine")
    yield "E after 60 steps, η = 0.07", 0.00167, found.error[-1]
    yield "steps of 60 that cross the floor", 60, (found.w[1:, 1] * found.w[:-1, 1] < 0).sum()
    slow, fast = run("ravine", 0, 0.039), run("ravine", 0, 0.02)
    yield "steps that cross it, η = 0.039", 0, (slow.w[:, 1] < 0).sum()
    yield "progress is less with less η", 1, found.error[-1] < slow.error[-1] < fast.error[-1]
    yield "|w₂| after 60 steps, η = 0.08", 1.2, abs(run("ravine", 0, 0.08).w[-1, 1])
    yield "E after 60 steps is above the first, η = 0.081", 1, end(run("ravine", 0, 0.081)) > 28.125
    state = scene_of(BY_KEY["ravine"]).state
    rates = np.arange(0.005, 0.1, 0.0005)
    best = min(rates, key=lambda eta: end(in_state(state, 0, eta=float(eta))))
    yield "best η", 0.076, best


def two_slopes() -> Iterator[Claim]:
    g1, g2 = run("two-slopes").gradient[0]
    yield "g₁ at the start", -4.5, g1
    yield "g₂ at the start", 30, g2
    angle = math.atan2(g2, -g1) - math.atan2(1.2, 4.5)
    yield "degrees between −g and the way", 67, float(round(math.degrees(angle)))
    state = scene_of(BY_KEY["two-slopes"]).state
    ends = [end(in_state(state, 0, eta=eta)) for eta in (0.079, 0.081)]
    yield "η = 0.079 converges, 0.081 does not", 1, ends[0] < 28.125 < ends[1]
    multiplied = always(
        "two-slopes", lambda k, r: np.allclose(r[0].w[1:, 1], (1 - 0.07 * k) * r[0].w[:-1, 1])
    )
    yield "each step multiplies w₂ by 1 − ηk at every k", 1, multiplied


def divide() -> Iterator[Claim]:
    s1, s2 = scaling(run("divide", 1), 3)
    yield "s₁ at t = 3", 4.47, s1
    yield "s₂ at t = 3", 116, s2
    yield "rate of w₁ at t = 3", 0.071, 0.15 / math.sqrt(s1 + 1e-8)
    yield "rate of w₂ at t = 3", 0.0139, 0.15 / math.sqrt(s2 + 1e-8)


def divide_gain() -> Iterator[Claim]:
    plain, adaptive = run("divide-gain"), run("divide-gain", 1)
    yield "steps to E(0)/1000, RMSProp, η = 0.15", 34, until(adaptive, 1000)
    yield "steps to E(0)/1000, gradient descent, η = 0.07", 41, until(plain, 1000)
    state = scene_of(BY_KEY["divide-gain"]).state
    tried = [until(in_state(state, 0, eta=float(x)), 1000) for x in np.linspace(0.06, 0.08, 201)]
    yield "the same with its best η", 38, min(steps for steps in tried if steps > 0)
    yield "path / straight line, 20 steps of RMSProp", 1.05, detour(adaptive.w[:21])
    yield "path / straight line, 20 steps of gradient descent", 2.63, detour(plain.w[:21])
    straighter = always("divide-gain", lambda _, r: detour(r[1].w[:21]) < detour(r[0].w[:21]))
    yield "RMSProp’s is straighter at every η", 1, straighter
    largest = run("divide-gain", 1, 0.5)
    yield "steps to E(0)/1000, RMSProp, η = 0.5", 8, until(largest, 1000)
    yield "E(60), RMSProp, η = 0.5", 0.673, largest.error[-1]


def sign() -> Iterator[Claim]:
    yield "steps of momentum uphill in a weight, α = 0.9", 32, uphill(run("sign"))
    yield "η of momentum", 0.01, scene_of(BY_KEY["sign"]).state.runs[0].settings["eta"]
    adaptive = run("sign", 1)
    yield "steps of RMSProp uphill in a weight", 0, uphill(adaptive)
    against = (np.sign(adaptive.update) == np.sign(adaptive.gradient)).all()
    yield "RMSProp moves every weight against its gradient", 1, against


def first_step_answer() -> Iterator[Claim]:
    v1, v2 = moves(run("first-step-answer", 1))
    yield "|v₁(1)|", 0.949, v1
    yield "|v₂(1)|", 0.949, v2
    across = run("first-step-answer").update[0]
    yield "|v₂/v₁| of gradient descent", 11.7, abs(across[1] / across[0])


def two_steps_of_the_article() -> Iterator[Claim]:
    state = article()
    plain, adaptive = (state.trajectory(one) for one in state.runs)
    first, second = moves(adaptive), moves(adaptive, 2)
    yield "|v₂/v₁| of gradient descent’s first step", 4.44, moves(plain)[1] / moves(plain)[0]
    yield "|v₂/v₁| of RMSProp’s first step", 1, first[1] / first[0]
    yield "|v₂/v₁| of RMSProp’s second step", 0.997, second[1] / second[0]


def compass() -> Iterator[Claim]:
    before = run("no-memory", 1)
    yield "g₁ of the sixth step", -3.3, before.gradient[5, 0]
    yield "g₂ of the sixth step", 0.25, before.gradient[5, 1]
    yield "w₂ after five steps", 0.01, before.w[5, 1]
    yield "w₂ after six steps", -0.23, before.w[6, 1]
    found = run("compass", 1)
    yield "least move of a weight, β = 0", 0.24, np.abs(found.update).min()
    yield "greatest move of a weight, β = 0", 0.24, np.abs(found.update).max()
    yield "directions of 18 steps, β = 0", 2, len(np.unique(np.sign(found.update), axis=0))
    yield "degrees that the path turns, β = 0", 1080, turning(found)
    smooth = run("compass", 1, 0.9)
    yield "degrees that the path turns, β = 0.9", 45, float(round(turning(smooth)))
    headings = np.degrees(np.arctan2(*-smooth.update.T[::-1]))
    yield "it turns back, in degrees, β = 0.9", 0, float(-np.diff(headings).clip(max=0).sum())


def explode() -> Iterator[Claim]:
    for beta, said in ((0.9, 0.316), (0.99, 1), (0.9999, 10)):
        yield f"|v₂(1)|, β = {beta}", said, moves(run("explode", 1, beta))[1]
    found, one = run("explode", 1), run("explode", 1, 1.0)
    yield "E(0)", 28.1, found.error[0]
    yield "E(1), β = 0.9999", 983, found.error[1]
    yield "v/g of the first step, β = 1", 1000, one.update[0, 1] / one.gradient[0, 1]
    back = always("explode", lambda beta, r: beta == 1 or end(r[1]) < 0.01)
    yield "E(60) is below 0.01 at every β below 1", 1, back
    yield "diverges, β = 1", 1, (one.stopped or "").startswith("diverged")


def rates() -> Iterator[Claim]:
    found = run("rates", 1)
    yield "root of w₁ at t = 45", 0.605, math.sqrt(scaling(found, 45)[0])
    yield "root of w₂ at t = 45", 1.24, math.sqrt(scaling(found, 45)[1])
    yield "greater root at t = 60", 0.562, math.sqrt(max(scaling(found, 60)))
    rule = scene_of(BY_KEY["rates"]).state.runs[1].rule
    small, large = (two_steps(rule, 0.3, g, eta=1).amplification for g in (0.3, 10.0))
    yield "|v(2)| − η|g₂|, g = 0.3, 0.3", 1.99, float(small)
    yield "|v(2)| − η|g₂|, g = 0.3, 10", -6.84, float(large)
    after = two_steps(rule, 10.0, 0.3, eta=1).amplification
    yield "|v(2)| − η|g₂|, g = 10, 0.3", -0.2, float(after)


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


def ten_times() -> Iterator[Claim]:
    plain, adaptive = run("ten-times"), run("ten-times", 1)
    for t, said in ((1, 19.8), (2, 327), (5, 1.47e6)):
        yield f"|w₂({t})|, gradient descent, η = 0.7", said, abs(plain.w[t, 1])
    yield "steps to E(0)/100, RMSProp, η = 0.7", 4, until(adaptive, 100)
    longest = 1 / math.sqrt(0.1) + 1e-9
    bounded = always("ten-times", lambda eta, r: np.abs(r[1].update).max() <= longest * eta)
    yield "no weight of RMSProp moves by more than η/√(1 − β)", 1, bounded
    more = always("ten-times", lambda eta, r: eta > 0.05 or end(r[1]) > end(r[0]))
    yield "below η = 0.05 RMSProp ends higher", 1, more


def swing() -> Iterator[Claim]:
    yield "|w₂| in the last 40 steps, η = 0.7", 0.352, np.abs(run("swing", 1).w[-40:, 1]).max()
    near = always("swing", lambda eta, r: 0.5 * eta <= np.abs(r[1].w[-40:, 1]).max() <= 0.53 * eta)
    yield "it is 0.5 to 0.53 η at every η", 1, near
    back = always("swing", lambda _, r: bool((r[1].w[-40:-1, 1] * r[1].w[-39:, 1] < 0).all()))
    yield "every step crosses the floor", 1, back


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


TABLE: dict[str, Callable[[], Iterator[Claim]]] = {
    "ravine": ravine,
    "two-slopes": two_slopes,
    "divide": divide,
    "divide-gain": divide_gain,
    "sign": sign,
    "first-step-answer": first_step_answer,
    "two-steps": two_steps_of_the_article,
    "compass": compass,
    "explode": explode,
    "rates": rates,
    "plateau": plateau,
    "adagrad": adagrad,
    "family": family,
    "ten-times": ten_times,
    "swing": swing,
    "price": price,
    "better": better,
}
"""By the stop that claims it; those without a number of their own are left out."""


def main() -> None:
    """Print the table."""
    print("| stop | claim | said | measured |\n|---|---|---|---|")
    for key, claims in TABLE.items():
        for claim, said, measured in claims():
            print(
                f"| {key} | {claim} | {number_text(said, 4)} | {number_text(float(measured), 4)} |"
            )


if __name__ == "__main__":
    main()
