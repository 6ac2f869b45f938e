"""The choice of an optimizer: its own hyperparameters, its rule and its traces, and no others."""

import re

from playwright.sync_api import expect

from components import ids
from components.playground.traces import traces
from optimizers import OPTIMIZERS
from tests.support.browser.playground import Playground


def test_every_optimizer_shows_its_own_and_runs_as_numpy_does(playground: Playground) -> None:
    playground.open(steps=40)
    page = playground.page
    playground.until_swept()
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
        # Those and the scrubber are all the sliders there are.
        expect(page.get_by_role("slider")).to_have_count(len(labels) + 1)
        expect(page.get_by_role("group", name="Hyperparameters of")).to_have_count(1)
        editor = page.locator(f"#{ids.EDITOR}")
        expect(editor.get_by_text(rule.source, exact=True)).to_be_visible()
        formula = page.get_by_role("group", name=f"The rule of {rule.name}", exact=True)
        expect(formula).to_be_visible()
        formulas.add(formula.inner_text())

        first, second = playground.get("playground.state.runs")
        defaults = {spec.name: spec.default for spec in rule.hyperparameters}
        assert second == {"optimizer": key, "settings": defaults, "hidden": False}
        assert first["settings"] == {"eta": 0.001}
        playground.agrees_with_numpy()
        run = playground.numpy()
        for name in run.state:
            if f"{name}1" in playground.get("Object.keys(playground.trajectory.columns)"):
                live = playground.live(f"{name}1", f"{name}2")
                assert abs(live - run.state[name]).max() <= 1e-9 * abs(run.state[name]).max()
        row = page.locator(f"#{ids.RUN_LIST} [data-place='1']")
        # Two runs of gradient descent are told apart.
        name = f"{rule.name}, run 2" if key == "gradient-descent" else rule.name
        expect(row.get_by_role("button", name=name, exact=True)).to_be_visible()
        shown = traces(rule)
        memory = page.locator(f"#{ids.TRACES}-state")
        if shown["states"]:
            expect(memory).not_to_have_attribute("aria-disabled", "true")
        else:
            expect(memory).to_have_attribute("aria-disabled", "true")
        rates = [curve["name"] for curve in shown["rate"]["curves"]] if shown["rate"] else []
        rates = rates or ["both weights"] * bool(shown["constant"])
        curves = playground.get(
            "playground.charts.trace.curves().filter(({place}) => place === 1)"
            ".map(({label}) => label)"
        )
        assert [label for label in curves if label] == rates
        default = "" if key == "rmsprop" else f"&run=gradient-descent&run={key}"
        assert playground.search() == f"?steps=40{default}"
    assert len(formulas) == len(OPTIMIZERS)
    # Chromium looks for the icon again when the address changes; the page itself asks for nothing.
    assert asked == [], "no choice of an optimizer needs the server"

    # What was set for an optimizer is there when it comes back, and was never another one's.
    eta = page.get_by_role("spinbutton", name=re.compile("^η"))
    with playground.settling():
        eta.fill("0.125")
    with playground.settling():
        picker.select_option("adagrad")
    slow = OPTIMIZERS["adagrad"].settings({})["eta"]
    expect(eta).to_have_value(f"{slow:g}")
    assert playground.selected()["settings"]["eta"] == slow
    with playground.settling():
        picker.select_option("rmsprop")
    expect(eta).to_have_value("0.125")
    assert "run=rmsprop,eta:0.125" in playground.search()
    playground.agrees_with_numpy()
