"""Settings that all tests share."""

from hypothesis import settings

# No deadline per example: it would measure the machine, which others may be using too.
settings.register_profile("lockstep", deadline=None)
settings.load_profile("lockstep")
