"""Official series, measures and revisions as charts that stand alone, with source and edition named below each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.accounts.revision_table import RevisionRow
from quotepart.accounts.series import Known
from quotepart.dossier.charts.accounts import Drawing
from quotepart.dossier.charts.files import Spec
from quotepart.dossier.charts.lines import CHARTS
from quotepart.dossier.charts.measured import Measured
from quotepart.dossier.charts.measures import draw_measure
from quotepart.dossier.charts.revisions import draw_revisions
from quotepart.dossier.gather import names_in
from quotepart.dossier.labels import Names
from quotepart.errors import UsageError
from quotepart.measures.found import Found
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording, find_wording


@dataclass(frozen=True, slots=True)
class Pictures:
    """The charts of one account; each is a Vega-Lite specification in the reader's language."""

    account: Account

    def names(self, language: str) -> Names:
        """Return what calls ids by the names of the pact in a language."""
        return names_of(self.account, find_wording(language))

    def series(
        self, rows: Sequence[Known], *, kind: str | None = None, target: Decimal | None = None, language: str = "en"
    ) -> Spec:
        """Return the chart of a series: ``bars``, ``slope``, ``heat`` or ``lines``; the one that fits where none is asked for.

        Raises ``UsageError`` for any other kind and where there is nothing to draw.
        """
        if not rows:
            raise UsageError("there is nothing to draw", hint="choose other members or years")
        wanted = kind or _fitting(rows)
        if wanted not in CHARTS:
            raise UsageError(f"there is no chart “{wanted}”", hint=f"choose one of {', '.join(CHARTS)}")
        wording, names = find_wording(language), self.names(language)
        drawing = Drawing(
            rows=rows, indicator=self.account.pact.indicators[rows[0].indicator], names=names, wording=wording,
            source=source_of(self.account, (row.edition for row in rows), names), target=target,
        )  # fmt: skip
        return CHARTS[wanted](drawing)

    def measure(self, found: Sequence[Found], *, language: str = "en") -> Spec:
        """Return the chart of a measure over one year or several; raises ``UsageError`` where there is nothing to draw."""
        wording, names = find_wording(language), self.names(language)
        editions = (edition for each in found for edition in (each.edition, *each.editions))
        source = source_of(self.account, editions, names)
        return draw_measure(Measured(found=found, names=names, wording=wording, source=source))

    def revisions(self, rows: Sequence[RevisionRow], *, language: str = "en") -> Spec:
        """Return the chart of a table of revisions; raises ``UsageError`` where there is nothing to draw."""
        wording = find_wording(language)
        editions = {edition for row in rows for pair in row.band.pairs for edition in pair}
        used = [self.account.edition(edition) for edition in sorted(editions)]
        publishers = dict.fromkeys(each.sources[0].publisher for each in used if each.sources)
        days = sorted(each.published for each in used) or [date.min]
        source = wording.say(
            "revisions.source", publishers=", ".join(publishers), count=len(used), first=days[0], last=days[-1]
        )
        return draw_revisions(rows, self.names(language), wording, source)


def names_of(account: Account, wording: Wording) -> Names:
    """Return what calls ids by the names of the pact in the reader's language."""
    names = names_in(account.pact, wording)
    return lambda id: names.get(id, id)


def source_of(account: Account, editions: Iterable[str], names: Names) -> str:
    """Return publishers, titles and days of editions, each once."""
    used = [account.edition(edition) for edition in dict.fromkeys(editions)]
    return "; ".join(
        f"{each.sources[0].publisher}, {names(each.id)}" if each.sources else names(each.id) for each in used
    )


def _fitting(rows: Sequence[Known]) -> str:
    """Bars for one year; lines for a few members, a heat map for many."""
    if len({row.year for row in rows}) == 1:
        return "bars"
    return "lines" if len({row.member for row in rows}) <= 7 else "heat"
