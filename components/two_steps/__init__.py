"""Figure 1: two steps of two optimizers as arrows on the surface."""
