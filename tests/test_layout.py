"""The layout of the house: what a reader may rely on in every file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "quotepart"
MODULES = sorted(file for file in SOURCE.rglob("*.py"))
FILE_LINES = 400
FUNCTION_LINES = 50

Function = ast.FunctionDef | ast.AsyncFunctionDef

# A module whose tests stand elsewhere, with the reason.
MIRRORED_ELSEWHERE = {
    "__main__.py": "tests/cli/test_main.py runs it",
}


def name_of(file: Path) -> str:
    return str(file.relative_to(SOURCE))


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions_of(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public_parts(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """Public functions and classes of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (part for part in node.body if isinstance(part, Function) and not part.name.startswith("_"))


def test_a_file_can_be_seen_at_once(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


def test_a_function_can_be_seen_at_once(module: Path) -> None:
    long = [
        f"{node.name}: {length} lines"
        for node in functions_of(tree_of(module))
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long


def test_every_public_thing_is_documented(module: Path) -> None:
    tree = tree_of(module)
    bare = [node.name for node in public_parts(tree) if not ast.get_docstring(node)]
    assert ast.get_docstring(tree), "the module has no docstring"
    assert not bare


def test_every_function_is_typed(module: Path) -> None:
    untyped = [node.name for node in functions_of(tree_of(module)) if not is_typed(node)]
    assert not untyped


def is_typed(function: Function) -> bool:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    bare = [each.arg for each in named if each and each.annotation is None and each.arg not in ("self", "cls")]
    return function.returns is not None and not bare


def test_a_test_file_mirrors_the_module(module: Path) -> None:
    name = name_of(module)
    if module.name == "__init__.py" or name in MIRRORED_ELSEWHERE:
        return
    mirror = ROOT / "tests" / Path(name).parent / f"test_{module.name}"
    assert mirror.is_file(), f"{mirror.relative_to(ROOT)} is missing"


def test_no_module_is_named_after_nothing(module: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "manager", "misc", "common"} & set(module.with_suffix("").parts)


def test_what_is_excused_exists() -> None:
    assert all((SOURCE / name).is_file() for name in MIRRORED_ELSEWHERE)


def test_a_mirror_mirrors_something() -> None:
    """A test file in a folder that mirrors a package tests a module that is there."""
    packages = [folder for folder in SOURCE.rglob("*") if (folder / "__init__.py").is_file()]
    strays = [
        str(test.relative_to(ROOT))
        for package in packages
        for test in (ROOT / "tests" / package.relative_to(SOURCE)).glob("test_*.py")
        if not (package / test.name.removeprefix("test_")).is_file() and not (package / test.stem[5:]).is_dir()
    ]
    assert not strays
