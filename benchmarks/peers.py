"""Quotepart beside the tools that people use today, accuracy and speed in one run, on the unseen half of the development reports.

    make bench        (as the second table of `extraction.py`; the tools are for comparison only)

Each tool does the one thing it is made for, with its default settings; its answers are scored as Quotepart's are. F1 is that of
`tests/gold/scoring.py`: quotes by their span, figures by span and value, furniture by characters; of dates, the share that is
right. Speed is in words a second of process time, over as many reports as fit into a few seconds.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "gold"))

from scoring import REPORTS, Report, read_reports, scores  # noqa: E402  # it stands with the tests

from quotepart.extraction.extractor import build_extractor  # noqa: E402
from quotepart.extraction.languages.find import language_of  # noqa: E402
from quotepart.model.document import Document  # noqa: E402
from quotepart.pacts.find import find_pact  # noqa: E402
from quotepart.pacts.load import load_pact  # noqa: E402

SECONDS = 2.0
LANGUAGES = ("fr", "en")
EMPTY: dict[str, Any] = {"quotes": [], "figures": [], "pledges": [], "meetings": [], "topics": [], "boilerplate": []}
Found = dict[str, Any]
_MARKED = re.compile(r"«([^«»]{1,2000})»|“([^“”]{1,2000})”|\"([^\"]{1,2000})\"")


@dataclass(frozen=True)
class Peer:
    """A tool: which layer it finds, and its answer to a text in one of ``languages`` as part of a record."""

    name: str
    layer: str
    find: Callable[[str, str], Found]
    languages: tuple[str, ...] = LANGUAGES


def marks(text: str, lang: str) -> Found:
    """What stands between quotation marks."""
    found = (match.span(match.lastindex or 0) for match in _MARKED.finditer(text))
    return {"quotes": [quote(start, end) for start, end in found]}


def quote(start: int, end: int) -> Found:
    """A quote as a record has it, by nobody."""
    return {"start": start, "end": end, "kind": "direct", "speaker": None, "act": None}


def with_textacy() -> Callable[[str, str], Found]:
    import spacy
    from textacy.extract import direct_quotations

    model = spacy.load("fr_core_news_sm")

    def find(text: str, lang: str) -> Found:
        try:
            found = [triple.content for triple in direct_quotations(model(text))]
        except ValueError:  # it gives up on a text whose marks do not pair
            found = []
        return {"quotes": [quote(span.start_char + 1, span.end_char - 1) for span in found]}

    return find


def with_recognizers() -> Callable[[str, str], Found]:
    from recognizers_number import Culture, recognize_percentage
    from recognizers_number_with_unit import recognize_currency

    cultures = {"fr": Culture.French, "en": Culture.English}

    def find(text: str, lang: str) -> Found:
        found = [*recognize_percentage(text, cultures[lang]), *recognize_currency(text, cultures[lang])]
        return {"figures": [figure(each.start, each.end + 1, each.resolution) for each in found if each.resolution]}

    return find


def figure(start: int, end: int, resolution: dict[str, str]) -> Found:
    """A figure as a record has it, with its value alone."""
    digits = (resolution.get("value") or "").rstrip("%").replace(",", ".")
    value = float(digits) if re.fullmatch(r"-?\d+(\.\d+)?", digits) else None
    return {
        "start": start, "end": end, "value": value, "unit": "", "qualifier": "", "kind": "", "metric": "", "who": [],
        "period": None, "said_by": None,
    }  # fmt: skip


def with_dateparser() -> Callable[[str, str], Found]:
    from dateparser.search import search_dates

    def find(text: str, lang: str) -> Found:
        found = search_dates(text[:600], languages=[lang])
        return {"published": {"date": found[0][1].date().isoformat()} if found else None}

    return find


def with_htmldate() -> Callable[[str, str], Found]:
    from htmldate import find_date

    def find(text: str, lang: str) -> Found:
        found = find_date(as_page(text))
        return {"published": {"date": found} if found else None}

    return find


def with_justext() -> Callable[[str, str], Found]:
    import justext

    stops = {"fr": justext.get_stoplist("French"), "en": justext.get_stoplist("English")}

    def find(text: str, lang: str) -> Found:
        kept = {each.text for each in justext.justext(as_page(text), stops[lang]) if not each.is_boilerplate}
        return left_over(text, kept)

    return find


def with_trafilatura() -> Callable[[str, str], Found]:
    from trafilatura import extract

    def find(text: str, lang: str) -> Found:
        return left_over(text, set((extract(as_page(text)) or "").splitlines()))

    return find


def left_over(text: str, kept: set[str]) -> Found:
    """The lines of a text that are not among those kept, as furniture."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip() and " ".join(line.split()) not in {" ".join(each.split()) for each in kept}:
            spans.append({"start": start, "end": start + len(line)})
        start += len(line)
    return {"boilerplate": spans}


def as_page(text: str) -> str:
    """A text as the web page that these tools expect: a paragraph a line."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body><article>{lines}</article></body></html>"


def peers() -> Iterator[Peer]:
    """Every tool that is installed."""
    yield Peer("quotation marks, one regular expression", "quotes", marks)
    known = (
        ("textacy on spaCy's small model", "quotes", with_textacy, ("fr",), "textacy"),
        ("ms-recognizers", "figures", with_recognizers, LANGUAGES, "recognizers_number"),
        ("dateparser", "date", with_dateparser, LANGUAGES, "dateparser"),
        ("htmldate", "date", with_htmldate, LANGUAGES, "htmldate"),
        ("justext", "furniture", with_justext, LANGUAGES, "justext"),
        ("trafilatura", "furniture", with_trafilatura, LANGUAGES, "trafilatura"),
    )
    for name, layer, build, languages, module in known:
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        yield Peer(name, layer, build(), languages)


def accuracy(peer: Peer, reports: Sequence[Report], lang: str) -> tuple[float, int]:
    """The score of a tool's layer, and how many dates it found where there are none."""
    answers = [
        Report(each.text, each.gold, each.acts, {**EMPTY, "published": None, **peer.find(each.text, lang)})
        for each in reports
    ]
    found = scores(answers)
    return found[peer.layer], int(found["dates_invented"])


def speed(find: Callable[[str], object], texts: Sequence[str]) -> float:
    """Words a second of process time, after one text to warm up."""
    find(texts[0])
    words, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for text in texts:
            find(text)
            words += len(text.split())
            if time.process_time() - start >= SECONDS:
                break
    return words / (time.process_time() - start)


def shown(score: tuple[float, int] | None) -> str:
    if score is None:
        return "–"
    return f"{score[0]:.3f}" + (f" ({score[1]} invented)" if score[1] else "")


def quotepart_rows(read: dict[str, list[Report]], speeds: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Quotepart's own scores: one reading gives every layer, so that its speed is that of all of them together."""
    reached = {lang: scores(read[lang]) for lang in LANGUAGES}
    for layer in ("quotes", "figures", "date", "furniture"):
        found = [(reached[lang][layer], int(reached[lang]["dates_invented"]) * (layer == "date")) for lang in LANGUAGES]
        yield layer, "Quotepart, all layers at once", *(shown(each) for each in found), *speeds.values()


def main() -> None:
    """Print one table: a row a tool."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    warnings.simplefilter("ignore")
    extractor = build_extractor(load_pact(find_pact("nato")))
    read = {lang: list(read_reports(REPORTS / lang / "unseen", extractor)) for lang in LANGUAGES}
    texts = {lang: [each.text for each in read[lang]] for lang in LANGUAGES}
    own = {
        lang: f"{speed(lambda text, code=lang: extractor.extract(document(text, code)), texts[lang]):,.0f}"
        for lang in LANGUAGES
    }
    split = {lang: f"{speed(str.split, texts[lang]):,.0f}" for lang in LANGUAGES}
    rows = [("–", "str.split", "–", "–", *split.values()), *quotepart_rows(read, own)]
    rows += [peer_row(peer, read, texts) for peer in peers()]
    print("| layer | tool | French | English | words/s, French | words/s, English |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in sorted(rows):
        print(f"| {' | '.join(row)} |")


def peer_row(peer: Peer, read: dict[str, list[Report]], texts: dict[str, list[str]]) -> tuple[str, ...]:
    """A tool's scores and speeds in both languages."""
    can = {lang: lang in peer.languages for lang in LANGUAGES}
    found = [shown(accuracy(peer, read[lang], lang) if can[lang] else None) for lang in LANGUAGES]
    speeds = [
        f"{speed(lambda text, code=lang: peer.find(text, code), texts[lang]):,.0f}" if can[lang] else "–"
        for lang in LANGUAGES
    ]
    return peer.layer, peer.name, *found, *speeds


def document(text: str, lang: str) -> Document:
    """A text as a document in a known language."""
    return Document(id="benchmark", text=text, sha256="", lang=language_of(lang).code)


if __name__ == "__main__":
    main()
