"""Interviews without labels: paragraphs that ask, each followed by the answer of the one person introduced before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.labels import person_at
from quotepart.extraction.quotes.unmarked.speeches import ENDS, WORD, Block, speaks
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_LABEL = re.compile(r"\s?:\s+(?=\S)|\s(?=[A-ZÀ-Þ«“])")
_MARKS = re.compile(r"[«»“”\"]")
_DASH = re.compile(r"[-–—]\s+(?=\S)")
_FEWEST, _LEAD = 3, 2
_LONGEST_QUESTION = 500
_ANSWERED = (
    0.6  # the least share of the answers that speak in the first person, and of the questions that address somebody
)


def find_interview(prepared: Prepared, report: Sequence[Span], grammar: SayingGrammar) -> list[Block]:
    """Return the answers of an interview whose questions stand as paragraphs of their own; empty if it is none."""
    asked = [at for at, paragraph in enumerate(report) if asks(prepared, paragraph)]
    if len(asked) < _FEWEST:
        return []
    answers = [_answer(prepared, report, at, upto, grammar) for at, upto in zip(asked, [*asked[1:], None], strict=True)]
    given = [answer for answer in answers if answer is not None]
    labelled = _labelled(prepared, given[0]) if given else None
    addressed = sum(_addresses(prepared, report[at], grammar) for at in asked)
    spoken = sum(speaks(prepared, answer, grammar) for answer in given)
    is_dashed = all(_DASH.match(prepared.text, span.start) for span in (*(report[at] for at in asked), *given))
    is_put = (
        labelled is not None or is_dashed or (addressed >= _ANSWERED * len(asked) and spoken >= _ANSWERED * len(given))
    )
    if len(given) < _FEWEST or not is_put or not spoken:
        return []
    if labelled is not None:
        return [Block(answer, _speaker(labelled[0]), None, 0.9) for answer in (labelled[1], *given[1:])]
    near = [*report[max(0, asked[0] - _LEAD) : asked[0]], *(report[at] for at in asked)]
    lead = report[: asked[0]]
    who = _most_named(prepared, near, lead, grammar) or _most_named(prepared, lead, lead, grammar)
    given = [Span(dash.end(), span.end) if (dash := _DASH.match(prepared.text, span.start)) else span for span in given]
    return [Block(answer, _speaker(who) if who else None, None, 0.8) for answer in given]


def _speaker(who: Mention) -> Speaker:
    return Speaker(name=who.name, mention=who.span, person_id=who.person_id, office=who.office)


def _labelled(prepared: Prepared, answer: Span) -> tuple[Mention, Span] | None:
    """The person whose name opens the first answer, in bold or with a colon, as papers write it, and the answer without it."""
    who = person_at(prepared, answer.start, answer.start + 2)
    label = _LABEL.match(prepared.text, who.span.end, answer.end) if who else None
    return (who, Span(label.end(), answer.end)) if who and label else None


def asks(prepared: Prepared, paragraph: Span) -> bool:
    """Return whether a paragraph is a question, and not one in quotation marks."""
    text = paragraph.cut(prepared.text)
    return text.endswith("?") and len(text) < _LONGEST_QUESTION and not _MARKS.match(text)


def _addresses(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> bool:
    """Whether a question is put to somebody, or goes on from the one before with "and" or "but"."""
    words = WORD.findall(paragraph.cut(prepared.folded))
    opens = bool(words) and words[0] in grammar.words["coordinators"]
    return opens or not grammar.blocks["second_persons"].isdisjoint(words)


def _answer(
    prepared: Prepared, report: Sequence[Span], question: int, upto: int | None, grammar: SayingGrammar
) -> Span | None:
    """What stands between two questions; behind the last only the paragraphs that speak."""
    body: list[Span] = []
    for paragraph in report[question + 1 : upto]:
        text = paragraph.cut(prepared.text)
        if (
            not text.endswith(ENDS)
            or _MARKS.match(text)
            or (upto is None and body and not speaks(prepared, paragraph, grammar))
        ):
            break
        body.append(paragraph)
    return Span(body[0].start, body[-1].end) if body else None


def _most_named(
    prepared: Prepared, paragraphs: Sequence[Span], lead: Sequence[Span], grammar: SayingGrammar
) -> Mention | None:
    """The person whom paragraphs and those of the lead name most, who wrote or asked left out."""
    persons = _persons_in(prepared, paragraphs, grammar)
    also = (paragraph for paragraph in lead if paragraph not in paragraphs)
    counts = Counter(each.name for each in (*persons, *_persons_in(prepared, also, grammar)))
    return max(persons, key=lambda each: counts[each.name], default=None)


def _persons_in(prepared: Prepared, paragraphs: Iterable[Span], grammar: SayingGrammar) -> list[Mention]:
    return [
        mention
        for paragraph in paragraphs
        for mention in _mentions_in(prepared, paragraph)
        if mention.kind == "person" and not _is_writer(prepared, mention, grammar)
    ]


def _mentions_in(prepared: Prepared, paragraph: Span) -> Sequence[Mention]:
    """The mentions that begin in a paragraph."""
    low, high = (
        bisect_left(prepared.mentions, place, key=lambda mention: mention.span.start)
        for place in (paragraph.start, paragraph.end)
    )
    return prepared.mentions[low:high]


def _is_writer(prepared: Prepared, mention: Mention, grammar: SayingGrammar) -> bool:
    """Whether a name stands behind "by" or behind what only those who ask are called."""
    words = fold(prepared.text[max(0, mention.span.start - 24) : mention.span.start]).split()
    return bool(words) and (words[-1] in grammar.words["agents"] or words[-1] in grammar.words["moderators"])
