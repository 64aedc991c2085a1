"""Speech that no marks show: a block followed by its speaker's line, labelled turns of a transcript, a whole speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quotepart.extraction.names.given_names import given_names
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.interviews import find_interview
from quotepart.extraction.quotes.unmarked.labels import person_at
from quotepart.extraction.quotes.unmarked.speeches import ENDS, Block, find_speech, speaks
from quotepart.extraction.quotes.unmarked.turns import find_turns
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_LINE_WORDS = 16
_BULLETS = "•·▪●◦"
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def find_blocks(prepared: Prepared, grammar: SayingGrammar) -> list[Block]:
    """Return the unmarked speech of a document in text order."""
    report = _outside(prepared.paragraphs, prepared.furniture)
    kept = frozenset(report)
    return (
        find_turns(prepared, kept, grammar)
        or find_speech(prepared, prepared.paragraphs, kept, grammar)
        or find_interview(prepared, report, grammar)
        or list(_before_lines(prepared, report, grammar))
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


def _before_lines(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> Iterator[Block]:
    """Paragraphs that the next line gives to somebody: "Jens Novak, ministre de la Défense"."""
    named = Counter(mention.name for mention in prepared.mentions)
    for block, line in pairwise(paragraphs):
        text = block.cut(prepared.text)
        if not text.endswith(ENDS) or len(text.split()) < 4 or text[0] in _BULLETS or _is_listed(prepared, block):
            continue
        mention = _speaker_line(prepared, block, line, named, grammar)
        if mention is not None:
            inside = _inside_marks(prepared, block)
            speaker = Speaker(name=mention.name, mention=line, person_id=mention.person_id, office=mention.office)
            yield Block(inside, speaker, line, 0.9)
        elif described := _described_line(prepared, line, grammar):
            yield Block(_inside_marks(prepared, block), Speaker(name=described, mention=line), line, 0.7)


def _is_listed(prepared: Prepared, block: Span) -> bool:
    """Whether a short paragraph itself only says who somebody is: "Ida Sporsz, founder of the movement Onward!"."""
    who = person_at(prepared, block.start, block.start + 1)
    is_short = len(block.cut(prepared.text).split()) <= _LINE_WORDS
    return is_short and who is not None and prepared.text[who.span.end : who.span.end + 1] == ","


def _is_title(word: str, grammar: SayingGrammar) -> bool:
    """Whether a word is a title, perhaps one with a degree: "vice-admiral"."""
    return word in grammar.titles or word.rpartition("-")[2] in grammar.titles


def _described_line(prepared: Prepared, line: Span, grammar: SayingGrammar) -> str | None:
    """The description of somebody behind a dash: "— a diplomat in Klow"."""
    text = line.cut(prepared.text)
    words = [fold(word) for word in _WORD.findall(text)]
    if text[0] not in "–—" or not 2 <= len(words) <= _LINE_WORDS or text.endswith(ENDS):
        return None
    is_described = words[0] in grammar.words["indefinite_determiners"] and not grammar.blocks["bylines"] & set(words)
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    return text.lstrip("–— ").split(",")[0] if is_described and known & set(words) else None


def _inside_marks(prepared: Prepared, block: Span) -> Span:
    text = block.cut(prepared.text)
    start = block.start + (len(text) - len(text.lstrip('«“" \u00a0\u202f')))
    end = block.end - (len(text) - len(text.rstrip('»”" \u00a0\u202f')))
    return Span(start, end) if end > start else block


def _is_known(mention: Mention, named: Mapping[str, int], grammar: SayingGrammar) -> bool:
    """Whether something else shows that a line with nothing but a name holds one: its given name, or who bears it elsewhere."""
    first = fold(mention.name.split()[0])
    if first.endswith(grammar.participle_ending) and first not in given_names():
        return False
    return named[mention.name] > 1 or mention.person_id is not None or first in given_names()


def _speaker_line(
    prepared: Prepared, block: Span, line: Span, named: Mapping[str, int], grammar: SayingGrammar
) -> Mention | None:
    """The person whom a line names and says what he is, unless the line is a byline, a sentence or a label before words.

    ``named`` tells how often the document names each person.
    """
    text = line.cut(prepared.text).strip()
    words = [fold(word) for word in _WORD.findall(text)]
    if not 2 <= len(words) <= _LINE_WORDS or text.endswith((".", "!", "?", ":", "»", "”", '"', "''")):
        return None
    start = line.start + len(text) - len(text.lstrip("-–—• ")) if text[0] in "-–—•" else line.start
    first = person_at(prepared, start, start + 2)
    while (
        first is None and (title := _WORD.match(prepared.text, start, line.end)) and _is_title(fold(title[0]), grammar)
    ):
        start = title.end() + 1
    mention = first or person_at(prepared, start, start + 2)
    if mention is None or mention.span.end > line.end:
        return None
    folded = fold(text)
    if any(f" {word} " in f" {folded.replace(',', ' ')} " for word in grammar.blocks["bylines"]):
        return None
    rest = prepared.text[mention.span.end : line.end].lstrip(" ,(").rstrip()
    if rest.startswith(":"):
        return None
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    has_title = any(fold(word) in known for word in _WORD.findall(rest))
    if not grammar.words["auxiliaries"].isdisjoint(words) or not (has_title or _is_known(mention, named, grammar)):
        return None
    is_dashed = text[0] in "-–—"
    is_handle = rest.startswith("@")
    if has_title or is_handle or ((is_dashed or not rest) and speaks(prepared, block, grammar)):
        return mention
    return None
