"""The settings: what each may be, and that the documentation lists all of them."""

import re
from pathlib import Path

import pytest

from settings import SETTINGS, SettingError, Settings, read_settings

DOCUMENT = Path(__file__).parent.parent / "docs" / "deploy.md"


def test_nothing_set_is_for_one_machine_and_lets_no_other_site_embed() -> None:
    default = Settings(
        host="127.0.0.1",
        port=8050,
        workers=2,
        threads=32,
        trusted_proxies=0,
        prefix="/",
        frame_ancestors="'self'",
        largest_body=65536,
        development=False,
        timeout=10,
        grace=8,
    )
    assert read_settings({}) == default
    assert read_settings(dict.fromkeys(SETTINGS, " ")) == default
    assert default.address == "127.0.0.1:8050"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("HOST", "0.0.0.0", "0.0.0.0"),
        ("HOST", "::1", "::1"),
        ("PORT", "0", 0),
        ("PORT", "65535", 65535),
        ("WEB_CONCURRENCY", "64", 64),
        ("LOCKSTEP_DEV", "1", True),
        ("LOCKSTEP_PREFIX", "", "/"),
        ("LOCKSTEP_PREFIX", "/", "/"),
        ("LOCKSTEP_PREFIX", "lockstep", "/lockstep/"),
        ("LOCKSTEP_PREFIX", "/a/b_c.d-e~f/", "/a/b_c.d-e~f/"),
        ("LOCKSTEP_FRAME_ANCESTORS", "'none'", "'none'"),
        ("LOCKSTEP_FRAME_ANCESTORS", "self https://a.example", "'self' https://a.example"),
        ("LOCKSTEP_FRAME_ANCESTORS", "https://*.example.org:8443", "https://*.example.org:8443"),
        ("LOCKSTEP_FRAME_ANCESTORS", "*", "*"),
        ("LOCKSTEP_FRAME_ANCESTORS", "https:", "https:"),
    ],
)
def test_a_setting_is_read(name: str, text: str, value: object) -> None:
    assert getattr(read_settings({name: text}), SETTINGS[name].field) == value


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("HOST", ["a b", "http://x", "127.0.0.1;"]),
        ("PORT", ["-1", "65536", "80a", "٣", "1" * 5000, "8050.0"]),
        ("WEB_CONCURRENCY", ["0", "65", "auto"]),
        ("LOCKSTEP_THREADS", ["0", "129", "1e1"]),
        ("LOCKSTEP_TRUSTED_PROXIES", ["-1", "9", "*"]),
        ("LOCKSTEP_PREFIX", ["/..", "/a/../b", "//a//b", "/a b", "/a?b", "/ä", "https://x"]),
        (
            "LOCKSTEP_FRAME_ANCESTORS",
            ["a; script-src *", "a,b", "none self", "'unsafe-inline'", "x\r\ny: z", "ftp://a"],
        ),
        ("LOCKSTEP_LARGEST_BODY", ["0", "16383", "1048577", "64k"]),
        ("LOCKSTEP_TIMEOUT", ["0", "601"]),
        ("LOCKSTEP_GRACE", ["0", "601"]),
        ("LOCKSTEP_DEV", ["2", "yes"]),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_plain_sentence(name: str, texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(SettingError) as caught:
            read_settings({name: text})
        sentence = str(caught.value)
        assert re.match(rf"{name} is ['\"]", sentence)
        assert re.fullmatch(r"[^\r\n]+: give [^\r\n]+\.", sentence)
        assert len(sentence) < 200


def test_every_setting_can_be_wrong_in_a_test_above_and_is_in_the_document() -> None:
    table = re.findall(
        r"^\| `([A-Z_]+)` \| `([^`]+)` \|", DOCUMENT.read_text("utf-8"), re.MULTILINE
    )
    assert dict(table) == {name: setting.default for name, setting in SETTINGS.items()}
    assert {setting.field for setting in SETTINGS.values()} == set(Settings.__dataclass_fields__)
