from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from quotepart.cli.exports import export
from quotepart.errors import UsageError

FRAME = pl.DataFrame({"member": ["SYL"], "value": [1.5]})
CHART = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "data": {"values": [{"a": 1}]},
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}


def write(file: Path) -> None:
    export(file, frame=lambda: FRAME, chart=lambda: CHART, lang="en")


def test_tables_are_written_and_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "deep" / "a.parquet")
    write(tmp_path / "a.csv")
    assert pl.read_parquet(tmp_path / "deep" / "a.parquet").equals(FRAME)
    assert pl.read_csv(tmp_path / "a.csv").equals(FRAME)
    out, err = capsys.readouterr()
    assert out == ""
    assert "a.parquet" in err


def test_charts_are_written(tmp_path: Path) -> None:
    for name in ("a.svg", "a.png", "a.vl.json"):
        write(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100


def test_only_what_is_asked_for_is_made(tmp_path: Path) -> None:
    def never() -> pl.DataFrame:
        raise AssertionError

    export(tmp_path / "a.svg", frame=never, chart=lambda: CHART, lang="en")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.json", "a.xlsx"])
def test_another_ending_is_an_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        write(tmp_path / name)
    assert ".parquet" in error.value.hint


def test_a_place_that_cannot_be_written_to_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="can't be written"):
        write(tmp_path / "file" / "a.csv")
