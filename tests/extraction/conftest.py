"""Texts made ready as the extractor does it, for the tests of single layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from quotepart.extraction.dates.dates import find_dating
from quotepart.extraction.dates.evidence import Evidence, gather
from quotepart.extraction.extractor import Extractor, Grammars, build_extractor
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.meetings.occasions import Occasion, find_occasions
from quotepart.extraction.names.names import find_mentions
from quotepart.extraction.pages.furniture import find_furniture
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.sentences import cut_at, find_paragraphs, find_sentences
from quotepart.extraction.times.times import Time, find_times
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.member import Member
from quotepart.model.pact import ActorNames, Pact


@dataclass(frozen=True)
class Ready:
    """A text with all that the layers on pages, dates, meetings and topics start from."""

    prepared: Prepared
    times: tuple[Time, ...]
    occasions: tuple[Occasion, ...]
    grammars: Grammars

    @property
    def evidence(self) -> Evidence:
        return gather(self.prepared, self.times, self.occasions, self.grammars.dates.evidence)

    @property
    def dating(self) -> Dating | None:
        return find_dating(self.prepared, self.times, self.occasions, self.grammars.dates)

    def published(self, date: str) -> Prepared:
        return replace(self.prepared, published=Dating(date=date, how="given"))


MakeReady = Callable[..., Ready]


def made_ready(text: str, lang: str, extractor: Extractor) -> Ready:
    language = language_of(lang)
    grammars = extractor.grammars(language)
    paragraphs = find_paragraphs(text)
    prepared = Prepared(
        document=Document(id="a.txt", text=text, sha256="", lang=lang),
        language=language,
        pact=extractor.pact,
        folded=fold(text),
        sentences=find_sentences(text, paragraphs, grammars.sentences),
        paragraphs=paragraphs,
    )
    furniture = find_furniture(prepared, grammars.furniture)
    sentences = cut_at((span.end for span in furniture), prepared.sentences, text)
    prepared = replace(prepared, furniture=furniture, sentences=sentences)
    prepared = replace(prepared, mentions=find_mentions(prepared, grammars.names))
    times = find_times(text, prepared.folded, grammars.times)
    return Ready(prepared, times, find_occasions(prepared, times, grammars.occasions), grammars)


@pytest.fixture(scope="session")
def nato_extractor(nato_pact: Pact) -> Extractor:
    return build_extractor(nato_pact)


@pytest.fixture(scope="session")
def tiny_extractor(tiny_pact: Pact) -> Extractor:
    return build_extractor(tiny_pact)


@pytest.fixture(scope="session")
def ready(nato_extractor: Extractor) -> MakeReady:
    """``ready(text, lang)``: a text about the pact that comes with Quotepart, made ready."""
    return lambda text, lang: made_ready(text, lang, nato_extractor)


@pytest.fixture(scope="session")
def told(tiny_extractor: Extractor) -> MakeReady:
    """``told(text, lang)``: a text about the invented league, made ready."""
    return lambda text, lang="fr": made_ready(text, lang, tiny_extractor)


@pytest.fixture(scope="session")
def figure_extractor(nato_pact: Pact) -> Extractor:
    """An extractor for the pact that comes with Quotepart, which two made-up states have joined."""
    return build_extractor(with_invented_members(nato_pact))


def with_invented_members(pact: Pact) -> Pact:
    """``pact`` with Syldavia and Borduria among its members, so that figures of our own can be theirs."""
    joined = {code: Member(id=code, joined=date(1999, 3, 12), region="europe") for code in ("SYL", "BOR")}
    called = {"fr": FRENCH_NAMES, "en": ENGLISH_NAMES}
    names = {code: replace(each, actors={**each.actors, **called[code]}) for code, each in pact.names.items()}
    return replace(pact, members={**pact.members, **joined}, names=names)


FRENCH_NAMES = {
    "SYL": ActorNames(
        id="SYL", name="Syldavie", adjectives=("syldave", "syldaves"), demonyms=("Syldave", "Syldaves"), capital="Klow"
    ),
    "BOR": ActorNames(
        id="BOR",
        name="Bordurie",
        adjectives=("bordure", "bordures"),
        demonyms=("Bordure", "Bordures"),
        capital="Szohôd",
    ),
}
ENGLISH_NAMES = {
    "SYL": ActorNames(
        id="SYL", name="Syldavia", adjectives=("Syldavian",), demonyms=("Syldavian", "Syldavians"), capital="Klow"
    ),
    "BOR": ActorNames(
        id="BOR", name="Borduria", adjectives=("Bordurian",), demonyms=("Bordurian", "Bordurians"), capital="Szohod"
    ),
}
