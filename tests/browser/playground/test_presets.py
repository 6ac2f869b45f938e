"""Presets: choosing one sets function, view and start, and nothing else."""

from playwright.sync_api import expect

from components import ids
from optimizers import ErrorFunction
from optimizers.presets import PRESETS
from tests.support.browser.playground import Playground


def test_every_preset_sets_function_view_and_start(playground: Playground) -> None:
    playground.open(run="adam", steps=50)
    page = playground.page
    menu = page.get_by_role("combobox", name="Preset")
    expect(menu.get_by_role("option")).to_have_count(1 + len(PRESETS))
    # From the second to the last, then back to the first.
    for preset in (*PRESETS[1:], PRESETS[0]):
        menu.select_option(label=preset.name)
        function = ErrorFunction.parse(preset.text)
        playground.until(
            f"playground.E === {function.text!r}"
            f" && playground.trajectory.columns.w1[0] === {preset.start[0]}"
        )
        assert (*playground.plot().x, *playground.plot().y) == preset.view
        assert playground.get("playground.state.view") == list(preset.view)
        assert playground.get("playground.state.start") == list(preset.start)
        expect(page.get_by_role("textbox", name="Error function")).to_have_value(preset.text)
        expect(page.get_by_role("button", name="Start point")).to_be_visible()
        expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
        expect(menu).to_have_value(preset.key)
        assert playground.live("w1", "w2")[0].tolist() == list(preset.start)
        # A short way it must be NumPy's to the last digits; Rosenbrock and the saddle then amplify
        # rounding, which kernels/test_paths.py bounds.
        run = playground.numpy()
        live = playground.live("w1", "w2")
        assert abs(live[:10] - run.w[:10]).max() <= 1e-9
        assert len(live) == len(run.w)
        # The optimizer and the number of steps are the reader's.
        assert playground.get("playground.state.runs[0].optimizer") == "adam"
        assert playground.get("playground.state.steps") == 50


def test_a_preset_can_be_chosen_again_after_everything_was_changed(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    menu = page.get_by_role("combobox", name="Preset")
    box = page.get_by_role("textbox", name="Error function")
    with playground.settling():
        page.mouse.click(home.left + 300, home.top + 300)
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    box.fill("3 w1^2 + 10 w2^")
    box.press("Enter")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).not_to_be_empty()
    expect(menu).to_have_value("")
    with playground.settling():
        menu.select_option("bowl")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
    expect(box).to_have_value(PRESETS[0].text)
    assert playground.get("playground.state.start") == [-15, 20]
    assert playground.plot() == home
    assert playground.get("playground.state.view") == [-20, 20, -25, 25]
    assert page.evaluate("location.search") == ""
    playground.agrees_with_numpy()

    # Another one brings a first view of its own, and leaves it to the reader to edit.
    with playground.settling():
        menu.select_option("ackley")
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    assert playground.get("playground.state.view") == [-2.5, 2.5, -2.5, 2.5]
    with playground.settling():
        page.get_by_role("button", name="Zoom out").click()
    assert playground.get("playground.state.view") == [-5, 5, -5, 5]
    assert playground.get("playground.state.start") == [3, 2.5]
    with playground.settling():
        box.press("End")
        box.press_sequentially(" + w1")
    expect(menu).to_have_value("")
    assert playground.get("playground.state.view") == [-5, 5, -5, 5]
