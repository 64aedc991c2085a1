"""The turns of a transcript: what follows each label up to the next, and whom the label means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.interviews import asks
from quotepart.extraction.quotes.unmarked.labels import INITIALS, Label, find_labels, is_chair, is_party, person_at
from quotepart.extraction.quotes.unmarked.lines import find_lines, named_once
from quotepart.extraction.quotes.unmarked.speeches import ENDS, Block, announces, find_named, find_speech
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_MARKS = re.compile(r"[«»“”\"]")
_ASIDE = re.compile(r"(?:[(\[][^()\[\]]*[)\]]\.?\s*)++")
_LAST_ASIDE = re.compile(r"(?<=[.!?…])\s+[(\[][^()\[\]]{3,}[)\]]\.?$")
_LONGEST_ASIDE = 160
_TIME = re.compile(r"[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]]\s*")
_TIMED = re.compile(r"\s?\(\d{1,2}:\d\d(?::\d\d)?\):")
_ROLE = re.compile(r",|\s[-–—|/]{1,2}\s")
_FRONT = 6
_FEWEST_LABELS = 2
_PAIR, _FEWEST_ASKED = 2, 2  # turns with a label, and questions behind them that have none
_SMALL = 8  # paragraphs of a document in which two labels are enough
_SPARSEST = 8  # paragraphs to a label in a transcript
_LONGEST_HEADING = 60
_LONGEST_ROLE = 12  # words that say who somebody is


def find_turns(prepared: Prepared, report: frozenset[Span], grammar: SayingGrammar) -> list[Block]:
    """Return the turns of a transcript: labelled paragraphs with the unlabelled ones of the report that follow each."""
    paragraphs = prepared.paragraphs
    labels = find_labels(prepared, paragraphs, grammar)
    labels = labels if any(labels) else find_lines(prepared, paragraphs, grammar)
    total = sum(label is not None for label in labels)
    is_asked = any(label is not None and fold(label.name) in grammar.words["questioners"] for label in labels)
    is_timed = any(label is not None and _TIMED.match(prepared.text, label.span.end) for label in labels)
    is_few = (total < _FEWEST_LABELS and not is_timed) or (
        total == _FEWEST_LABELS and len(report) > _SMALL and not is_asked
    )
    if is_few or total * _SPARSEST < len(report):
        return []
    first = next(at for at, label in enumerate(labels) if label)
    turns = find_speech(prepared, paragraphs[:first], report, grammar)
    heading = paragraphs[: min(first, _FRONT)]
    host = _host(prepared, heading, grammar) or _only_named(prepared, heading)
    chair = _presiding(prepared, paragraphs[:first], grammar)
    by_surname = _by_surname(prepared)
    for index, label in enumerate(labels):
        if label is None:
            continue
        span = _turn(prepared, label, paragraphs[index : _turn_end(prepared, labels, index, report)])
        if span is not None:
            answers = host is not None and fold(label.name) in grammar.words["answerers"]
            speaker = host if answers else _labelled(label, by_surname, grammar)
            speaker = chair if chair and is_chair(label.name, grammar) else speaker
            turns.append(Block(span, speaker, label.span, 0.9))
    return _alternating(prepared, turns)


def _alternating(prepared: Prepared, turns: list[Block]) -> list[Block]:
    """Part the last of two turns, a question and its answer, where paragraphs that ask go on in it without labels."""
    if len(turns) != _PAIR or not turns[0].span.cut(prepared.text).endswith("?"):
        return turns
    asker, answerer = turns
    inside = [each for each in prepared.paragraphs if answerer.span.start < each.end <= answerer.span.end]
    asked = [at for at, each in enumerate(inside) if at and asks(prepared, each)]
    if len(asked) < _FEWEST_ASKED:
        return turns
    parted = [asker, replace(answerer, span=Span(answerer.span.start, inside[asked[0] - 1].end))]
    for at, upto in zip(asked, [*asked[1:], len(inside)], strict=True):
        parted.append(replace(asker, span=inside[at]))
        if at + 1 < upto:
            parted.append(replace(answerer, span=Span(inside[at + 1].start, inside[upto - 1].end)))
    return parted


def _turn_end(prepared: Prepared, labels: Sequence[Label | None], index: int, report: frozenset[Span]) -> int:
    """The first paragraph after the turn that a label opens."""
    paragraphs, end, label = prepared.paragraphs, index + 1, labels[index]
    while end < len(labels) and label is not None and paragraphs[end].end <= label.text_start:
        end += 1
    while end < len(labels) and labels[end] is None:
        if paragraphs[end] not in report and not _TIME.fullmatch(
            prepared.text, paragraphs[end].start, paragraphs[end].end
        ):
            break
        if not _TIME.fullmatch(prepared.text, paragraphs[end].start, paragraphs[end].end) and _is_heading(
            prepared, paragraphs[end]
        ):
            break
        end += 1
    return end


def _turn(prepared: Prepared, label: Label, paragraphs: Sequence[Span]) -> Span | None:
    """The words of a turn without what stands in brackets at its end; ``None`` where no words are left."""
    paragraphs = list(paragraphs)
    while len(paragraphs) > 1 and _ASIDE.fullmatch(paragraphs[-1].cut(prepared.text)):
        paragraphs.pop()
    start, end = label.text_start, paragraphs[-1].end
    while start < end and prepared.text[start].isspace():
        start += 1
    if time := _TIME.match(prepared.text, start, end):
        start = time.end()
    if aside := _LAST_ASIDE.search(prepared.text, max(start, end - _LONGEST_ASIDE), end):
        end = aside.start()
    said = prepared.text[start:end]
    if not said or _MARKS.match(said) or _ASIDE.fullmatch(said) or _is_name(prepared, start, end):
        return None
    return Span(start, end)


def _is_name(prepared: Prepared, start: int, end: int) -> bool:
    """Whether words only say who somebody is, as behind "Host:" over a transcript: "Ida Sporsz, minister (IS)"."""
    who = person_at(prepared, start, start + 1)
    said = prepared.text[start:end]
    is_role = not said.endswith((*ENDS, "—", "–", "-")) and len(said.split()) <= _LONGEST_ROLE
    return who is not None and (who.span.end >= end or (is_role and said[who.span.end - start :][:2] in (", ", " (")))


def _host(prepared: Prepared, heading: Sequence[Span], grammar: SayingGrammar) -> Speaker | None:
    """Who answers in a transcript whose heading says whose words follow."""
    for index, line in enumerate(heading):
        who = find_named(prepared, (line,))
        if who is not None and announces(prepared, heading, index, grammar):
            return Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office)
    return None


def _presiding(prepared: Prepared, heading: Sequence[Span], grammar: SayingGrammar) -> Speaker | None:
    """Who is in the chair, where a line above the talk says so: "Présidence de Mme Ida Sporsz"."""
    for line in heading:
        folded = line.cut(prepared.folded)
        if len(folded) < _LONGEST_HEADING and any(words in folded for words in grammar.blocks["chairs"]):
            return _only_named(prepared, (line,))
    return None


def _only_named(prepared: Prepared, heading: Sequence[Span]) -> Speaker | None:
    """The one person whom a heading names, if it names one alone."""
    named = [each for line in heading for each in prepared.mentions if each.kind == "person" and line.holds(each.span)]
    who = named[0] if len({each.name for each in named}) == 1 else None
    return Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office) if who else None


def _is_heading(prepared: Prepared, paragraph: Span) -> bool:
    text = paragraph.cut(prepared.text)
    return len(text) < _LONGEST_HEADING and not text.endswith((*ENDS, ")", "]", ",", "—", "–", "-"))


def _by_surname(prepared: Prepared) -> dict[str, Mention]:
    """The persons of the document by the last word of their name, full names before short ones."""
    persons = [mention for mention in prepared.mentions if mention.kind == "person"]
    ordered = sorted(persons, key=lambda mention: (not mention.name.isupper(), len(mention.name.split())))
    found = {_initials(mention.name): mention for mention in ordered}
    return found | {fold(mention.name.split()[-1]): mention for mention in ordered}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()


def _labelled(label: Label, by_surname: dict[str, Mention], grammar: SayingGrammar) -> Speaker | None:
    """Who a label means: the person whose name shares its last word, else the label itself; nobody for a mere questioner."""
    folded = fold(label.name)
    if folded in grammar.words["questioners"] | grammar.words["answerers"] or len(label.name) == 1:
        return None
    name = _ROLE.split(label.name)[0].strip(" @")
    words = _WORD.findall(fold(name))
    for word in ["".join(words)] if INITIALS.fullmatch(name) else reversed(words):
        person = by_surname.get(word)
        if person is not None and not is_party(name, grammar):
            full = named_once(person.name.title() if person.name.isupper() else person.name)
            return Speaker(name=full, mention=label.span, person_id=person.person_id, office=person.office)
    if INITIALS.fullmatch(name):
        alike = {person.name for person in by_surname.values() if fold(person.name)[0] == words[-1][-1]}
        name = next(iter(alike)) if len(alike) == 1 and " " not in min(alike) else name
    return Speaker(name=name.title() if name.isupper() and len(name) > 3 else name, mention=label.span)
