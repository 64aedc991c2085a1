"""What the charts of a measure share: the findings, names and words, and the frame around the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.dossier.charts.files import Frame
from quotepart.dossier.labels import Names
from quotepart.dossier.measure_words import row_words
from quotepart.errors import UsageError
from quotepart.measures.found import Found
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the charts of a measure share: one finding a year, names and words, and where the figures come from."""

    found: Sequence[Found]
    names: Names
    wording: Wording
    source: str

    @property
    def last(self) -> Found:
        """What was found for the last year."""
        return self.found[-1]

    def frame(self, key: str, subtitle: str = "", note: str = "mark_e", **values: str) -> Frame:
        """The frame of a chart: what is measured above it, the rest below that, source and marks of estimates at the foot."""
        say, found = self.wording.say, self.last
        title = say(
            f"account_chart.{key}", group=self.name(found.group), year=f"{found.year}{self.mark}",
            measure=say(f"measures.{found.measure}"), **values,
        )  # fmt: skip
        basis = say("account_chart.prices", year=str(found.price_base)) if found.price_base else ""
        notes = [say(f"account_chart.{note}")] if self.mark else []
        return Frame(
            title=title[:1].upper() + title[1:],
            subtitle=" · ".join(part for part in (subtitle, basis) if part),
            caption=" ".join([say("chart.caption_source", source=self.source), *notes]),
        )

    @property
    def mark(self) -> str:
        """The mark of estimates, nothing where all figures of the last year are final."""
        return "" if self.last.status == "final" else self.wording.say("account_chart.mark")

    def name(self, row: str) -> str:
        """A row's name in the reader's language, with a capital."""
        words = row_words(row, self.names, self.wording)
        return words[:1].upper() + words[1:]


def with_rows(measured: Measured) -> Found:
    """Return what was found for the last year; raises ``UsageError`` where it holds no figure."""
    found = measured.last
    if not any(cell is not None for row in found.rows for cell in row.cells):
        missing = ", ".join(found.missing)
        raise UsageError(f"there is nothing to draw: no figure of {missing}", hint="choose another year or edition")
    return found
