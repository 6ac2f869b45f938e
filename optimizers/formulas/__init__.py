"""Formulas as MathML: rules, error functions, gradients and worked lines with numbers."""
