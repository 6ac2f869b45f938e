"""MathML read back as a text, so that a test can ask what a typeset formula says."""

from xml.etree import ElementTree

MINUS, TIMES = "−", "·"
OPERATORS = {MINUS: "-", TIMES: "*", "+": "+", "(": "(", ")": ")", ",": ",", "^": "^"}


def equations(mathml: str) -> list[ElementTree.Element]:
    """Return the <math> elements; what is not well-formed raises ParseError."""
    return list(ElementTree.fromstring(f"<page>{mathml}</page>"))


def as_text(element: ElementTree.Element) -> str:
    """Return what an element says, with every bracket that its layout stands for."""
    parts = [as_text(child) for child in element]
    match element.tag:
        case "math" | "mrow":
            return "".join(parts)
        case "mn" | "mi":
            return {"ln": "log"}.get(element.text or "", element.text or "")
        case "mspace":
            return "*"
        case "mo" if element.text == "|":
            return "abs(" if element.get("form") == "prefix" else ")"
        case "mo":
            return OPERATORS[element.text or ""]
        case "mfrac":
            return f"(({parts[0]})/({parts[1]}))"
        case "msqrt":
            return f"sqrt({''.join(parts)})"
        case "mroot" if parts[1] == "3":
            return f"cbrt({parts[0]})"
        case "msup":
            return f"({parts[0]})^({parts[1]})" if parts[0] != "e" else f"e^({parts[1]})"
        case "msub":
            return "".join(parts)
        case "msubsup":
            return f"{parts[0]}{parts[1]}^({parts[2]})"
    raise ValueError(f"<{element.tag}> in a formula")


def as_line(element: ElementTree.Element) -> str:
    """Return an element on one line, with [ ] around what a fraction or a root holds together."""
    parts = [as_line(child) for child in element]
    match element.tag:
        case "mfrac":
            return f"[{parts[0]}]/[{parts[1]}]"
        case "msqrt":
            return f"√[{''.join(parts)}]"
        case "msup":
            return f"{parts[0]}^{parts[1]}"
        case "msub":
            return f"{parts[0]}_{parts[1]}"
        case "mspace" | "mtd" if not parts:
            return " "
        case "mtd" if parts[0] == "otherwise":
            return " otherwise"
        case "mtd" if parts[0] == "if":
            return f" {''.join(parts)}"
        case "mtable":
            return "; ".join(parts) + "}"
    return "".join([element.text or "", *parts])
