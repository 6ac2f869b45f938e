"""Formulas as an author types them."""

import re

import pytest

from components.tour.typed_formula import typed_formula


def plain(text: str, *, in_line: bool = False) -> str:
    """Return MathML as text: fractions, roots and indices with brackets."""
    found = str(typed_formula(text, in_line=in_line))
    for tag, sign in (("mfrac", "frac"), ("msqrt", "root"), ("msub", "sub"), ("msup", "sup")):
        found = re.sub(f"<{tag}>", f"{sign}[", found).replace(f"</{tag}>", "]")
    found = re.sub("<msubsup>", "subsup[", found).replace("</msubsup>", "]")
    return re.sub("<[^>]+>", "", found)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("eta", "η"),
        ("w_1", "sub[w1]"),
        ("w(0)", "w(0)"),
        ("s_i(t-1)", "sub[si](t−1)"),
        ("m_hat_i(t)", "sub[m^i](t)"),
        ("g_1^2", "subsup[g12]"),
        ("w^2", "sup[w2]"),
        ("10^-8", "sup[10−8]"),
        ("-g", "−g"),
        ("a - b", "a−b"),
        ("± 0.949", "±0.949"),
        ("w <- w - eta g", "w←w−ηg"),
        ("eta g_i / sqrt(s_i + epsilon)", "frac[ηsub[gi]root[sub[si]+ε]]"),
        ("1/2 kappa", "frac[12]κ"),
        ("(a + b)/(1 - beta)", "frac[a+b1−β]"),
        ("(a)(b)/2", "frac[(a)(b)2]"),
        ("|v_i| = eta", "|sub[vi]|=η"),
        ("a < b", "a&lt;b"),
        ("sqrt(t)", "root[t]"),
    ],
)
def test_formulas(text: str, printed: str) -> None:
    assert plain(text) == printed


def test_in_a_line_fractions_have_a_slash() -> None:
    assert plain("eta/sqrt(s_1)", in_line=True) == "η/root[sub[s1]]"
    assert plain("eta/(1 - beta)", in_line=True) == "η/(1−β)"


def test_a_minus_after_a_sign_is_a_prefix() -> None:
    for text, count in (("-g", 1), ("a = -g", 1), ("a - g", 0), ("(-g)", 1)):
        assert str(typed_formula(text)).count('form="prefix"') == count, text


@pytest.mark.parametrize(
    "text", ["(a", "a)", "a/", "^2", "()", "sqrt", "a ^", "|a", "a & b", "</a>"]
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        typed_formula(text)


def test_nothing_is_nothing() -> None:
    assert str(typed_formula("")) == "<mrow></mrow>"
