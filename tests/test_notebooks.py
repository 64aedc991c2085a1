"""The notebooks of the examples: what is stored in them is what their cells print, and the published numbers come out."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("notebooks", ROOT / "docs" / "notebooks.py")
assert _SPEC and _SPEC.loader
notebooks = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(notebooks)


def test_there_is_a_notebook() -> None:
    assert [each.name for each in notebooks.NOTEBOOKS] == ["headlines.ipynb"]


@pytest.mark.parametrize("notebook", notebooks.NOTEBOOKS, ids=lambda each: each.name)
def test_what_is_stored_is_what_the_cells_print(notebook: Path) -> None:
    cells = notebooks.read(notebook)["cells"]
    assert notebooks.stored_in(cells) == notebooks.printed_by(cells)


@pytest.mark.parametrize("number", ["41.7 billion USD", "132.1 billion USD", "23 of 32", "+17.9%", "+14.9%", "+14.5%"])
def test_the_published_numbers_come_out(number: str) -> None:
    (headlines,) = notebooks.NOTEBOOKS
    assert number in "".join(notebooks.stored_in(notebooks.read(headlines)["cells"]))
