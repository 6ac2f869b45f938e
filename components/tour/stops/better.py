"""Where plain gradient descent is better: nearly the same curvature in all directions."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import error, quotient
from components.tour.stops.states import RAVINE_START, state

BOWL = "w1^2 + w1 w2 + w2^2"
RUNS = (
    "gradient-descent,eta:0.496",
    "rmsprop,eta:0.596",
    "adagrad,eta:4.11",
    "adam,eta:0.2767220",
)
"""Each with the learning rate that leads it lowest in 20 steps."""

NAMES = ("Gradient descent", "RMSProp", "AdaGrad", "Adam")
UNTIL = tuple(Measure("steps_until", run, value=1000) for run in range(4))


def _over(run: int) -> Measure:
    """Return the last E of gradient descent divided by that of another run."""
    return quotient(error(0), error(run))


BETTER = Stop(
    key="better",
    title="Where gradient descent is better",
    query=state(BOWL, *RUNS, start=RAVINE_START, steps=20, view="-5.2,2.4,-1.4,5.6"),
    text="""
<p>This bowl is nearly round: {{ math("E") }} curves at most three times as strongly in one
direction as in another, and in no weight more than in the other. Two rates have nothing to balance.
The other runs have their best {{ math("eta") }}; {{ run(0) }} with {{ math("eta") }} =
{{ drag() }} {{ say("rank") }}.</p>
{{ table("", ("", "steps until " ~ math("E") ~ " is a thousandth", math("E") ~ " after 20 steps"), (
  (run(0), say("until0"), say("E0")),
  (run(1), say("until1"), say("E1")),
  (run(2), say("until2"), say("E2")),
  (run(3), say("until3"), say("E3")),
)) }}
<p>Gradient descent takes shorter steps where the gradient shrinks. With a larger
{{ math("eta") }} {{ run(1) }} would swing about the minimum, and momentum would carry
{{ run(3) }} past it.</p>
""",
    says={
        "rank": Words(_over(1), ((1, "ends lower than all of them"),), "{second}"),
        "second": Words(_over(2), ((1, "ends lower than AdaGrad and Adam"),), "{third}"),
        "third": Words(
            _over(3),
            ((1, "ends between Adam and the others"),),
            "ends higher than all of them",
        ),
        **{
            f"until{run}": Words(until, (), f"{{steps{run}}}", missing="more than 20")
            for run, until in enumerate(UNTIL)
        },
        **{f"steps{run}": Number(until) for run, until in enumerate(UNTIL)},
        **{f"E{run}": Number(error(run), 3) for run in range(4)},
    },
    result="Gradient descent with η = {value} {rank}: after 20 steps E is {E0}, of RMSProp {E1}, "
    "of AdaGrad {E2}, of Adam {E3}.",
    control=Control(
        "hyperparameter", "learning rate of gradient descent", "η", "eta", 0.02, 2, scale="log"
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", tuple(map(Line, range(4)))),
        Response(
            "Error after 20 steps, for every {{ math('eta') }} of {{ run(0) }}",
            tuple((error(run), name) for run, name in enumerate(NAMES)),
            ticks=(0.02, 0.05, 0.2, 0.5, 1, 2),
            samples=160,
        ),
    ),
)
