from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from quotepart.accounts.sources.book import Sheet
from quotepart.accounts.sources.cells import Numbers
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import Found, OfficialSource, Series, Setting
from quotepart.accounts.sources.taking import Taker
from quotepart.model.pact import Pact

SERIES = Series(indicator="income", basis="current", place="incomes", times=Decimal(100), decimals=2)


def test_a_cell_becomes_a_printed_value_or_a_fault(
    make_setting: Callable[[OfficialSource], Setting], league_pact: Pact
) -> None:
    setting, found = make_setting(find_source(league_pact, "fleet")), Found()
    taker = Taker(Sheet(name="A", rows=((0.123456, "x", None),)), Numbers(), setting, found)
    for column in range(3):
        taker.take(SERIES, "SYL", "2020", 0, column, status="estimate", unit="CHF")
    (taken,) = found.printed
    assert (taken.number, taken.status, taken.unit, taken.where) == (
        Decimal("12.35"),
        "estimate",
        "CHF",
        "A, row 1, column A",
    )
    assert setting.faults.found == ["A, row 1, column B: “x” is no number; expected digits, or one of: an empty cell"]
    assert taker.entity("Ruritania", SERIES, 0) is None
