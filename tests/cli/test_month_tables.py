from __future__ import annotations

from decimal import Decimal

from quotepart.cli.month_tables import month_rows, table_of_months
from quotepart.model.observation import Observation


def seen(entity: str, year: int, month: int, value: int) -> Observation:
    return Observation(
        entity=entity, indicator="aid", year=year, month=month, value=Decimal(value), unit="EUR", basis="current",
        status="final", edition="office:2024-03-01", source="office:2024-03-01/a", step=Decimal(1),
    )  # fmt: skip


FOUND = (seen("SYL", 2023, 12, 5_000_000), seen("SYL", 2024, 1, 6_000_000), seen("BOR", 2024, 1, 7_000_000))


def test_months_go_down_and_entities_across() -> None:
    table = table_of_months(FOUND, "en")
    assert table.columns == ("month", "SYL", "BOR")
    assert [tuple(row) for row in table.rows] == [
        ("2023-12", "€5 million", ""),
        ("2024-01", "€6 million", "€7 million"),
    ]
    assert table.title == "aid, EUR (office:2024-03-01)"


def test_programs_read_one_row_a_figure() -> None:
    first = month_rows(FOUND)[0]
    assert (first["member"], first["month"], first["value"], first["edition"]) == (
        "SYL",
        "2023-12",
        5_000_000,
        "office:2024-03-01",
    )
