"""What the page shows of a dossier, in words and in order: one view of the whole and one of each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from quotepart.dossier.annotated import annotate, finding_by_span, place_id
from quotepart.dossier.boards import BoardView, view_board
from quotepart.dossier.cards import Card, build_card
from quotepart.dossier.dossier import VERDICTS, Checked, Dossier, Unread
from quotepart.dossier.labels import (
    counted,
    date_words,
    how_known,
    manner_words,
    office_words,
    pledge_words,
    speaker_words,
)
from quotepart.dossier.timeline import Event, course_of_events, meeting_events
from quotepart.model.entry import Figure, Record
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording

HEADLINES = 12
FEW = 3
SHORT = 5_000  # characters of a text that fits a screen in two columns
LONGEST_TITLE = 110
Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the bar of verdicts, in thousandths of its width."""

    verdict: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the text with the id of their place, and what is said about them."""

    words: str
    mark: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One quote in the list of quotes."""

    id: str
    mark: str
    speaker: str
    office: str
    words: str
    how: str


@dataclass(frozen=True, slots=True)
class PledgeView:
    """One pledge as mentioned: a line in our words, and the clause itself."""

    summary: str
    words: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Everything the page shows of one document."""

    id: str
    place: str
    title: str
    lang: str
    record: Record
    date: str
    how: str
    when: str
    numbers: str
    topics: str
    tally: Tally
    text: Markup
    is_short: bool
    cards: tuple[Card, ...]
    unchecked: tuple[Place, ...]
    quotes: tuple[QuoteView, ...]
    pledges: tuple[PledgeView, ...]
    meetings: tuple[Event, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Everything the page shows."""

    title: str
    deck: str
    pact: str
    made_on: date
    known_on: date
    judged: int
    tally: Tally
    bar: tuple[Part, ...]
    headlines: tuple[Card, ...]
    more_headlines: int
    documents: tuple[DocumentView, ...]
    unread: tuple[Unread, ...]
    timeline: tuple[Event, ...]
    boards: tuple[BoardView, ...]
    sources: tuple[str, ...]


def view_page(dossier: Dossier, wording: Wording) -> PageView:
    """Return the view of a whole dossier in one language."""
    documents = tuple(view_document(dossier, number, wording) for number in range(1, len(dossier.checked) + 1))
    cards = sorted((card for view in documents for card in view.cards), key=lambda c: VERDICTS.index(c.finding.verdict))
    tally = tally_of(checked.findings for checked in dossier.checked)
    titled = [(checked, view.id, view.title) for checked, view in zip(dossier.checked, documents, strict=True)]
    return PageView(
        title=title_of(dossier, wording),
        deck=wording.say("dossier.deck", numbers=numbers_of(dossier.checked, wording)),
        pact=dossier.pact,
        made_on=dossier.made_on,
        known_on=dossier.known_on,
        judged=len(cards),
        tally=tally,
        bar=_bar(tally),
        headlines=tuple(cards[:HEADLINES]),
        more_headlines=max(0, len(cards) - HEADLINES),
        documents=documents,
        unread=dossier.unread,
        timeline=course_of_events(titled, dossier.name, wording) if len(documents) > 1 else (),
        boards=tuple(view_board(board, number, dossier, wording) for number, board in enumerate(dossier.boards, 1)),
        sources=sources_of(dossier),
    )


def title_of(dossier: Dossier, wording: Wording) -> str:
    """Return the title of a dossier: that of its only document, or how many there are."""
    if len(dossier.checked) == 1:
        return document_title(dossier.checked[0])
    return wording.say("dossier.title", count=len(dossier.checked))


def document_title(checked: Checked) -> str:
    """Return what a document is called: its title, else its first words that are no furniture, else the name of its file."""
    title = checked.record.title or checked.document.title or _first_line(checked) or checked.document.id
    words = " ".join(title.split())
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def _first_line(checked: Checked) -> str:
    """Return the first line with letters after the furniture that opens the text."""
    text, start = checked.document.text, 0
    for span in sorted(checked.record.furniture):
        if text[start : span.start].strip():
            break
        start = span.end
    return next((line for line in text[start:].splitlines() if any(char.isalpha() for char in line)), "")


def numbers_of(group: Sequence[Checked], wording: Wording) -> str:
    """Return what was found in documents as one line."""
    records = [checked.record for checked in group]
    counts: list[tuple[str, int]] = []
    for what in ("quotes", "figures", "pledges", "meetings"):
        counts.append((what, sum(len(getattr(record, what)) for record in records)))
    judged = (finding.verdict != "not_checkable" for checked in group for finding in checked.findings)
    counts.insert(-2, ("findings", sum(judged)))
    return counted(wording, counts)


def tally_of(groups: Iterable[Sequence[object]]) -> Tally:
    """Return how often each verdict was given, in the order of ``VERDICTS``, without those never given."""
    counts = Counter(finding.verdict for findings in groups for finding in findings)  # type: ignore[attr-defined]
    return tuple((verdict, counts[verdict]) for verdict in VERDICTS if counts[verdict])


def sources_of(dossier: Dossier) -> tuple[str, ...]:
    """Return every official source that a value of the dossier came from, once; many rows of one register are one source."""
    findings = (finding for checked in dossier.checked for finding in checked.findings)
    inputs = (each for finding in findings for reading in finding.readings for each in reading.inputs)
    printed: dict[str, set[str]] = {}
    for each in inputs:
        printed.setdefault(each.edition, set()).add(each.source)
    return tuple(sorted({source for sources in printed.values() for source in _joined(sources)}))


def _joined(sources: set[str]) -> set[str]:
    registers = {source.rpartition(", ")[0] for source in sources}
    return registers if len(sources) > FEW and len(registers) == 1 and all(registers) else sources


def view_document(dossier: Dossier, number: int, wording: Wording) -> DocumentView:
    """Return the view of one document of a dossier; its number counts from 1."""
    checked, total = dossier.checked[number - 1], len(dossier.checked)
    record, id = checked.record, f"d{number}"
    is_only = total == 1
    date, how = date_words(record.published, wording), how_known(record.published, dossier.name, wording)
    return DocumentView(
        id=id,
        place="" if is_only else wording.say("dossier.report", number=number, total=total),
        title=wording.say("dossier.report_only") if is_only else document_title(checked),
        lang=record.lang,
        record=record,
        date=date,
        how=how,
        when=date,
        numbers=numbers_of([checked], wording),
        topics=" · ".join(dossier.name(topic).replace("_", " ") for topic in record.topics),
        tally=tally_of([checked.findings]),
        text=annotate(checked, id, wording),
        is_short=len(checked.document.text) < SHORT,
        cards=tuple(build_card(checked, n, id, dossier, wording) for n in range(1, len(checked.findings) + 1)),
        unchecked=_unchecked(checked, id),
        quotes=_quotes(checked, id, dossier, wording),
        pledges=_pledges(checked, id, dossier, wording),
        meetings=meeting_events(checked, id, dossier.name, wording),
        notes=(*checked.document.notes, *record.notes),
    )


def _bar(tally: Tally) -> tuple[Part, ...]:
    total, x, parts = sum(count for _, count in tally), 0, []
    done = 0
    for verdict, count in tally:
        done += count
        end = round(1000 * done / total)
        parts.append(Part(verdict, x, max(0, end - x - (4 if done < total else 0))))
        x = end
    return tuple(parts)


def _unchecked(checked: Checked, prefix: str) -> tuple[Place, ...]:
    judged = finding_by_span(checked.findings)
    rest = [figure for figure in checked.record.figures if figure.span not in judged]
    return tuple(_place(figure, checked.document.text, prefix) for figure in rest)


def _place(figure: Figure, text: str, prefix: str) -> Place:
    return Place(" ".join(figure.span.cut(text).split()), place_id(prefix, figure.span), figure.said_by or "")


def _quotes(checked: Checked, prefix: str, dossier: Dossier, wording: Wording) -> tuple[QuoteView, ...]:
    return tuple(
        QuoteView(
            id=f"{prefix}-q{number}",
            mark=f"{prefix}-q{number}m",
            speaker=speaker_words(quote, wording),
            office=office_words(quote, dossier.name),
            words=quote.span.cut(checked.document.text),
            how=manner_words(quote, dossier.name, wording),
        )
        for number, quote in enumerate(checked.record.quotes, 1)
    )


def _pledges(checked: Checked, prefix: str, dossier: Dossier, wording: Wording) -> tuple[PledgeView, ...]:
    return tuple(
        PledgeView(
            pledge_words(pledge, dossier.name, wording), pledge.span.cut(checked.document.text), f"{prefix}-p{number}m"
        )
        for number, pledge in enumerate(checked.record.pledges, 1)
    )
