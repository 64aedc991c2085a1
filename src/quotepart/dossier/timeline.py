"""The course of events that documents tell of: meetings, publications, and the editions that judged them, by date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from quotepart.dossier.dossier import Checked
from quotepart.dossier.labels import Names, any_date, meeting_words
from quotepart.model.entry import MeetingMention
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day: ``iso`` sorts it, ``target`` is the id of the place that tells of it."""

    iso: str
    date: str
    kind: Literal["meeting", "published"]
    words: str
    target: str = ""
    link: str = ""


def meeting_events(checked: Checked, prefix: str, names: Names, wording: Wording) -> tuple[Event, ...]:
    """Return the meetings a document names, in order of date; those without one come last."""
    events = [
        Event(
            iso=(meeting.date or "").partition("/")[0],
            date=any_date(meeting.date, wording) if meeting.date else wording.say("events.undated"),
            kind="meeting",
            words=_named(meeting, names, wording),
            target=f"{prefix}-m{number}m",
            link=wording.say("dossier.in_the_text"),
        )
        for number, meeting in enumerate(checked.record.meetings, 1)
    ]
    return in_order(events)


def _named(meeting: MeetingMention, names: Names, wording: Wording) -> str:
    """Return a meeting as the pact's calendar names it, without its date, else as the document does."""
    name = names(meeting.meeting_id) if meeting.meeting_id else ""
    if not name or name == meeting.meeting_id:
        return meeting_words(meeting, wording)
    return name.removesuffix(f", {any_date(meeting.date, wording)}") if meeting.date else name


def course_of_events(titled: Iterable[tuple[Checked, str, str]], names: Names, wording: Wording) -> tuple[Event, ...]:
    """Return the dated meetings and publications of all documents, each meeting once; ``titled`` gives ids and titles."""
    events: dict[tuple[str, str], Event] = {}
    for checked, prefix, title in titled:
        if published := checked.record.published:
            event = Event(
                iso=published.date,
                date=wording.date(published.date),
                kind="published",
                words=wording.say("events.published", title=title),
                target=prefix,
                link=wording.say("events.see"),
            )
            events[(prefix, published.date)] = event
        for meeting in meeting_events(checked, prefix, names, wording):
            if meeting.iso:
                events.setdefault((meeting.words, meeting.date), meeting)
    return in_order(events.values())


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by date, undated ones last; on the same day meetings come before publications."""
    return tuple(sorted(events, key=lambda event: (not event.iso, event.iso, event.kind, event.words)))
