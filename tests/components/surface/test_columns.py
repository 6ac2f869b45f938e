"""Columns of a trajectory for the first picture: NumPy's numbers, and None where JSON has none."""

import json

import pytest

from components.state.state import run_of
from components.surface.columns import trajectory_columns
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend


def trajectory(text: str, start: tuple[float, float], steps: int = 3) -> Trajectory:
    run = run_of("rmsprop")
    return descend(ErrorFunction.parse(text), OPTIMIZERS[run.optimizer], start, steps)


def test_they_are_the_columns_that_the_kernels_write() -> None:
    run = trajectory("3 w1^2 + 10 w2^2", (-15, 20))
    found = trajectory_columns(run)
    assert (found["rows"], found["stopped"]) == (4, None)
    columns = found["columns"]
    assert list(columns) == ["E", "w1", "w2", "g1", "g2", "v1", "v2", "s1", "s2"]
    assert columns["E"] == run.error.tolist()
    assert [*zip(columns["w1"], columns["w2"], strict=True)] == [*map(tuple, run.w.tolist())]
    assert columns["g2"] == [None, *run.gradient[:, 1].tolist()]
    assert columns["v1"] == [None, *run.update[:, 0].tolist()]
    assert columns["s1"] == run.state["s"][:, 0].tolist()


def test_the_playground_needs_the_path_only() -> None:
    run = trajectory("w1^2", (1, 0))
    path = trajectory_columns(run, path_only=True)
    whole = trajectory_columns(run)["columns"]
    assert list(path["columns"]) == ["E", "w1", "w2"]
    for name, column in path["columns"].items():
        assert column == pytest.approx(whole[name], rel=5e-6)
        assert column == [float(f"{value:.6g}") for value in column]


@pytest.mark.parametrize(
    ("text", "start"), [("1/w1", (0, 1)), ("exp(w1^2)", (30, 1)), ("log(w1)", (-1, 1))]
)
def test_a_number_that_is_not_finite_is_none(text: str, start: tuple[float, float]) -> None:
    found = trajectory_columns(trajectory(text, start))
    assert found["columns"]["E"] == [None]
    assert (found["rows"], found["stopped"][:20]) == (1, "stopped at the start")
    json.dumps(found, allow_nan=False)
