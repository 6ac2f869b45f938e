"""Route of the presets' pictures: one answer for everybody, kept for a year by its version."""

from flask.testing import FlaskClient

from optimizers.presets import PRESETS
from server.admission import COSTLY
from server.version import deployment_version
from tests.support.responses import json_of

PATH = "/presets.json"


def test_the_pictures_of_all_presets_in_one_answer(client: FlaskClient) -> None:
    found = json_of(client.get(PATH))
    assert list(found) == [preset.key for preset in PRESETS]
    for picture in found.values():
        assert set(picture) == {"trace", "minima"}


def test_they_may_be_kept_for_a_year_by_the_version_that_is_running(client: FlaskClient) -> None:
    kept = client.get(f"{PATH}?m={deployment_version()}")
    assert (kept.cache_control.max_age, kept.cache_control.immutable) == (31536000, True)
    other = client.get(f"{PATH}?m=another")
    assert other.cache_control.max_age == 0
    assert not other.cache_control.immutable
    again = client.get(PATH, headers={"If-None-Match": client.get(PATH).headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_they_wait_in_the_queues_of_costly_answers_and_are_compressed(client: FlaskClient) -> None:
    assert COSTLY.fullmatch(PATH)
    answer = client.get(PATH, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < 80_000


def test_a_figure_named_presets_is_unknown(client: FlaskClient) -> None:
    assert client.get("/figures/presets.json").status_code == 404
