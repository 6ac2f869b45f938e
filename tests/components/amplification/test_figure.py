"""The amplification maps as the server sends them: state, catalogue, table, words."""

import pytest

from components import ids
from components.amplification import data_table as amplification_numbers
from components.amplification import figure as amplification
from components.amplification.diverging import BEYOND, diverging
from components.amplification.state import (
    DECAYS_SENTENCE,
    AmplificationState,
    default_state,
    read_parts,
    settings_of,
)
from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps
from tests.support.layout_tree import find, only, props, walk

DEFAULT = default_state()


def read(**parts: str) -> tuple[AmplificationState, list[str]]:
    state, errors = read_parts({name: [text] for name, text in parts.items()})
    return state, [str(error) for error in errors]


# The state


def test_the_default_is_the_article_s() -> None:
    assert read() == (DEFAULT, [])
    assert DEFAULT.run.settings == {"eta": 1.0, "beta": 0.9, "epsilon": 1e-8}
    assert (DEFAULT.decays, DEFAULT.range) == ((0, 0.5, 0.9, 0.99, 1), 10)


def test_an_address_describes_a_state() -> None:
    state, errors = read(run="adam,beta2:0.5", betas="0.2,0.9,0.2", range="2", g="-1,0.5")
    assert errors == []
    assert (state.run.optimizer, state.run.settings["eta"]) == ("adam", 1)
    assert state.run.settings["beta2"] == 0.5
    assert (state.decays, state.range, state.probe) == ((0.2, 0.9), 2, (-1, 0.5))


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("run", "sgd", "run: There is no optimizer 'sgd': use rmsprop, "),
        ("run", "rmsprop,beta:2", "run: beta must be a number from 0 to 1."),
        ("run", "rmsprop,beta", "run: Write 'beta' as name:number, such as eta:0.05."),
        ("betas", "0,1.5", f"betas: {DECAYS_SENTENCE}"),
        ("betas", "0,,1", f"betas: {DECAYS_SENTENCE}"),
        ("betas", "nan", f"betas: {DECAYS_SENTENCE}"),
        ("betas", ",".join(["0.5"] * 9), f"betas: {DECAYS_SENTENCE}"),
        ("range", "0", "range: range must be a number from 0.01 to 1000."),
        ("range", "1e999", "range: range must be a number from 0.01 to 1000."),
        ("range", "wide", "range: range must be a number from 0.01 to 1000."),
        ("g", "1", "g: Give two gradients, g1 and g2, within the range, such as 3,0.5."),
        ("g", "1,nan", "g: Give two gradients, g1 and g2, within the range, such as 3,0.5."),
        ("g", "1,11", "g: Give two gradients, g1 and g2, within the range, such as 3,0.5."),
    ],
)
def test_a_mistake_is_one_sentence_and_the_default(name: str, text: str, sentence: str) -> None:
    state, errors = read(**{name: text})
    assert state == DEFAULT
    (error,) = errors
    assert error.startswith(sentence)


def test_the_probe_follows_a_narrower_range() -> None:
    state, errors = read(range="1")
    assert (state.probe, errors) == ((0.3, 0.05), [])


def test_other_rules_have_the_learning_rate_of_the_chosen_one() -> None:
    state, _ = read(run="rmsprop,eta:0.01")
    assert settings_of(state, OPTIMIZERS["rmsprop"]) is state.run.settings
    assert settings_of(state, OPTIMIZERS["adam"])["eta"] == 0.01
    assert settings_of(state, OPTIMIZERS["rprop"])["delta0"] == 0.01


# What is around it


def test_the_table_has_c_a_at_the_corners() -> None:
    table = amplification_numbers.layout(DEFAULT)
    rows = [row for row in walk(table) if type(row).__name__ == "Tr"]
    cells = [[props(cell)["children"] for cell in props(row)["children"]] for row in rows]
    assert cells[0][1:] == ["−10", "−3", "−1", "1", "3", "10"]
    assert [row[0] for row in cells[1:]] == ["10", "3", "1", "−1", "−3", "−10"]
    corner = two_steps(OPTIMIZERS["rmsprop"], -10, 10, **DEFAULT.run.settings).amplification
    assert cells[1][1] == f"{float(corner):.4g}".replace("-", "−")


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_rule_has_its_own_controls_and_says_what_it_is_compared_with(key: str) -> None:
    layout = amplification.layout({"run": [key]})
    shown = [
        props(found)["data-optimizer"]
        for found in walk(layout)
        if props(found).get("data-optimizer") and not props(found).get("hidden")
    ]
    assert shown == [key, key], "controls and measure"
    for spec in OPTIMIZERS[key].hyperparameters:
        name = ids.amplification_hyperparameter(key, spec.name)
        assert len(find(layout, id=ids.control_slider(name))) == 1
    only(layout, id=ids.control_slider(ids.AMPLIFICATION_RANGE))


def test_rprop_is_compared_at_the_step_it_starts_from() -> None:
    layout = amplification.layout({"run": ["rprop"]})
    words = [props(found).get("children") for found in find(layout, className="source")]
    assert (
        "Rprop has no learning rate: its second step v(2) is compared with a plain one at the rate "
        "Δ₀, which its step size starts from."
    ) in words


def test_a_mistake_in_the_address_is_said_on_the_figure() -> None:
    notice = only(amplification.layout({"range": ["x"]}), id=ids.notice("amplification"))
    assert notice["hidden"] is False
    assert props(notice["children"][0])["children"] == (
        "range: range must be a number from 0.01 to 1000. The figure shows its default instead."
    )


def test_the_layout_has_the_stage_of_the_map_and_the_state() -> None:
    layout = amplification.layout({"range": ["5"]})
    canvas = only(layout, id=ids.AMPLIFICATION_CANVAS)
    assert (canvas["role"], canvas["aria-label"][:20]) == ("img", "Map of amplification")
    only(layout, id=ids.AMPLIFICATION_HANDLE)
    assert only(layout, id=ids.AMPLIFICATION_TOOLTIP)["hidden"] is True
    state, _ = read(range="5")
    assert only(layout, id=ids.AMPLIFICATION_STATE)["data"] == {"state": state.to_json()}
    assert only(layout, id=ids.AMPLIFICATION_CATALOGUE)["data"] == amplification.catalogue()


def test_the_catalogue_has_what_the_browser_needs() -> None:
    catalogue = amplification.catalogue()
    assert list(catalogue["rules"]) == list(OPTIMIZERS)
    assert catalogue["rules"]["adam"]["decay"] == {
        "name": "beta2",
        "symbol": "β₂",
        "low": 0.0,
        "high": 0.9999,
    }
    assert catalogue["rules"]["rprop"]["rate"]["name"] == "delta0"
    assert catalogue["rules"]["momentum"]["defaults"] == {"eta": 1.0, "alpha": 0.9}
    assert catalogue["colours"] == {theme: diverging(theme) for theme in ("light", "dark")}
    assert catalogue["beyond"] == BEYOND
