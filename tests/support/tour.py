"""A tour of two stops for tests, on functions whose numbers are worked out by hand."""

from components.tour.page import Files
from components.tour.stop import (
    Arrow,
    Compass,
    Control,
    Curves,
    Label,
    Line,
    Measure,
    Number,
    Response,
    Square,
    Stop,
    Words,
)

FILES = Files(
    version="0123",
    module="assets/tour/tour.js",
    style="assets/tour/tour.css",
    icon="assets/favicon.ico?m=1",
    chunks=("assets/dist/chunk.js",),
)

END = Measure("error")

BOWL = Stop(
    key="bowl",
    title="A <bowl> & more",
    query="E=w1%5E2%2Bw2%5E2&start=4,-2&steps=3&view=-5,5,-5,5"
    "&run=gradient-descent,eta:0.25&run=rmsprop,eta:0.5,beta:0.75",
    text='<p>{{ run(0, "It") }} with {{ math("eta") }} = {{ drag() }} {{ say("how") }}: '
    '{{ say("E", "w1") }}, {{ symbol("-g2") }}.</p>',
    says={
        "how": Words(Measure("control"), ((0.5, "halves {E}"), (1, "leaps")), "diverges"),
        "E": Number(END, 3),
    },
    result="With {value} E is {E}.",
    control=Control("hyperparameter", "learning rate", "η", "eta", 0.05, 1.5, 0.05, runs=(0, 1)),
    charts=(
        Curves("Error {{ math('E') }}", "error", (Line(0), Line(1, faint=True)), level=END),
        Response("E for every {{ math('eta') }}", ((END, "E"),), zones=((1, 1.5, "diverges"),)),
    ),
    marks=(
        Arrow("components"),
        Arrow("gradient"),
        Arrow("update", run=1),
        Arrow("way"),
        Square(Measure("constant", value=1)),
        Label("here $w_1$ < 5", (1, 2)),
    ),
    faint=(1,),
)
"""Gradient descent with rate 1/4 halves both weights in every step."""

VALLEY = Stop(
    key="valley-2",
    title="A valley",
    query="E=w1%5E2%2Bk%2A100w2%5E2&p=k:1,min:0,max:20,step:0.5&start=1,1&steps=4&view=-2,2,-2,2"
    "&run=gradient-descent,eta:0.001",
    text='<p>{{ math("k") }} = {{ drag() }}: {{ say("w2") }}.</p>',
    says={"w2": Number(Measure("weight", i=2), 3, " m")},
    result="At {value} w2 is {w2}.",
    control=Control("parameter", "curvature", "k", "k", 1, 10, 0.5, unit="°"),
    charts=(Compass("Steps"),),
    is_part=True,
)

FIGURE = Stop(
    key="figure",
    title="Figure 1",
    query="steps=1",
    text='<p>{{ formula("v = eta g") }}{{ playground("here", "steps=9") }}</p>',
    figure="two-steps",
)

STOPS = (BOWL, VALLEY)
