"""Application state: what the page shows, its limits, and reading it from the address."""
