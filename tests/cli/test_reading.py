from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotepart.cli.reading import (
    dating_given,
    day_given,
    exact_day_given,
    leave_if_any,
    readable,
    tell_if_unread,
    with_progress,
    years_given,
)
from quotepart.errors import DocumentError, QuotepartError, UsageError
from quotepart.model.entry import Record


def test_a_given_date_may_be_partial() -> None:
    dating = dating_given("2018-07", "--published")
    assert dating is not None
    assert (dating.date, dating.how, dating.precision) == ("2018-07", "given", "month")


def test_no_date_given_is_none() -> None:
    assert dating_given(None, "--published") is None


@pytest.mark.parametrize("given", ["12/07/2018", "yesterday", "2018-13", ""])
def test_a_date_that_is_none_says_how_to_write_it(given: str) -> None:
    with pytest.raises(UsageError, match="2018-07-12"):
        dating_given(given, "--published")


def test_what_can_not_be_read_is_told_and_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    faults: list[QuotepartError] = []
    taken: list[str | QuotepartError] = ["a", DocumentError("is empty", where="b.txt"), "c"]
    assert list(readable(taken, faults)) == ["a", "c"]
    assert capsys.readouterr() == ("", "quotepart: b.txt: is empty\n")
    assert len(faults) == 1


def test_a_command_with_faults_leaves_with_three(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        leave_if_any([DocumentError("is empty")])
    assert left.value.code == 3
    assert "1 input could not be read" in capsys.readouterr().err


def test_a_command_without_faults_goes_on() -> None:
    leave_if_any([])


def test_no_bar_where_stderr_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter("ab"), ["a.txt"])) == ["a", "b"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("path", ["folder", "many.jsonl", "-"])
def test_a_bar_on_a_terminal_hands_on_every_item(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(with_progress(iter("ab"), [path])) == ["a", "b"]
    assert capsys.readouterr().out == ""


def test_a_record_without_a_language_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    faults: list[QuotepartError] = []
    tell_if_unread(Record(document_id="a.txt", sha256="", lang="und"), faults)
    tell_if_unread(Record(document_id="b.txt", sha256="", lang="fr"), faults)
    assert len(faults) == 1
    assert capsys.readouterr().err.startswith("quotepart: a.txt: its language is none that Quotepart reads")


def test_a_day_given_partly_is_its_last() -> None:
    assert day_given("2018-07", "--known-on").isoformat() == "2018-07-31"
    assert day_given(None, "--known-on") == date.today()


@pytest.mark.parametrize(("given", "years"), [(None, []), ("2024", [2024]), ("2014:2016", [2014, 2015, 2016])])
def test_years_are_one_or_a_span(given: str | None, years: list[int]) -> None:
    assert list(years_given(given)) == years


@pytest.mark.parametrize("given", ["", ":2024", "2016:2014", "all"])
def test_years_that_are_none_say_how_to_write_them(given: str) -> None:
    with pytest.raises(UsageError, match="2014:2026"):
        years_given(given)


def test_an_exact_day_is_a_whole_one() -> None:
    assert (exact_day_given("2018-07-12", "--published"), exact_day_given(None, "--published")) == (
        date(2018, 7, 12),
        None,
    )
    for given in ("2018-07", "12 July 2018", ""):
        with pytest.raises(UsageError, match=r"--published: “.*” is no day"):
            exact_day_given(given, "--published")
