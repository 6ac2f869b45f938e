"""Update rules: one optimizer a file, its paper in the docstring."""
