"""The command as a real process, as a user meets it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ended:
    """What a run of the command left: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture(scope="session")
def quotepart(root: Path) -> Command:
    """Run ``quotepart`` with these arguments, from the checkout's folder."""

    def run(*arguments: str | Path, stdin: bytes | None = None, seconds: float = 120) -> Ended:
        command = [sys.executable, "-m", "quotepart", *map(str, arguments)]
        ended = subprocess.run(command, input=stdin, capture_output=True, cwd=root, timeout=seconds)
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run
