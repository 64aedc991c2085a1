from __future__ import annotations

from quotepart.accounts.sources.book import Book, Sheet, letters


def test_places_are_said_as_a_person_finds_them() -> None:
    sheet = Sheet(name="TABLE2", rows=())
    assert sheet.place(11, 26) == "TABLE2, row 12, column AA"
    assert sheet.place(11) == "TABLE2, row 12"
    assert Sheet(name="", rows=()).place(0, 0) == "row 1, column A"
    assert Sheet(name="", rows=()).place() == "the table"
    assert [letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_outside_a_sheet_there_is_nothing() -> None:
    sheet = Sheet(name="A", rows=(("x",), (1.0, 2.0)))
    assert [sheet.cell(1, 1), sheet.cell(0, 1), sheet.cell(9, 0), sheet.cell(-1, 0)] == [2.0, None, None, None]


def test_a_sheet_is_read_once_and_only_when_asked_for() -> None:
    asked: list[str] = []

    def load(name: str) -> Sheet:
        asked.append(name)
        return Sheet(name=name, rows=())

    book = Book(name="a.xlsx", sha256="", sheet_names=("A", "B"), load=load)
    assert book.sheet("B") is book.sheet("B")
    assert (asked, book.is_text) == (["B"], False)
