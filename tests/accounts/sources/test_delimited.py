from __future__ import annotations

import pytest

from quotepart.accounts.sources import delimited
from quotepart.accounts.sources.delimited import table_of, text_of
from quotepart.errors import SourceError

TEXT = "Country\tValue\nTürkiye\t1\nCôte\t2\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_of_a_publisher_is_read(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding), "a.tsv") == TEXT


@pytest.mark.parametrize("raw", [b"\0\1\2\3" * 40, b"ab\0cd", b"\xff\xfeabc"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(SourceError, match="neither a workbook nor text"):
        text_of(raw, "a.bin")


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    sheet = table_of(mark.join(["a", "b, c" if mark != "," else "bc", ""]) + "\n" + mark.join("123"), "a.csv")
    assert sheet.rows == (("a", "b, c" if mark != "," else "bc", None), ("1", "2", "3"))


def test_lines_before_the_table_do_not_mislead() -> None:
    text = '"Data Source","World, and more; all",\n\n"Country","1960","1961",\n"A","1","2",\n'
    assert table_of(text, "a.csv").rows[2:] == (("Country", "1960", "1961", None), ("A", "1", "2", None))


@pytest.mark.parametrize("limit", ["ROWS_LIMIT", "COLUMNS_LIMIT", "CELLS_LIMIT"])
def test_a_table_has_limits(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, limit, 2)
    with pytest.raises(SourceError, match="the table has more than"):
        table_of("a,b,c\n1,2,3\n4,5,6\n", "a.csv")


def test_a_cell_without_end_is_one_clear_error() -> None:
    with pytest.raises(SourceError, match="can't be split into cells"):
        table_of('a,"' + "b" * 200_000, "a.csv")
