"""Makes sure that there is a Chromium to test with, and looks for a Firefox.

scripts/test starts this.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from playwright.sync_api import sync_playwright

from tests.support.browser import firefox
from tests.support.browser.chromium import NoChromiumError, is_root, launch

DOWNLOAD_LIMIT_S = 60  # the download can be out of reach, and hang
PACKAGE_LIMIT_S = 600
PACKAGES = ("chromium-headless-shell", "chromium")
"""Of a distribution: the first is not in every one."""


def version() -> str:
    """Start Chromium once and return its version."""
    with sync_playwright() as playwright, launch(playwright) as browser:
        return browser.version


def attempt(*command: str, seconds: float) -> bool:
    """Run a command; when it fails or outlasts its time, say so and return False."""
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            output = f"Error: stopped after {seconds:.0f} seconds"
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
    if process.returncode != 0:
        errors = [line for line in output.splitlines() if line.startswith(("E:", "Error:"))]
        print("That failed:", *(dict.fromkeys(errors) or [output]), sep="\n", file=sys.stderr)
    return process.returncode == 0


def download() -> bool:
    """Let Playwright download its own Chromium."""
    print("No Chromium was found: downloading Playwright's.", flush=True)
    install = (sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")
    return attempt(*install, seconds=DOWNLOAD_LIMIT_S)


def install_package(name: str) -> bool:
    """Install a package of the distribution where this process may do so."""
    if not (is_root() and shutil.which("apt-get")):
        return False
    print(f"Installing the system's package {name}.", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
    attempt(*apt, "update", seconds=PACKAGE_LIMIT_S)
    install = (*apt, "install", "-y", "--no-install-recommends", name)
    return attempt(*install, seconds=PACKAGE_LIMIT_S)


def provide_firefox() -> None:
    """Find a Firefox or install one; where neither succeeds, say that it is not tested with."""
    if firefox.find_firefox() is None:
        install_package("firefox-esr")
    if firefox.find_firefox() is None:
        print("There is no Firefox, and none could be installed: it is not tested with.")
        return
    with firefox.driver() as playwright, firefox.launch(playwright) as browser:
        print(f"Testing with Firefox {browser.version}.", flush=True)


def provide_chromium() -> None:
    """Find a Chromium or install one; exit with an error when neither succeeds."""
    remedies: list[Callable[[], bool]] = [download]
    remedies += [partial(install_package, name) for name in PACKAGES]
    untried = iter([] if os.environ.get("CHROME_PATH") else remedies)
    while True:
        try:
            print(f"Testing with Chromium {version()}.", flush=True)
        except NoChromiumError as error:
            if not any(remedy() for remedy in untried):
                sys.exit(f"{error}\nInstall Chromium, Chrome or Edge, or set CHROME_PATH to one.")
        else:
            return


def main() -> None:
    """Provide both."""
    provide_chromium()
    provide_firefox()


if __name__ == "__main__":
    main()
