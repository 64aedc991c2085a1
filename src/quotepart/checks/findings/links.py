"""How findings belong together: a claim made again, one that another contradicts, and words that point back to a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from quotepart.checks.claims.cues import LAYER, CueGrammar, compile_cues, find_cues
from quotepart.extraction.languages.find import language_of
from quotepart.model.amount import Amount, reach
from quotepart.model.finding import Finding, Link, LinkKind
from quotepart.model.span import Span

REMEMBERED = 50_000
"""How many claims are remembered; the one not met for longest is forgotten first."""
_VERSIONS = 8  # of one subject, how many amounts that differ
_FARTHEST = 600  # how many characters before "this figure" the figure may stand
_SAME = Decimal("0.001")

_Subject = tuple[str, str, str | None, str | None, str, str]


class Linker:
    """Remembers the claims of documents in the order in which they come, and links each later one to the first like it."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._known: OrderedDict[_Subject, list[tuple[Finding, str]]] = OrderedDict()

    def link(self, findings: Sequence[Finding], source: str) -> tuple[Finding, ...]:
        """Return the findings of one source, each with a link to the first finding that says the same, or else the contrary.

        Two claims are about the same where their leading readings agree in measure, group, years, price basis and unit. They
        repeat each other where their amounts are one, and contradict each other where no value fits both.
        """
        return tuple(self._linked(finding, source) for finding in findings)

    def _linked(self, finding: Finding, source: str) -> Finding:
        subject = _subject_of(finding)
        if subject is None or finding.stated is None:
            return finding
        known = self._known.setdefault(subject, [])
        self._known.move_to_end(subject)
        link = _link_to(known, finding.stated)
        if link is None or link.kind != "repeats":
            self._remember(known, finding, source)
        return replace(finding, links=(*finding.links, link)) if link else finding

    def _remember(self, known: list[tuple[Finding, str]], finding: Finding, source: str) -> None:
        if len(known) < _VERSIONS:
            known.append((finding, source))
        if len(self._known) > self._remembered:
            self._known.popitem(last=False)


def _link_to(known: Sequence[tuple[Finding, str]], stated: Amount) -> Link | None:
    related = [(_relation(stated, earlier.stated), earlier, source) for earlier, source in known if earlier.stated]
    for wanted in ("repeats", "contradicts"):
        for kind, earlier, source in related:
            if kind == wanted:
                return Link(
                    kind=kind, finding=earlier.id, source=source, said_by=earlier.said_by, said_on=earlier.said_on
                )
    return None


def pointed_back(findings: Sequence[Finding], text: str, lang: str) -> tuple[Finding, ...]:
    """Return the findings of one text, each with the places where words such as "that figure" point back to it.

    Such words stand for the nearest figure before them, within a few sentences; others are left alone.
    """
    placed = sorted((each for each in findings if each.span), key=_start_of)
    starts = [_start_of(each) for each in placed]
    links: dict[str, list[Link]] = {}
    for place in _pointing(text, lang):
        at = bisect_right(starts, place.start) - 1
        if at >= 0 and place.start - starts[at] <= _FARTHEST:
            finding = placed[at]
            if finding.span and not finding.span.overlaps(place):
                link = Link(kind="pointed_to", finding=finding.id, span=place, words=place.cut(text))
                links.setdefault(finding.id, []).append(link)
    return tuple(replace(each, links=(*each.links, *links.get(each.id, ()))) for each in findings)


def _subject_of(finding: Finding) -> _Subject | None:
    """What the leading reading is about, ``None`` where the claim has no reading."""
    if not finding.readings:
        return None
    lead = finding.readings[0]
    return lead.measure, lead.group, lead.start, lead.end, lead.basis, lead.unit


def _relation(stated: Amount, earlier: Amount) -> LinkKind | None:
    if stated.unit != earlier.unit:
        return None
    if not reach(stated).meets(reach(earlier)):
        return "contradicts"
    apart = abs(stated.value - earlier.value)
    is_one = apart <= max(stated.digit, earlier.digit) / 2 + abs(earlier.value) * _SAME
    return "repeats" if is_one and stated.is_range == earlier.is_range else None


def _pointing(text: str, lang: str) -> Iterator[Span]:
    for cue in find_cues(text, _grammar(lang)).of("pointing"):
        yield Span(cue.start, cue.end)


@lru_cache
def _grammar(lang: str) -> CueGrammar:
    return compile_cues(lang, {"cues": {"pointing": language_of(lang).tables[LAYER]["pointing"]}})


def _start_of(finding: Finding) -> int:
    return finding.span.start if finding.span else 0
