"""Entries put in the reader's words: how a date is known, how something was said, who bound whom to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from quotepart.model.dates import Dating, first_day
from quotepart.model.entry import MeetingMention, PledgeMention, Quote
from quotepart.model.finding import Link, Reading
from quotepart.wording.wording import Wording

Names = Callable[[str], str]


def how_known(dating: Dating | None, names: Names, wording: Wording) -> str:
    """Return how a date is known, with the evidence where it was inferred; empty where there is no date."""
    if dating is None:
        return ""
    how = wording.say(f"how.{dating.how}")
    evidence = "; ".join(evidence_words(each, names, wording) for each in dating.evidence)
    return wording.say("how.evidence", how=how, evidence=evidence) if evidence else how


def evidence_words(evidence: str, names: Names, wording: Wording) -> str:
    """Return a piece of evidence as words of the document and, in brackets, what the pact knows of them.

    As written down it is ``words``, or ``words: what`` with ids and dates.
    """
    words, _, what = evidence.rpartition(": ")
    known = []
    for part in what.split():
        name = names(part)
        written = name if name != part else any_date(part, wording)
        if written != part and written.casefold() not in words.casefold():
            known.append(written)
    return (f"{words} ({', '.join(known)})" if known else words) if words else evidence


def date_words(dating: Dating | None, wording: Wording) -> str:
    """Return a date as precisely as it is known, or that none was found."""
    return wording.date(dating.date) if dating else wording.say("dossier.no_date")


def any_date(text: str, wording: Wording) -> str:
    """Return an ISO date or pair of dates in words; anything else stays as it is."""
    try:
        for part in text.split("/"):
            first_day(part)
    except ValueError:
        return text
    return wording.date(text)


def edition_words(edition: str | None, names: Names, wording: Wording) -> str:
    """Return an edition by its name, else by its day: ``nato:2024-06-17`` → "17 June 2024"."""
    if not edition:
        return ""
    name = names(edition)
    return name if name != edition else any_date(edition.partition(":")[2] or edition, wording)


def counted(wording: Wording, counts: Iterable[tuple[str, int]]) -> str:
    """Return what was found as one line: ``5 reports · 23 quotes``; what is not there is left out."""
    return " · ".join(wording.say(f"dossier.numbers.{what}", count=count) for what, count in counts if count)


def speaker_words(quote: Quote, wording: Wording) -> str:
    """Return who said it, or that this is not known."""
    return quote.speaker.name if quote.speaker else wording.say("dossier.unknown_speaker")


def office_words(quote: Quote, names: Names) -> str:
    """Return the office a speaker holds; empty where none is known by name."""
    office = quote.speaker.office if quote.speaker else None
    name = names(office) if office else ""
    return "" if not quote.speaker or name == office or name.lower() in quote.speaker.name.lower() else name


def manner_words(quote: Quote, names: Names, wording: Wording) -> str:
    """Return how something was said: direct or not, which act, towards whom."""
    parts = [wording.say(f"kinds.{quote.kind}"), wording.say(f"acts.{quote.act}")]
    if quote.towards:
        parts.append(wording.say("dossier.towards", names=", ".join(map(names, quote.towards))))
    return " · ".join(parts)


def pledge_words(pledge: PledgeMention, names: Names, wording: Wording) -> str:
    """Return a pledge as mentioned in one line: who, to what, by when."""
    who = ", ".join(map(names, pledge.who)) or wording.say("pledge_status.someone")
    words = wording.say("pledge_status.who", words=wording.say(f"pledge_status.{pledge.status}"), who=who)
    if pledge.target is not None:
        amount = wording.amount(pledge.target, pledge.unit or "count")
        words = wording.say("pledge_status.target", words=words, amount=amount)
    if pledge.deadline:
        words = wording.say("pledge_status.deadline", words=words, date=any_date(pledge.deadline, wording))
    return words


def meeting_words(meeting: MeetingMention, wording: Wording) -> str:
    """Return a meeting by its kind and city."""
    kind = wording.say(f"meeting_kinds.{meeting.kind}")
    return wording.say("meeting_kinds.in_city", meeting=kind, city=meeting.city) if meeting.city else kind


def unit_words(unit: str, scale: Decimal, wording: Wording) -> str:
    """Return what numbers are counted in: ``billions of US dollars``, ``% of GDP``."""
    if len(unit) != 3 or not unit.isupper():
        return wording.say_or(f"axis.{unit}", unit.replace("_", " "))
    count = {9: "billions", 6: "millions"}.get(scale.adjusted(), "ones")
    key = f"currencies.{unit}.{count}"
    return wording.say(key) if wording.has(key) else wording.say(f"currencies.other.{count}", code=unit)


def link_words(link: Link, wording: Wording) -> str:
    """Return in one sentence what a link says."""
    said = ", ".join(part for part in (link.said_by, wording.date(link.said_on) if link.said_on else "") if part)
    return wording.say(
        f"links.{link.kind}",
        source=link.source,
        said=f" ({said})" if said else "",
        finding=link.finding,
        words=link.words,
    )


def result_words(reading: Reading, wording: Wording) -> str:
    """Return how a reading compares; one that has a value and may neither confirm nor accuse decides nothing."""
    is_silent = reading.result == "no_data" and reading.value is not None
    return wording.say("results.silent" if is_silent else f"results.{reading.result}")
