"""The error surface as a contour plot, shared by the figures with weights on both axes."""
