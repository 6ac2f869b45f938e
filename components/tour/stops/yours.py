"""The end of the tour: what to keep, and the playground itself."""

from __future__ import annotations

from components.tour.stop import Stop
from components.tour.stops.states import ravine, state
from optimizers.presets import PRESETS

_CHAIN = next(preset for preset in PRESETS if preset.key == "chain")
RUNS = ("gradient-descent,eta:0.07", "rmsprop,eta:0.15", "adagrad,eta:1", "adam,eta:0.2")
SADDLE = state(
    "w1^2 - w2^2 + w2^4/4",
    "gradient-descent,eta:0.02",
    "rmsprop,eta:0.02",
    start="1.5,0.001",
    steps=200,
    view="-2.5,2.5,-2.5,2.5",
)
CHAIN = state(
    _CHAIN.text,
    *_CHAIN.runs,
    start="{},{}".format(*_CHAIN.start),
    steps=_CHAIN.steps,
    view="{},{},{},{}".format(*_CHAIN.view),
)
MINIMA = state(
    "(w1^2 + w2 - 11)^2 + (w1 + w2^2 - 7)^2",
    "gradient-descent,eta:0.01",
    "rmsprop,eta:0.05",
    start="-2,2",
    steps=150,
    view="-6,6,-6,6",
)

YOURS = Stop(
    key="yours",
    title="Now try it yourself",
    query=ravine(*RUNS),
    figure="playground",
    text=f"""
<p>To remember: an adaptive rule gives each weight its own rate, from the weight’s squared
gradients. It helps where weights differ in curvature, on plateaus, and where {{{{ math("eta") }}}}
is badly chosen. It needs a correction at the start and a smaller {{{{ math("eta") }}}} at the end,
and it depends on the axes.</p>
<p>Type an {{{{ math("E") }}}} of your own, drag the start, add optimizers. Or begin with
{{{{ playground("a saddle", "{SADDLE}") }}}}, {{{{ playground("a deep chain", "{CHAIN}") }}}},
or {{{{ playground("four minima", "{MINIMA}") }}}}.</p>
""",
)
