"""The worked lines of the step inspector, read from the page."""

import re
from xml.etree import ElementTree

from playwright.sync_api import expect

from components import ids
from tests.support.browser.playground import Playground
from tests.support.optimizers.mathml import as_text

RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
READ = """
playground => [...document.querySelectorAll("#step-worked .worked-formula:not([hidden])")]
  .map(formula => formula.outerHTML)
"""


def plain(text: str) -> str:
    """Return a number as Python writes it: (-90), 1e-08."""
    found = re.sub(r"(?:·10|\b10)([⁻⁰-⁹¹²³]+)", lambda m: f"e{m[1].translate(RAISED)}", text)
    found = re.sub(r"(^|\()e", r"\g<1>1e", found)
    return found.replace("−", "-")


def worked(playground: Playground) -> list[tuple[str, str, str, str]]:
    """Return the lines in sight: name, what is to be reckoned, relation and result."""
    lines = []
    for outer in playground.page.evaluate(READ):
        head, _, *rest = (
            part for row in ElementTree.fromstring(outer).iter("math") for part in row[0]
        )
        body, relation, result = "", "", ""
        for part in rest:
            for number in part.iter("mn"):
                number.text = plain(number.text or "")
            if part.get("data-relation") is not None:
                relation = part.text or ""
            elif part.get("data-result") is not None:
                result = part.text or ""
            elif part.tag == "mspace":
                break
            else:
                body += "".join(part.itertext()) if "∂" in part.itertext() else as_text(part)
        lines.append(("".join(head.itertext()), body, relation, result))
    return lines


def select(playground: Playground, t: int) -> None:
    """Go to a step, at rest, and wait until it is drawn."""
    with playground.settling():
        playground.get(f"playground.goTo({t}, {{isRace: false}})")
    expect(playground.page.locator(f"#{ids.STEP_TITLE}")).to_have_text(f"Step {t}")
