"""From checked documents to a dossier: names in the reader's language, charts for findings that have a series, boards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from quotepart.accounts.account import Account
from quotepart.checks.findings.links import Linker
from quotepart.dossier.dossier import Checked, Dossier, Series, Unread
from quotepart.dossier.labels import Names
from quotepart.dossier.series import series_for
from quotepart.dossier.standings import boards_for
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.finding import Finding
from quotepart.model.observation import Announcement
from quotepart.model.pact import Meeting, Pact
from quotepart.wording.wording import Wording, find_wording

MOST_CHARTS = 40  # of one document: each takes a twentieth of a second to draw
Judged = tuple[Document, Record, Sequence[Finding]]


def gather_dossier(
    judged: Iterable[Judged], account: Account, *, language: str, made_on: date, known_on: date | None = None,
    unread: Iterable[Unread] = (),
) -> Dossier:  # fmt: skip
    """Return the dossier of documents with their records and findings, in the reader's language.

    ``known_on`` is the day whose editions speak of today; it is ``made_on`` where it is not given.
    """
    pact, wording, today = account.pact, find_wording(language), known_on or made_on
    names = names_in(pact, wording)

    def name(id: str) -> str:
        return names.get(id, id)

    linker = Linker()
    linked = ((document, record, linker.link(found, document.id)) for document, record, found in judged)
    checked = tuple(_checked(each, account, name, wording) for each in linked)
    records = [each.record for each in checked]
    return Dossier(
        checked=checked,
        made_on=made_on,
        known_on=today,
        pact=pact.title.get(language, pact.id),
        names=names,
        boards=boards_for(account, today, records, names=name, wording=wording),
        unread=tuple(unread),
    )


def names_in(pact: Pact, wording: Wording) -> Mapping[str, str]:
    """Return what members, groups, institutions, offices, series, editions, meetings and announcements are called, by id."""
    names = pact.names.get(wording.lang)
    printed = {each.id: edition_name(each.title, each.published, wording) for each in pact.editions.values()}
    printed |= {each.id: _announced(each, wording) for each in pact.announcements}
    local_names = list(names.cities.items()) if names else []
    cities = {city: local for local, city in reversed(local_names)}  # the first of a city's names leads
    printed |= {each.id: _meeting(each, cities.get(each.city, each.city), wording) for each in pact.meetings}
    if names is None:
        return printed
    actors = {id: actor.name for id, actor in (*names.actors.items(), *names.institutions.items())}
    groups = {id: forms[0] for id, forms in (*names.groups.items(), *names.offices.items()) if forms}
    return {**names.topic_names, **actors, **groups, **names.indicators, **printed}


def edition_name(title: str, published: date, wording: Wording) -> str:
    """Return an edition by its title and day."""
    return wording.say("chart.edition", title=title, date=published)


def _meeting(meeting: Meeting, city: str, wording: Wording) -> str:
    kind = wording.say(f"meeting_kinds.{meeting.kind}")
    named = wording.say("meeting_kinds.in_city", meeting=kind, city=city) if city else kind
    return f"{named}, {wording.period(meeting.start, meeting.end)}"


def _announced(announcement: Announcement, wording: Wording) -> str:
    return wording.say("chart.announcement", person=announcement.person, date=announcement.announced_on)


def _checked(judged: Judged, account: Account, names: Names, wording: Wording) -> Checked:
    document, record, findings = judged
    figures = {figure.span: figure for figure in record.figures}
    drawn: dict[str, Series] = {}
    for finding in findings:
        if len(drawn) == MOST_CHARTS:
            break
        figure = figures.get(finding.span) if finding.span else None
        series = series_for(finding, account, names=names, wording=wording, figure=figure)
        if series is not None:
            drawn[finding.id] = series
    return Checked(document=document, record=record, findings=tuple(findings), series=drawn)
