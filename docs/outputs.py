"""Runs the commands that the documentation shows, and fills in what they print.

A block marked ``console`` holds one line ``$ quotepart …`` and below it the output; a last line ``[…]`` means that more lines
follow. ``python docs/outputs.py`` fills in all blocks; ``tests/test_docs.py`` only compares.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MORE = "[…]"
BLOCK = re.compile(r"^```console\n\$ (?P<command>quotepart[^\n]*)\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A command with the output that a page shows for it."""

    page: str
    command: str
    lines: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """Whether the page shows only the first lines."""
        return self.lines[-1:] == (MORE,)


def shown_on(page: Path) -> list[Shown]:
    """Return every command a page shows, in order."""
    text = page.read_text(encoding="utf-8")
    return [Shown(page.name, m["command"], tuple(m["shown"].splitlines())) for m in BLOCK.finditer(text)]


def run(command: str) -> list[str]:
    """Return the lines that ``command`` prints on stdout and stderr, run by a shell in the checkout."""
    door = f'quotepart() {{ "{sys.executable}" -m quotepart "$@"; }}; {command}'
    nothing_of_ones_own = {**os.environ, "QUOTEPART_DATA": str(ROOT / "tests" / "no-data")}
    ended = subprocess.run(["bash", "-c", door], capture_output=True, cwd=ROOT, timeout=120, env=nothing_of_ones_own)
    return (ended.stdout + ended.stderr).decode().rstrip().splitlines()


def as_shown(shown: Shown) -> list[str]:
    """Return what the page should show for its command now, cut where the page cuts it."""
    lines = run(shown.command)
    kept = len(shown.lines) - 1
    return [*lines[:kept], MORE] if shown.is_cut and len(lines) > kept else lines


def fill_in(page: Path) -> None:
    """Write the present output of every command into its block of ``page``."""
    lines = {each.command: as_shown(each) for each in shown_on(page)}

    def filled(block: re.Match[str]) -> str:
        return "\n".join(["```console", f"$ {block['command']}", *lines[block["command"]], "```"])

    text = page.read_text(encoding="utf-8")
    page.write_text(BLOCK.sub(filled, text), encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        fill_in(each)
