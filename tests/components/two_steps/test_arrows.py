"""Figure 1: the article's numbers in its traces."""

import numpy as np

from components.state.state import run_of
from components.two_steps.figure import default, read
from components.ui.palette import TWO
from tests.support.framed import ARTICLE, figure_of, traces


def test_it_opens_with_the_articles_example() -> None:
    state, framed, errors = read({})
    assert (state.E, state.start, state.steps) == ("3 w1^2 + 10 w2^2", (-15, 20), 2)
    assert state.runs == (
        run_of("gradient-descent", {"eta": 0.001}),
        run_of("rmsprop", {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
    )
    assert (framed, errors) == (True, [])


def test_the_steps_are_those_of_the_article() -> None:
    found = traces(figure_of(default()))
    steps = {name: points.round(2).tolist() for name, points in found.items() if "w(t)" in name}
    assert steps == {
        "Gradient descent: w(t)": [[-15, 20], [-14.91, 19.6], [-14.82, 19.21]],
        "RMSProp: w(t)": [[-15, 20], [-14.84, 19.84], [-14.73, 19.73]],
    }


def test_the_gradients_are_drawn_from_where_they_were_taken_at_the_stated_scale() -> None:
    found = traces(figure_of(default()))
    classical = found["Gradient descent: g(t) at 1 : 500"]
    assert classical.shape == (6, 2)
    assert np.isnan(classical[2::3]).all()
    assert classical[0::3].round(9).tolist() == [[-15, 20], [-14.91, 19.6]]
    # 6 w1 and 20 w2, by 500
    drawn = (classical[1::3] - classical[0::3]) * 500
    np.testing.assert_allclose(drawn, np.array([[-90, 400], [-89.46, 392]]), rtol=1e-9)
    adaptive = found["RMSProp: g(t) at 1 : 500"]
    np.testing.assert_allclose(adaptive[1], classical[1], rtol=1e-12)


def test_the_contour_comes_first_and_the_runs_have_their_colours() -> None:
    figure = figure_of(default())
    assert [trace.type for trace in figure.data] == ["contour", *["scatter"] * 4]
    assert [trace.line.color for trace in figure.data[1:]] == [
        colour for colour in TWO["light"] for _ in range(2)
    ]
    assert (figure.data[2].marker.symbol, figure.data[4].marker.symbol) == ("circle", "square")
    assert (*figure.layout.xaxis.range, *figure.layout.yaxis.range) == ARTICLE.view
    assert figure.layout.xaxis.title.text == "w₁"
    meta = figure.layout.meta
    assert (meta["scale"], meta["framed"], meta["view"]) == (500, True, list(ARTICLE.view))
    assert meta["colours"] == TWO
