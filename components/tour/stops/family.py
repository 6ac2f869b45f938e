"""AdaGrad, RMSProp and Adam: what each adds, and Adam's correction of the first steps."""

from __future__ import annotations

from components.tour.stop import Control, Curves, Line, Number, Stop
from components.tour.stops.no_memory import HIDDEN
from components.tour.stops.shorthand import eta, quotient, size, update
from components.tour.stops.states import NEURON, state


def _step(run: int) -> Number:
    """Return the size of the step of w1."""
    return Number(size(update(run, "control", 1)), 3)


FAMILY = Stop(
    key="family",
    title="One family",
    query=state(
        NEURON,
        HIDDEN,
        "rmsprop,eta:0.2,beta:0.999",
        "adagrad,eta:0.2",
        "adam,eta:0.2",
        start="-1,2",
        steps=60,
        view="-3.2,10,-1.6,7.4",
        hidden="1",
    ),
    text="""
<ul>
<li>{{ run(2) }} divides by the root of a sum of squared gradients, {{ math("s <- s + g^2") }}.</li>
<li>{{ run(1) }} takes a decaying mean, {{ math("s <- beta s + (1 - beta) g^2") }}.</li>
<li>{{ run(3) }} also puts such a mean {{ math("m") }} of the gradients, momentum, in place of
{{ math("g") }}, and divides {{ math("m") }} (decay {{ math("beta_1") }}) and {{ math("s") }} (decay
{{ math("beta_2") }}) by the share they hold so far, the <em>bias correction</em>:</li>
</ul>
{{ rule("adam", "m_hat", "s_hat") }}
<p>All have {{ math("eta") }} = 0.2; {{ math("beta_1") }} = 0.9, {{ math("beta") }} =
{{ math("beta_2") }} = 0.999. Without the correction the first step of {{ run(1) }} is
{{ say("without") }} times {{ math("eta") }} and passes the minimum.</p>
{{ table("Size of step " ~ math("t") ~ " = " ~ drag() ~ " of " ~ math("w_1"),
("", run(2), run(1), run(3)), (
  ("step", say("adagrad"), say("rmsprop"), say("adam")),
)) }}
""",
    says={
        "adagrad": _step(2),
        "rmsprop": _step(1),
        "adam": _step(3),
        "without": Number(quotient(size(update(1, 1, 1)), eta(1)), 3),
    },
    result="Size of step {value} of w₁: AdaGrad {adagrad}, RMSProp {rmsprop}, Adam {adam}.",
    control=Control("step", "step", "t", low=1, high=60, step=1),
    charts=(
        Curves(
            "Size of the step of {{ symbol('w1') }}, step by step",
            "update",
            (Line(1, 1, "RMSProp"), Line(2, 1, "AdaGrad"), Line(3, 1, "Adam")),
        ),
    ),
)
