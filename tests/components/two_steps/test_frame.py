"""Figure 1: the scale of its gradients, and the frame that holds all arrows."""

import re
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.state.limits import LARGEST_COORDINATE, SMALLEST_EXTENT
from components.state.state import run_of
from components.two_steps.figure import FRAMED, default, defaults, framing, read
from components.two_steps.frame import frame, gradient_scale
from optimizers import OPTIMIZERS
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.framed import ARTICLE, runs, typed


def cases() -> list[object]:
    pairs = [("gradient-descent", "rmsprop"), ("momentum", "adam"), ("rprop", "super-sab")]
    return [
        pytest.param(preset, pair, steps, id=f"{preset.key}-{pair[1]}-{steps}")
        for preset, pair, steps in product(PRESETS, pairs, (1, 10))
    ]


@pytest.mark.parametrize(("preset", "pair", "steps"), cases())
def test_the_frame_is_a_square_with_all_arrows_none_of_them_lost(
    preset: Preset, pair: tuple[str, str], steps: int
) -> None:
    state = replace(
        typed(preset.text),
        start=preset.start,
        steps=steps,
        runs=(run_of(pair[0]), run_of(pair[1])),
    )
    found = runs(state)
    scale = gradient_scale(found)
    assert re.fullmatch(r"[125]e[+-]\d\d", f"{scale:.0e}")
    left, right, bottom, top = frame(found, scale)
    side = right - left
    assert top - bottom == pytest.approx(side, rel=0.01)
    tips = [run.w[:-1] + run.gradient / scale for run in found]
    points = np.vstack([*(run.w for run in found), *tips])
    inside = np.array([left, bottom]) + 0.05 * side <= points
    assert (inside & (points <= np.array([right, top]) - 0.05 * side)).all()
    # Centred, and as near as can be.
    extent = np.ptp(points, axis=0)
    assert extent.max() == pytest.approx(side / 1.3, rel=0.01)
    drawn = max(np.hypot(*run.gradient.T).max() for run in found) / scale
    reach = np.ptp(np.vstack([run.w for run in found]), axis=0).max()
    assert 0.6 <= drawn / reach <= 1.6


def test_nothing_to_frame_is_a_view_around_the_start() -> None:
    flat = replace(typed("1 + 0 w1"), start=(3.0, 4.0))
    assert gradient_scale(runs(flat)) == 1
    assert framing(flat).view == (2.5, 3.5, 3.5, 4.5)
    lost = replace(typed("sqrt(w1)"), start=(-1.0, 2.0))
    assert framing(lost).view == (-1.5, -0.5, 1.5, 2.5)
    assert runs(lost)[0].w.tolist() == [[-1, 2]]


def test_a_run_that_explodes_is_framed_as_far_as_a_view_can_go() -> None:
    state = replace(
        default(), steps=10, runs=(run_of("gradient-descent", {"eta": 1}), run_of("rmsprop"))
    )
    found = runs(state)
    assert np.abs(found[0].w).max() > LARGEST_COORDINATE
    view = framing(state).view
    assert max(map(abs, view)) <= LARGEST_COORDINATE
    seen = found[0].w[np.abs(found[0].w).max(axis=1) <= LARGEST_COORDINATE]
    assert view[2] <= seen[:, 1].min()
    assert seen[:, 1].max() <= view[3]


def test_the_default_view_stands_for_the_frame_and_is_none() -> None:
    assert default().view == FRAMED
    assert ARTICLE.view == frame(runs(ARTICLE), 500)
    assert defaults()["E"] == default().E.text


starts = st.tuples(*[st.floats(-1e6, 1e6)] * 2)


@given(start=starts, key=st.sampled_from(list(OPTIMIZERS)), preset=st.sampled_from(PRESETS))
def test_whatever_the_state_its_frame_is_a_view_an_address_can_hold(
    start: tuple[float, float], key: str, preset: Preset
) -> None:
    state = replace(typed(preset.text), start=start, runs=(run_of("adam"), run_of(key)))
    view = framing(state).view
    assert min(view[1] - view[0], view[3] - view[2]) > SMALLEST_EXTENT
    assert read({"view": [",".join(map(repr, view))]})[2] == []
