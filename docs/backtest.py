"""Fills in what `quotepart outlook backtest` shows with a long series that only its users may hold, and draws the two charts.

``python docs/backtest.py WORKBOOK DATE`` imports SIPRI's workbook, published on that day, into a folder of its own that is thrown
away, runs the commands of every block marked ``console imported`` on the page, and writes the charts beside it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "outlook.md"
IMAGES = ROOT / "docs" / "images"
CHARTS = ("reliability", "pit")
KEPT_BACK = "2019:2023"
BLOCK = re.compile(
    r"^```console imported\n\$ (?P<command>quotepart[^\n]*)\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL
)


def shown_on(page: str) -> dict[str, str]:
    """Return what the page shows for each command."""
    return {block["command"]: block["shown"] for block in BLOCK.finditer(page)}


def printed(command: str, data: Path) -> str:
    """Return what a command prints on stdout with what was imported into ``data``."""
    words = [sys.executable, "-m", *command.split()]
    own = {**os.environ, "QUOTEPART_DATA": str(data)}
    return subprocess.run(words, check=True, capture_output=True, cwd=ROOT, env=own).stdout.decode()


def imported(workbook: str, published: str, data: Path) -> None:
    """Import the workbook into ``data``."""
    printed(f"quotepart accounts import sipri {workbook} --published {published}", data)


def main(workbook: str, published: str) -> None:
    """Write the present output of every command into its block, and the charts."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        imported(workbook, published, data)
        page = PAGE.read_text(encoding="utf-8")
        filled = BLOCK.sub(
            lambda block: f"```console imported\n$ {block['command']}\n{printed(block['command'], data)}```", page
        )
        PAGE.write_text(filled, encoding="utf-8")
        for chart in CHARTS:
            file = IMAGES / f"backtest-{chart}.svg"
            printed(f"quotepart outlook backtest --origins {KEPT_BACK} --chart {chart} -o {file}", data)


if __name__ == "__main__":
    main(*sys.argv[1:])
