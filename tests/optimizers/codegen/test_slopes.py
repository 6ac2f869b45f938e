"""Slopes that are limits, and terms without a slope."""

import numpy as np
import pytest

from optimizers import ErrorFunction


@pytest.mark.parametrize(
    ("text", "point", "gradient"),
    [
        ("sqrt(x^2 + y^2)^3", (0, 0), (0, 0)),
        ("sqrt((x - 3)^2 + (y + 2)^2)^3 + y", (3, -2), (0, 1)),
        ("(x^2)^0.75", (0, 0), (0, 0)),
        ("(x^2)^0.75 + y^2", (0, 5), (0, 10)),
        ("((x - 0.3)^2)^0.75 + 2x", (0.3, 1), (2, 0)),
        ("x sqrt(x^2) + 1e-4x", (0, 0), (1e-4, 0)),
        ("sqrt(x^4 + y^4)", (0, 0), (0, 0)),
        ("(x^6 + y^6)^(1/3)", (0, 0), (0, 0)),
        ("(x^2 y^2)^0.75", (0, 5), (0, 0)),
        ("x^y", (0, 2), (0, 0)),
        ("x^y", (0, 1), (1, 0)),
        ("min(1, 1/(x^2 + y^2))", (0, 0), (0, 0)),
        ("cos(sqrt(x^2 + y^2))", (0, 0), (0, 0)),
        ("exp(-1/x^2)", (0, 0), (0, 0)),
        # where the factors are 0 and infinity, the slope need not be 0
        ("cbrt(x)^3", (0, 0), (1, 0)),
        ("sqrt(x)^2 - 3y", (0, 0), (1, -3)),
        ("1/(1/x)", (0, 0), (1, 0)),
    ],
)
def test_a_slope_that_is_a_limit_is_found(
    text: str, point: tuple[float, float], gradient: tuple[float, float]
) -> None:
    error_function = ErrorFunction.parse(text)
    found = error_function.gradient(*point)
    np.testing.assert_allclose(found, gradient, rtol=1e-8, atol=0)
    assert error_function.evaluate(*point)[1:] == tuple(found)
    around = np.array([[point[0], 1.5], [point[1], 2.5]])
    assert error_function.gradient(*around)[:, 0].tolist() == found.tolist()


@pytest.mark.parametrize(
    ("text", "point", "term"),
    [
        ("sqrt(x^2 + y^2)", (0, 0), "sqrt(w1^2+w2^2)"),
        ("sqrt(x)", (0, 0), "sqrt(w1)"),
        ("y^2 + 3 cbrt(x - 1)", (1, 0), "cbrt(w1-1)"),
        ("x^(2/3)", (0, 0), "w1^(2/3)"),
        ("x^x", (0, 0), "w1^w1"),
        ("asin(x) + y", (1, 0), "asin(w1)"),
        ("atan2(y, x)", (0, 0), "atan2(w2,w1)"),
        ("sqrt(|x y|)", (0, 0), "sqrt(abs(w1*w2))"),
        # a smooth neighbour is not blamed
        ("sqrt(x) + sqrt(x^2 + y^2)^3", (0, 0), "sqrt(w1)"),
        ("sqrt(x^2 + y^2)^3 + sqrt(x)", (0, 0), "sqrt(w1)"),
        ("(y^2)^0.75 + sqrt(x)", (0, 0), "sqrt(w1)"),
        ("1e99*1e99*1e99*1e99 x", (1, 0), "E"),
    ],
)
def test_a_term_without_a_slope_is_named(text: str, point: tuple[float, float], term: str) -> None:
    error_function = ErrorFunction.parse(text)
    assert not np.isfinite(error_function.gradient(*point)).all()
    assert error_function.term_without_slope(*point) == term
