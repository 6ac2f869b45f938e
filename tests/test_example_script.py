"""The example script runs and prints what the article says."""

import runpy

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
