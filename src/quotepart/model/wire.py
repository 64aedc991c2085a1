"""The JSON forms of a record and of a finding, as other programs read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, MeetingMention, PledgeMention, Quote, Record
from quotepart.model.finding import Finding, Input, Link, Now, Reading
from quotepart.model.span import Span

Json = dict[str, Any]
_PER_CENT = 100  # parts ("a third") are written as per cent


def number(value: Decimal | None) -> int | float | None:
    """Return a decimal as JSON writes it: an integer where it is whole, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def record_as_json(record: Record, text: str) -> Json:
    """Return the record of the document whose text is ``text`` as one JSON object."""
    return {
        "id": record.document_id,
        "lang": record.lang,
        "title": record.title,
        "sha256": record.sha256,
        "published": _dating(record.published),
        "quotes": [_quote(quote, text) for quote in record.quotes],
        "figures": [_figure(figure, text) for figure in record.figures],
        "pledges": [_pledge(pledge, text) for pledge in record.pledges],
        "meetings": [_meeting(meeting, text) for meeting in record.meetings],
        "topics": list(record.topics),
        "boilerplate": [{"start": span.start, "end": span.end} for span in record.furniture],
        "notes": list(record.notes),
    }


def finding_as_json(finding: Finding) -> Json:
    """Return a finding as one JSON object, without the fields that do not apply."""
    place = {"start": finding.span.start, "end": finding.span.end} if finding.span else {}
    return {
        "id": finding.id,
        "claim": finding.claim,
        **place,
        "said_by": finding.said_by,
        "said_on": finding.said_on,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "settle": finding.settle,
        "basis": finding.basis,
        "assumptions": list(finding.assumptions),
        "readings": [_reading(reading) for reading in finding.readings],
        "flags": list(finding.flags),
        "now": _with_day(finding.now) if finding.now else None,
        **({"links": [_link(link) for link in finding.links]} if finding.links else {}),
    }


def check_as_json(record: Record, text: str, findings: Sequence[Finding]) -> Json:
    """Return a record with the findings on its figures beside its layers."""
    return {**record_as_json(record, text), "findings": [finding_as_json(finding) for finding in findings]}


def placed_in_file(shown: Json, document: Document) -> Json:
    """Return the JSON form of a record or check with its places in the file as decoded, not in the text taken out of it.

    The words under ``text`` stay as read: in the file, markup may stand between them.
    """
    return _moved(shown, document) if document.places else shown


def _moved(shown: Any, document: Document) -> Any:
    if isinstance(shown, list):
        return [_moved(each, document) for each in shown]
    if not isinstance(shown, dict):
        return shown
    moved = {key: _moved(value, document) for key, value in shown.items()}
    for first, last in (("start", "end"), ("speaker_start", "speaker_end")):
        start, end = shown.get(first), shown.get(last)
        if isinstance(start, int) and isinstance(end, int):
            span = document.in_file(Span(start, end))
            moved |= {first: span.start, last: span.end}
    return moved


def fields_as_json(row: object) -> Json:
    """Return a dataclass of plain fields as one JSON object: a field a key, decimals as numbers, tuples as lists."""
    names = [field.name for field in fields(row)]  # type: ignore[arg-type]  # fields() itself refuses what is no dataclass
    return {name: _plain(getattr(row, name)) for name in names}


def _place(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _dating(dating: Dating | None) -> Json | None:
    if dating is None:
        return None
    span = {"start": dating.span.start, "end": dating.span.end} if dating.span else {"start": None, "end": None}
    shown = {"date": dating.date, "precision": dating.precision, "how": dating.how, **span}
    return {**shown, "evidence": list(dating.evidence)} if dating.evidence else shown


def _quote(quote: Quote, text: str) -> Json:
    speaker = quote.speaker
    mention = speaker.mention if speaker else None
    return {
        **_place(quote.span, text),
        "kind": quote.kind,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.person_id if speaker else None,
        "office": speaker.office if speaker else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "cue": quote.cue,
        "act": quote.act,
        "towards": list(quote.towards),
        "confidence": quote.confidence,
    }


def _period(period: Period | None) -> Json | None:
    return {"from": period.start, "to": period.end} if period else None


def _shown_unit(figure: Figure) -> str:
    """The unit as records show it: parts and points are percentages, points of the national product shares of it."""
    if figure.amount.unit == "points":
        return "percent_of_gdp" if figure.of else "percent"
    return "percent" if figure.amount.unit == "fraction" else figure.amount.unit


def _figure(figure: Figure, text: str) -> Json:
    amount, is_part = figure.amount, figure.amount.unit == "fraction"
    low, high, *bounds = (
        number(bound * _PER_CENT if is_part and bound is not None else bound)
        for bound in (amount.value, amount.high, figure.reach.low, figure.reach.high)
    )
    return {
        **_place(figure.span, text),
        "value": [low, high] if amount.is_range else low,
        "low": bounds[0],
        "high": bounds[1],
        "unit": _shown_unit(figure),
        "of": figure.of,
        "qualifier": amount.qualifier,
        "kind": figure.kind,
        "who": list(figure.who),
        "metric": figure.metric,
        "period": _period(figure.period),
        "said_by": figure.said_by,
    }


def _pledge(pledge: PledgeMention, text: str) -> Json:
    return {
        **_place(pledge.span, text),
        "who": list(pledge.who),
        "metric": pledge.metric,
        "target": number(pledge.target),
        "unit": pledge.unit,
        "deadline": pledge.deadline,
        "status": pledge.status,
    }


def _meeting(meeting: MeetingMention, text: str) -> Json:
    return {
        **_place(meeting.span, text),
        "kind": meeting.kind,
        "city": meeting.city,
        "date": meeting.date,
        "meeting_id": meeting.meeting_id,
    }


def _link(link: Link) -> Json:
    """A link without what does not apply."""
    place = {"start": link.span.start, "end": link.span.end, "text": link.words} if link.span else {}
    named = {"source": link.source or None, "said_by": link.said_by, "said_on": link.said_on}
    return {
        "kind": link.kind,
        "finding": link.finding,
        **{name: value for name, value in named.items() if value},
        **place,
    }


def _plain(value: object) -> Any:
    return number(value) if isinstance(value, Decimal) else list(value) if isinstance(value, tuple) else value


def _reading(reading: Reading) -> Json:
    names = {"start": "from", "end": "to"}
    shown = {names.get(key, key): value for key, value in _with_day(reading).items()}
    return {**shown, "inputs": [_with_day(each) for each in reading.inputs]}


def _with_day(each: Reading | Input | Now) -> Json:
    """The fields of ``each``, null where nothing applies; its edition by its day alone: the source names who published it."""
    shown = {name: None if value == "" else value for name, value in fields_as_json(each).items()}
    return {**shown, "edition": day_of(shown["edition"])}


def day_of(edition: str | None) -> str | None:
    """Return the part of an edition's id that readers of a finding know it by: its day, without the producer.

    >>> day_of("nato:2019-06-25")
    '2019-06-25'
    """
    return edition.rpartition(":")[2] if edition else edition
