"""The first step: predicted, revealed, and the article's example of two steps."""

from __future__ import annotations

from components.tour.stop import (
    Arrow,
    Compass,
    Control,
    Measure,
    Number,
    Square,
    Stop,
    Words,
)
from components.tour.stops.shorthand import constant, gradient, size, update
from components.tour.stops.states import ravine

VIEW = "-5.35,1.65,-1.7,2.5"
"""With all corners of the square."""

QUERY = ravine("gradient-descent,eta:0.07", "rmsprop,eta:0.3", start="-3,1.4", steps=1, view=VIEW)
FIRST = constant(0.3 / 0.1**0.5)
BOTH = size(Measure("product", of=(update(1, 1, 1), update(1, 1, 2))))
"""0.9 where both weights move by 0.949, and less elsewhere."""

FIRST_STEPS = Compass("Both first steps, from one point", (0, 1))

QUESTION = Stop(
    key="first-step",
    title="Which way first?",
    query=QUERY,
    text="""
<p>{{ run(1) }} is about to take its first step, with {{ math("eta") }} = 0.3 and
{{ math("beta") }} = 0.9. The gradient is {{ symbol("g1") }} = {{ say("g1", "g1") }} along the
ravine and {{ symbol("g2") }} = {{ say("g2", "g2") }} across it. {{ run(0, "Gradient descent") }}
goes almost straight across.</p>
{{ ask("Where does the first step of RMSProp lead?") }}
""",
    says={"g1": Number(gradient(1, 1, 1), 3), "g2": Number(gradient(1, 1, 2), 3)},
    result="A question: where does the first step of RMSProp lead? The gradient is {g1} in w₁ and "
    "{g2} in w₂.",
    control=Control("guess", "where the first step leads", runs=(1,)),
    charts=(FIRST_STEPS,),
    marks=(Arrow("update"),),
)

ANSWER = Stop(
    key="first-step-answer",
    title="On a diagonal",
    is_part=True,
    query=QUERY,
    text="""
<p>{{ say("same") }}: {{ symbol("w1") }} by {{ say("v1", "v1") }}, {{ symbol("w2") }} by
{{ say("v2", "v2") }}. Before this step {{ math("s") }} was 0. Now it is
{{ math("(1 - beta)g^2") }}, and the size of {{ math("g") }} cancels:</p>
{{ formula("v_i(1) = eta g_i/sqrt((1 - beta) g_i^2) = ±eta/sqrt(1 - beta) = ±0.949") }}
<p>Only the sign of each gradient remains. Drag the start. Here {{ symbol("g1") }} =
{{ say("g1", "g1") }} and {{ symbol("g2") }} = {{ say("g2", "g2") }}: {{ say("corner") }}.</p>
""",
    says={
        "same": Words(BOTH, ((0.8995, "They move"),), "Both weights move by the same amount"),
        "v1": Number(size(update(1, 1, 1)), 3),
        "v2": Number(size(update(1, 1, 2)), 3),
        "g1": Number(gradient(1, 1, 1), 3),
        "g2": Number(gradient(1, 1, 2), 3),
        "corner": Words(
            BOTH,
            ((0.8995, "the step ends at no corner of the square: a gradient is almost 0"),),
            "the step ends at a corner of the dashed square",
        ),
    },
    result="From {value} the first step of RMSProp moves w₁ by {v1} and w₂ by {v2}.",
    control=Control("start", "start"),
    charts=(FIRST_STEPS,),
    marks=(Arrow("update"), Arrow("update", 1), Square(FIRST)),
)

TWO_STEPS = Stop(
    key="two-steps",
    title="Two steps, with all numbers",
    is_part=True,
    query="",
    figure="two-steps",
    text="""
<p>The article behind this page has {{ math("E = 3 w_1^2 + 10 w_2^2") }}, with two steps from
(−15, 20). Gradient descent ({{ math("eta") }} = 0.001) moves {{ math("w_2") }} more, as its
gradient is larger. RMSProp ({{ math("eta") }} = 0.05) moves both weights by the same amount in
its first step. Change its {{ math("beta") }}.</p>
""",
)
