"""Runs the notebooks of ``examples`` and stores what their cells print; ``tests/test_notebooks.py`` only compares.

The cells are run in order in one namespace, without a server: a notebook here prints text and draws nothing.
"""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def read(notebook: Path) -> dict[str, Any]:
    """Return a notebook as it is stored."""
    found: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    return found


def printed_by(cells: list[dict[str, Any]]) -> list[str]:
    """Return what each code cell prints, run in order."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    return [_run("".join(cell["source"]), namespace) for cell in cells if cell["cell_type"] == "code"]


def stored_in(cells: list[dict[str, Any]]) -> list[str]:
    """Return what is stored as the output of each code cell."""
    return ["".join("".join(each["text"]) for each in cell["outputs"]) for cell in cells if cell["cell_type"] == "code"]


def fill_in(notebook: Path) -> None:
    """Write what the cells print now into the notebook."""
    content = read(notebook)
    code = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    for number, (cell, text) in enumerate(zip(code, printed_by(content["cells"]), strict=True), 1):
        cell["execution_count"] = number
        lines = text.splitlines(keepends=True)
        cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": lines}] if text else []
    notebook.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _run(source: str, namespace: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, "<cell>", "exec"), namespace)
    return out.getvalue()


if __name__ == "__main__":
    for each in NOTEBOOKS:
        fill_in(each)
