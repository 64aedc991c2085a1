"""A text, or the part of a transcript before its first label, that one person speaks from end to end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.labels import person_at
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.entry import Speaker
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

ENDS = (".", "!", "?", "…", "»", "”", '"', "''")
"""How a paragraph ends that is no heading."""
WORD = re.compile(r"\w+'?")
"""A word, one that an apostrophe ties to the next by itself: "j'" of "j'espère"."""
_MARKS = re.compile(r"[«»“”\"]")
_SPEECH_SHARE = 0.4  # of the paragraphs, that speak in the first person
_SURE_SHARE = 0.15  # the same where a heading announces a speaker and a greeting begins it
_LONGEST_HEADING = 220
_FRONT = 6


@dataclass(frozen=True, slots=True)
class Block:
    """Words that somebody speaks without marks, with the line or label that says who."""

    span: Span
    speaker: Speaker | None
    line: Span | None
    confidence: float


def find_speech(
    prepared: Prepared, paragraphs: Sequence[Span], report: frozenset[Span], grammar: SayingGrammar
) -> list[Block]:
    """Return the one speech that a heading or a greeting opens and whose paragraphs speak in the first person, if any.

    ``report`` are the paragraphs that are no furniture.
    """
    opening = _opening(prepared, paragraphs, grammar)
    if opening is None:
        return []
    heading, first = opening
    body = [each for each in paragraphs[first:] if each in report and _is_prose(prepared, each)]
    spoken = sum(speaks(prepared, each, grammar) for each in body)
    marks = sum(len(_MARKS.findall(each.cut(prepared.text))) for each in body)
    greets = bool(body) and _greets(prepared, paragraphs[first], grammar)
    least = _SURE_SHARE if heading and greets else _SPEECH_SHARE
    if not body or spoken < least * len(body) or marks > len(body):
        return []
    start = min(paragraphs[first].start if greets else body[0].start, body[0].start)
    who = find_named(prepared, heading)
    speaker = Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office) if who else None
    return [Block(Span(start, body[-1].end), speaker, who.span if who else None, 0.8)]


def find_named(prepared: Prepared, lines: Sequence[Span]) -> Mention | None:
    """Return the first person named in the lines of a heading."""
    return next(filter(None, (person_at(prepared, line.start, line.end) for line in lines)), None)


def announces(prepared: Prepared, paragraphs: Sequence[Span], index: int, grammar: SayingGrammar) -> bool:
    """Whether a line says whose words follow: "Remarks by X", "Press conference" over "by X", "X's address to …"."""
    line = paragraphs[index].cut(prepared.folded)
    if len(line) > _LONGEST_HEADING:
        return False
    if line.startswith(tuple(grammar.blocks["speeches"])):
        return True
    if line.endswith(ENDS):
        return False
    if any(words in line for words in grammar.blocks["speeches"]):
        return True
    if any(noun in line for noun in grammar.blocks["speech_nouns"]) and find_named(
        prepared, paragraphs[index : index + 1]
    ):
        return True
    above = paragraphs[index - 1].cut(prepared.folded) if index else ""
    is_signed = any(line.startswith(f"{agent} ") for agent in grammar.words["agents"])
    return is_signed and len(above) < _LONGEST_HEADING and any(noun in above for noun in grammar.blocks["speech_nouns"])


def speaks(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    """Whether a paragraph speaks in the first person."""
    return bool(set(WORD.findall(paragraph.cut(prepared.folded))) & grammar.blocks["first_persons"])


def _opening(
    prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar
) -> tuple[Sequence[Span], int] | None:
    """The lines of the heading and the first paragraph behind it, where something shows that a speech begins."""
    front = list(paragraphs[:_FRONT])
    greeting = next((at for at, line in enumerate(front) if _greets(prepared, line, grammar)), None)
    for index in range(len(front)):
        if announces(prepared, front, index, grammar):
            after = index + 1 if greeting is None or greeting <= index else greeting
            return (front[index:after] or front[: index + 1]), after
    if greeting is None:
        return None
    if any(_is_marked_delivered(prepared, line, grammar) for line in front):
        return front[:greeting], greeting
    return ((), greeting) if _is_formal(prepared, front[greeting], grammar) else None


def _is_prose(prepared: Prepared, paragraph: Span) -> bool:
    return paragraph.cut(prepared.text).endswith(ENDS)


def _greets(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    return paragraph.cut(prepared.folded).startswith(tuple(grammar.blocks["greetings"] | grammar.blocks["addresses"]))


def _is_formal(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    """Whether a paragraph begins by addressing an audience, as only speeches do."""
    return paragraph.cut(prepared.folded).startswith(tuple(grammar.blocks["addresses"]))


def _is_marked_delivered(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    line = paragraph.cut(prepared.folded)
    return len(line) < _LONGEST_HEADING and any(words in line for words in grammar.blocks["deliveries"])
