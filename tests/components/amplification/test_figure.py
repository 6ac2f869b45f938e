"""The amplification maps as the server sends them: state, figure, table, words."""

import numpy as np
import pytest

from components import ids
from components.amplification import data_table as amplification_numbers
from components.amplification import figure as amplification
from components.amplification.colour_scale import end_of_scale, shade, ticks
from components.amplification.map import CELLS, centres, map_figure
from components.amplification.state import (
    DECAYS_SENTENCE,
    AmplificationState,
    decay_settings,
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


def test_small_maps_vary_the_decay_that_a_rule_has_within_its_bounds() -> None:
    assert [value for value, _ in decay_settings(DEFAULT)] == [0, 0.5, 0.9, 0.99, 1]
    assert [settings["beta"] for _, settings in decay_settings(DEFAULT)] == [0, 0.5, 0.9, 0.99, 1]
    adam, _ = read(run="adam")
    assert [settings["beta2"] for _, settings in decay_settings(adam)] == [0, 0.5, 0.9, 0.99]
    assert decay_settings(read(run="rprop")[0]) == []


# The scale


@pytest.mark.parametrize(("largest", "end"), [(0.01, 10), (10, 10), (10.5, 100), (1000, 1000)])
def test_the_scale_ends_at_a_decade_that_no_attenuation_exceeds(largest: float, end: float) -> None:
    assert end_of_scale(largest) == end
    assert end >= largest


def test_the_scale_is_symmetric_and_cut_off_at_its_end() -> None:
    values = np.array([-1e9, -10, -1, 0, 1, 10, 1e9]) * 0.05
    places = shade(values, 0.05, 10)
    assert places.tolist() == pytest.approx((-places[::-1]).tolist())
    assert places[[0, 1, 3, 5, 6]].tolist() == pytest.approx([-1, -1, 0, 1, 1])
    assert places[4] == pytest.approx(np.arcsinh(1) / np.arcsinh(10))
    assert ticks(10) == [-10, -3, -1, 0, 1, 3, 10]
    assert ticks(1000) == [-1000, -100, -10, -1, 0, 1, 10, 100, 1000]


# The figure


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_map_shows_c_a_on_the_scale(key: str) -> None:
    state, _ = read(run=key, range="5")
    fill, line = map_figure(state).data
    g = centres(5)
    assert np.array(fill.x).tolist() == np.array(fill.y).tolist() == g.tolist()
    row, column = 70, 20
    found = two_steps(OPTIMIZERS[key], g[column], g[row], **state.run.settings)
    place = np.clip(np.arcsinh(found.amplification) / np.arcsinh(10), -1, 1)
    assert fill.z[row][column] == pytest.approx(float(place), abs=1e-6)
    assert (fill.zmin, fill.zmax) == (-1, 1)
    assert (line.contours.start, line.contours.end, line.contours.coloring) == (0, 0, "none")
    assert line.z[row][column] == fill.z[row][column]


def test_the_map_says_what_its_axes_and_its_colours_are() -> None:
    layout = map_figure(read(run="rmsprop,eta:0.5")[0]).layout
    assert layout.xaxis.title.text == "g₁, gradient at the first step"
    assert layout.yaxis.title.text == "g₂, gradient at the second step"
    assert (layout.xaxis.range, layout.yaxis.range) == ((-10, 10), (-10, 10))
    said = [annotation.text for annotation in layout.annotations]
    assert said[:3] == ["attenuated", "Cₐ", "amplified"]
    assert said[3:] == ["−5", "−1.5", "−0.5", "0", "0.5", "1.5", "5"]


def test_zero_lies_between_two_cells() -> None:
    g = centres(10)
    assert g.size == CELLS
    assert g[[0, -1]].tolist() == pytest.approx([-9.9, 9.9])
    assert np.abs(g).min() == pytest.approx(0.1)


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


def test_the_browser_is_told_what_it_needs() -> None:
    told = amplification.catalogue()
    assert list(told["rules"]) == list(OPTIMIZERS)
    assert told["rules"]["adam"]["decay"] == {
        "name": "beta2",
        "symbol": "β₂",
        "low": 0.0,
        "high": 0.9999,
    }
    assert told["rules"]["rprop"]["rate"]["name"] == "delta0"
    assert told["rules"]["momentum"]["defaults"] == {"eta": 1.0, "alpha": 0.9}
