"""A ravine: one learning rate, and the zigzag of gradient descent."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Label, Line, Number, Response, Stop, Words
from components.tour.stops.shorthand import CONTROL, error, quotient
from components.tour.stops.states import ravine

RAVINE = Stop(
    key="ravine",
    title="A ravine",
    query=ravine("gradient-descent,eta:0.07"),
    text="""
<p>The error {{ symbol("E") }} depends on two weights, {{ symbol("w1") }} and {{ symbol("w2") }};
along each contour line it is the same. In this <em>ravine</em> {{ math("E") }} curves 25 times as
strongly across, in {{ symbol("w2") }}, as along, in {{ symbol("w1") }}.</p>
<p>{{ run(0, "Gradient descent") }} takes 60 steps against the gradient {{ symbol("g") }}:
{{ math("w <- w - eta g") }}. With the learning rate {{ math("eta") }} = {{ drag() }} it
{{ say("how") }}. After 60 steps {{ math("E") }} is {{ say("E") }}, {{ say("compared") }}.</p>
<p>Below 0.04 there is no zigzag, but less progress. At 0.08 each crossing is as wide as the last;
beyond, the run diverges. The best {{ math("eta") }} lies just below that limit.</p>
""",
    says={
        "how": Words(
            CONTROL,
            (
                (0.0401, "comes down to the floor of the ravine without crossing it"),
                (0.0799, "crosses the floor of the ravine at every step, less far each time"),
                (0.0801, "crosses the floor of the ravine at every step, equally far each time"),
            ),
            "crosses the floor of the ravine at every step, farther each time",
        ),
        "E": Number(error(0), 3),
        "compared": Words(
            quotient(error(0), error(0, 0)), ((1, "down from {E0}"),), "more than {E0} at the start"
        ),
        "E0": Number(error(0, 0), 3),
    },
    result="Gradient descent with η = {value} {how}; after 60 steps E is {E}, {compared}.",
    control=Control(
        "hyperparameter", "learning rate of gradient descent", "η", "eta", 0.005, 0.1, 0.001
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(),)),
        Response(
            "Error after 60 steps, for every {{ math('eta') }}",
            ((error(0), ""),),
            ticks=(0.005, 0.02, 0.04, 0.06, 0.08, 0.1),
            zones=((0.08, 0.1, "diverges"),),
            samples=191,
        ),
    ),
    marks=(Label("start", (-4.5, 1.2)), Label("minimum", (0, 0))),
)
