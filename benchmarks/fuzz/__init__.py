"""Coverage-guided fuzzing of everything that reads a reader's text; see README.md beside it."""
