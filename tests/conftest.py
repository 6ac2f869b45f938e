"""Settings that all tests share."""

import pytest
from hypothesis import settings

# What fails in a helper is shown in full, as in a test.
pytest.register_assert_rewrite("tests.app", "tests.browser", "tests.components", "tests.optimizers")

# No deadline per example: it would measure the machine, which others may be using too.
settings.register_profile("lockstep", deadline=None)
settings.load_profile("lockstep")
