"""Cues inside quotation marks, which part the words in two: « Il faut, a dit X. Nous … »"""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import Sentence, past_adverbials
from quotepart.extraction.quotes.cues import Cue, find_cues
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.quotations import Quotation
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.subjects import find_subjects
from quotepart.model.span import Span

_LONGEST = 14  # tokens of a subject inside somebody's words
_FEWEST = 3  # tokens before a cue that are too few to stand for themselves
_PARTING = frozenset((",", "-", "–", "—"))  # signs between somebody's words and the cue inside them


def find_inner_cue(frame: Frame, quotation: Quotation, grammar: SayingGrammar) -> tuple[Cue, Phrase, list[Span]] | None:
    """Return the cue that stands inside a quotation, cut into tokens as ``frame``, its subject, and the words beside both."""
    cues = find_cues(frame, grammar)
    for cue, subject in zip(cues, find_subjects(frame, cues, grammar), strict=True):
        if subject is None or cue.shape != "finite" or subject.kind == "first_person":
            continue
        if frame.word(cue.verb).endswith(grammar.participle_ending):
            continue
        start, end = min(cue.start, subject.start), max(cue.end, subject.end)
        sentence = Sentence(frame, cues, [None], grammar)
        past = past_adverbials(sentence, end)
        while frame.word(past) == "," and past_adverbials(sentence, past + 1) > past + 1:
            past = past_adverbials(sentence, past + 1)
        end = past if frame.word(past) in (".", "") else end
        is_own = subject.kind == "pronoun"
        closes = frame.word(end) in (",", "", ".") and subject.end - subject.start <= _LONGEST
        is_turned = subject.start >= cue.start or (grammar.heads_last and not (is_own and quotation.is_whole))
        if start > 1 and frame.word(start - 1) in _PARTING and closes and is_turned:
            return cue, subject, _pieces(frame, quotation, start, end)
    return None


def _pieces(frame: Frame, quotation: Quotation, start: int, end: int) -> list[Span]:
    """The words before a cue at tokens ``start`` to ``end`` and those after it; all in one where hardly any stand before."""
    last = next((at for at in range(start - 1, 0, -1) if frame.words[at] not in _PARTING), 0)
    before = Span(quotation.span.start, frame.ends[last])
    after = next((at for at in range(end, len(frame)) if frame.words[at][0].isalnum()), None)
    if quotation.is_whole and frame.word(end) != "." and last < _FEWEST:
        return [quotation.span]
    goes_on = after is not None and (quotation.is_whole or frame.word(end) != ",")
    return [before, Span(frame.starts[after], quotation.span.end)] if goes_on and after is not None else [before]
