"""Assets: the addresses of the bundle, or in development of the modules themselves."""

import hashlib
import json
from pathlib import Path

import pytest

from server.assets import ICON, VENDOR, read_assets

MANIFEST = {
    "entry": "main-AAAA.js",
    "style": "main-BBBB.css",
    "tour_entry": "tour-FFFF.js",
    "tour_style": "tour-GGGG.css",
    "chunks": {"playground": ["chunk-CCCC.js", "playground-DDDD.js"], "two-steps": ["x.js"]},
    "fonts": ["sans-EEEE.woff2"],
    "sources": "0123",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (VENDOR, ICON, "dist/manifest.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(MANIFEST) if "manifest" in name else name, encoding="utf-8")
    return tmp_path


def test_the_manifest_of_the_bundle_names_entry_style_and_chunks(folder: Path) -> None:
    assets = read_assets(folder, development=False)
    assert assets.entry == "assets/dist/main-AAAA.js"
    assert assets.style == "assets/dist/main-BBBB.css"
    assert assets.tour_entry == "assets/dist/tour-FFFF.js"
    assert assets.tour_style == "assets/dist/tour-GGGG.css"
    assert assets.fonts == ("assets/dist/sans-EEEE.woff2",)
    assert assets.chunks == {
        "playground": ("assets/dist/chunk-CCCC.js", "assets/dist/playground-DDDD.js"),
        "two-steps": ("assets/dist/x.js",),
    }


def test_development_serves_the_modules_and_needs_no_bundle(folder: Path) -> None:
    (folder / "dist" / "manifest.json").unlink()
    (folder / "fonts").mkdir()
    (folder / "fonts" / "sans.woff2").touch()
    assets = read_assets(folder, development=True)
    assert (assets.entry, assets.style) == ("assets/main.js", "assets/main.css")
    assert (assets.tour_entry, assets.tour_style) == (
        "assets/tour/tour.js",
        "assets/tour/tour.css",
    )
    assert assets.fonts == ("assets/fonts/sans.woff2",)
    assert assets.chunks == {}


@pytest.mark.parametrize("development", [False, True])
def test_other_files_are_named_with_the_hash_of_their_content(
    folder: Path, development: bool
) -> None:
    assets = read_assets(folder, development=development)
    for address, name in ((assets.plotly, VENDOR), (assets.icon, ICON)):
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
        assert address == f"assets/{name}?m={digest}"
    assert assets.named == {assets.plotly, assets.icon}
