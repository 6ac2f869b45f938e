"""A plateau: small gradients are divided by small roots."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import at, both_weights, error, eta
from components.tour.stops.states import NEURON, state

OUT = Measure("steps_below", 0, value=0.15)
ADAPTIVE_OUT = Measure("steps_below", 1, value=0.15)

PLATEAU = Stop(
    key="plateau",
    title="On a plateau",
    query=state(
        NEURON,
        "gradient-descent,eta:0.05",
        "rmsprop,eta:0.05",
        start="-6,6",
        steps=700,
        view="-9.2,8.8,-1.2,9.8",
    ),
    text="""
<p>This {{ math("E") }} is that of a neuron, <em>saturated</em> far from the minimum: for most
inputs its sigmoid is near 0 or 1 and hardly changes, so {{ math("E") }} is almost flat. At the
start {{ math("|g|") }} is {{ say("slope") }}. {{ run(0, "Gradient descent") }} with
{{ math("eta") }} = {{ drag() }} leaves {{ math("E") }} {{ say("how") }}.</p>
<p>{{ run(1) }} divides a small gradient by a small root. All the way its rates,
{{ symbol("rate1") }} and {{ symbol("rate2") }}, are {{ say("least") }} to {{ say("most") }} times
{{ math("eta") }} = 0.05, and {{ math("E") }} is below 0.15 after {{ say("out") }}.</p>
<p>Even {{ math("eta") }} = 10 takes {{ run(0) }} {{ say("ten") }}; in the ravine 0.08 was the
limit. No single {{ math("eta") }} suits both.</p>
""",
    short="""
<p>On this plateau the gradient has a length of only {{ say("slope") }} at the start.
{{ run(0, "Gradient descent") }} with {{ math("eta") }} = {{ drag() }} leaves {{ math("E") }}
{{ say("how") }}. Even {{ math("eta") }} = 10 needs {{ say("ten") }}.</p>
<p>{{ run(1) }} divides a small gradient by a small root: its rates are {{ say("least") }} to
{{ say("most") }} times {{ math("eta") }} = 0.05, and it is below 0.15 after {{ say("out") }}.</p>
""",
    says={
        "slope": Number(Measure("slope", 0, 1), 2),
        "how": Words(
            OUT,
            (),
            "below 0.15 after {steps}",
            missing="at {E} after 700 steps",
        ),
        "steps": Number(OUT, 3, " steps"),
        "E": Number(error(0), 3),
        "least": Number(Measure("least_rate", 1, value=317), 2),
        "most": Number(Measure("most_rate", 1, value=317), 2),
        "out": Number(ADAPTIVE_OUT, 3, " steps"),
        "ten": Number(at(10, OUT), 3, " steps"),
    },
    result="Gradient descent with η = {value} leaves E {how}; RMSProp with η = 0.05 is below 0.15 "
    "after {out}.",
    control=Control(
        "hyperparameter", "learning rate of gradient descent", "η", "eta", 0.05, 10, scale="log"
    ),
    charts=(
        Curves(
            "Rates {{ symbol('rate1') }} and {{ symbol('rate2') }} of {{ run(1) }}",
            "rate",
            both_weights(1, "w"),
            level=eta(1),
            level_label="$η$ = 0.05",
        ),
        Response(
            "Error after 700 steps, for every {{ math('eta') }} of {{ run(0) }}",
            ((error(0), "Gradient descent"), (error(1), "RMSProp, $η$ = 0.05")),
            axis="linear",
            ticks=(0.05, 0.2, 1, 5, 10),
            samples=48,
        ),
    ),
)
