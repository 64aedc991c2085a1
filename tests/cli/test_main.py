from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotepart import __version__
from quotepart.cli import main as door
from quotepart.cli.main import command_names


def test_the_version_is_printed(quotepart) -> None:
    ended = quotepart("--version")
    assert (ended.code, ended.out, ended.err) == (0, f"quotepart {__version__}\n", "")


def test_help_names_every_command(quotepart) -> None:
    ended = quotepart("--help")
    assert ended.code == 0
    assert all(f"\n  {name} " in ended.out for name in command_names())


@pytest.mark.parametrize("name", command_names())
def test_every_command_has_help(quotepart, name: str) -> None:
    ended = quotepart(name, "--help")
    assert ended.code == 0
    assert f"Usage: quotepart {name}" in ended.out


def test_an_unknown_command_is_a_usage_error(quotepart) -> None:
    ended = quotepart("sing")
    assert (ended.code, ended.out) == (2, "")
    assert "sing" in ended.err


def test_an_unknown_pact_is_an_error_in_the_data(quotepart) -> None:
    ended = quotepart("read", "--pact", "bordurie", "examples")
    assert (ended.code, ended.out) == (3, "")
    assert "no pact of this name" in ended.err
    assert "Traceback" not in ended.err


def test_a_bad_date_is_a_usage_error(quotepart) -> None:
    ended = quotepart("read", "examples", "--published", "hier")
    assert (ended.code, ended.out) == (2, "")
    assert "--published" in ended.err


def test_a_bug_ends_with_one_and_a_short_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise KeyError("x")

    monkeypatch.setattr(door, "build_app", lambda names: lambda prog_name: broken())
    with pytest.raises(SystemExit) as left:
        door.main()
    assert left.value.code == 1
    err = capsys.readouterr().err
    assert err.startswith("quotepart: a fault of Quotepart itself, at test_main.py:")
    assert "report" in err


def test_a_closed_pipe_is_no_error(root: Path) -> None:
    command = f"{sys.executable} -m quotepart read examples --json | head -c 10"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, cwd=root, timeout=120)
    assert len(ended.stdout) == 10
    assert ended.stderr == b""
