"""Tables of a hand calculation: their heads, their numbers and their places."""

import csv
import io

import pytest

from optimizers import OPTIMIZERS, ErrorFunction, LockstepError, Trajectory, descend
from optimizers.hand_calculation import FORMS, steps_table

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")


def run(key: str, steps: int = 3, text: str = "3 w1^2 + 10 w2^2", **settings: float) -> Trajectory:
    return descend(ErrorFunction.parse(text), OPTIMIZERS[key], (-15, 20), steps, **settings)


def table(form: str, key: str, steps: int | None = None) -> list[str]:
    return steps_table(form, OPTIMIZERS[key], run(key), steps).splitlines()


def test_two_steps_of_the_article_in_markdown() -> None:
    # s(1) = 0.1 * 90^2 = 810; v1 = 0.05 * -90 / sqrt(810) = -0.158114; E(1) = 3 w1^2 + 10 w2^2
    # s(2) = 0.9 * 810 + 0.1 * (6 * 14.8419)^2 = 1522.01; v1 = 0.05 * -89.0513 / 39.0130
    assert table("md", "rmsprop", 2) == [
        "| t | w₁ | w₂ | E | ∂E/∂w₁ | ∂E/∂w₂ | s₁ | s₂ | v₁ | v₂ |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        "| 0 | -15 | 20 | 4675 |  |  | 0 | 0 |  |  |",
        "| 1 | -14.8419 | 19.8419 | 4597.85 | -90 | 400 | 810 | 16000 | -0.158114 | 0.158114 |",
        "| 2 | -14.7278 | 19.7276 | 4542.51 | -89.0513 | 396.838 | 1522.01 | 30148 "
        "| -0.11413 | 0.114276 |",
    ]


def test_a_step_in_latex() -> None:
    assert table("tex", "rmsprop", 1) == [
        r"\begin{tabular}{rrrrrrrrrr}",
        r"  $t$ & $w_1$ & $w_2$ & $E$ & $\partial E/\partial w_1$ & $\partial E/\partial w_2$"
        r" & $s_1$ & $s_2$ & $v_1$ & $v_2$ \\",
        r"  \hline",
        r"  $0$ & $-15$ & $20$ & $4675$ &  &  & $0$ & $0$ &  &  \\",
        r"  $1$ & $-14.8419$ & $19.8419$ & $4597.85$ & $-90$ & $400$ & $810$ & $16000$"
        r" & $-0.158114$ & $0.158114$ \\",
        r"\end{tabular}",
    ]


def test_the_symbols_of_states() -> None:
    assert "| Δ₁ | Δ₂ | g∗₁ | g∗₂ |" in table("md", "rprop")[0]
    assert r"$\Delta_1$ & $\Delta_2$ & $g^{\ast}_1$ & $g^{\ast}_2$" in table("tex", "rprop")[1]
    assert "| η₁ | η₂ | m₁ | m₂ |" in table("md", "super-sab")[0]
    assert r"$\eta_1$ & $\eta_2$ & $m_1$" in table("tex", "super-sab")[1]


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_csv_has_every_digit_in_the_order_of_a_calculation(key: str) -> None:
    found = run(key)
    text = steps_table("csv", OPTIMIZERS[key], found)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(found.error)
    assert [*rows[0]][:6] == ["t", "w1", "w2", "E", "g1", "g2"]
    assert [*rows[0]][-2:] == ["v1", "v2"]
    assert [rows[0][name] for name in ("g1", "g2", "v1", "v2")] == [""] * 4
    for t, row in enumerate(rows):
        assert [row["t"], float(row["E"])] == [str(t), found.error[t]]
        assert [float(row["w1"]), float(row["w2"])] == found.w[t].tolist()
        for name, values in found.state.items():
            assert [float(row[f"{name}{i}"]) for i in (1, 2)] == values[t].tolist()
        if t:
            assert [float(row[f"g{i}"]) for i in (1, 2)] == found.gradient[t - 1].tolist()
            assert [float(row[f"v{i}"]) for i in (1, 2)] == found.update[t - 1].tolist()


def test_numbers_with_powers_of_ten() -> None:
    small = run("gradient-descent", steps=1, text="w1*1e-9 + w2*1e12", eta=0.001)
    (row,) = steps_table("md", OPTIMIZERS["gradient-descent"], small).splitlines()[3:]
    assert row == "| 1 | -15 | -1e+09 | -1e+21 | 1e-09 | 1e+12 | 1e-12 | 1e+09 |"
    tex = steps_table("tex", OPTIMIZERS["gradient-descent"], small)
    assert r"$1 \cdot 10^{-9}$ & $1 \cdot 10^{12}$ & $1 \cdot 10^{-12}$" in tex


def test_a_run_that_stops_and_a_start_without_a_value() -> None:
    rule = OPTIMIZERS["adam"]
    nowhere = run("adam", text="sqrt(w1) + w2")
    assert len(steps_table("md", rule, nowhere).splitlines()) == 3
    assert "| nan |" in steps_table("md", rule, nowhere)
    assert r"$\mbox{--}$" in steps_table("tex", rule, nowhere)


def test_an_unknown_form_is_a_sentence() -> None:
    assert [*FORMS] == ["md", "tex", "csv"]
    with pytest.raises(LockstepError, match="no table 'docx': use md, tex, csv"):
        steps_table("docx", OPTIMIZERS["adam"], run("adam"))
