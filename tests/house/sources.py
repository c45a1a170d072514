"""What the house rules look at: Panoh's own modules, functions and templates."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
PACKAGE = HOUSE / "panoh"
STAGES = ("screening", "identification", "referral", "protection", "justice", "prevention", "statistics", "assessment")


@cache
def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


@cache
def templates() -> list[Path]:
    return sorted((PACKAGE / "web" / "templates").rglob("*.html"))


def named(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def tracked_files() -> list[Path]:
    """Files git tracks; those on disk where there is no git (an unpacked archive)."""
    listed = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=False)
    if listed.returncode:
        return [path for path in HOUSE.rglob("*") if path.is_file() and ".venv" not in path.parts]
    return [HOUSE / name for name in listed.stdout.splitlines() if (HOUSE / name).is_file()]
