"""The figure of a notebook: trajectories on the surface of E as a plotly Figure, as on the page."""

from components.notebook.notebook_figure import figure

__all__ = ["figure"]
