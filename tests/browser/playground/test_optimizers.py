"""The choice of an optimizer: its own hyperparameters, its rule and its memory, and no others."""

import re

from components.playground.error_curve import rate_names, state_names
from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.support.browser.playground import Playground


def test_every_optimizer_shows_its_own_and_runs_as_numpy_does(playground: Playground) -> None:
    playground.open(steps=40)
    page = playground.page
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if r.resource_type != "other" else None)
    picker = page.get_by_role("combobox", name="Optimizer")
    expect(picker.get_by_role("option")).to_have_text([r.name for r in OPTIMIZERS.values()])
    formulas = set()
    for key, rule in [*list(OPTIMIZERS.items())[1:], *list(OPTIMIZERS.items())[:1]]:
        with playground.settling():
            picker.select_option(key)
        labels = [spec.label for spec in rule.hyperparameters]
        group = page.get_by_role("group", name=re.compile(rf"Hyperparameters of {rule.name}$"))
        expect(group.get_by_role("slider")).to_have_count(len(labels))
        expect(group.get_by_role("spinbutton")).to_have_count(len(labels))
        for label in labels:
            expect(group.get_by_role("slider", name=label).first).to_be_visible()
        # Those, the number of steps and the step inspected are all the sliders there are.
        expect(page.get_by_role("slider")).to_have_count(len(labels) + 2)
        expect(page.get_by_role("group", name="Hyperparameters of")).to_have_count(1)
        formula = page.locator(f"#{ids.OPTIMIZER_FORMULAS}")
        expect(formula.get_by_text(rule.source, exact=True)).to_be_visible()
        formulas.add(formula.inner_text())

        state = playground.get("playground.state.runs")
        defaults = {spec.name: spec.default for spec in rule.hyperparameters}
        assert state == [{"optimizer": key, "settings": defaults}]
        playground.agrees_with_numpy()
        run = playground.numpy()
        for name in run.state:
            if f"{name}1" in playground.get("Object.keys(playground.trajectory.columns)"):
                live = playground.live(f"{name}1", f"{name}2")
                assert abs(live - run.state[name]).max() <= 1e-9 * abs(run.state[name]).max()
        expect(page.locator(f"#{ids.RUN_SUMMARY}")).to_contain_text(rule.name)
        legend = page.get_by_role("group", name="Curves").get_by_role("button")
        expect(legend).to_have_text(["E", *state_names(rule), *rate_names(rule)])
        search = page.evaluate("location.search")
        assert search == ("?steps=40" if key == "rmsprop" else f"?steps=40&run={key}")
    assert len(formulas) == len(OPTIMIZERS)
    # Chromium looks for the icon again when the address changes; the page itself asks for nothing.
    assert asked == [], "no choice of an optimizer needs the server"

    # What was set for an optimizer is there when it comes back, and was never another one's.
    eta = page.get_by_role("spinbutton", name=re.compile("^η"))
    with playground.settling():
        eta.fill("0.125")
    with playground.settling():
        picker.select_option("adagrad")
    default = OPTIMIZERS["adagrad"].settings({})["eta"]
    expect(eta).to_have_value(f"{default:g}")
    assert playground.get("playground.state.runs[0].settings.eta") == default
    with playground.settling():
        picker.select_option("rmsprop")
    expect(eta).to_have_value("0.125")
    assert "run=rmsprop,eta:0.125" in page.evaluate("location.search")
    playground.agrees_with_numpy()
