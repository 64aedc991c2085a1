"""Minutes of parliaments, where each turn stands under a line with its speaker's name and seat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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
_LONGEST_LINKS = 60  # characters of a line that only leads elsewhere
_FEWEST = 3  # turns
_SPOKEN = 0.6  # the least share of turns that speak in the first person


def find_lines(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> list[Label | None]:
    """Return the label of each paragraph that is a speaker's line, where at least three turns show that these are minutes.

    Somebody speaks more than once, and most turns are in the first person.
    """
    lines = [_line(prepared, paragraph, grammar) for paragraph in paragraphs]
    turns: dict[int, Span] = {}
    for at, (line, (_, below)) in enumerate(zip(lines, pairwise(paragraphs), strict=False)):
        spoken_at = at + 1
        if line is not None and _is_of_links(prepared, below) and at + 2 < len(paragraphs):
            spoken_at, lines[at] = at + 2, replace(line, text_start=below.end)
        if line is not None and lines[spoken_at] is None and _is_prose(prepared, paragraphs[spoken_at]):
            turns[at] = paragraphs[spoken_at]
    first_persons = grammar.blocks["first_persons"]
    spoken = sum(not first_persons.isdisjoint(_WORD.findall(below.cut(prepared.folded))) for below in turns.values())
    names = {line.name for at in turns if (line := lines[at]) is not None}
    is_talk = len(turns) >= _FEWEST and len(names) < len(turns) and spoken >= _SPOKEN * len(turns)
    return [line if is_talk and at in turns else None for at, line in enumerate(lines)]


def _is_prose(prepared: Prepared, paragraph: Span) -> bool:
    return paragraph.cut(prepared.text).endswith(_ENDS)


def _is_of_links(prepared: Prepared, paragraph: Span) -> bool:
    """Whether a line under a speaker's only leads elsewhere: "- View the speech - Excerpts", "In context | Source"."""
    text = paragraph.cut(prepared.text)
    is_listed = text.startswith(("- ", "– ", "• "))
    is_parted = " | " in text and person_at(prepared, paragraph.start, paragraph.end) is None
    return (is_listed or is_parted) and len(text) <= _LONGEST_LINKS and not text.endswith(_ENDS)


def _line(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> Label | None:
    """The label that a paragraph is which names somebody and says nothing: "Ida Sporsz (Klow South, Reform)"."""
    text, words = paragraph.cut(prepared.text), _WORD.findall(paragraph.cut(prepared.folded))
    person = person_at(prepared, paragraph.start, min(paragraph.end, paragraph.start + _OPENING))
    if person is None or _is_of_links(prepared, paragraph) or not 1 < len(words) <= _LONGEST or text.endswith(_NO_NAME):
        return None
    verbs = grammar.words["auxiliaries"] | grammar.words["finite_hints"]
    says = any(word in grammar.forms and word not in grammar.words["noun_like"] for word in words)
    is_sentence = says or not verbs.isdisjoint(words)
    return None if is_sentence else Label(person.span, paragraph.end, named_once(person.name))


def named_once(name: str) -> str:
    """Return a name once that stands twice in a row, under a picture and beside it, perhaps with a word or nothing between."""
    words = name.split()
    once = name[: len(name) // 2]
    if len(words) > 2 and name == once * 2:  # "Ida SporszIda Sporsz"
        return once
    if len(words) % 2 and words[: len(words) // 2] == words[len(words) // 2 + 1 :]:
        return " ".join(words[: len(words) // 2] or words)
    half = next((size for size in range(1, len(words) // 2 + 1) if words[:size] == words[size : 2 * size]), len(words))
    return " ".join(words[:half])
