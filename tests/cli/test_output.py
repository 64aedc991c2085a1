from __future__ import annotations

import json

import pytest

from quotepart.cli.output import Table, plain_lines, print_json, print_parts, tell

LONG = "mot " * 200


def test_json_is_one_line_and_keeps_accents(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"text": "é\n«", "value": 1.5})
    out, err = capsys.readouterr()
    assert out == '{"text": "é\\n«", "value": 1.5}\n'
    assert err == ""


def test_json_refuses_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="JSON"):
        print_json({"value": float("nan")})


def test_numbers_align_to_the_right() -> None:
    table = Table(title="t", columns=("a", "b"), rows=[("x", "1"), ("yy", "22")], right=frozenset("b"))
    assert plain_lines(table) == ["t", "a    b", "x    1", "yy  22"]


def test_a_pipe_gets_lines_that_are_never_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    print_parts(["headline", Table(columns=("a",), rows=[(LONG.strip(),)])])
    assert capsys.readouterr().out.splitlines() == ["headline", "a", LONG.strip()]


def test_a_terminal_gets_a_drawn_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    print_parts(["headline", Table(columns=("a",), rows=[("[x]",)], styles={"[x]": "red"})])
    drawn = capsys.readouterr().out
    assert "headline" in drawn
    assert "───" in drawn
    assert "[x]" in drawn


def test_notes_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    tell("wait")
    assert capsys.readouterr() == ("", "wait\n")


def test_rows_are_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        print_json({"n": number})
    assert [json.loads(line)["n"] for line in capsys.readouterr().out.splitlines()] == [0, 1, 2]
