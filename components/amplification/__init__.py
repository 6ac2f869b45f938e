"""Figure 3: where a rule amplifies or attenuates the gradient."""
