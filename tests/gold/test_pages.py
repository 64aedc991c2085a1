"""A floor under what is read from pages: a hundred passages with their furniture, dates, meetings and topics."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotepart.extraction.extractor import build_extractor
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.pact import Pact

PAGES = Path(__file__).parent / "pages"
FLOORS = {
    "date": 0.96,
    "furniture": 0.99,
    "meetings": 0.94,
    "kinds": 0.94,
    "months": 0.94,
    "topics": 0.97,
    "topics_only": 0.78,
}

Gold = dict[str, Any]
Read = list[tuple[str, Gold, Record]]


@pytest.fixture(scope="module")
def read(nato_pact: Pact) -> Read:
    extractor = build_extractor(nato_pact)
    found: Read = []
    for file in sorted(PAGES.glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        gold = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))
        topics = file.with_suffix(".acts.json")
        gold["topics"] = json.loads(topics.read_text(encoding="utf-8"))["topics"]["main"] if topics.exists() else []
        found.append((text, gold, extractor.extract(Document(id=file.name, text=text, sha256=""))))
    return found


def f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / (counts["found"] + counts["gold"])


def counted(
    read: Read, of_gold: Callable[[str, Gold], set[Any]], of_record: Callable[[str, Record], set[Any]]
) -> float:
    counts: Counter[str] = Counter()
    for text, gold, record in read:
        wanted, got = of_gold(text, gold), of_record(text, record)
        counts.update(gold=len(wanted), found=len(got), right=len(wanted & got))
    return f1(counts)


def test_there_are_enough_passages(read: Read) -> None:
    assert len(read) >= 100
    assert {record.lang for _, _, record in read} == {"fr", "en"}
    assert all(record.lang == gold["lang"] for _, gold, record in read)


def test_dates_are_right_and_none_is_invented(read: Read) -> None:
    right = dated = 0
    for _, gold, record in read:
        got = record.published.date if record.published else ""
        if gold["published"] is None:
            assert not got, gold["id"]
            continue
        dated += 1
        wanted = gold["published"]["date"]
        right += len(got) >= 7 and (got.startswith(wanted) or wanted.startswith(got))
    assert right >= FLOORS["date"] * dated


def test_furniture(read: Read) -> None:
    def solid(text: str, spans: list[tuple[int, int]]) -> set[int]:
        return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}

    score = counted(
        read,
        lambda text, gold: {("", at) for at in solid(text, [(b["start"], b["end"]) for b in gold["boilerplate"]])},
        lambda text, record: {("", at) for at in solid(text, [(span.start, span.end) for span in record.furniture])},
    )
    assert score >= FLOORS["furniture"]


def test_topics(read: Read) -> None:
    """The main topics are found; a report may touch on others, which the passages do not list."""
    main = sum(len(gold["topics"]) for _, gold, _ in read)
    right = sum(len(set(gold["topics"]) & set(record.topics)) for _, gold, record in read)
    assert right >= FLOORS["topics"] * main
    assert right >= FLOORS["topics_only"] * sum(len(record.topics) for _, _, record in read)


def test_meetings(read: Read) -> None:
    counts: Counter[str] = Counter()
    for _, gold, record in read:
        left = list(record.meetings)
        counts.update(gold=len(gold["meetings"]), found=len(left))
        for wanted in gold["meetings"]:
            got = next((m for m in left if m.span.start < wanted["end"] and wanted["start"] < m.span.end), None)
            if got:
                left.remove(got)
                month = str(wanted["date"])[:7]
                counts.update(right=1, kinds=got.kind == wanted["kind"], months=str(got.date)[:7] == month)
    assert f1(counts) >= FLOORS["meetings"]
    assert counts["kinds"] >= FLOORS["kinds"] * counts["right"]
    assert counts["months"] >= FLOORS["months"] * counts["right"]
