"""Figure 1 as it frames itself: the article's example, the runs of a state and its traces."""

import numpy as np
import plotly.graph_objects as go

from components.state.state import State
from components.two_steps.arrows import two_steps_figure
from components.two_steps.figure import default, framing
from optimizers import Trajectory

ARTICLE = framing(default())


def figure_of(state: State) -> go.Figure:
    return two_steps_figure(framing(state), framed=True)


def traces(figure: go.Figure) -> dict[str, np.ndarray]:
    """Return the points of every trace but the contour, by name."""
    return {trace.name: np.column_stack([trace.x, trace.y]) for trace in figure.data[1:]}


def runs(state: State) -> list[Trajectory]:
    return [state.trajectory(run) for run in state.runs]
