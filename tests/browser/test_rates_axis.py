"""The effective learning rates at the error curve."""

import pytest

from tests.browser.conftest import Playground


def test_the_rates_have_an_axis_of_their_own(playground: Playground) -> None:
    playground.open()
    legend = playground.page.get_by_role("group", name="Curves")

    def shown() -> list[object]:
        return list(playground.get("playground.curve._fullData.map(({visible}) => visible)"))

    legend.get_by_role("button", name="s₁", exact=True).click()
    playground.until("playground.curve._fullLayout.yaxis2.visible")
    legend.get_by_role("button", name="η/√(s₁ + ε)").click()
    playground.until("playground.curve._fullLayout.yaxis2.type === 'log'")
    # s1 makes way, the level comes.
    assert shown() == [True, *["legendonly"] * 2, False, False, True, "legendonly", True]
    low, high = playground.get("playground.curve._fullLayout.yaxis2.range")
    rate = playground.numpy().rate
    assert rate is not None
    assert 10**low < rate[:, 0].min()
    assert 10**high > 0.05
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("PageUp")
    rate = playground.numpy().rate
    assert rate is not None
    drawn = playground.get("Array.from(playground.curve._fullData[5].y).slice(1)")
    assert drawn == pytest.approx(rate[:, 0].tolist(), rel=1e-9)
    level = playground.get("Array.from(playground.curve._fullData[7].y)")
    assert level == [playground.get("playground.state.runs[0].settings.eta")] * 2
    # And the memory takes the axis back.
    legend.get_by_role("button", name="s₁", exact=True).click()
    playground.until("playground.curve._fullLayout.yaxis2.type === 'linear'")
    assert shown() == [True, True, "legendonly", False, False, "legendonly", "legendonly", False]
