"""What may import what, and how big things may grow. The layers themselves: pyproject.toml."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "gdpr_desktop"
QT_ROOMS = frozenset({"page", "dialogs", "widgets"})
QT = frozenset({"PySide6", "shiboken6"})
DRIVERS = frozenset({"sqlite3", "sqlcipher3"})
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
TOO_LONG: frozenset[str] = frozenset()  # exceptions: none


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One imported name: ``target`` is its full dotted name, ``names`` a star where it is one."""

    target: str
    line: int
    star: bool = False

    @property
    def top(self) -> str:
        """The package it comes from."""
        return self.target.split(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A source file with its syntax tree. ``name`` is dotted: ``gdpr_desktop.core.text``."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The package inside ours, or the module that stands alone: core, ui, app."""
        return ([*self.name.split("."), ""])[1]

    @property
    def may_use_qt(self) -> bool:
        """Is this the shared Qt room, the start, or a feature's page, dialogs or widgets?"""
        shared = self.room in {"ui", "app", "self_test"}
        return shared or bool(QT_ROOMS & set(self.name.split(".")[2:]))


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the program."""
    found = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name=name, path=path, tree=ast.parse(path.read_text("utf-8"))))
    return tuple(found)


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Everything that ``module`` imports, looked up once."""
    return tuple(_imports(module))


def _imports(module: Module) -> Iterator[Import]:
    """Everything that ``module`` imports, inside functions and for types only too."""
    package = module.name.split(".")
    if module.path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(target=alias.name, line=node.lineno)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                star = alias.name == "*"
                target = base if star else f"{base}.{alias.name}"
                yield Import(target=target, line=node.lineno, star=star)


def told(module: Module, imported: Import) -> str:
    """One line for a person: where, and what."""
    return f"{module.path.relative_to(ROOT)}:{imported.line} imports {imported.target}"


def test_imports_go_downward_and_siblings_do_not_know_each_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = cli.lint_imports(no_cache=True, no_logo=True)
    assert code == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_qt_stays_in_the_rooms_that_draw() -> None:
    outside = [
        told(module, imported)
        for module in modules()
        if not module.may_use_qt
        for imported in imports(module)
        if imported.top in QT
    ]
    assert outside == []


def test_only_the_rooms_that_draw_use_the_shared_qt_room() -> None:
    outside = [
        told(module, imported)
        for module in modules()
        if not module.may_use_qt
        for imported in imports(module)
        if imported.target.startswith(f"{PACKAGE}.ui")
    ]
    assert outside == []


def test_the_shared_qt_room_knows_casework_by_its_values_only() -> None:
    deeper = [
        told(module, imported)
        for module in modules()
        if module.room == "ui"
        for imported in imports(module)
        if imported.target.startswith(
            (f"{PACKAGE}.casework", f"{PACKAGE}.letters", f"{PACKAGE}.correspondence")
        )
        and not imported.target.startswith(f"{PACKAGE}.casework.model")
    ]
    assert deeper == []


def test_rules_and_stores_do_not_import_pages() -> None:
    upward = [
        told(module, imported)
        for module in modules()
        if not module.may_use_qt and module.name.split(".")[-1] not in {"feature", "tool"}
        for imported in imports(module)
        if imported.top == PACKAGE and QT_ROOMS & set(imported.target.split(".")[2:])
    ]
    assert upward == []


def test_a_feature_loads_its_page_only_when_it_is_shown() -> None:
    early = [
        told(module, imported)
        for module in modules()
        if module.name.split(".")[-1] in {"feature", "tool"}
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for imported in imports(
            Module(
                name=module.name, path=module.path, tree=ast.Module(body=[node], type_ignores=[])
            )
        )
        if QT_ROOMS & set(imported.target.split(".")[2:])
    ]
    assert early == []


def test_nobody_but_the_vault_knows_the_driver() -> None:
    outside = [
        told(module, imported)
        for module in modules()
        if module.room != "vault"
        for imported in imports(module)
        if imported.top in DRIVERS
    ]
    assert outside == []


def test_rules_stand_on_their_own() -> None:
    allowed = (f"{PACKAGE}.core", f"{PACKAGE}.law")
    outside = [
        told(module, imported)
        for module in modules()
        if module.room in {"core", "law"}
        for imported in imports(module)
        if imported.top == PACKAGE and not imported.target.startswith(allowed)
    ]
    assert outside == []


def test_nothing_is_imported_by_star() -> None:
    stars = [
        told(module, imported)
        for module in modules()
        for imported in imports(module)
        if imported.star
    ]
    assert stars == []


def test_no_error_is_caught_blindly_but_in_the_task_runner() -> None:
    blind = [
        f"{module.path.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        if module.name != f"{PACKAGE}.ui.tasks"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not isinstance(node.body[-1], ast.Raise)  # to undo something on the way is no catch
    ]
    assert blind == []


def test_no_words_stand_inside_an_f_string_where_they_are_not_collected() -> None:
    hidden = [
        f"{module.path.relative_to(ROOT)}:{call.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in {"_", "ngettext", "pgettext"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [module.name for module in modules() if module.path.stem in drawers] == []


def sources() -> list[Path]:
    """All Python of ours, tests and tools too."""
    folders = (ROOT / PACKAGE, ROOT / "tests")
    return [ROOT / "dev.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def test_no_module_is_longer_than_it_can_be_read() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in sources()
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_MODULE
        and path.relative_to(ROOT).as_posix() not in TOO_LONG
    ]
    assert long == []


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, without the docstring: nobody shall save on that."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines} lines"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := length(node)) > LONGEST_FUNCTION
        and f"{path.relative_to(ROOT).as_posix()}:{node.name}" not in TOO_LONG
    ]
    assert long == []
