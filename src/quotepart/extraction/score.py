"""How well records agree with annotations: quotes found, their kind, speaker and act."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from quotepart.model.entry import Quote
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

LEAST_OVERLAP = 0.5
"""The share of their joint length that two spans must have in common to be the same quote."""

_SMALL = frozenset(
    "le la les l un une des du de d en au aux a an the of at in from and et m mme mr mrs ms".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """One annotated quote; every field but the span may have further right answers."""

    span: Span
    kinds: tuple[str, ...]
    speakers: tuple[str | None, ...]
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """An annotated text."""

    id: str
    lang: str
    text: str
    quotes: tuple[GoldQuote, ...]


@dataclass(slots=True)
class Tally:
    """Counts over documents, and the shares that follow from them."""

    gold: int = 0
    found: int = 0
    right: int = 0
    kind: int = 0
    named: int = 0
    wrong: int = 0
    acts: int = 0
    act: int = 0
    misses: list[tuple[str, str]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of quotes."""
        return _ratio(2 * self.right, self.gold + self.found)

    @property
    def f1_named(self) -> float:
        """The same, counting only quotes with the right speaker."""
        return _ratio(2 * self.named, self.gold + self.found)

    @property
    def wrong_share(self) -> float:
        """The share of the quotes rightly found that are given to somebody else."""
        return _ratio(self.wrong, self.right)

    @property
    def act_share(self) -> float:
        """The share of right acts among the quotes rightly found whose act is annotated."""
        return _ratio(self.act, self.acts)


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Return the annotated texts of a folder: ``NAME.txt``, ``NAME.gold.json`` and, where there is one, ``NAME.acts.json``."""
    return tuple(_read(file) for file in sorted(folder.glob("*.gold.json")))


def score(documents: Iterable[tuple[GoldDocument, Sequence[Quote]]]) -> Tally:
    """Return how well the quotes found in each document agree with its annotation."""
    tally = Tally()
    for document, quotes in documents:
        pairs = _pair(document.quotes, quotes)
        tally.gold += len(document.quotes)
        tally.found += len(quotes)
        tally.right += len(pairs)
        for gold, quote in pairs:
            _count(tally, document, gold, quote)
        paired = {gold.span for gold, _ in pairs}
        tally.misses += [
            (document.id, gold.span.cut(document.text)) for gold in document.quotes if gold.span not in paired
        ]
    return tally


def same_speaker(gold: str | None, found: str | None) -> bool:
    """Whether two names mean the same: equal words; one surname for both; or descriptions that share most of their words."""
    wanted, given = _words(gold), _words(found)
    if not wanted or not given:
        return not wanted and not given
    if set(wanted) == set(given):
        return True
    if any(word.islower() for word in (gold or "").split()[-1:]) or any(
        word.islower() for word in (found or "").split()[-1:]
    ):
        return 2 * len(set(wanted) & set(given)) > len(set(wanted) | set(given))
    return wanted[-1] == given[-1] and (1 in (len(wanted), len(given)) or wanted[0][0] == given[0][0])


def _count(tally: Tally, document: GoldDocument, gold: GoldQuote, quote: Quote) -> None:
    speaker = quote.speaker.name if quote.speaker else None
    is_named = any(same_speaker(name, speaker) for name in gold.speakers)
    tally.kind += quote.kind in gold.kinds
    tally.named += is_named
    if speaker and not is_named:
        tally.wrong += 1
        tally.misses.append(
            (document.id, f"{gold.span.cut(document.text)[:60]!r}: {speaker} is not {gold.speakers[0]}")
        )
    if gold.acts:
        tally.acts += 1
        tally.act += quote.act in gold.acts


def _pair(gold: Sequence[GoldQuote], quotes: Sequence[Quote]) -> list[tuple[GoldQuote, Quote]]:
    """Pair each annotated quote with the one found that overlaps it most, each used once."""
    near = sorted(
        (
            (overlap, -i, -j)
            for i, wanted in enumerate(gold)
            for j, quote in enumerate(quotes)
            if (overlap := _overlap(wanted.span, quote.span)) >= LEAST_OVERLAP
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in near:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[-i], quotes[-j]))
    return pairs


def _overlap(one: Span, other: Span) -> float:
    inside = min(one.end, other.end) - max(one.start, other.start)
    return max(0, inside) / (max(one.end, other.end) - min(one.start, other.start))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", re.sub(r"[’'.-]", " ", name or "")).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]


def _read(file: Path) -> GoldDocument:
    name = file.name.removesuffix(".gold.json")
    gold: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    text = file.with_name(f"{name}.txt").read_bytes().decode("utf-8")
    acts_file = file.with_name(f"{name}.acts.json")
    acts = json.loads(acts_file.read_text(encoding="utf-8"))["acts"] if acts_file.exists() else []
    by_quote = {entry["quote"]: (entry["act"], *entry.get("act_alt", ())) for entry in acts}
    quotes = tuple(_gold_quote(entry, by_quote.get(index, ())) for index, entry in enumerate(gold.get("quotes", ())))
    return GoldDocument(id=name, lang=gold["lang"], text=text, quotes=quotes)


def _gold_quote(entry: Mapping[str, Any], acts: tuple[str, ...]) -> GoldQuote:
    return GoldQuote(
        span=Span(entry["start"], entry["end"]),
        kinds=(entry["kind"], *entry.get("kind_alt", ())),
        speakers=(entry.get("speaker"), *entry.get("speaker_alt", ())),
        acts=acts,
    )
