"""A ravine: one learning rate for two slopes."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Measure, Number, Response, Stop, Words

END = Measure("error")
ETA = Measure("control")

RAVINE = Stop(
    key="ravine",
    title="A ravine",
    query="E=w1%5E2/2%2B12.5w2%5E2&start=-4.5,1.2&steps=60&view=-5.35,1.65,-2.1,2.1"
    "&run=gradient-descent,eta:0.07",
    text="""
<p>{{ run(0, "Gradient descent") }} with {{ math("eta") }} = {{ drag() }} {{ say("how") }}. At the
end {{ math("E") }} is {{ say("E") }}.</p>
""",
    says={
        "how": Words(
            ETA,
            ((0.04, "goes straight down the wall"), (0.08, "crosses the ravine at every step")),
            "diverges",
        ),
        "E": Number(END),
    },
    result="Gradient descent with η = {value}: after 60 steps E is {E}.",
    control=Control("hyperparameter", "learning rate", "η", "eta", 0.005, 0.1, 0.001),
    charts=(
        Curves("Error {{ math('E') }}", "error", (Line(),)),
        Response("Error after 60 steps, for every {{ math('eta') }}", ((END, "gradient descent"),)),
    ),
)
