"""Files, functions and classes stay small enough to be read at one sitting."""

import ast

from tests.helpers.source import (
    PACKAGE,
    TESTS,
    classes,
    functions,
    parsed,
    place,
    python_files,
)


FILE_LINES = 300
FUNCTION_LINES = 40
METHODS = 20


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_named_by_qt(name: str) -> bool:
    """Our own names are snake_case; paintEvent and rowCount are Qt's."""
    return name != name.lower()


def own_methods(node: ast.ClassDef) -> list[str]:
    return [
        part.name
        for part in node.body
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
        and not is_named_by_qt(part.name)
    ]


def test_a_file_has_at_most_300_lines() -> None:
    """A longer one holds two subjects."""
    long = {
        place(path): count
        for path in python_files(PACKAGE, TESTS)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert long == {}


def test_a_function_has_at_most_40_lines() -> None:
    """A longer one does two things."""
    long = {
        f"{place(path, node)} {node.name}": lines(node)
        for path in python_files(PACKAGE, TESTS)
        for node in functions(parsed(path))
        if lines(node) > FUNCTION_LINES
    }
    assert long == {}


def test_a_class_has_at_most_20_methods_of_its_own() -> None:
    """What Qt asks to be overridden is not counted."""
    wide = {
        f"{place(path, node)} {node.name}": len(own_methods(node))
        for path in python_files(PACKAGE, TESTS)
        for node in classes(parsed(path))
        if len(own_methods(node)) > METHODS
    }
    assert wide == {}
