"""Where plain gradient descent is better: nearly the same curvature in both weights."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import error, quotient
from components.tour.stops.states import state

RUNS = ("gradient-descent,eta:0.668", "rmsprop,eta:0.3127347", "adam,eta:1.55")
"""Each with the learning rate that leads it lowest in 40 steps."""

UNTIL = tuple(Measure("steps_until", run, value=1000) for run in range(3))

BETTER = Stop(
    key="better",
    title="Where gradient descent is better",
    query=state("w1^2/2 + w2^2", *RUNS, start="-4.5,1.2", steps=40, view="-5.35,1.65,-2.1,2.1"),
    text="""
<p>This bowl is nearly round: {{ math("E") }} curves only twice as strongly in {{ symbol("w2") }} as
in {{ symbol("w1") }}, and two rates have nothing to balance. {{ run(1) }} and {{ run(2) }} have
their best {{ math("eta") }}, found by search; {{ run(0) }} with {{ math("eta") }} = {{ drag() }}
{{ say("rank") }}.</p>
{{ table("", ("", "steps until E is a thousandth", "E after 40 steps"), (
  (run(0), say("until0"), say("E0")),
  (run(1), say("until1"), say("E1")),
  (run(2), say("until2"), say("E2")),
)) }}
<p>Gradient descent takes shorter steps by itself where the gradient shrinks. With a larger
{{ math("eta") }} {{ run(1) }} would swing about the minimum; momentum carries {{ run(2) }} past
it.</p>
""",
    says={
        "rank": Words(quotient(error(0), error(1)), ((1, "ends lower than both"),), "{second}"),
        "second": Words(
            quotient(error(0), error(2)),
            ((1, "ends lower than Adam, but not than RMSProp"),),
            "ends higher than both",
        ),
        **{
            f"until{run}": Words(until, (), f"{{steps{run}}}", missing="more than 40")
            for run, until in enumerate(UNTIL)
        },
        **{f"steps{run}": Number(until) for run, until in enumerate(UNTIL)},
        **{f"E{run}": Number(error(run)) for run in range(3)},
    },
    result="Gradient descent with η = {value} {rank}: after 40 steps E is {E0}, of RMSProp {E1}, "
    "of Adam {E2}.",
    control=Control(
        "hyperparameter", "learning rate of gradient descent", "η", "eta", 0.02, 2, scale="log"
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(0), Line(1), Line(2))),
        Response(
            "Error after 40 steps, for every {{ math('eta') }} of {{ run(0) }}",
            ((error(0), "gradient descent"), (error(1), "RMSProp"), (error(2), "Adam")),
            ticks=(0.02, 0.05, 0.2, 0.5, 1, 2),
            samples=160,
        ),
    ),
)
