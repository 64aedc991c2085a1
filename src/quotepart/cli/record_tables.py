"""A record as tables for people: a line on the document, then its quotes, figures, pledges and meetings."""

from __future__ import annotations

from collections.abc import Iterator

from quotepart.cli.output import Table
from quotepart.model.dates import Dating, Period
from quotepart.model.entry import Record
from quotepart.model.span import Span

LONGEST = 72


def parts_of(record: Record, text: str) -> Iterator[Table | str]:
    """Yield a record whose document has ``text`` as lines and tables; a layer without entries has no table."""
    yield headline(record)
    for table in (_quotes(record, text), _figures(record, text), _pledges(record, text), _meetings(record, text)):
        if table.rows:
            yield table
    yield ""


def headline(record: Record) -> str:
    """Return the document's name, language, day and topics in one line."""
    parts = [record.document_id, record.lang, _dated(record.published), ", ".join(record.topics), *record.notes]
    return " · ".join(part for part in parts if part)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return ``text`` on one line, cut at the last word before ``longest`` characters.

    >>> shortened("a very long day", 10)
    'a very…'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + "…"


def _dated(published: Dating | None) -> str:
    return f"{published.date} ({published.how})" if published else "no date"


def _period(period: Period | None) -> str:
    return "–".join(dict.fromkeys((period.start or "", period.end or ""))) if period else ""


def _words(span: Span, text: str) -> str:
    return shortened(span.cut(text))


def _quotes(record: Record, text: str) -> Table:
    rows = [
        (quote.kind, quote.speaker.name if quote.speaker else "?", quote.act, _words(quote.span, text))
        for quote in record.quotes
    ]
    return Table(title="quotes", columns=("kind", "speaker", "act", "words"), rows=rows)


def _figures(record: Record, text: str) -> Table:
    rows = [
        (_words(each.span, text), each.kind, each.metric, ", ".join(each.who), _period(each.period), each.said_by or "")
        for each in record.figures
    ]
    return Table(title="figures", columns=("figure", "kind", "metric", "who", "period", "said by"), rows=rows)


def _pledges(record: Record, text: str) -> Table:
    rows = [
        (each.status, ", ".join(each.who), each.metric, each.deadline or "", _words(each.span, text))
        for each in record.pledges
    ]
    return Table(title="pledges", columns=("status", "who", "metric", "by", "words"), rows=rows)


def _meetings(record: Record, text: str) -> Table:
    rows = [
        (each.kind, each.city or "", each.date or "", each.meeting_id or "", _words(each.span, text))
        for each in record.meetings
    ]
    return Table(title="meetings", columns=("kind", "city", "date", "in the calendar", "words"), rows=rows)
