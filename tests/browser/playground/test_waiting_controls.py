"""The controls of rules that are not chosen come when a hand is near the menu, or one is chosen."""

from playwright.sync_api import expect

from components import ids
from optimizers import OPTIMIZERS
from tests.support.browser.playground import Playground


def test_they_come_when_a_hand_is_near(playground: Playground) -> None:
    playground.open()
    page = playground.page
    groups = page.locator(f"#{ids.PLAYGROUND} .hyperparameters")
    expect(groups).to_have_count(len(OPTIMIZERS))
    empty = page.locator(f"#{ids.PLAYGROUND} .hyperparameters:empty")
    expect(empty).to_have_count(len(OPTIMIZERS) - 1)
    page.get_by_role("combobox", name="Optimizer").hover()
    expect(empty).to_have_count(0)
    for key, rule in OPTIMIZERS.items():
        group = page.locator(f"#{ids.hyperparameters(key)}")
        expect(group.locator("[data-control]")).to_have_count(len(rule.hyperparameters))
    # Nothing of it was asked of the server, nor told to the address.
    assert page.evaluate("location.search") == ""


def test_of_a_rule_that_is_chosen_at_once_they_come_with_its_values(playground: Playground) -> None:
    playground.open()
    page = playground.page
    with playground.settling():
        page.evaluate(
            """id => {
              const menu = document.getElementById(id);
              menu.value = "adam";
              menu.dispatchEvent(new Event("change", {bubbles: true}));
            }""",
            ids.OPTIMIZER_PICKER,
        )
    expect(page.get_by_role("spinbutton", name="β₂")).to_have_value("0.999")
    expect(page.locator(f"#{ids.hyperparameters('rmsprop')}")).to_be_hidden()
    with playground.settling():
        page.get_by_role("spinbutton", name="η").fill("0.5")
    playground.agrees_with_numpy()
    # What was set is still set when the rule is chosen again.
    menu = page.get_by_role("combobox", name="Optimizer")
    for key in ("rprop", "adam"):
        with playground.settling():
            menu.select_option(key)
        playground.agrees_with_numpy()
    expect(page.get_by_role("spinbutton", name="η")).to_have_value("0.5")
    assert playground.selected()["settings"]["eta"] == 0.5
