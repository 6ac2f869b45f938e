"""The part of plotly.js in assets/ belongs to the plotly that Python uses."""

import re
from pathlib import Path

import brotli
from plotly.offline import get_plotlyjs_version

BUNDLE = Path(__file__).parent.parent / "assets" / "plotly.min.js"


def test_bundle_and_python_package_have_the_same_version() -> None:
    script = BUNDLE.read_text(encoding="utf-8")
    version = get_plotlyjs_version()
    named = re.match(r"/\*! plotly\.js v([\d.]+): scatter, contour and heatmap\.", script)
    assert named is not None
    assert named[1] == version, "scripts/bundle builds it anew"
    assert f'version="{version}"' in script


def test_what_is_sent_compressed_is_the_bundle() -> None:
    compressed = BUNDLE.with_name("plotly.min.js.br").read_bytes()
    assert brotli.decompress(compressed) == BUNDLE.read_bytes()
    assert len(compressed) < 270_000


def test_the_runtime_that_dashs_components_ask_for_is_there_with_its_licence() -> None:
    script = BUNDLE.with_name("regenerator.js").read_text(encoding="utf-8")
    assert script.startswith("/*! regenerator-runtime\n\nMIT License")
    assert "globalThis.regeneratorRuntime=" in script
