"""Any state of the playground, for Hypothesis, and its address with every part written out."""

from hypothesis import strategies as st

from components.state.limits import LARGEST_COORDINATE, MOST_RUNS, MOST_STEPS, SMALLEST_EXTENT
from components.state.parameter import Parameter, parameter_of
from components.state.state import AXES, TRACES, Run, State, View, default_state
from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.presets import PRESETS

DEFAULT = default_state()
COORDINATES = st.floats(-LARGEST_COORDINATE, LARGEST_COORDINATE)
PARAMETERS = {"k w1^2 + w2^2": ["k"], "a_1 w1 + |λ w2 - B|": ["B", "a1", "λ"]}
"""Texts with parameters, by name."""
TEXTS = st.sampled_from(
    [*(preset.text for preset in PRESETS), "w₁² + 2 w2", "sin(w1) + |w2|", *PARAMETERS]
)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Draw a run of any rule with any settings within its bounds."""
    key = draw(st.sampled_from([*OPTIMIZERS]))
    specs = OPTIMIZERS[key].hyperparameters
    settings = {spec.name: draw(st.floats(spec.low, spec.high)) for spec in specs}
    return Run(key, settings, draw(st.booleans()))


@st.composite
def views(draw: st.DrawFn) -> View:
    """Draw a view that is large enough."""
    sides = st.tuples(COORDINATES, COORDINATES).map(sorted)
    large = sides.filter(lambda ends: ends[1] - ends[0] >= SMALLEST_EXTENT)
    (left, right), (bottom, top) = draw(large), draw(large)
    return left, right, bottom, top


@st.composite
def parameters(draw: st.DrawFn, name: str) -> Parameter:
    """Draw a parameter with any value and any range."""
    low, value, high = sorted(draw(st.tuples(COORDINATES, COORDINATES, COORDINATES)))
    if not low < high or draw(st.booleans()):
        return parameter_of(name, value)
    width = high - low
    step = draw(st.just(width) | st.floats(0, width, exclude_min=True))
    return parameter_of(name, value, {"min": low, "max": high, "step": step})


@st.composite
def states(draw: st.DrawFn) -> State:
    """Draw a state in which every field has its default or any of its values."""
    typed = draw(st.just(DEFAULT.typed) | TEXTS)
    steps = draw(st.just(DEFAULT.steps) | st.integers(1, MOST_STEPS))
    own = tuple(draw(parameters(name)) for name in PARAMETERS.get(typed, ()))
    some = draw(st.just(DEFAULT.runs) | st.lists(runs(), min_size=1, max_size=MOST_RUNS).map(tuple))
    return State(
        E=ErrorFunction.parse(typed, {p.name: p.value for p in own}),
        typed=typed,
        start=draw(st.just(DEFAULT.start) | st.tuples(COORDINATES, COORDINATES)),
        steps=steps,
        view=draw(st.just(DEFAULT.view) | views()),
        runs=some,
        selected=draw(st.integers(0, len(some) - 1)),
        step=draw(st.integers(1, steps)),
        axis=draw(st.sampled_from(AXES)),
        traces=draw(st.sampled_from(TRACES)),
        parameters=own,
    )


def address_of(state: State) -> dict[str, list[str]]:
    """Return the parts of an address that describe a state, none left to a default."""
    hidden = [str(k) for k, run in enumerate(state.runs, start=1) if run.hidden]
    return {
        "E": [state.typed],
        **({"p": [_parameter(p) for p in state.parameters]} if state.parameters else {}),
        "start": [",".join(map(repr, state.start))],
        "steps": [str(state.steps)],
        "view": [",".join(map(repr, state.view))],
        "run": [
            ",".join([run.optimizer, *(f"{name}:{v!r}" for name, v in run.settings.items())])
            for run in state.runs
        ],
        **({"hidden": [",".join(hidden)]} if hidden else {}),
        "selected": [str(state.selected + 1)],
        "step": [str(state.step)],
        "axis": [state.axis],
        "traces": [state.traces],
    }


def _parameter(p: Parameter) -> str:
    return f"{p.name}:{p.value!r},min:{p.low!r},max:{p.high!r},step:{p.step!r}"


def short_address_of(state: State) -> dict[str, list[str]]:
    """Return the parts that differ from the default scene, as assets/state/address.js does."""
    default = address_of(DEFAULT)
    default["selected"] = [str(len(state.runs))]
    return {name: texts for name, texts in address_of(state).items() if texts != default.get(name)}
