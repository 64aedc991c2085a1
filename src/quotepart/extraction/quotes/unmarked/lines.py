"""Minutes of parliaments, where each turn stands under a line with its speaker's name and seat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.labels import Label, person_at
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.span import Span

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_ENDS = (".", "!", "?", "…")
_NO_NAME = (*_ENDS, ":", ";", ",", "”", '"', "»")
_LONGEST = 16  # words of a line that names a speaker
_OPENING = 40  # characters of a line in which the name begins
_FEWEST = 3  # turns
_SPOKEN = 0.6  # the least share of turns that speak in the first person


def find_lines(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> list[Label | None]:
    """Return the label of each paragraph that is a speaker's line, where at least three turns show that these are minutes.

    Somebody speaks more than once, and most turns are in the first person.
    """
    lines = [_line(prepared, paragraph, grammar) for paragraph in paragraphs]
    turns = {
        at: below
        for at, (_, below) in enumerate(pairwise(paragraphs))
        if lines[at] is not None and lines[at + 1] is None and below.cut(prepared.text).endswith(_ENDS)
    }
    first_persons = grammar.blocks["first_persons"]
    spoken = sum(not first_persons.isdisjoint(_WORD.findall(below.cut(prepared.folded))) for below in turns.values())
    names = {line.name for at in turns if (line := lines[at]) is not None}
    is_talk = len(turns) >= _FEWEST and len(names) < len(turns) and spoken >= _SPOKEN * len(turns)
    return [line if is_talk and at in turns else None for at, line in enumerate(lines)]


def _line(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> Label | None:
    """The label that a paragraph is which names somebody and says nothing: "Ida Sporsz (Klow South, Reform)"."""
    text, words = paragraph.cut(prepared.text), _WORD.findall(paragraph.cut(prepared.folded))
    person = person_at(prepared, paragraph.start, min(paragraph.end, paragraph.start + _OPENING))
    if person is None or not 1 < len(words) <= _LONGEST or text.endswith(_NO_NAME):
        return None
    verbs = grammar.words["auxiliaries"] | grammar.words["finite_hints"]
    says = any(word in grammar.forms and word not in grammar.words["noun_like"] for word in words)
    is_sentence = says or not verbs.isdisjoint(words)
    return None if is_sentence else Label(person.span, paragraph.end, named_once(person.name))


def named_once(name: str) -> str:
    """Return a name once that stands twice in a row, under a picture and beside it."""
    words = name.split()
    half = next((size for size in range(1, len(words) // 2 + 1) if words[:size] == words[size : 2 * size]), len(words))
    return " ".join(words[:half])
