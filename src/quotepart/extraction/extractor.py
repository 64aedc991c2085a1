"""From a document to its record: the layers in their order, each with what the ones before it found."""

from __future__ import annotations

from dataclasses import replace

from quotepart.extraction.dates.dates import find_dating
from quotepart.extraction.figures.figures import find_figures
from quotepart.extraction.grammars import Grammars
from quotepart.extraction.languages.find import detect, language_of
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.meetings import find_meetings
from quotepart.extraction.meetings.occasions import Occasion, find_occasions
from quotepart.extraction.names.names import find_mentions
from quotepart.extraction.names.parties import Parties, find_parties
from quotepart.extraction.pages.furniture import find_furniture
from quotepart.extraction.pledges.pledges import find_pledges
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.extraction.text.sentences import cut_at, find_paragraphs, find_sentences
from quotepart.extraction.times.times import Time, find_times
from quotepart.extraction.topics import find_topics
from quotepart.model.document import Document
from quotepart.model.entry import Figure, Quote, Record
from quotepart.model.pact import Pact

_UNKNOWN = "und"  # ISO 639-2 for a language that is not determined


class Extractor:
    """Reads documents about one pact; the grammars of a language are compiled when its first document comes."""

    def __init__(self, pact: Pact) -> None:
        self.pact = pact
        self._grammars: dict[str, Grammars] = {}

    def extract(self, document: Document) -> Record:
        """Return the record of ``document``.

        A text in no known language yields its hash and a note. Raises ``LanguageError`` when the caller named a language that
        Quotepart can't read.
        """
        language = language_of(document.lang) if document.lang else detect(document.text)
        if language is None:
            return _unread(document)
        grammars = self.grammars(language)
        prepared, times, occasions = _prepare(document, self.pact, grammars)
        return _record(prepared, times, occasions, grammars)

    def read_sentence(self, document: Document) -> Record:
        """Return the record of a document that is one sentence said on a known day: its quotes, figures and meetings.

        There is no page around it, so that no furniture, topics or pledges are looked for. Raises as `extract` does.
        """
        language = language_of(document.lang) if document.lang else detect(document.text)
        if language is None:
            return _unread(document)
        grammars = self.grammars(language)
        prepared, times, occasions = _prepare(document, self.pact, grammars, is_sentence=True)
        quotes, figures, _ = _stated(prepared, times, grammars)
        return Record(
            document_id=document.id,
            sha256=document.sha256,
            lang=prepared.language.code,
            published=prepared.published,
            quotes=quotes,
            figures=figures,
            meetings=find_meetings(prepared, occasions, grammars.meetings),
        )

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return who is named where in ``document``; nobody in a text in no known language."""
        language = language_of(document.lang) if document.lang else detect(document.text)
        if language is None:
            return ()
        prepared, _, _ = _prepare(document, self.pact, self.grammars(language))
        return prepared.mentions

    def grammars(self, language: Language) -> Grammars:
        """Return the compiled grammars of a language, the same ones every time."""
        if language.code not in self._grammars:
            self._grammars[language.code] = Grammars(language, self.pact)
        return self._grammars[language.code]


def build_extractor(pact: Pact) -> Extractor:
    """Return an extractor for documents about ``pact``."""
    return Extractor(pact)


def _prepare(
    document: Document, pact: Pact, grammars: Grammars, *, is_sentence: bool = False
) -> tuple[Prepared, tuple[Time, ...], tuple[Occasion, ...]]:
    """Everything that several layers need, each found with what was found before it."""
    paragraphs = find_paragraphs(document.text)
    prepared = Prepared(
        document=document,
        language=grammars.language,
        pact=pact,
        folded=fold(document.text),
        sentences=find_sentences(document.text, paragraphs, grammars.sentences),
        paragraphs=paragraphs,
    )
    if not is_sentence:
        furniture = find_furniture(prepared, grammars.furniture)
        sentences = cut_at((span.end for span in furniture), prepared.sentences, prepared.text)
        prepared = replace(prepared, furniture=furniture, sentences=sentences)
    prepared = replace(prepared, mentions=find_mentions(prepared, grammars.names))
    times = find_times(prepared.text, prepared.folded, grammars.times)
    occasions = find_occasions(prepared, times, grammars.occasions)
    is_dated = is_sentence and document.published is not None
    published = document.published if is_dated else find_dating(prepared, times, occasions, grammars.dates)
    return replace(prepared, published=published), times, occasions


def _record(prepared: Prepared, times: tuple[Time, ...], occasions: tuple[Occasion, ...], grammars: Grammars) -> Record:
    document = prepared.document
    quotes, figures, parties = _stated(prepared, times, grammars)
    topics, topic_spans = find_topics(prepared, grammars.topics, figures)
    return Record(
        document_id=document.id,
        sha256=document.sha256,
        lang=prepared.language.code,
        title=document.title,
        published=prepared.published,
        quotes=quotes,
        figures=figures,
        pledges=find_pledges(prepared, grammars.pledges, figures, quotes, parties, times),
        meetings=find_meetings(prepared, occasions, grammars.meetings),
        topics=topics,
        topic_spans=topic_spans,
        furniture=prepared.furniture,
        notes=document.notes,
    )


def _stated(
    prepared: Prepared, times: tuple[Time, ...], grammars: Grammars
) -> tuple[tuple[Quote, ...], tuple[Figure, ...], Parties]:
    """What is quoted, which figures are stated, and who is a party beside those that the pact knows."""
    quotes = find_quotes(prepared, grammars.quotes)
    parties = find_parties(prepared, grammars.strangers)
    return quotes, find_figures(prepared, grammars.figures, quotes, parties, times), parties


def _unread(document: Document) -> Record:
    return Record(
        document_id=document.id,
        sha256=document.sha256,
        lang=_UNKNOWN,
        title=document.title,
        published=document.published,
        furniture=document.apart,
        notes=(*document.notes, "the language is none that Quotepart reads"),
    )
