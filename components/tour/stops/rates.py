"""Longer or shorter: when the root amplifies a step, and when it attenuates it."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Number, Stop, Words
from components.tour.stops.shorthand import both_weights, eta, quotient, rate
from components.tour.stops.states import ravine

ROOTS = tuple(quotient(eta(1), rate(1, "control", i)) for i in (1, 2))

RATES = Stop(
    key="rates",
    title="Longer or shorter steps",
    query=ravine("gradient-descent,eta:0.07", "rmsprop,eta:0.15", step="45"),
    text="""
<p>Compare a step of {{ run(1) }} with {{ math("eta g") }}, the plain one. What decides is the root
{{ math("sqrt(s + epsilon)") }}: above 1 it makes the step shorter, below 1 longer. At step
{{ math("t") }} = {{ drag() }} the root is {{ say("root1", "s1") }} for {{ symbol("w1") }}, so its
step is {{ say("how1") }}, and {{ say("root2", "s2") }} for {{ symbol("w2") }}, so its step is
{{ say("how2") }}.</p>
<p>On the way to the minimum the gradients get smaller, the roots follow them, and in the end both
rates, {{ symbol("rate1") }} and {{ symbol("rate2") }}, are above {{ math("eta") }} = 0.15.</p>
""",
    says={
        "root1": Number(ROOTS[0], 3),
        "root2": Number(ROOTS[1], 3),
        "how1": Words(ROOTS[0], ((1, "longer"),), "shorter"),
        "how2": Words(ROOTS[1], ((1, "longer"),), "shorter"),
    },
    result="At step {value} the root makes the step in w₁ {how1} and the step in w₂ {how2}.",
    control=Control("step", "step", "t", low=1, high=60, step=1, sweep=1),
    charts=(
        Curves(
            "Rates {{ symbol('rate1') }} and {{ symbol('rate2') }} of {{ run(1) }}",
            "rate",
            both_weights(1, "w"),
            level=eta(1),
            level_label="$η$ = 0.15",
        ),
    ),
    faint=(0,),
)

AMPLIFICATION = Stop(
    key="amplification",
    title="A map of both cases",
    is_part=True,
    query="",
    figure="amplification",
    text="""
<p>One weight takes two steps, with the gradients {{ math("g_1") }} and {{ math("g_2") }}. The
map compares the second step of RMSProp with {{ math("eta g_2") }}: red where it is longer
(amplified), blue where it is shorter (attenuated), here with {{ math("eta") }} = 1. Small gradients
are amplified, large ones attenuated. A large {{ math("g_1") }} attenuates the second step too,
because {{ math("s") }} still holds it; only with {{ math("beta") }} = 0 it does not.</p>
""",
)
