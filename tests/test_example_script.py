"""The example scripts run and print what the article says."""

import runpy
from pathlib import Path

import pytest


def test_the_script_prints_the_articles_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("examples.without_the_page", run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0] == "classical w(0) = (-15.00, 20.00) w(1) = (-14.91, 19.60) w(2) = (-14.82, 19.21)"
    )
    assert (
        lines[1] == "adaptive  w(0) = (-15.00, 20.00) w(1) = (-14.84, 19.84) w(2) = (-14.73, 19.73)"
    )
    assert lines[2] == "s(1) = [  810. 16000.]"
    lowest = {line[:17].strip(): float(line.rpartition(" ")[2]) for line in lines[3:8]}
    assert len(lowest) == 5
    assert lowest.pop("RMSProp") < 0.15 < min(lowest.values())
    assert lines[8].startswith("diverged at step 39")


def test_the_notebook_has_a_figure_a_table_and_a_script(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = runpy.run_module("examples.notebook", run_name="__main__")
    labels = [label for label in found["picture"].layout.annotations if label.name != "level"]
    assert len(labels) == 4
    assert "| 0 | -1.5 | 2 | 12.5 |" in capsys.readouterr().out
    compile(found["code"], "scene.py", "exec")
    assert "Plotly.newPlot" in (tmp_path / "notebook.html").read_text(encoding="utf-8")
