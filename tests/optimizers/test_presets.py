"""Presets: views, minima and errors, and a descent of every rule on each."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.preset import Point, Preset
from optimizers.presets import PRESETS, preset_of

ERRORS = {  # from the literature and the notes of the article
    "two-wells": (-2.063, -1.093),
    "saddle": (-1, -1),
    "camel": (-1.0316, -1.0316),
    "neuron": (0.1415,),
}
CASES = [
    pytest.param(preset, point, id=f"{preset.key} {point}")
    for preset in PRESETS
    for point in preset.minima
]


def rounding(point: Point) -> float:
    """Return how far a minimum may lie from its printed coordinates."""
    digits = [len(repr(float(w)).partition(".")[2]) for w in point]
    rounded = [d for d in digits if d < 8]  # more digits are those of a fraction or a root
    return max(0 if d == 1 else 0.6 * 10.0**-d for d in rounded) if rounded else 0


def curvature(error_function: ErrorFunction, point: Point) -> float:
    """Return the largest rate of change of the gradient near a point, by differences."""
    width = 1e-4
    columns = [
        error_function.gradient(*(np.array(point) + step))
        - error_function.gradient(*(np.array(point) - step))
        for step in np.eye(2) * width
    ]
    return float(np.linalg.norm(columns, 2)) / (2 * width)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_start_and_minima_lie_in_the_view(preset: Preset) -> None:
    low1, high1, low2, high2 = preset.view
    assert preset.minima
    for w1, w2 in (preset.start, *preset.minima):
        assert low1 <= w1 <= high1
        assert low2 <= w2 <= high2


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_error_and_slope_are_finite_in_the_whole_view(preset: Preset) -> None:
    low1, high1, low2, high2 = preset.view
    error_function = ErrorFunction.parse(preset.text)
    grid = np.meshgrid(np.linspace(low1, high1, 60), np.linspace(low2, high2, 60))
    assert np.isfinite(error_function(*grid)).all()
    assert np.isfinite(error_function.gradient(*grid)).all()


@pytest.mark.parametrize(("preset", "point"), [c for c in CASES if "ackley" not in str(c.id)])
def test_gradient_vanishes_at_a_minimum(preset: Preset, point: Point) -> None:
    error_function = ErrorFunction.parse(preset.text)
    slope = np.linalg.norm(error_function.gradient(*point))
    assert slope <= 1e-12 + 2 * rounding(point) * curvature(error_function, point)


def test_ackley_has_its_minimum_at_a_cusp_without_a_gradient() -> None:
    (ackley,) = (preset for preset in PRESETS if preset.key == "ackley")
    error_function = ErrorFunction.parse(ackley.text)
    assert abs(error_function(0, 0)) < 1e-14
    assert np.isnan(error_function.gradient(0, 0)).all()
    # a cone of slope 0.2 * 20 / sqrt(2)
    np.testing.assert_allclose(error_function.gradient(1e-9, 0), [4 / 2**0.5, 0], rtol=1e-6)


@pytest.mark.parametrize(("preset", "point"), CASES)
def test_a_minimum_lies_below_its_neighbours(preset: Preset, point: Point) -> None:
    error_function = ErrorFunction.parse(preset.text)
    angle, distance = np.random.default_rng(3).uniform((0, 0.01), (2 * np.pi, 0.15), (500, 2)).T
    neighbours = error_function(
        point[0] + distance * np.cos(angle), point[1] + distance * np.sin(angle)
    )
    slack = 0.0
    if preset.key != "ackley":
        slack = rounding(point) ** 2 * curvature(error_function, point)
    assert error_function(*point) < neighbours.min() + slack


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_error_at_a_minimum_is_the_known_one(preset: Preset) -> None:
    error_function = ErrorFunction.parse(preset.text)
    known = ERRORS.get(preset.key, (0.0,) * len(preset.minima))
    found = [float(error_function(*point)) for point in preset.minima]
    np.testing.assert_allclose(
        found,
        known,
        atol=2e-3 if preset.key == "chain" else 6e-4,
        err_msg=f"add the errors at the minima of {preset.key} to ERRORS, unless all are 0",
    )


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_a_preset_is_found_however_it_is_spelled(preset: Preset) -> None:
    assert preset_of(ErrorFunction.parse(ErrorFunction.parse(preset.text).text)) == preset
    assert preset_of(ErrorFunction.parse(f"2 ({preset.text})")) is None


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_defaults_lower_the_error_from_the_start(key: str, preset: Preset) -> None:
    run = descend(ErrorFunction.parse(preset.text), OPTIMIZERS[key], preset.start, steps=100)
    assert run.error.min() < run.error[0]
