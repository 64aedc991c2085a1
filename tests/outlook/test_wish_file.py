from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.errors import OutlookError
from quotepart.outlook.ahead import Wish
from quotepart.outlook.wish_file import LARGEST, MOST, read_wish, read_wishes


def file_of(path: Path, text: str, name: str = "a.toml") -> Path:
    file = path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_left_out_is_as_ever(tmp_path: Path) -> None:
    named = read_wish(file_of(tmp_path, 'title = "As  ever"'))
    assert (named.title, named.wish) == ("As ever", Wish())


def test_every_key_is_read(tmp_path: Path) -> None:
    text = (
        'title = "a"\ntarget = 5\nby = 2040\ncourse = "trend"\nmethod = "ets"\ncredibility = 0.25\ngrowth = -1.5\n'
        "draws = 200\nseed = 7"
    )
    assert read_wish(file_of(tmp_path, text)).wish == Wish(
        target=Decimal(5), by=2040, scenario="trend", method="ets", credibility=0.25, gdp_growth=-1.5, draws=200, seed=7
    )


def test_all_faults_come_in_one_message(tmp_path: Path) -> None:
    with pytest.raises(OutlookError) as caught:
        read_wish(file_of(tmp_path, 'target = "much"\ncourse = "war"\ncolour = 1'))
    assert all(word in str(caught.value) for word in ("title", "target", "course", "colour"))


@pytest.mark.parametrize("text", ["=", "a = " + "[" * 50_000, "\x00"])
def test_what_is_no_toml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(OutlookError):
        read_wish(file_of(tmp_path, text))


def test_a_file_missing_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlookError, match="no such"):
        read_wish(tmp_path / "none.toml")
    with pytest.raises(OutlookError, match="bytes"):
        read_wish(file_of(tmp_path, "#" * (LARGEST + 1)))


def test_scenarios_are_told_apart_by_their_titles(tmp_path: Path) -> None:
    one, other = (file_of(tmp_path, 'title = "a"', name) for name in ("a.toml", "b.toml"))
    with pytest.raises(OutlookError, match="two scenarios"):
        read_wishes([one, other])


def test_a_thousand_scenarios_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlookError, match="1000"):
        read_wishes([tmp_path / "a.toml"] * 1000)
    assert MOST < 1000
