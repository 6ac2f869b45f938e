"""Figure 2, the playground: surface, error curve, controls and step inspector."""
