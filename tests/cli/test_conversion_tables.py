from __future__ import annotations

from decimal import Decimal

from quotepart.cli.conversion_tables import conversion_as_json, parts_of_conversion
from quotepart.cli.output import Table
from quotepart.measures.conversion import Converted, Step

STEP = Step(
    kind="currency", start="USD", end="EUR", rate=Decimal("0.846400129"), formula="a[SYL, 2018] / b[SYL, 2018]",
    edition="league:2024", inputs=(),
)  # fmt: skip
FOUND = Converted(value=Decimal(44_000_000_000), unit="EUR", prices_of=2018, steps=(STEP,))


def test_the_rate_its_base_and_its_edition_are_named() -> None:
    head, table = parts_of_conversion(FOUND, "en")
    assert head == "€44 billion, in prices of 2018"
    assert isinstance(table, Table)
    assert table.rows == [("USD → EUR", "0.846400", "a[SYL, 2018] / b[SYL, 2018]", "league:2024")]


def test_without_a_step_there_is_only_the_amount() -> None:
    assert list(parts_of_conversion(Converted(value=Decimal(5), unit="USD", prices_of=2024, steps=()), "fr")) == [
        "5\xa0dollars, aux prix de 2024"
    ]


def test_as_an_object() -> None:
    shown = conversion_as_json(FOUND)
    assert (shown["value"], shown["steps"][0]["rate"], shown["steps"][0]["from"]) == (44 * 10**9, 0.846400129, "USD")
