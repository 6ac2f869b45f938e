"""Settings that all tests share."""

import pytest
from hypothesis import settings

# What fails in a helper is shown in full, as in a test.
pytest.register_assert_rewrite("tests.support", "tests.browser")

# No deadline per example: it would measure the machine, which others may be using too.
settings.register_profile("lockstep", deadline=None)
settings.load_profile("lockstep")

BEHIND_NGINX = "proxied"
"""The fixture of all tests that need nginx."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs nginx where there is none; scripts/test has tried to install it."""
    from tests.support.deploy.nginx import find_nginx  # after assert rewriting is registered

    if find_nginx() is None:
        behind = [item for item in items if BEHIND_NGINX in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=behind)
        items[:] = [item for item in items if item not in behind]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so in one line."""
    from tests.support.deploy.nginx import find_nginx

    if find_nginx() is None:
        terminalreporter.write_line("There is no nginx: what stands behind it was not run.")
