"""A turned valley: rates belong to the axes."""

from __future__ import annotations

from components.tour.stop import Control, Measure, Number, Response, Stop, Words
from components.tour.stops.shorthand import CONTROL, at, constant
from components.tour.stops.states import state

VALLEY = "((w1 cos(a pi/180) + w2 sin(a pi/180))^2 + 100 (w2 cos(a pi/180) - w1 sin(a pi/180))^2)/2"
RUNS = ("gradient-descent,eta:0.0194658", "rmsprop,eta:0.0240588", "adagrad", "adam,eta:0.10953")
"""Each shown one with the learning rate that leads it lowest in 100 steps along the axis; AdaGrad
is hidden and keeps Adam at its own place, and so in its own colour."""

SHOWN = {0: "Gradient descent", 1: "RMSProp", 3: "Adam"}
UNTIL = {run: Measure("steps_until", run, value=100) for run in SHOWN}
SEARCHED_AGAIN = {"rmsprop": (0.0413016, 62), "adam": (0.596, 31)}
"""The learning rate that leads lowest at 45°, and the steps until E is a hundredth with it."""

TABLE = """
{{ table("Steps until " ~ math("E") ~ " is a hundredth of its first value",
("", "along the axis", "turned by " ~ say("angle")), (
  (run(0), say("along0"), say("turned0")),
  (run(1), say("along1"), say("turned1")),
  (run(3), say("along3"), say("turned3")),
)) }}
"""

PRICE = Stop(
    key="price",
    title="The price: axes",
    query=state(
        VALLEY,
        *RUNS,
        start="0.70710678,1.41421356",
        steps=100,
        view="-0.75,1.65,-0.35,1.6",
        p="a:45,min:0,max:90,step:1",
        hidden="3",
    ),
    text="""
<p>The two rates belong to the axes, to {{ symbol("w1") }} and {{ symbol("w2") }}. A
valley along an axis suits them. Turn it by {{ drag() }}, and {{ say("mix") }}.</p>
"""
    + TABLE
    + """
<p>Each run has the {{ math("eta") }} that is best along the axis. With the best for 45°,
{{ run(1) }} needs {{ say("again1") }} steps there and {{ run(3) }} {{ say("again3") }}, still more
than along the axis.
{{ run(0, "Gradient descent") }} does not notice the turn: its step follows the gradient.</p>
""",
    short="""
<p>The two rates belong to the axes. A valley along an axis suits them. Turn it by {{ drag() }}, and
{{ say("mix") }}.</p>
"""
    + TABLE
    + """
<p>Each run has its best {{ math("eta") }} along the axis. With the best at 45° {{ run(1) }} needs
{{ say("again1") }} steps, {{ run(3) }} {{ say("again3") }}.</p>
""",
    says={
        "mix": Words(
            CONTROL,
            (
                (0.5, "each weight has a curvature of its own"),
                (89.5, "the gradient of each weight contains both curvatures"),
            ),
            "each weight has a curvature of its own again",
        ),
        **{f"along{run}": Number(at(0, UNTIL[run]), 3) for run in SHOWN},
        **{f"turned{run}": Number(UNTIL[run], 3) for run in SHOWN},
        "angle": Number(CONTROL, 3, "°"),
        "again1": Number(constant(SEARCHED_AGAIN["rmsprop"][1])),
        "again3": Number(constant(SEARCHED_AGAIN["adam"][1])),
    },
    result="Turned by {value}, E is a hundredth after {turned0} steps of gradient descent, "
    "{turned1} of RMSProp and {turned3} of Adam.",
    control=Control(
        "turn", "how far the valley is turned", "angle", "a", 0, 90, 1, sweep=0, unit="°"
    ),
    charts=(
        Response(
            "Steps until {{ math('E') }} is a hundredth, for every angle",
            tuple((UNTIL[run], name) for run, name in SHOWN.items()),
            axis="linear",
            ticks=(0, 15, 30, 45, 60, 75, 90),
            samples=91,
        ),
    ),
)
