"""What somebody does by saying something: assures, demands, blames … from the cue, the wording, and whom it is put to.

Each trait of a quote speaks for or against each act; the act with the highest sum is taken. The weights stand in ``acts.toml``;
`python tests/gold/weighing.py` computes them from annotated reports.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import tomli

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Act, QuoteKind, Speaker
from quotepart.model.span import Span

ACTS: tuple[Act, ...] = get_args(Act)
_TO_NOBODY: tuple[Act, ...] = ("announce", "other")
_MOST = 40
_LONGEST = 1200
_USUAL = 150  # characters of an ordinary quote: words say more in a shorter one, less in a longer
_DENSEST = 1.4
_REACH = 160  # characters before a quote in which the reporter leads up to it
_CLOSING = '»”"'
_MARKS = " «“\"'‘’\u00a0\u202f"
_TOGETHER = (
    ("condition", "own_future"),
    ("condition", "own_refusal"),
    ("condition", "others_refusal"),
    ("condition", "reprisal"),
    ("condition", "danger"),
    ("condition", "gloom"),
    ("uncued", "thanks"),
    ("uncued", "lead"),
    ("asking", "question"),
    ("must", "more"),
)
"""Traits that mean more together: what I do if you don't, thanks that only pass the word, more that must be."""
_BESIDE = 0.25  # how much the quote before and the one after tell of what their speaker does in this one
_FULL = 3  # as many words of a kind say all that words of it can


def choose_acts(findings: Sequence[Finding], prepared: Prepared, grammar: SayingGrammar) -> Iterator[Act]:
    """Yield the act of each finding, given in text order."""
    for finding, shown in zip(findings, traits_in_course(findings, prepared, grammar), strict=True):
        yield "other" if finding.is_question else likeliest(shown.items())


def traits_in_course(
    findings: Sequence[Finding], prepared: Prepared, grammar: SayingGrammar
) -> Iterator[Mapping[str, float]]:
    """Yield what shows the act of each finding: its own traits, and a share of those beside it from the same speaker."""
    own = [dict(traits(finding, prepared, grammar)) for finding in findings]
    names = [finding.speaker.name if finding.speaker else None for finding in findings]
    for at, name in enumerate(names):
        shown = Counter(own[at])
        for beside in (at - 1, at + 1):
            if name and 0 <= beside < len(names) and names[beside] == name:
                shown.update({trait: _BESIDE * much for trait, much in own[beside].items() if not _is_form(trait)})
        yield shown


def _is_form(trait: str) -> bool:
    """Whether it belongs to the quote that shows it, not to the words: of what kind it is, and by what verb it is told."""
    return trait in ("any", "direct", "indirect", "mixed", "uncued") or trait.startswith("to ")


def put_to(act: Act, finding: Finding, prepared: Prepared) -> tuple[str, ...]:
    """Return towards whom an act is done: those of whom it is demanded, else those named in the words, else around them."""
    if act in _TO_NOBODY:
        return ()
    said, behind = slice(finding.span.start, finding.span.end), _behind_cue(finding, prepared)
    if finding.kind == "direct":
        around = [said]
    elif finding.kind == "mixed":
        around = [said, _frame(finding, prepared)]
    else:
        around = [said, *([behind] if behind else ())]
    if behind and finding.cue and finding.cue.cue_class == "demand":
        around = [behind, said]
    return next((named for part in around if (named := _towards(part, finding.speaker, prepared))), ())


def likeliest(shown: Iterable[tuple[str, float]]) -> Act:
    """Return the act for which the traits speak most."""
    sums, known = [0.0] * len(ACTS), weights()
    for trait, amount in shown:
        if row := known.get(trait):
            sums = [total + amount * weight for total, weight in zip(sums, row, strict=True)]
    return ACTS[sums.index(max(sums))]


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """Return what each trait weighs for each of ``ACTS``, in log-odds."""
    table = tomli.loads((Path(__file__).parent / "acts.toml").read_text(encoding="utf-8"))
    return {trait: tuple(float(row.get(act, 0.0)) for act in ACTS) for trait, row in table.items()}


def traits(finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> Iterator[tuple[str, float]]:
    """Yield what shows the act of a finding, each trait with how much of it there is."""
    span, cue = finding.span, finding.cue
    said = prepared.folded[span.start : min(span.end, span.start + _LONGEST)].replace("\n", " ").strip()
    lead = prepared.folded[_lead(span, prepared)].replace("\n", " ")
    clause = f"{prepared.folded[_frame(finding, prepared)]} {said}" if finding.kind == "mixed" else said
    counts = grammar.wording.count(clause)
    turns = [turn for turn, pattern in grammar.wording.turns if pattern.search(clause)]
    turns += [turn for turn, pattern in grammar.wording.leads if pattern.search(lead)]
    asked = ["question" if said.endswith("?") else "asked"] if "?" in said else []
    told = ("any", finding.kind, *_of_cue(cue, grammar), *_deeds(clause, finding.kind, grammar), *asked)
    shown = {*told, *turns, *counts}
    weight = min(_DENSEST, (_USUAL / max(1, len(said))) ** 0.5)
    yield from ((trait, 1.0) for trait in told)
    yield from ((kind, min(count, _FULL) ** 0.5 * weight) for kind, count in counts.items())
    yield from ((turn, weight) for turn in turns)
    yield from ((f"{one} & {other}", weight) for one, other in _TOGETHER if {one, other} <= shown)
    if cue is None and _leads(finding.speaker, grammar):
        yield "leads", 1.0
    if _is_of_self(said, finding, prepared, grammar):
        yield from ((f"self {turn}", 1.0) for turn in turns)


def _lead(span: Span, prepared: Prepared) -> slice:
    """Where the reporter's words before a quote stand, from the sentence's start or the quotation before."""
    at = bisect_right(prepared.sentences, span.start, key=lambda sentence: sentence.start) - 1
    first = max(prepared.sentences[at].start if at >= 0 else 0, span.start - _REACH)
    before = prepared.folded[first : span.start].rstrip(_MARKS)
    return slice(first + max(before.rfind(mark) for mark in _CLOSING) + 1, first + len(before))


def _frame(finding: Finding, prepared: Prepared) -> slice:
    """The part of the words before a fragment that belongs to what is said: all behind the verb of saying."""
    return _behind_cue(finding, prepared) or _lead(finding.span, prepared)


def _behind_cue(finding: Finding, prepared: Prepared) -> slice | None:
    """Where the words between the verb of saying and what is said stand, if it comes first."""
    lead = _lead(finding.span, prepared)
    cue = fold(finding.cue_text or "")
    at = prepared.folded.rfind(cue, lead.start, lead.stop) if cue else -1
    return slice(at + len(cue), lead.stop) if at >= 0 else None


def _of_cue(cue: Cue | None, grammar: SayingGrammar) -> tuple[str, ...]:
    """The class of the verb of saying and the ways in which it says something."""
    if cue is None:
        return ("uncued",)
    if cue.is_negated:
        return ("negated",)
    return (f"to {cue.cue_class}", *grammar.wording.cues.get(cue.lemma, ()))


def _deeds(clause: str, kind: QuoteKind, grammar: SayingGrammar) -> set[str]:
    """What a speaker says that he does: "nous saluons", "I call on them", and reported "that he regrets"."""
    does: set[str] = set()
    for verb, behind in grammar.wording.deeds(clause, kind == "indirect"):
        forms = grammar.forms.get(verb, ())
        if all(form.shape != "participle" for form in forms):
            does |= {f"does {form.cue_class}" for form in forms if behind.split()[: len(form.tail)] == [*form.tail]}
    return does


def _is_of_self(said: str, finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Whether words begin with the speaker: the speaker's own country or, where they are reported, a pronoun or what is his."""
    opening = " ".join(said.replace("'", "' ").split()[:4])
    is_reported = finding.kind == "indirect" and (finding.cue is None or finding.cue.shape != "source")
    first = opening.split(" ", 1)[0]
    if is_reported and (first in grammar.pronouns or first in grammar.words["body_pronouns"]):
        return True
    if is_reported and "own" in grammar.wording.count(opening):
        return True
    own = finding.speaker.members if finding.speaker else ()
    at = bisect_left(prepared.mentions, finding.span.start, key=lambda mention: mention.span.start)
    nearest = prepared.mentions[at : at + 1]
    return any(each.span.start < finding.span.start + 6 and set(own) & set(each.actors) for each in nearest)


def _leads(speaker: Speaker | None, grammar: SayingGrammar) -> bool:
    return speaker is not None and fold(speaker.name) in grammar.words["moderators"]


def _towards(said: slice, speaker: Speaker | None, prepared: Prepared) -> tuple[str, ...]:
    """The actors named there, other than those the speaker speaks for."""
    own = set(speaker.members) if speaker else set()
    named: dict[str, None] = {}
    first = bisect_left(prepared.mentions, said.start, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[first : first + _MOST]:
        if mention.span.end <= said.stop:
            named |= dict.fromkeys(actor for actor in mention.actors if actor not in own)
    return tuple(named)[:4]
