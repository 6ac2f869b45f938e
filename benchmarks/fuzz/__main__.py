"""Fuzzes everything that reads a reader's text, and writes down what it found.

Run it from the checkout, with ``atheris`` installed beside the pinned requirements (the dependency
group ``fuzz`` in pyproject.toml)::

    .venv/bin/python -m benchmarks.fuzz --seconds 1800 /tmp/fuzz
"""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from contextlib import suppress
from pathlib import Path

import atheris

# atheris never lets the result of a traced comparison of objects go (0.2 MB for each surface): the
# memory that it takes itself is not the server's, which benchmarks.fuzz.replay measures.
TRACED = ["app", "components", "lark", "optimizers", "server"]
UNTRACED = ["components.surface"]

with atheris.instrument_imports(include=TRACED, exclude=UNTRACED):
    import app
    from benchmarks.fuzz import targets
    from benchmarks.fuzz.read import read
    from benchmarks.fuzz.seeds import seeds, write_dictionary
    from benchmarks.fuzz.watch import Watch
    from optimizers import OPTIMIZERS, ErrorFunction, descend

LONGEST_INPUT = 4096
SHORT_SEED = 120
MOST_MEGABYTES = 16_384


def main() -> None:
    """Fuzz for some time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("folder", type=Path, help="for corpus, findings and figures")
    arguments = parser.parse_args()
    corpus, findings = arguments.folder / "corpus", arguments.folder / "findings"
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    write_dictionary(arguments.folder / "words.txt")
    warnings.simplefilter("ignore")
    logging.disable()
    app.server.config["PROPAGATE_EXCEPTIONS"] = True

    for k, seed in enumerate(seeds()):
        (corpus / f"seed-{k}").write_bytes(seed)
        if len(seed) < SHORT_SEED:  # libraries load what they need at first use before the watch
            with suppress(Exception):
                read(seed)
    for number in range(len(targets.PATHS)):
        targets.request(b"", targets.BY_PATH, number)
    for rule in OPTIMIZERS.values():
        descend(ErrorFunction.parse("w1^2+w2^2"), rule, (1, 2), 1)
    watch = Watch(findings)

    def one_input(data: bytes) -> None:
        with watch.over(data):
            read(data)

    options = [
        f"-max_total_time={arguments.seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-dict={arguments.folder / 'words.txt'}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        "-len_control=20",
        "-print_final_stats=1",
        f"-artifact_prefix={findings}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
