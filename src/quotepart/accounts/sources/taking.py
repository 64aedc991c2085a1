"""A cell taken as a printed value, or its fault noted: the one step that every layout ends in."""

from __future__ import annotations

from functools import partial

from quotepart.accounts.sources.book import Sheet
from quotepart.accounts.sources.cells import Numbers, rounded
from quotepart.accounts.sources.layout import Found, Printed, Series, Setting
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes cells of one sheet into what was found; what is no number goes to the setting's faults."""

    sheet: Sheet
    numbers: Numbers
    setting: Setting
    found: Found

    def take(
        self,
        series: Series,
        entity: str,
        period: str,
        at: int,
        column: int,
        *,
        status: Status = "final",
        unit: str = "",
    ) -> None:
        """Take the cell at ``at`` and ``column`` as what was printed about ``period``; an empty or missing one gives nothing."""
        where = self.sheet.place(at, column)
        value = self.numbers.read(self.sheet.cell(at, column), partial(self.fault, where))
        if value is not None:
            number = rounded(value * series.times, series.decimals)
            self.found.printed.append(
                Printed(
                    entity=entity, series=series, period=period, number=number, status=status, unit=unit, where=where
                )
            )

    def entity(self, label: str, series: Series, at: int) -> str | None:
        """Return whose row of ``series`` it is, as ``Setting.entity`` says."""
        return self.setting.entity(label, series, self.sheet.place(at), self.found)

    def fault(self, where: str, said: str) -> None:
        """Note that something is wrong at ``where``."""
        self.setting.faults.add(where, said)
