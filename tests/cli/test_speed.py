from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotepart.cli.speed import Speed


def slow() -> Iterator[str]:
    for text in ("one two", "three"):
        sum(range(200_000))
        yield text


def test_words_and_documents_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    speed = Speed()
    for text in speed.timed(slow()):
        speed.count(text)
    assert (speed.documents, speed.words) == (2, 3)
    assert speed.seconds > 0
    speed.report()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("2 documents, 3 words in ")


def test_time_spent_by_the_caller_does_not_count() -> None:
    speed = Speed()
    for _ in speed.timed(["a"]):
        sum(range(2_000_000))
    assert speed.seconds < 0.01


def test_nothing_read_is_no_speed(capsys: pytest.CaptureFixture[str]) -> None:
    Speed().report()
    assert "0 words/s" in capsys.readouterr().err
