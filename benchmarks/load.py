"""What one worker answers a second, and how much memory it takes; all on this machine.

Run it from the checkout, on a machine that does nothing else meanwhile (it needs wrk, a package
of most distributions)::

    .venv/bin/python -m benchmarks.load            # requests a second, p50 and p99
    .venv/bin/python -m benchmarks.load --memory   # after 10,000 distinct functions

Notes
-----
The server has one worker, as a deployment has it; wrk asks on the loopback from a thread with
a few connections, for some seconds and never longer, with the Accept-Encoding of a browser. "New"
means that no two requests name the same function, so that no cache of the server helps; a reader's
typed function is such a request, and a link in an article is the other kind. "CPU ms" is the
worker's processor time for a request: on a busy machine it says more than the times that wrk sees,
and 1000 divided by it is what a core of its own would answer a second.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

from optimizers.presets import PRESETS
from tests.support.deploy.servers import Deployment, serving

SECONDS = 8
CONNECTIONS = 2
FUNCTIONS = 10_000
LAYOUT_EACH = 100
"""Every so many functions are drawn too; the others are only differentiated and printed."""
LARGEST_MB = 250

STEP = """
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", (wrk.path:gsub("NEW", tostring(count))))
end
"""
BANANA = "(1-w1)^2%2B20*(3*w2-w1^2)^2"


class Kind(NamedTuple):
    """A kind of request.

    Parameters
    ----------
    name : str
        What the table calls it.
    path : str
        Its address; NEW stands for a number that is another one each time.
    """

    name: str
    path: str


KINDS = (
    Kind("health, the floor", "healthz"),
    Kind("page", ""),
    Kind("layout, known", "layout.json"),
    Kind("layout, new function", f"layout.json?E={BANANA}%2Bw1/NEW"),
    Kind(
        "typed function or zoom",
        f"figures/playground/surface.json?E={BANANA}%2Bw1/NEW&view=-2,2,-1,1",
    ),
    Kind("kernel of the rules", "kernels/optimizers.js"),
    Kind("kernel, known", f"kernels/error-function.js?E={BANANA}"),
    Kind("kernel, new function", f"kernels/error-function.js?E={BANANA}%2Bw1/NEW"),
    Kind("table, 100 steps", f"trajectory.csv?E={BANANA}&steps=100&start=1,NEW"),
    Kind("table, 6 runs of 2000", f"trajectory.csv?steps=2000&start=1,NEW{'&run=rmsprop' * 6}"),
    Kind("plotly", "assets/vendor/plotly.min.js"),
)


def milliseconds(text: str) -> float:
    """Return a time of wrk: 870.00us, 1.20ms, 1.02s."""
    found = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text)
    if not found:
        raise ValueError(f"wrk says {text!r} for a time.")
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[found[2]]


def processor_ms(server: Deployment) -> float:
    """Return the processor time that the worker has taken so far."""
    (worker,) = server.workers
    fields = Path(f"/proc/{worker}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(server: Deployment, kind: Kind, script: Path) -> str:
    """Return a row of the table."""
    with urlopen(server.site + kind.path.replace("NEW", "0.5")) as answer:
        size = len(answer.read()) / 1000
    script.write_text(STEP, encoding="ascii")
    before = processor_ms(server)
    said = subprocess.run(
        [
            *("wrk", "--threads", "1", "--connections", str(CONNECTIONS)),
            *("--duration", f"{SECONDS}s", "--timeout", "20s", "--latency"),
            *("--header", "Accept-Encoding: gzip, deflate, br, zstd"),
            *("--script", str(script), server.site + kind.path),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    half, most = (milliseconds(re.findall(rf"\b{p}%\s+(\S+)", said)[-1]) for p in (50, 99))
    rate = float(re.findall(r"Requests/sec:\s+([\d.]+)", said)[0])
    count = int(re.findall(r"(\d+) requests in", said)[0])
    refused = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", said)))
    cost = (processor_ms(server) - before) / max(count - refused, 1)
    failed = re.findall(r"(?:Non-2xx|Socket errors).*", said)
    figures = f"{half:.1f} | {most:.1f} | {rate:.0f} | {cost:.2f} | {size:.0f}"
    return f"| {kind.name} | {figures} | {' '.join(failed)}".rstrip()


def memory(server: Deployment) -> tuple[float, float]:
    """Return what the worker takes in MB: resident, and with what is shared divided by sharers."""
    (worker,) = server.workers
    text = Path(f"/proc/{worker}/smaps_rollup").read_text(encoding="ascii")
    rss, pss = (int(re.findall(rf"^{n}:\s+(\d+)", text, re.MULTILINE)[0]) for n in ("Rss", "Pss"))
    return rss / 1000, pss / 1000


def functions() -> Iterator[str]:
    """Yield distinct functions: bowls, and every tenth time a preset with another term."""
    for k in range(FUNCTIONS):
        preset = PRESETS[k // 10 % len(PRESETS)]
        another = f"{preset.text} + {k} w1/(w2^2 + {k + 1})"
        yield f"{k + 1} w1^2 + w2^2/{k + 1}" if k % 10 else another


def tell_memory(server: Deployment) -> float:
    """Ask for all functions and print the worker's memory now and then; return the last, in MB."""
    print("| distinct functions | resident MB | its share MB |\n|---|---|---|")
    for k, text in enumerate(functions()):
        if k in (0, 100, 1000, FUNCTIONS // 2):
            print("| {} | {:.0f} | {:.0f} |".format(k, *memory(server)), flush=True)
        query = f"?E={quote(text)}"
        urlopen(f"{server.site}kernels/error-function.js{query}").read()
        if k % LAYOUT_EACH == 0:
            urlopen(f"{server.site}layout.json{query}").read()
    print("| {} | {:.0f} | {:.0f} |".format(FUNCTIONS, *memory(server)))
    return memory(server)[0]


def main() -> None:
    """Print the tables; exit with a sentence when the bar for the memory is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--memory", action="store_true", help="measure the memory, for minutes")
    parser.add_argument("--only", default="", help="only the kinds with this in their name")
    arguments = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("There is no wrk to ask with: install the package wrk.")
    print(f"{os.cpu_count()} cores with {os.getloadavg()[0]:.1f} programs running, one worker")
    with serving(WEB_CONCURRENCY="1") as server, tempfile.TemporaryDirectory() as folder:
        if arguments.memory:
            resident = tell_memory(server)
            if resident > LARGEST_MB:
                sys.exit(f"{resident:.0f} MB are more than {LARGEST_MB}.")
            return
        script = Path(folder, "new.lua")
        print("| | p50 ms | p99 ms | requests/s | CPU ms | kB, not compressed |")
        print("|---|---|---|---|---|---|")
        for kind in KINDS:
            if arguments.only in kind.name:
                print(measure(server, kind, script), flush=True)


if __name__ == "__main__":
    main()
