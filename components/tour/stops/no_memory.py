"""A decay of 0: steps of one length, in diagonal directions only."""

from __future__ import annotations

from components.tour.stop import (
    Compass,
    Control,
    Curves,
    Measure,
    Number,
    Response,
    Stop,
    Words,
)
from components.tour.stops.shorthand import (
    CONTROL,
    at,
    both_weights,
    constant,
    difference,
    gradient,
    quotient,
    size,
)
from components.tour.stops.states import ravine

HIDDEN = "gradient-descent,eta:0.07"
"""Keeps RMSProp at its own place, and so in its own colour."""

START, VIEW = "-4.5,1.21", "-4.95,0.55,-1.55,1.75"
TURNING = Measure("turning", 1)

QUESTION = Stop(
    key="no-memory",
    title="Without memory",
    query=ravine(HIDDEN, "rmsprop,eta:0.24,beta:0", start=START, steps=6, view=VIEW, hidden="1"),
    text="""
<p>Set {{ math("beta") }} = 0. Then {{ math("s") }} is the square of the present gradient alone.
After five steps {{ run(1) }} is almost at the floor. Across, the gradient has fallen from
{{ say("first", "g2") }} to {{ symbol("g2") }} = {{ say("g2", "g2") }}; along, it is
{{ symbol("g1") }} = {{ say("g1", "g1") }}, {{ say("times") }} times as large.</p>
{{ ask("Where does the sixth step lead?") }}
""",
    says={
        "first": Number(gradient(1, 1, 2), 2),
        "g1": Number(gradient(1, 6, 1), 2),
        "g2": Number(gradient(1, 6, 2), 2),
        "times": Number(quotient(size(gradient(1, 6, 1)), size(gradient(1, 6, 2))), 2),
    },
    result="A question: where does the sixth step lead? The gradient is {g1} in w₁ and {g2} in w₂.",
    control=Control("guess", "where the sixth step leads", runs=(1,)),
    charts=(
        Compass("All steps, from one point", (1,)),
        Curves("Both weights, step by step", "weight", both_weights(1, "w"), axis="linear"),
    ),
)

COMPASS = Stop(
    key="compass",
    title="Only diagonals",
    is_part=True,
    query=ravine(HIDDEN, "rmsprop,eta:0.24,beta:0", start=START, steps=18, view=VIEW, hidden="1"),
    text="""
<p>With {{ math("beta") }} = 0 the sixth step crosses the floor, on a diagonal like the others. Each
gradient is divided by its own size, so each weight moves by {{ math("eta") }} = 0.24, and
all 18 steps use {{ say("directions") }} of the eight directions of a compass.</p>
<p>With {{ math("beta") }} = {{ drag() }}, {{ math("s") }} {{ say("memory") }}, and the path turns
by {{ say("turning") }} in all. At {{ math("beta") }} = 0.9 it is {{ say("smooth") }}, one smooth
bend: a gradient is compared with those before it, and a small one makes a small step.</p>
""",
    says={
        "directions": Number(at(0, Measure("directions", 1)), 1),
        "memory": Words(
            CONTROL,
            (
                (0.005, "is the present squared gradient"),
                (0.055, "is almost the present squared gradient"),
            ),
            "averages over about {steps}",
        ),
        "steps": Number(quotient(constant(1), difference(constant(1), CONTROL)), 2, " steps"),
        "turning": Number(TURNING, 3, "°"),
        "smooth": Number(at(0.9, TURNING), 2, "°"),
    },
    result="RMSProp with β = {value}: the path turns by {turning} in all.",
    control=Control("hyperparameter", "decay of RMSProp", "β", "beta", 0, 0.95, 0.01, runs=(1,)),
    charts=(
        Compass("All steps, from one point", (1,)),
        Response(
            "How far the path turns in all, for every {{ math('beta') }}",
            ((TURNING, ""),),
            axis="linear",
            ticks=(0, 0.2, 0.4, 0.6, 0.8, 0.95),
            samples=96,
            unit="°",
        ),
    ),
)
