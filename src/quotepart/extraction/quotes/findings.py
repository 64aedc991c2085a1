"""What was found of reported speech before its act is known, and what one finding tells of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import QuoteKind, Speaker
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_SURE = 0.85
_GUESSED = 0.85
_REACH = 1000  # characters in which somebody goes on speaking
_MOST_HEADINGS = 40
_LONGEST_LINE = 160  # characters of a heading in marks
_MARGIN = 4  # characters beside a quotation in which its marks and a line's end stand
_FEWEST_LETTERS = 12  # of a heading that is looked for inside other quotations
_LONGEST_HEADING = 400  # characters: looking for a very long one would take the square of its length
_MAIN = 0.6  # of all quotations must be the main speaker's
_MARKS = ' «»“”"\u00a0\u202f'
_STOPS = " .,!?…"


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation or clause with the cue that governs it, before its act is known; ``is_question`` where nobody named asks."""

    span: Span
    kind: QuoteKind
    speaker: Speaker | None
    cue: Cue | None
    cue_text: str | None
    confidence: float
    is_question: bool = False


def hear_elsewhere(findings: Sequence[Finding], prepared: Prepared) -> list[Finding]:
    """Return the findings, those without a sure speaker with the speaker of the same words elsewhere.

    A heading in marks is whoever's quotation holds its words; one before any words belongs to the main speaker, if there is
    one.
    """
    known = {_plain(each, prepared): each.speaker for each in findings if each.speaker and each.kind != "indirect"}
    heard = [
        replace(each, speaker=known[words], confidence=_SURE)
        if each.confidence < _SURE and each.kind != "indirect" and (words := _plain(each, prepared)) in known
        else each
        for each in findings
    ]
    headings = [at for at, each in enumerate(heard) if _is_heading(each, prepared)][:_MOST_HEADINGS]
    for at in headings:
        heard[at] = replace(heard[at], speaker=None) if heard[at].confidence == _GUESSED else heard[at]
    return _as_main_speaker(_from_longer(heard, headings, prepared), headings) if headings else heard


def name_who_goes_on(findings: Sequence[Finding], continuing: frozenset[str]) -> list[Finding]:
    """Return the findings in text order, those before anybody was named with the first speaker named, if he "goes on" there.

    « … », a-t-il dit. « … », a poursuivi Ivan Krolt: the first words are his too, as they are where nobody else speaks.
    """
    ordered = sorted(findings, key=lambda each: each.span)
    first = next((at for at, each in enumerate(ordered) if each.speaker), len(ordered))
    cue = ordered[first].cue if first < len(ordered) else None
    names = {each.speaker.name for each in ordered if each.speaker}
    if cue is None or not (cue.lemma in continuing or len(names) == 1):
        return ordered
    speaker, until = ordered[first].speaker, ordered[first].span.start
    return [
        replace(each, speaker=speaker, confidence=_SURE)
        if at < first and each.cue is not None and each.cue.pronoun and until - each.span.start < _REACH
        else each
        for at, each in enumerate(ordered)
    ]


def _is_heading(finding: Finding, prepared: Prepared) -> bool:
    """Whether a quotation is a line by itself and no sentence: what papers put over a part of a report."""
    text, span = prepared.text, finding.span
    if finding.cue is not None or text[span.end - 1] in _STOPS or len(span) > _LONGEST_LINE:
        return False
    before, after = text[max(0, span.start - _MARGIN) : span.start], text[span.end : span.end + _MARGIN]
    opens = span.start < _MARGIN or "\n" in before
    closes = span.end + _MARGIN > len(text) or "\n" in after
    is_bare = not before.rpartition("\n")[2].strip(_MARKS) and not after.partition("\n")[0].strip(_MARKS)
    return opens and closes and is_bare


def _from_longer(findings: list[Finding], headings: Sequence[int], prepared: Prepared) -> list[Finding]:
    """Give each heading the speaker of the first other quotation that holds its words."""
    wanted: dict[str, list[int]] = {}
    for at in headings:
        if _FEWEST_LETTERS <= len(words := _plain(findings[at], prepared)) <= _LONGEST_HEADING:
            wanted.setdefault(words, []).append(at)
    if not wanted:
        return findings
    patterns, found = list(wanted), [*findings]
    automaton = AhoCorasick(patterns)
    for each in findings:
        if each.speaker is None or each.cue is None or each.kind == "indirect":
            continue
        for index, _, _ in automaton.find_matches_as_indexes(each.span.cut(prepared.folded)):
            for at in wanted.pop(patterns[index], ()):
                found[at] = replace(findings[at], speaker=each.speaker, confidence=_SURE)
    return found


def _as_main_speaker(findings: list[Finding], headings: Sequence[int]) -> list[Finding]:
    """Give a heading before any words to who speaks most in the document."""
    counts = Counter(each.speaker.name for each in findings if each.speaker and each.kind != "indirect")
    if not counts:
        return findings
    name, times = counts.most_common(1)[0]
    first = min(each.span.start for each in findings if each.speaker)
    speaker = next(each.speaker for each in findings if each.speaker and each.speaker.name == name)
    if times < _MAIN * sum(counts.values()):
        return findings
    return [
        replace(each, speaker=speaker, confidence=0.5)
        if at in headings and each.speaker is None and each.span.start < first
        else each
        for at, each in enumerate(findings)
    ]


def _plain(finding: Finding, prepared: Prepared) -> str:
    return finding.span.cut(prepared.folded).strip(_STOPS)


def outermost(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that no other holds or cuts into, in text order."""
    kept: list[Finding] = []
    for each in sorted(findings, key=lambda finding: (finding.span.start, -finding.span.end)):
        if not kept or kept[-1].span.end <= each.span.start:
            kept.append(each)
    return kept
