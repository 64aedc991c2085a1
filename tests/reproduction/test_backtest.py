"""The table of the backtest on the page, computed again with the user's long series in place."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
QUICK = ("growth", "random_walk", "linear_trend")
"""Exponential smoothing takes half a minute: its rows are left to whoever fills in the page."""


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_backtest", ROOT / "docs" / "backtest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def rows(text: str) -> set[tuple[str, ...]]:
    """The rows of scores, by their cells."""
    cells = (tuple(re.split(r" {2,}", line.strip())) for line in text.splitlines())
    return {row for row in cells if len(row) >= 6}


@pytest.mark.shared
def test_the_page_shows_what_the_command_prints(shared: Path, tmp_path: Path) -> None:
    script = load_script()
    workbook = shared / "reference" / "official" / "sipri-milex-1949-2024.xlsx"
    script.imported(str(workbook), "2025-04-28", tmp_path)
    blocks = script.shown_on(script.PAGE.read_text(encoding="utf-8"))
    assert len(blocks) == 2
    for command, shown in blocks.items():
        quick = " ".join([command, *(f"--method {method}" for method in QUICK)])
        printed = rows(script.printed(quick, tmp_path))
        assert len(printed) > 10
        assert printed <= rows(shown)


def test_the_page_shows_what_was_kept_back() -> None:
    script = load_script()
    page = script.PAGE.read_text(encoding="utf-8")
    shown = "\n".join(script.shown_on(page).values())
    assert "Origins 2019 to 2023, judged up to 2024: kept back" in shown
    for chart in script.CHARTS:
        assert (script.IMAGES / f"backtest-{chart}.svg").is_file()
        assert f"images/backtest-{chart}.svg" in page
