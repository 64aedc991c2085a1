from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.errors import LanguageError
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.span import Span

_EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
_STREWN = (
    "\n",
    "\n\n",
    "'",
    "’",
    " ",
    ".",
    ",",
    "-",
    "–",
    "«",
    "»",
    '"',
    "“",
    "”",
    ":",
    "(",
    ")",
    "%",
    "$",
    "1",
    "İ",
    "\t",
)
_DAMAGES = 30
_LONGEST = 1200
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


def damaged(text: str, chance: random.Random) -> str:
    start = chance.randrange(max(1, len(text) - _LONGEST))
    signs = list(text[start : start + _LONGEST])
    for _ in range(chance.randint(1, _DAMAGES)):
        at = chance.randrange(len(signs)) if signs else 0
        kind = chance.random()
        if kind < 0.4:
            signs[at:at] = chance.choice(_STREWN)
        elif kind < 0.7:
            del signs[at : at + chance.randint(1, 30)]
        elif signs:
            other = chance.randrange(len(signs))
            signs[at:at] = signs[other : other + chance.randint(1, 60)]
    return "".join(signs)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_report_is_read(nato_extractor: Extractor, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        text = damaged(chance.choice(_EXAMPLES).read_text(encoding="utf-8"), chance)
        record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang=chance.choice(("fr", "en"))))
        assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in record.quotes), text


@pytest.mark.parametrize(
    ("text", "lang"),
    [(",a-elle ajouté,", "fr"), ("’\nİMme Sporsz", "fr"), ("where d,", "en"), ("a.” Gl fire back at", "en")],
)
def test_scraps_on_which_it_once_failed(nato_extractor: Extractor, text: str, lang: str) -> None:
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang=lang))
    assert record.figures == ()
