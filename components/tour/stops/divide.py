"""RMSProp: its rule worked out, what that gains, and what it keeps."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import (
    at,
    both_weights,
    constant,
    error,
    gradient,
    negative,
    rate,
    update,
)
from components.tour.stops.states import ravine

UNTIL = Measure("steps_until", 1, value=1000)
PLAIN_UNTIL = Measure("steps_until", 0, value=1000)
BEST_PLAIN = constant(38)
"""Steps of gradient descent with its best learning rate."""

TABLE = """
{{ table("Step " ~ math("t") ~ " = " ~ drag(), ("", symbol("w1"), symbol("w2")), (
  ("gradient " ~ math("g") ~ " before it", say("g1", "g1"), say("g2", "g2")),
  ("scaling factor " ~ math("s"), say("s1", "s1"), say("s2", "s2")),
  ("rate " ~ math("eta/sqrt(s + epsilon)"), say("r1", "rate1"), say("r2", "rate2")),
  ("step " ~ math("-v"), say("v1", "v1"), say("v2", "v2")),
)) }}
"""

DIVIDE = Stop(
    key="divide",
    title="Divide by the gradients so far",
    query=ravine("gradient-descent,eta:0.07", "rmsprop,eta:0.15", step="3"),
    text="""
<p>Give each weight a rate of its own: keep a decaying mean of its squared gradients, the
<em>scaling factor</em> {{ symbol("s") }}, and divide the gradient by the root of it. Then
move by {{ math("-v") }}:</p>
{{ rule("rmsprop", "s", "v") }}
<p>This is {{ run(1) }}; {{ math("s") }} starts at 0. Large gradients are divided by
a large root, small ones by a small root, so one {{ math("eta") }} = 0.15 becomes two rates. The
decay is {{ math("beta") }} = 0.9; {{ math("epsilon") }} = 10<sup>−8</sup> keeps the root
above 0.</p>
"""
    + TABLE,
    short="""
<p>{{ run(1) }} keeps a decaying mean {{ symbol("s") }} of each weight’s squared gradients and
divides the gradient by its root, so that one {{ math("eta") }} = 0.15 becomes two rates:</p>
{{ rule("rmsprop", "s", "v") }}
"""
    + TABLE,
    says={
        "g1": Number(gradient(1, "control", 1), 3),
        "g2": Number(gradient(1, "control", 2), 3),
        "s1": Number(Measure("state", 1, "control", 1, "s"), 3),
        "s2": Number(Measure("state", 1, "control", 2, "s"), 3),
        "r1": Number(rate(1, "control", 1), 3),
        "r2": Number(rate(1, "control", 2), 3),
        "v1": Number(negative(update(1, "control", 1)), 3),
        "v2": Number(negative(update(1, "control", 2)), 3),
    },
    result="RMSProp at step {value}: the rates are {r1} for w₁ and {r2} for w₂.",
    control=Control("step", "step", "t", low=1, high=40, step=1),
    charts=(
        Curves(
            "Scaling factors {{ symbol('s1') }} and {{ symbol('s2') }} of {{ run(1) }}",
            "s",
            both_weights(1, "s"),
        ),
    ),
    faint=(0,),
)

GAIN = Stop(
    key="divide-gain",
    title="What that gains",
    is_part=True,
    query=ravine("gradient-descent,eta:0.07", "rmsprop,eta:0.15"),
    text="""
<p>With {{ math("eta") }} = {{ drag() }} {{ run(1) }} brings {{ math("E") }} below a thousandth of
its first value {{ say("until") }}. {{ run(0, "Gradient descent") }} takes {{ say("plain") }} with
{{ math("eta") }} = 0.07, and {{ say("best") }} with its best.</p>
<p>The path is straighter, too: after 20 steps {{ say("bend") }} times as long as the straight line
between its ends, with {{ run(0) }} {{ say("zigzag") }} times.</p>
<p>At {{ math("eta") }} = 0.5 {{ run(1) }} needs only {{ say("fewest") }}, but then
{{ stop("swing", "swings") }}: {{ math("E") }} is {{ say("again") }} after 60.</p>
""",
    says={
        "until": Words(UNTIL, (), "after {steps}", missing="not within 60 steps"),
        "steps": Number(UNTIL, 2, " steps"),
        "plain": Number(PLAIN_UNTIL),
        "best": Number(BEST_PLAIN),
        "fewest": Number(at(0.5, UNTIL), 2, " steps"),
        "again": Number(at(0.5, error(1)), 2),
        "bend": Number(Measure("detour", 1, 20), 3),
        "zigzag": Number(Measure("detour", 0, 20), 3),
    },
    result="RMSProp with η = {value} brings E below a thousandth of its first value {until}; "
    "gradient descent with η = 0.07 after {plain}.",
    control=Control(
        "hyperparameter", "learning rate of RMSProp", "η", "eta", 0.05, 0.5, scale="log", runs=(1,)
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(0), Line(1))),
        Response(
            "Steps until {{ math('E') }} is a thousandth, for every {{ math('eta') }}",
            ((UNTIL, "RMSProp"), (PLAIN_UNTIL, "Gradient descent")),
            axis="linear",
            ticks=(0.05, 0.1, 0.2, 0.3, 0.5),
        ),
    ),
    faint=(0,),
)

UPHILL = Measure("uphill", 0)

SIGN = Stop(
    key="sign",
    title="The sign stays",
    is_part=True,
    query=ravine("momentum,eta:0.01,alpha:0.9", "rmsprop,eta:0.15"),
    text="""
<p>The root is positive. It scales a step, but never turns its sign: in all 60 steps {{ run(1) }}
({{ math("eta") }} = 0.15) moves every weight against its gradient.</p>
<p>{{ run(0, "Momentum") }} need not, because its step {{ math("m") }} contains a share
{{ math("alpha") }} of the last one:</p>
{{ rule("momentum", "m") }}
<p>With {{ math("eta") }} = 0.01 and {{ math("alpha") }} = {{ drag() }} it {{ say("uphill") }}.</p>
""",
    says={
        "uphill": Words(
            UPHILL,
            ((0.5, "moves no weight along its gradient"),),
            "moves a weight along its gradient, uphill, in {count} of 60 steps",
        ),
        "count": Number(UPHILL),
    },
    result="Momentum with α = {value} {uphill}; RMSProp in none.",
    control=Control("hyperparameter", "momentum", "α", "alpha", 0, 0.95, 0.01),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(0), Line(1))),
        Response(
            "Steps with a weight that moves uphill, for every {{ math('alpha') }}",
            ((UPHILL, "Momentum"), (Measure("uphill", 1), "RMSProp")),
            axis="linear",
            samples=96,
        ),
    ),
)
