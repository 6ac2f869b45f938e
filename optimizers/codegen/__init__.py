"""Code generation: autodiff, and printers of expression trees to Python and JavaScript."""
