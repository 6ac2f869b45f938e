"""User-interface components that the figures share: controls, formulas, tables, colours."""
