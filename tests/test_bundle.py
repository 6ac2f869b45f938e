"""assets/dist belongs to the sources beside it, assets/vendor to the plotly that Python uses."""

import json
import re
from typing import Any

import brotli
from plotly.offline import get_plotlyjs_version

from scripts.bundle_sources import ASSETS, sources_hash

DIST = ASSETS / "dist"
PLOTLY = ASSETS / "vendor" / "plotly.min.js"
PARTS = [
    *("amplification", "embedding"),
    *("export", "export-gif", "export-webm"),
    *("fair-start", "live-contours", "parameter-control"),
    *("playground", "share", "two-steps"),
]


def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_bundle_is_made_from_the_sources_beside_it() -> None:
    assert manifest()["sources"] == sources_hash(), "run scripts/bundle and commit assets/dist"


def test_manifest_names_the_files_of_the_bundle() -> None:
    said = manifest()
    assert sorted(said["chunks"]) == PARTS
    chunks = {name for names in said["chunks"].values() for name in names}
    entries = {said[name] for name in ("entry", "style", "tour_entry", "tour_style", "worker")}
    named = {*entries, *chunks, *said["fonts"]}
    there = {path.name for path in DIST.iterdir() if path.suffix != ".map"}
    assert named | {"manifest.json"} == there
    assert len(said["fonts"]) == 2


def test_every_script_and_style_has_its_source_map() -> None:
    maps = {path.name.removesuffix(".map") for path in DIST.glob("*.map")}
    assert maps == {path.name for path in DIST.iterdir() if path.suffix in {".js", ".css"}}


def test_styles_name_the_fonts_of_the_bundle() -> None:
    said = manifest()
    for name in ("style", "tour_style"):
        style = (DIST / said[name]).read_text(encoding="utf-8")
        assert set(re.findall(r"url\(\"?\./([\w.-]+\.woff2)", style)) == set(said["fonts"])


def test_plotly_and_python_package_have_the_same_version() -> None:
    script = PLOTLY.read_text(encoding="utf-8")
    version = get_plotlyjs_version()
    named = re.match(r"/\*! plotly\.js v([\d.]+): contour\.", script)
    assert named is not None
    assert named[1] == version, "run scripts/bundle --vendor and commit assets/vendor"
    assert f'version="{version}"' in script


def test_what_is_sent_compressed_is_plotly() -> None:
    compressed = PLOTLY.with_name("plotly.min.js.br").read_bytes()
    assert brotli.decompress(compressed) == PLOTLY.read_bytes()
    assert len(compressed) < 270_000
