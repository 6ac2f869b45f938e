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
<p>Is a step of {{ run(1) }} longer or shorter than the plain {{ math("eta g") }}? The root
{{ math("sqrt(s + epsilon)") }} decides: above 1 it shortens the step, below 1 it lengthens it. At
step {{ math("t") }} = {{ drag() }} it is {{ say("root1", "s1") }} for {{ symbol("w1") }},
{{ say("how1") }}, and {{ say("root2", "s2") }} for {{ symbol("w2") }}, {{ say("how2") }}.</p>
<p>Near the minimum the gradients are small, and in the end both rates,
{{ symbol("rate1") }} and {{ symbol("rate2") }}, are above {{ math("eta") }} = 0.15.</p>
""",
    says={
        "root1": Number(ROOTS[0], 3),
        "root2": Number(ROOTS[1], 3),
        "how1": Words(ROOTS[0], ((1, "a longer step"),), "a shorter step"),
        "how2": Words(ROOTS[1], ((1, "a longer step"),), "a shorter step"),
    },
    result="At step {value} the root is {root1} for w₁, {how1}, and {root2} for w₂, {how2}.",
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
<p>Now one weight takes two steps, with the gradient {{ math("g_1") }} in the first and
{{ math("g_2") }} in the second: here the index counts steps. The map shows {{ math("C_a") }}, by
how much the second step is longer than {{ math("eta g_2") }}, for {{ math("eta") }} = 1: red where
RMSProp makes it longer (amplified), blue where shorter (attenuated). Small gradients are amplified,
large ones attenuated. Unless {{ math("beta") }} = 0, a large {{ math("g_1") }} attenuates the
second step too: {{ math("s") }} still holds it.</p>
""",
)
