"""What the stops in the ravine claim, measured again; `claimed` has all."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from components.tour.scene import scene_of
from optimizers.amplification import two_steps
from tests.components.tour.measuring import (
    BY_KEY,
    Claim,
    always,
    detour,
    end,
    in_state,
    moves,
    run,
    scaling,
    turning,
    until,
    uphill,
)


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
