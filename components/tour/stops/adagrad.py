"""AdaGrad: a sum never forgets."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Number, Stop, Words
from components.tour.stops.no_memory import HIDDEN
from components.tour.stops.shorthand import error, gradient, quotient, rate, size
from components.tour.stops.states import BANANA, state

RATIO = quotient(rate(1, "control", 1), rate(2, "control", 1))

ADAGRAD = Stop(
    key="adagrad",
    title="A sum that only grows",
    query=state(
        BANANA,
        HIDDEN,
        "rmsprop,eta:0.02",
        "adagrad,eta:0.0632456",
        start="-2,0.2",
        steps=400,
        view="-2.4,1.6,-0.35,1.75",
        step="250",
        hidden="1",
    ),
    text="""
<p>{{ run(2) }}, an older rule, sums the squared gradients: {{ math("s <- s + g^2") }}. A sum of
squares only grows, so the rates only fall.</p>
<p>Here a steep wall ends in a flat, curved valley, and {{ math("eta") }} is chosen so that
both runs take the same first step.
{{ run(2) }} keeps the gradient of the wall, {{ say("wall", "g1") }} in {{ symbol("w1") }}, in its
sum for ever; {{ run(1) }} forgets it. After {{ math("t") }} = {{ drag() }} steps the rate of
{{ symbol("w1") }} is {{ say("rate_sum") }} for {{ run(2) }} and {{ say("rate_mean") }} for
{{ run(1) }}, {{ say("times") }}; {{ math("E") }} is {{ say("E_sum") }} and {{ say("E_mean") }}.</p>
""",
    says={
        "wall": Number(size(gradient(2, 1, 1)), 3),
        "rate_sum": Number(rate(2, "control", 1), 3),
        "rate_mean": Number(rate(1, "control", 1), 3),
        "times": Words(RATIO, ((1.005, "the same"),), "{ratio} times as large"),
        "ratio": Number(RATIO, 3),
        "E_sum": Number(error(2, "control"), 3),
        "E_mean": Number(error(1, "control"), 3),
    },
    result="After {value} steps E is {E_sum} for AdaGrad and {E_mean} for RMSProp.",
    control=Control("step", "step", "t", low=1, high=400, step=1, sweep=1),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(1), Line(2))),
        Curves(
            "Rate {{ symbol('rate1') }} of {{ symbol('w1') }}, step by step",
            "rate",
            (Line(1, 1, "RMSProp"), Line(2, 1, "AdaGrad")),
        ),
    ),
)
