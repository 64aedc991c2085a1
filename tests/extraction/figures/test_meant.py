from __future__ import annotations

from quotepart.extraction.figures.meant import Before, Meaning


def test_nothing_is_meant_before_the_first_figure() -> None:
    before = Before()
    assert before.meaning is None
    assert not before.metrics
    assert not before.targets


def test_meanings_are_values() -> None:
    assert Meaning(unit="count", metric="troops", kind="count") == Meaning(unit="count", metric="troops", kind="count")
