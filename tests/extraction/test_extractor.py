from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.errors import LanguageError
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.span import Span

REPORT = """Les ministres de la Défense de la Ligue se réunissent à Klow

Jana Trovik, ministre de la Défense de Syldavie, a déclaré mardi que les dépenses de la flotte atteindraient 2 % du PIB.

« Nous devons protéger la flotte », a-t-elle dit avant la réunion des ministres de la Défense à Klow.

Lire aussi : la flotte en chiffres
"""
PARTS = [
    "« ",
    " »",
    '"',
    "a dit ",
    "2 % ",
    "12 juillet 2018 ",
    "sommet de Klow ",
    "les 6 alliés ",
    "Mme Sporsz ",
    "\n\n",
    "d'",
    "(",
    "— ",
]


def document(text: str, lang: str | None = "fr") -> Document:
    return Document(id="a.txt", text=text, sha256="0", lang=lang)


def spans_of(record: Record) -> list[Span]:
    entries = (*record.quotes, *record.figures, *record.pledges, *record.meetings)
    dated = [record.published.span] if record.published and record.published.span else []
    topics = [span for spans in (record.topic_spans or {}).values() for span in spans]
    return [*(entry.span for entry in entries), *record.furniture, *dated, *topics]


def test_every_layer_is_in_the_record(tiny_extractor: Extractor) -> None:
    record = tiny_extractor.extract(document(REPORT))
    assert (record.document_id, record.lang, record.sha256) == ("a.txt", "fr", "0")
    assert record.quotes
    assert record.figures
    assert record.meetings
    assert [span.cut(REPORT) for span in record.furniture] == ["Lire aussi : la flotte en chiffres"]


def test_a_sentence_alone_has_what_it_states_and_nothing_of_a_page(tiny_extractor: Extractor) -> None:
    day = Dating(date="2018-07-12", how="given")
    said = replace(document("Jana Trovik a déclaré que la flotte coûterait 2 % du PIB."), published=day)
    alone, read = tiny_extractor.read_sentence(said), tiny_extractor.extract(said)
    assert alone.figures == read.figures and alone.quotes == read.quotes and alone.published == day
    assert (alone.pledges, alone.topics, alone.furniture) == ((), (), ())
    assert tiny_extractor.read_sentence(document("Dies ist kein Satz einer bekannten Sprache.", None)).notes


def test_an_unknown_language_yields_a_note(tiny_extractor: Extractor) -> None:
    record = tiny_extractor.extract(document("Ministrowie obrony spotkali się wczoraj w stolicy kraju. " * 3, None))
    assert record.quotes == ()
    assert "language" in record.notes[-1]


def test_a_named_language_must_be_known(tiny_extractor: Extractor) -> None:
    with pytest.raises(LanguageError):
        tiny_extractor.extract(document("Bonjour.", "xx"))


def test_reading_twice_gives_the_same(tiny_extractor: Extractor) -> None:
    assert tiny_extractor.extract(document(REPORT)) == tiny_extractor.extract(document(REPORT))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=12), max_size=40), st.sampled_from(["fr", "en"]))
def test_spans_lie_in_any_text(tiny_extractor: Extractor, parts: list[str], lang: str) -> None:
    text = "".join(parts)
    for span in spans_of(tiny_extractor.extract(document(text, lang))):
        assert span.end <= len(text)


@pytest.mark.parametrize(
    "part", ["sommet de Klow ", "12 juillet ", "les 6 alliés ", "Jana Trovik, ministre ", "mardi. "]
)
def test_hostile_text_takes_linear_time(tiny_extractor: Extractor, part: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        tiny_extractor.extract(document(part * count))
        return time.process_time() - start

    small, large = (min(seconds(count) for _ in range(3)) for count in (500, 4_000))
    assert large < 24 * max(small, 0.02)


def test_mentions_are_those_that_the_record_rests_on(tiny_extractor: Extractor) -> None:
    found = tiny_extractor.mentions(document("La Syldavie et la Bordurie paieront.", "fr"))
    assert [each.actors for each in found if each.kind == "member"] == [("SYL",), ("BOR",)]
    assert tiny_extractor.mentions(document("12345", None)) == ()
