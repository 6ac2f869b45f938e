"""Two slopes: why one learning rate is too large for one weight and too small for the other."""

from __future__ import annotations

from components.tour.stop import Arrow, Control, Curves, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import CONTROL, both_weights, constant, gradient, quotient
from components.tour.stops.states import RAVINE_START, RAVINE_VIEW, state

AIM = Measure("aim", t=0)

TWO_SLOPES = Stop(
    key="two-slopes",
    title="Two slopes, one rate",
    query=state(
        "w1^2/2 + k/2 w2^2",
        "gradient-descent,eta:0.07",
        start=RAVINE_START,
        steps=60,
        view=RAVINE_VIEW,
        p="k:25,min:1,max:28,step:0.5",
    ),
    text="""
<p>At the start the gradient is {{ symbol("g1") }} = {{ say("g1", "g1") }} along the ravine,
{{ symbol("g2") }} = {{ say("g2", "g2") }} across. So {{ symbol("-g") }} and
{{ symbol("way", "the way to the minimum") }} are {{ say("aim") }} apart.</p>
<p>{{ math("E") }} curves {{ math("k") }} = {{ drag() }} times as strongly across as along. Each
step multiplies {{ symbol("w2") }} by {{ math("1 - eta k") }}: it shrinks only where
{{ math("|1 - eta k| < 1") }}, with {{ math("eta") }} below {{ math("2/k") }} = {{ say("limit") }},
and {{ symbol("w1") }} with {{ math("eta") }} below 2. Both share one {{ math("eta") }}, so the
strongest curvature limits both.</p>
<p>At {{ math("k") }} = 1 the ravine is a round bowl: {{ symbol("-g") }} points at the minimum, and
one {{ math("eta") }} suits both.</p>
""",
    says={
        "g1": Number(gradient(0, 0, 1), 3),
        "g2": Number(gradient(0, 0, 2), 3),
        "aim": Words(AIM, ((0.01, "0°"),), "{degrees}"),
        "degrees": Number(AIM, 3, "°"),
        "limit": Number(quotient(constant(2), CONTROL), 2),
    },
    result="With k = {value} the negative gradient and the way to the minimum are {aim} apart; "
    "gradient descent converges with η below {limit}.",
    control=Control(
        "parameter",
        "times as curved across as along",
        "k",
        "k",
        1,
        28,
        0.5,
        sweep=1,
    ),
    charts=(
        Curves(
            "Both weights of {{ run(0) }}, step by step",
            "weight",
            both_weights(0, "w"),
            axis="linear",
        ),
        Response(
            "Angle between {{ symbol('-g') }} and {{ symbol('way', 'the way to the minimum') }}",
            ((AIM, ""),),
            axis="linear",
            ticks=(1, 5, 10, 15, 20, 25),
            unit="°",
        ),
    ),
    marks=(
        Arrow("way"),
        Arrow("components"),
        Arrow("gradient"),
    ),
    faint=(0,),
)
