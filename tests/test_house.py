"""Laws that hold across the whole path, whatever the text."""

from __future__ import annotations

import hashlib
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.span import Span
from quotepart.model.wire import record_as_json
from quotepart.workspace import Workspace

PIECES = [
    "« ", " »", "“", "”", '"', "d' »", "«", "’", "'", "‘", "\n", "\n\n", " ", "\u00a0", ". ", ", ", " : ", "— ", "\u2028", "\r\n",
    "Mme Sporsz", "M. Halvik", "Ms Sporsz", "le secrétaire général de l’OTAN", "NATO Secretary General", "l’Alliance", "the United States",
    "les Alliés européens et le Canada", "European allies and Canada", "un diplomate", "a senior official", "elle", "he",
    "a déclaré", "a estimé que", "dit-il", "selon", "said", "told reporters that", "according to", "warned", "s’engage à", "must spend",
    "41 milliards de dollars", "plus de 2 % du PIB", "$700 billion", "1-and-a-quarter percent", "23 pays", "twenty-three allies",
    "2,5%", "1 000 000", "entre 2 et 3 %", "3.5% of GDP by 2035", "un tiers", "en 2024", "jeudi", "le 12 juillet 2018", "last week",
    "sommet de Bruxelles", "the Brussels summit", "Lire aussi :", "Share this", "© 2023", "é", "İ", "ß", "ﬁ", "😀", "\u200b", "\ufeff", "\x00",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=60).map("".join)
ANY_TEXT = st.one_of(TEXTS, st.text(max_size=300))
LANGS = st.sampled_from(["fr", "en"])
LAW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def workspace() -> Workspace:
    return Workspace.open("nato")


def document(text: str, lang: str) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(id="any", text=text, sha256=sha256, lang=lang)


def spans_of(record: Record) -> list[Span]:
    layers = (record.quotes, record.figures, record.pledges, record.meetings)
    spans = [entry.span for layer in layers for entry in layer]
    spans += [quote.speaker.mention for quote in record.quotes if quote.speaker and quote.speaker.mention]
    spans += [figure.sentence for figure in record.figures if figure.sentence]
    spans += record.furniture
    if record.published and record.published.span:
        spans.append(record.published.span)
    return spans


@LAW
@given(ANY_TEXT, LANGS)
def test_every_entry_of_any_text_is_a_place_in_it(text: str, lang: str) -> None:
    given_text = document(text, lang)
    record = workspace().read(given_text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(record))
    shown = record_as_json(record, text)
    for layer in ("quotes", "figures", "pledges", "meetings"):
        for entry in shown[layer]:
            assert text[entry["start"] : entry["end"]] == entry["text"]
            assert entry["text"].strip()


@LAW
@given(ANY_TEXT, LANGS)
def test_reading_twice_gives_the_same_record(text: str, lang: str) -> None:
    assert workspace().read(document(text, lang)) == workspace().read(document(text, lang))


@LAW
@given(ANY_TEXT, LANGS)
def test_entries_of_a_layer_come_in_the_order_of_the_text(text: str, lang: str) -> None:
    record = workspace().read(document(text, lang))
    for layer in (record.quotes, record.figures, record.meetings, record.pledges):
        starts = [entry.span.start for entry in layer]
        assert starts == sorted(starts)
