"""Figure 1, alone in a page."""

import pytest

from tests.browser.conftest import OpenPage
from tests.support.browser.two_steps import TwoSteps


@pytest.fixture
def two(open_page: OpenPage) -> TwoSteps:
    return TwoSteps(open_page())
