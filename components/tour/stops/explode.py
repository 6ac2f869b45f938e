"""A decay near 1: the first step grows without bound."""

from __future__ import annotations

from components.tour.stop import (
    Arrow,
    Control,
    Curves,
    Line,
    Number,
    Response,
    Stop,
    Words,
)
from components.tour.stops.no_memory import HIDDEN
from components.tour.stops.shorthand import at, error, gradient, quotient, size, update
from components.tour.stops.states import ravine

FIRST = size(update(1, 1, 2))

EXPLODE = Stop(
    key="explode",
    title="A mean that starts empty",
    query=ravine(HIDDEN, "rmsprop,eta:0.1,beta:0.9999", hidden="1"),
    text="""
<p>Why not average over many more steps? Because {{ math("s") }} starts at 0. After one step it
holds only the share {{ math("1 - beta") }} of {{ math("g^2") }}, so each weight moves by
{{ math("eta/sqrt(1 - beta)") }}; with {{ math("eta") }} = 0.1 that is {{ say("usual") }} at
{{ math("beta") }} = 0.9 and {{ say("more") }} at 0.99. With {{ math("beta") }} = {{ drag() }}
{{ symbol("w2") }} moves by {{ say("first", "v2") }}, and {{ math("E") }} {{ say("how") }} from
{{ say("E0") }} to {{ say("E1") }}.</p>
<p>At {{ math("beta") }} = 1 nothing is ever added to {{ math("s") }}: the gradient is divided by
{{ math("sqrt(epsilon)") }} = 10<sup>−4</sup>, the first step is {{ say("factor") }} times as long
as the gradient, and the run diverges. Adam has {{ stop("family", "a correction") }}.</p>
""",
    says={
        "usual": Number(at(0.9, FIRST)),
        "more": Number(at(0.99, FIRST)),
        "first": Number(FIRST, 3),
        "how": Words(quotient(error(1, 1), error(1, 0)), ((1, "falls"),), "jumps"),
        "E0": Number(error(1, 0), 3),
        "E1": Number(error(1, 1), 3),
        "factor": Number(at(1, quotient(update(1, 1, 2), gradient(1, 1, 2))), 3),
    },
    result="RMSProp with β = {value}: the first step moves w₂ by {first}, and E {how} from {E0} to "
    "{E1}.",
    control=Control(
        "hyperparameter",
        "decay of RMSProp",
        "β",
        "beta",
        0.9,
        1,
        scale="decay",
        runs=(1,),
        sweep=0.9,
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(1),)),
        Response(
            "First step in {{ symbol('w1') }} and {{ symbol('w2') }}, for every {{ math('beta') }}",
            ((size(update(1, 1, 1)), "$v_1$"), (FIRST, "$v_2$")),
            by_weight=True,
        ),
    ),
    marks=(Arrow("update", 1, label="first step"),),
    fits=True,
)
