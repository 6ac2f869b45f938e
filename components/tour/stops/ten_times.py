"""A learning rate that is far too large: bounded steps, and a swing that does not end."""

from __future__ import annotations

from components.tour.stop import (
    Control,
    Curves,
    Line,
    Measure,
    Number,
    Response,
    Square,
    Stop,
    Words,
)
from components.tour.stops.no_memory import HIDDEN
from components.tour.stops.shorthand import (
    CONTROL,
    both_weights,
    constant,
    error,
    quotient,
    size,
    weight,
)
from components.tour.stops.states import ravine

HUNDREDTH = Measure("steps_until", 1, value=100)

TEN_TIMES = Stop(
    key="ten-times",
    title="A rate ten times too large",
    query=ravine("gradient-descent,eta:0.7", "rmsprop,eta:0.7", steps=150),
    text="""
<p>The ravine again, with {{ math("eta") }} = {{ drag() }} for both, {{ say("times") }} times the
0.07 of {{ stop("ravine", "the first run") }}. {{ run(0, "Gradient descent") }} is {{ say("one") }}
from the floor after one step, {{ say("two") }} after two, {{ say("five") }} after five:
{{ say("fate") }}.</p>
<p>{{ run(1) }} cannot diverge like that. The root contains the present gradient, so no weight moves
by more than {{ math("eta/sqrt(1 - beta)") }}, however steep the wall. Its {{ math("E") }}
{{ say("until") }}, and {{ say("end") }} after the last.</p>
<p>Too large an {{ math("eta") }} makes {{ run(1) }} inaccurate, and {{ run(0) }} diverge. Too small
an {{ math("eta") }} slows both, {{ run(1) }} more.</p>
""",
    says={
        "times": Number(quotient(CONTROL, constant(0.07)), 2),
        "one": Number(size(weight(0, 1, 2)), 3),
        "two": Number(size(weight(0, 2, 2)), 3),
        "five": Number(size(weight(0, 5, 2)), 3),
        "fate": Words(
            quotient(size(weight(0, 5, 2)), size(weight(0, 0, 2))),
            ((0.999, "it converges"), (1.001, "it does not get closer")),
            "it diverges",
        ),
        "until": Words(
            HUNDREDTH,
            (),
            "is below a hundredth of its first value after {steps}",
            missing="is not below a hundredth of its first value after 150 steps",
        ),
        "steps": Number(HUNDREDTH, 3, " steps"),
        "end": Number(error(1), 3),
    },
    result="With η = {value} gradient descent is {five} from the floor after five steps: {fate}; "
    "E of RMSProp {until}.",
    control=Control(
        "hyperparameter",
        "learning rate of both",
        "η",
        "eta",
        0.005,
        2,
        scale="log",
        runs=(0, 1),
        sweep=0.07,
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(0), Line(1))),
        Response(
            "Error after 150 steps, for every {{ math('eta') }}",
            ((error(0), "Gradient descent"), (error(1), "RMSProp")),
            ticks=(0.005, 0.02, 0.07, 0.2, 0.7, 2),
            samples=150,
        ),
    ),
)

SWINGS = tuple(Measure("swing", 1, i=i, value=40) for i in (1, 2))
HALF = quotient(CONTROL, constant(2))

SWING = Stop(
    key="swing",
    title="But it does not converge",
    is_part=True,
    query=ravine(HIDDEN, "rmsprop,eta:0.7", steps=150, view="-1.05,1.05,-0.66,0.66", hidden="1"),
    text="""
<p>These are the last 40 of 150 steps. Where the gradient keeps its size, {{ math("sqrt(s)") }}
comes to equal it, and each step moves {{ symbol("w2") }} by {{ math("eta") }}, from one side of the
floor to the other. With {{ math("eta") }} = {{ drag() }}, {{ math("eta/2") }} is {{ say("half") }},
and {{ symbol("w2") }} swings by {{ say("swing2", "w2") }} to each side.</p>
<p>Gradient descent slows down where the gradient shrinks; {{ run(1) }} divides its size away. Only
a smaller {{ math("eta") }} makes a smaller swing, so {{ math("eta") }} is usually lowered during
training.</p>
""",
    says={"half": Number(HALF, 3), "swing2": Number(SWINGS[1], 3)},
    result="With η = {value} w₂ swings by {swing2} in the last 40 steps; half of η is {half}.",
    control=Control(
        "hyperparameter", "learning rate of RMSProp", "η", "eta", 0.3, 1.2, scale="log", runs=(1,)
    ),
    charts=(
        Curves(
            "Both weights in the last 40 steps",
            "weight",
            both_weights(1, "w"),
            axis="linear",
            last=40,
            level=HALF,
            level_label="$η$/2",
        ),
        Response(
            "How far {{ symbol('w1') }} and {{ symbol('w2') }} swing, for every {{ math('eta') }}",
            ((SWINGS[0], "$w_1$"), (SWINGS[1], "$w_2$")),
            axis="linear",
            ticks=(0.3, 0.5, 0.7, 1, 1.2),
            by_weight=True,
        ),
    ),
    marks=(Square(HALF, "minimum"),),
    last=40,
)
