"""The effective learning rates at the error curve."""

import pytest

from tests.support.browser.playground import Playground

CURVES = "playground.errorCurve.curves()"
RIGHT_AXIS = "playground.errorCurve.axes().right"


def test_the_rates_have_an_axis_of_their_own(playground: Playground) -> None:
    playground.open()
    legend = playground.page.get_by_role("group", name="Curves")

    def shown() -> list[object]:
        return list(playground.get(f"{CURVES}.map(({{name}}) => name)"))

    legend.get_by_role("button", name="s₁", exact=True).click()
    playground.until(f"{RIGHT_AXIS}?.title === 's₁'")
    with playground.settling():
        legend.get_by_role("button", name="η/√(s₁ + ε)").click()
    # s1 makes way, the level comes.
    assert shown() == ["E", "η/√(s₁ + ε)", "level"]
    axis = playground.get(RIGHT_AXIS)
    assert (axis["type"], axis["title"]) == ("log", "effective learning rate")
    low, high = axis["range"]
    rate = playground.numpy().rate
    assert rate is not None
    assert 10**low < rate[:, 0].min()
    assert 10**high > 0.05
    with playground.settling():
        playground.page.get_by_role("slider", name="learning rate").press("PageUp")
    rate = playground.numpy().rate
    assert rate is not None
    drawn = playground.get(f"Array.from({CURVES}[1].values.slice(1, {CURVES}[1].rows))")
    assert drawn == pytest.approx(rate[:, 0].tolist(), rel=1e-9)
    level = playground.get(f"[{CURVES}[2].at, {CURVES}[2].values]")
    eta = playground.get("playground.state.runs[0].settings.eta")
    assert level == [[0, 100], [eta, eta]]
    # And the states take the axis back.
    with playground.settling():
        legend.get_by_role("button", name="s₁", exact=True).click()
    assert playground.get(RIGHT_AXIS)["type"] == "linear"
    assert shown() == ["E", "s₁"]
