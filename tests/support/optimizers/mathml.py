"""MathML converted back to text, so that tests can compare typeset formulas."""

from xml.etree import ElementTree

from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula

MINUS, TIMES = "−", "·"
OPERATORS = {MINUS: "-", TIMES: "*", "+": "+", "(": "(", ")": ")", ",": ",", "^": "^"}


def equations(mathml: str) -> list[ElementTree.Element]:
    """Return the <math> elements; MathML that is not well-formed raises ParseError."""
    return list(ElementTree.fromstring(f"<page>{mathml}</page>"))


def as_text(element: ElementTree.Element) -> str:
    """Return an element as text that can be parsed, with brackets where the layout implies them."""
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
    """Return an element as one line to read, with [ ] around the parts of fractions and roots."""
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


def typeset_text(error_function: ErrorFunction) -> str:
    """Return the right-hand side of the typeset ``E(w1, w2) = ...`` as text that can be parsed."""
    (equation,) = equations(error_function_formula(error_function))
    (row,) = equation
    head, equals, *body = row
    assert (as_text(head), equals.text) == ("E(w1,w2)", "=")
    return "".join(as_text(part) for part in body)
