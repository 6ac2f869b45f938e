"""States of figure 1: the article's example, another function; and the runs of a state."""

from dataclasses import replace

from components.state.state import State
from components.two_steps.figure import default, framing
from optimizers import ErrorFunction, Trajectory

ARTICLE = framing(default())


def typed(text: str) -> State:
    """Return the default state with another function."""
    return replace(default(), E=ErrorFunction.parse(text), typed=text)


def runs(state: State) -> list[Trajectory]:
    return [state.trajectory(run) for run in state.runs]
