"""The settings of a deployment: read once, from the environment; `SETTINGS` lists all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple


class SettingError(ValueError):
    """A setting that cannot be used; the message is one sentence that names it and says why."""


@dataclass(frozen=True)
class Settings:
    """How and where this deployment serves; the fields are named in `SETTINGS`."""

    host: str
    port: int
    workers: int
    threads: int
    trusted_proxies: int
    prefix: str
    frame_ancestors: str
    largest_body: int
    timeout: int
    grace: int
    development: bool

    @property
    def address(self) -> str:
        """Host and port as servers take them; an IPv6 host stands in brackets."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class Setting(NamedTuple):
    """A setting: the field it fills, its text where nothing else is set, and how that is read."""

    field: str
    default: str
    read: Callable[[str], Any]


def _whole_number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 12 and least <= int(text) <= most):
        raise SettingError(f"give a whole number from {least} to {most}")
    return int(text)


def _switch(text: str) -> bool:
    if text not in ("0", "1"):
        raise SettingError("give 1 to switch it on, or 0")
    return text == "1"


def _from(least: int, to: int) -> Callable[[str], int]:
    return partial(_whole_number, least=least, most=to)


def _host(text: str) -> str:
    if not re.fullmatch(r"[\w.:-]+", text, re.ASCII):
        raise SettingError("give an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0")
    return text


def _prefix(text: str) -> str:
    parts = text.strip("/").split("/") if text.strip("/") else []
    if not all(re.fullmatch(r"(?!\.+$)[\w.~-]+", part, re.ASCII) for part in parts):
        raise SettingError(
            "give a path of letters, digits, '-', '_', '.' and '~', such as /lockstep"
        )
    return "".join(f"/{part}" for part in parts) + "/"


_KEYWORDS = MappingProxyType({"none": "'none'", "self": "'self'"})
_SOURCE = re.compile(
    r"\*|https?:|(https?://)?(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d{1,5}|\*))?", re.I
)


def _frame_ancestors(text: str) -> str:
    sources = [_KEYWORDS.get(source.strip("'"), source) for source in text.split()]
    known = all(source in _KEYWORDS.values() or _SOURCE.fullmatch(source) for source in sources)
    if not (sources and known) or ("'none'" in sources and len(sources) > 1):
        raise SettingError("give none, or sites separated by spaces, such as https://example.org")
    return " ".join(sources)


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "HOST": Setting("host", "127.0.0.1", _host),
        "PORT": Setting("port", "8050", _from(0, to=65535)),
        "WEB_CONCURRENCY": Setting("workers", "2", _from(1, to=64)),
        "LOCKSTEP_THREADS": Setting("threads", "32", _from(1, to=128)),
        "LOCKSTEP_TRUSTED_PROXIES": Setting("trusted_proxies", "0", _from(0, to=8)),
        "LOCKSTEP_PREFIX": Setting("prefix", "/", _prefix),
        "LOCKSTEP_FRAME_ANCESTORS": Setting("frame_ancestors", "self", _frame_ancestors),
        "LOCKSTEP_LARGEST_BODY": Setting("largest_body", "65536", _from(16384, to=1048576)),
        "LOCKSTEP_TIMEOUT": Setting("timeout", "10", _from(5, to=600)),
        "LOCKSTEP_DEV": Setting("development", "0", _switch),
        "LOCKSTEP_GRACE": Setting("grace", "8", _from(1, to=600)),
    }
)
"""Every setting by its name in the environment; docs/deploy.md says what each is for."""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings that an environment holds; one that is missing or empty has its default.

    Raises
    ------
    SettingError
        If one cannot be used.
    """
    fields = {}
    for name, setting in SETTINGS.items():
        text = environment.get(name, "").strip() or setting.default
        try:
            fields[setting.field] = setting.read(text)
        except SettingError as error:
            raise SettingError(f"{name} is {text[:60]!r}: {error}.") from None
    return Settings(**fields)
