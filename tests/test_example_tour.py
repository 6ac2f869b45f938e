"""The example of a tour: its page, and its sentences at every setting."""

import re

import numpy as np
import pytest
from flask.testing import FlaskClient

import app
from components.state.address import read_address
from components.state.query import parts_of
from components.tour.scene import scene_of
from components.tour.sentences import said, spoken_result
from components.tour.stop_state import part_of
from examples import tour as example


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = example.server.test_client()
    return client


def test_it_is_served_as_a_page(client: FlaskClient) -> None:
    html = client.get("/tour").get_data(as_text=True)
    assert "<h1>Momentum in three stops</h1>" in html
    assert re.findall(r'<section class="stop" id="([\w-]+)"', html) == [
        "one-rate",
        "momentum",
        "yours",
    ]
    assert html.count("<svg role") == 2
    assert re.search(r'<p id="page-notice"[^>]* hidden></p>', html)


def test_a_setting_in_the_address_is_in_the_text(client: FlaskClient) -> None:
    for eta, how in ((0.05, "goes straight"), (0.15, "crosses"), (0.21, "does not converge")):
        html = client.get(f"/tour?{part_of(example.ONE_RATE)}={eta}").get_data(as_text=True)
        assert f'<span class="drag" data-drag>{eta}</span>' in html
        assert f'<span data-say="how">{how}' in html


@pytest.mark.parametrize("eta", np.linspace(0.01, 0.22, 25).tolist())
def test_the_clauses_on_one_rate_are_true(eta: float) -> None:
    scene = scene_of(example.ONE_RATE, eta)
    run, how = scene.trajectories[0], said("how", scene)
    signs = np.sign(run.w[1:, 0] * run.w[:-1, 0])
    if how.startswith("goes"):
        assert (signs >= 0).all()
    elif how.startswith("crosses"):
        assert (signs < 0).all()
        assert run.error[-1] < run.error[0]
    else:
        assert run.error[-1] >= 0.1 * run.error[0]
    assert float(run.error[-1]) == pytest.approx(E_at_the_end(eta), rel=1e-6)


def E_at_the_end(eta: float) -> float:
    return float(5 * (1 - 10 * eta) ** 80 + 4.5 * (1 - eta) ** 80)


@pytest.mark.parametrize("alpha", np.linspace(0, 0.98, 25).tolist())
def test_the_steps_with_momentum_are_counted(alpha: float) -> None:
    scene = scene_of(example.MOMENTUM, alpha)
    plain, momentum = (run.error for run in scene.trajectories)
    assert said("plain", scene) == str(int(np.flatnonzero(plain < 0.01)[0]))
    below = np.flatnonzero(momentum < 0.01)
    expected = f"after {below[0]} steps" if below.size else "not within 200 steps"
    assert said("when", scene) == expected
    assert spoken_result(scene).endswith(f"E is below 0.01 {expected}.")


def test_the_last_stop_is_a_state_of_the_playground() -> None:
    state, errors = read_address(parts_of(example.YOURS.query))
    assert errors == []
    assert [run.optimizer for run in state.runs] == ["momentum", "nesterov"]


def test_lockstep_itself_has_its_own_tour() -> None:
    html = app.server.test_client().get("/tour").get_data(as_text=True)
    assert 'id="ravine"' in html
