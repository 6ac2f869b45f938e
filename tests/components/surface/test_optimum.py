"""Minima that are marked: a preset's known ones, or one that a descent finds, or none."""

import numpy as np
import pytest

from components.surface import optimum
from components.surface.contours import contours
from components.surface.optimum import known_minima, minima
from components.surface.region import region
from optimizers import ErrorFunction
from optimizers.preset import Point, Preset
from optimizers.presets import PRESETS

WIDE = (-20, 20, -25, 25)


def found(text: str, view: tuple[float, float, float, float] = WIDE) -> tuple[Point, ...]:
    function = ErrorFunction.parse(text)
    return minima(function, contours(function, region(view)))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_a_presets_minima_are_minima_and_marked_the_lowest_first(preset: Preset) -> None:
    function = ErrorFunction.parse(preset.text)
    marked = found(preset.text, preset.view)
    assert sorted(marked) == sorted(preset.minima)
    values = [float(function(*w)) for w in marked]
    assert values == sorted(values)
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    for (w1, w2), value in zip(marked, values, strict=True):
        around = function(w1 + 0.05 * np.cos(angles), w2 + 0.05 * np.sin(angles))
        assert (around > value).all()
    # Nothing in the view lies lower.
    left, right, bottom, top = preset.view
    grid = np.meshgrid(np.linspace(left, right, 301), np.linspace(bottom, top, 301))
    assert function(*grid).min() > values[0] - 1e-5 * np.ptp(function(*grid))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_a_descent_finds_the_minima_of_the_presets_too(
    preset: Preset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimum, "known_minima", dict)
    (w,) = found(preset.text, preset.view)
    off = [np.hypot(w[0] - w1, w[1] - w2) for w1, w2 in preset.minima]
    assert min(off) < 0.01
    function = ErrorFunction.parse(preset.text)
    assert float(function(*w)) <= min(float(function(*known)) for known in preset.minima) + 1e-9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(w1 - 30)^2 + (w2 - 50)^2", (30, 50)),  # outside the view
        ("|w1 - 3| + |w2 + 2|", (3, -2)),  # a kink
        ("sqrt(w1^2 + w2^2)", (0, 0)),
        ("exp(w1^2 + w2^2)", (0, 0)),
        ("-1/(w1^2 + (w2 - 1)^2 + 1)", (0, 1)),
        ("(1 - w1)^2 + 100 (w2 - w1^2)^2 + 7", (1, 1)),
        ("w1^4 + w2^2 - w1", (0.25 ** (1 / 3), 0)),
        ("log(w1^2 + w2^2 + 1) + log(w1 + 30)", None),  # falls without end at its edge
    ],
)
def test_a_typed_function_has_its_minimum_marked(text: str, expected: Point | None) -> None:
    marked = found(text)
    if expected is None:
        assert len(marked) <= 1
    else:
        (w,) = marked
        assert w == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(
    "text",
    [
        "w1 + w2",
        "w1^2 - w2^2",
        "w1 w2",
        "5",
        "w1^2",  # the floor of a valley is no place
        "relu(w1) + relu(w2)",  # nor is a plateau
        "exp(-w1^2 - w2^2)",
        "log(w1)",
        "1/w1",
        "w1^3 + w2^3",
        "sqrt(-1 - w1^2)",
    ],
)
def test_where_there_is_no_minimum_none_is_marked(text: str) -> None:
    assert found(text) == ()


def test_known_minima_go_by_the_canonical_text() -> None:
    assert len(known_minima()) == len(PRESETS)
    assert found("3*w1**2+10*w2**2", (5, 6, 5, 6)) == ((0, 0),)
