"""Speech that no marks show: a block followed by its speaker's line, labelled turns of a transcript, a whole speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotepart.extraction.fold import fold
from quotepart.extraction.persons import PERSON_WORD
from quotepart.extraction.prepared import Mention, Prepared
from quotepart.extraction.saying import SayingGrammar
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_LABEL = re.compile(
    r"[-–—•*\s]{0,4}(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s?|Q\d{1,3}\.?\s|\d{1,2}\.\s)?"
    r"([^\n:«“\"]{1,80}?)\s?(?::|\.\s?[–—-])(?=\s)"
)
_DASHED = re.compile(r"([^\W\d_][^\n:«“\".]{1,30}?)\s?(?:\s:|\.\s?[–—-])\s+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?\s?){2,3}")
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
_ENDS = (".", "!", "?", "…", "»", "”", '"')
_LINE_WORDS = 16
_FRONT = 6
_FEWEST_LABELS = 2
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_MARKS = re.compile(r"[«»“”\"]")
_SPEECH_SHARE = 0.4
_LONGEST_HEADING = 220


@dataclass(frozen=True, slots=True)
class Block:
    """Words that somebody speaks without marks, with the line or label that says who."""

    span: Span
    speaker: Speaker | None
    line: Span | None
    confidence: float


def find_blocks(prepared: Prepared, grammar: SayingGrammar) -> list[Block]:
    """Return the unmarked speech of a document in text order."""
    report = _outside(prepared.paragraphs, prepared.furniture)
    turns = _turns(prepared, frozenset(report), grammar)
    if turns:
        return turns
    return _whole_speech(prepared, prepared.paragraphs, frozenset(report), grammar) or list(
        _before_lines(prepared, report, grammar)
    )


def _outside(paragraphs: Sequence[Span], furniture: Sequence[Span]) -> list[Span]:
    """The paragraphs that are no furniture; both sequences are in text order."""
    starts = [span.start for span in furniture]
    kept = []
    for paragraph in paragraphs:
        at = bisect_right(starts, paragraph.start) - 1
        if at < 0 or not furniture[at].holds(paragraph):
            kept.append(paragraph)
    return kept


def _person_at(prepared: Prepared, low: int, high: int) -> Mention | None:
    """The first person whose mention begins at ``low`` or later and before ``high``."""
    first = bisect_left(prepared.mentions, low, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[first : first + 12]:
        if mention.span.start >= high:
            return None
        if mention.kind == "person":
            return mention
    return None


def _before_lines(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> Iterator[Block]:
    """Paragraphs that the next line gives to somebody: "Jens Novak, ministre de la Défense"."""
    for block, line in pairwise(paragraphs):
        text = block.cut(prepared.text)
        if not text.endswith(_ENDS) or len(text.split()) < 4:
            continue
        mention = _speaker_line(prepared, block, line, grammar)
        if mention is not None:
            inside = _inside_marks(prepared, block)
            speaker = Speaker(name=mention.name, mention=line, person_id=mention.person_id, office=mention.office)
            yield Block(inside, speaker, line, 0.9)


def _inside_marks(prepared: Prepared, block: Span) -> Span:
    text = block.cut(prepared.text)
    start = block.start + (len(text) - len(text.lstrip('«“" \u00a0\u202f')))
    end = block.end - (len(text) - len(text.rstrip('»”" \u00a0\u202f')))
    return Span(start, end) if end > start else block


def _speaker_line(prepared: Prepared, block: Span, line: Span, grammar: SayingGrammar) -> Mention | None:
    """The person whom a line names and says what he is, unless the line is a byline or a sentence."""
    text = line.cut(prepared.text).strip()
    words = [fold(word) for word in _WORD.findall(text)]
    if not 2 <= len(words) <= _LINE_WORDS or text.endswith((".", "!", "?", ":", "»", "”")):
        return None
    start = line.start + len(text) - len(text.lstrip("-–—• ")) if text[0] in "-–—•" else line.start
    mention = _person_at(prepared, start, start + 2)
    if mention is None or mention.span.end > line.end:
        return None
    folded = fold(text)
    if any(f" {word} " in f" {folded.replace(',', ' ')} " for word in grammar.blocks["bylines"]):
        return None
    rest = prepared.text[mention.span.end : line.end].lstrip(" ,(")
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    has_title = any(fold(word) in known for word in _WORD.findall(rest))
    is_dashed = text[0] in "-–—"
    speaks = bool({fold(word) for word in _WORD.findall(block.cut(prepared.folded))} & grammar.blocks["first_persons"])
    if has_title or ((is_dashed or not rest) and speaks):
        return mention
    return None


@dataclass(frozen=True, slots=True)
class _Label:
    span: Span
    text_start: int
    name: str


def _turns(prepared: Prepared, report: frozenset[Span], grammar: SayingGrammar) -> list[Block]:
    """The turns of a transcript: labelled paragraphs with the unlabelled ones of the report that follow each."""
    paragraphs = prepared.paragraphs
    labels = _labels(prepared, paragraphs, grammar)
    by_surname = _by_surname(prepared)
    counts = Counter(label.name for label in labels if label)
    total = sum(counts.values())
    if total < _FEWEST_LABELS or (total < 3 and len(report) > 8) or total * 8 < len(report):
        return []
    first = next(at for at, label in enumerate(labels) if label)
    turns = _whole_speech(prepared, paragraphs[:first], report, grammar)
    host = _host(prepared, paragraphs[: min(first, _FRONT)], grammar)
    for index, label in enumerate(labels):
        if label is None:
            continue
        end = index
        while end + 1 < len(labels) and labels[end + 1] is None and paragraphs[end + 1] in report:
            if _is_heading(prepared, paragraphs[end + 1]):
                break
            end += 1
        if label.text_start < paragraphs[end].end and not _is_marked(prepared, label.text_start):
            span = Span(label.text_start, paragraphs[end].end)
            answers = host is not None and fold(label.name) in grammar.words["answerers"]
            speaker = host if answers else _labelled(label, by_surname, grammar)
            turns.append(Block(span, speaker, label.span, 0.9))
    return turns


def _host(prepared: Prepared, heading: Sequence[Span], grammar: SayingGrammar) -> Speaker | None:
    """Who answers in a transcript whose heading says whose words follow."""
    for index, line in enumerate(heading):
        who = _person_at(prepared, line.start, line.end)
        if who is not None and _announces(prepared, heading, index, grammar):
            return Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office)
    return None


def _labels(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> list[_Label | None]:
    """The label of each paragraph; where persons are labelled, one that comes back counts whatever it names."""
    certain = _without_slugs([_label_at(prepared, paragraph, grammar) for paragraph in paragraphs], prepared, grammar)
    if not any(certain):
        return certain
    loose = [_any_label(prepared, paragraph) for paragraph in paragraphs]
    counts = Counter(label.name for label in loose if label)
    return [
        sure or (label if label and counts[label.name] > 1 else None)
        for sure, label in zip(certain, loose, strict=True)
    ]


def _without_slugs(labels: list[_Label | None], prepared: Prepared, grammar: SayingGrammar) -> list[_Label | None]:
    """The labels without those in capitals that come once and name nobody: "BREAKING: …"."""
    counts = Counter(label.name for label in labels if label)
    surnames = {word for each in prepared.mentions if each.kind == "person" for word in fold(each.name).split()}
    known = surnames | grammar.titles.keys() | grammar.honorifics | grammar.words["speaker_nouns"]
    return [
        label
        if label
        and (not label.name.isupper() or counts[label.name] > 1 or known & set(_WORD.findall(fold(label.name))))
        else label
        if label and (_is_party(label.name, grammar) or _INITIALS.fullmatch(label.name))
        else None
        for label in labels
    ]


def _any_label(prepared: Prepared, paragraph: Span) -> _Label | None:
    match = _DASHED.match(prepared.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    start = match.end()
    return _Label(Span(match.start(1), match.end(1)), min(start, paragraph.end), match[1].strip())


def _is_heading(prepared: Prepared, paragraph: Span) -> bool:
    text = paragraph.cut(prepared.text)
    return len(text) < 60 and not text.endswith((*_ENDS, ")", "]", ",", "—", "–", "-"))


def _is_marked(prepared: Prepared, start: int) -> bool:
    return bool(_MARKS.match(prepared.text, start))


def _label_at(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Label | None:
    """The label at the head of a paragraph: capitals, a person's name with or without a role, or a questioner."""
    match = _LABEL.match(prepared.text, paragraph.start, paragraph.end)
    if match is None:
        return _bare_label(prepared, paragraph, grammar)
    written = match[1].strip(" *_")
    bare = _BRACKETED.sub("", written).strip(" ,")
    inner = _BRACKETED.search(written)
    if inner and _is_name(prepared, match.start(1) + inner.start(), inner[0].strip("()[]"), grammar, capitals=False):
        bare = inner[0].strip("()[]")
    elif not bare or not (_is_name(prepared, match.start(1), bare, grammar) or _is_party(bare, grammar)):
        return None
    text_start = match.end()
    while text_start < paragraph.end and prepared.text[text_start].isspace():
        text_start += 1
    return _Label(Span(match.start(1), max(match.end(1), match.start(1) + 1)), text_start, bare)


def _bare_label(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Label | None:
    """A questioner's single letter with a stop: "Q. Will the troops stay?"."""
    match = re.match(r"([QRA])(?:[.)]\s+|\t|\s{2,})", prepared.text[paragraph.start : paragraph.start + 8])
    if match is None:
        return None
    start = paragraph.start
    return _Label(Span(start, start + 1), start + match.end(), match[1])


def _is_party(label: str, grammar: SayingGrammar) -> bool:
    words = grammar.words
    return fold(label) in words["questioners"] | words["answerers"] | words["moderators"]


def _is_name(prepared: Prepared, start: int, label: str, grammar: SayingGrammar, *, capitals: bool = True) -> bool:
    """Whether a label is somebody's: all in capitals, or a person's name at its front or after a title."""
    words = label.split()
    if len(words) > 8:
        return False
    if capitals and label.isupper() and len(label) > 2 and not any(char.isdigit() for char in label):
        return True
    name = label.split(",")[0].split()
    while name and (fold(name[0]).rstrip(".") in grammar.honorifics or fold(name[0]) in grammar.titles):
        name = name[1:]
    if not name or len(name) > 4 or not all(PERSON_WORD.fullmatch(word) or len(word) < 4 for word in name):
        return False
    end = start + len(label)
    return _person_at(prepared, start, end) is not None


def _by_surname(prepared: Prepared) -> dict[str, Mention]:
    """The persons of the document by the last word of their name, full names before short ones."""
    persons = [mention for mention in prepared.mentions if mention.kind == "person"]
    ordered = sorted(persons, key=lambda mention: (not mention.name.isupper(), len(mention.name.split())))
    found = {_initials(mention.name): mention for mention in ordered}
    return found | {fold(mention.name.split()[-1]): mention for mention in ordered}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()


def _labelled(label: _Label, by_surname: dict[str, Mention], grammar: SayingGrammar) -> Speaker | None:
    """Who a label means: the person whose name shares its last word, else the label itself; nobody for a mere questioner."""
    is_mere_party = _is_party(label.name, grammar) and fold(label.name) not in grammar.words["moderators"]
    if is_mere_party or len(label.name) == 1:
        return None
    name = label.name.split(",")[0]
    words = _WORD.findall(fold(name))
    for word in ["".join(words)] if _INITIALS.fullmatch(name) else reversed(words):
        person = by_surname.get(word)
        if person is not None:
            full = person.name.title() if person.name.isupper() else person.name
            return Speaker(name=full, mention=label.span, person_id=person.person_id, office=person.office)
    return Speaker(name=name.title() if name.isupper() and len(name) > 3 else name, mention=label.span)


def _whole_speech(
    prepared: Prepared, paragraphs: Sequence[Span], report: frozenset[Span], grammar: SayingGrammar
) -> list[Block]:
    """A text that its heading calls somebody's speech and whose paragraphs speak in the first person.

    In a transcript it is the statement before the first label.
    """
    for index, paragraph in enumerate(paragraphs[:4]):
        if not _announces(prepared, paragraphs, index, grammar):
            continue
        who = _person_at(prepared, paragraph.start, paragraph.end)
        body = [p for p in paragraphs[index + 1 :] if p in report and p.cut(prepared.text).endswith(_ENDS)]
        spoken = [p for p in body if _speaks(prepared, p, grammar)]
        marks = sum(len(_MARKS.findall(p.cut(prepared.text))) for p in body)
        if who and body and len(spoken) >= _SPEECH_SHARE * len(body) and marks <= len(body):
            speaker = Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office)
            return [Block(Span(body[0].start, body[-1].end), speaker, who.span, 0.8)]
    return []


def _announces(prepared: Prepared, paragraphs: Sequence[Span], index: int, grammar: SayingGrammar) -> bool:
    """Whether a line says whose words follow: "Remarks by X", or "by X" under "Press conference"."""
    line = paragraphs[index].cut(prepared.folded)
    if len(line) > _LONGEST_HEADING:
        return False
    if any(words in line for words in grammar.blocks["speeches"]):
        return True
    above = paragraphs[index - 1].cut(prepared.folded) if index else ""
    is_signed = any(line.startswith(f"{agent} ") for agent in grammar.words["agents"])
    return is_signed and len(above) < _LONGEST_HEADING and any(noun in above for noun in grammar.blocks["speech_nouns"])


def _speaks(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    return bool(set(_WORD.findall(paragraph.cut(prepared.folded))) & grammar.blocks["first_persons"])
