"""Imports point one way: app -> server, components -> optimizers, and in a circle nowhere."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUTER = {"app", "components", "dash", "flask", "plotly", "scripts", "server", "tests", "werkzeug"}


def imports(path: Path) -> set[str]:
    """Return the dotted names that a file imports; a relative one is made absolute."""
    package = path.relative_to(ROOT).parent.parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def files(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, folder
    return found


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def test_optimizers_import_nothing_of_the_page() -> None:
    assert {path.name: roots(path) & OUTER for path in files("optimizers")} == {
        path.name: set() for path in files("optimizers")
    }


def test_components_import_nothing_of_the_app() -> None:
    forbidden = {"app", "flask", "scripts", "server", "tests", "werkzeug"}
    assert [path.name for path in files("components") if roots(path) & forbidden] == []


def test_the_server_imports_no_figure_and_nothing_of_the_app() -> None:
    allowed = ("components.state", "components.kernel_urls")
    for path in files("server"):
        assert not roots(path) & {"app", "scripts", "tests", "plotly"}, path
        seen = {name for name in imports(path) if name.startswith("components.")}
        assert {name for name in seen if not name.startswith(allowed)} == set(), path


def module_graph(*folders: str) -> dict[str, set[str]]:
    """Return the imports of every module among the modules of these folders."""
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for folder in folders
        for path in files(folder)
    }
    # `from package import module` names the package besides the module
    return {
        name: (imports(path) & names.keys()) - {name, name.rpartition(".")[0]}
        for name, path in names.items()
    }


def test_no_module_is_in_an_import_cycle() -> None:
    graph = module_graph("optimizers", "components", "server")
    order = list(TopologicalSorter(graph).static_order())  # raises CycleError on a circle
    assert sorted(order) == sorted(graph)
    assert order.index("optimizers.errors") < order.index("optimizers.language.parser")
    assert order.index("optimizers.language.parser") < order.index("optimizers")


def test_packages_of_optimizers_import_in_one_direction() -> None:
    graph = module_graph("optimizers")
    reached: dict[str, set[str]] = {}
    for name in TopologicalSorter(graph).static_order():
        reached[name] = graph[name].union(*(reached[other] for other in graph[name]))
    packages: dict[str, set[str]] = {}
    for name in graph:
        if name.count(".") == 2:
            package = name.split(".")[1]
            others = {other.split(".")[1] for other in reached[name] if other.count(".") == 2}
            packages.setdefault(package, set()).update(others - {package})
    assert packages == {
        "language": set(),
        "codegen": {"language"},
        "rules": {"codegen", "language"},
        "formulas": {"codegen", "language"},
        "scripts": {"codegen", "language"},
    }


def test_imports_are_read_in_all_their_forms() -> None:
    assert imports(ROOT / "optimizers" / "registry.py") >= {
        "collections.abc",
        "types.MappingProxyType",
        "optimizers.rule",
        "optimizers.rule.Rule",
    }
    assert "sympy" in imports(ROOT / "optimizers" / "codegen" / "trace.py")
