"""A sentence as its reporter wrote it: tokens in which each quotation is one, however many sentences it holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from quotepart.extraction.quotes.quotations import Quotation
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

LONGEST = 300
"""The most tokens of a sentence that are looked at together; what is longer is no sentence anybody wrote."""

_DATELINE = 14  # the most tokens of a place, an agency and a day before the report begins
_PLACE = 4  # tokens of a place and a colon before it does
QUOTED = "\x01"
"""The token that stands for a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sentence of the report: folded ``words`` with their places, quotations and mentions by token.

    ``mentions`` maps the token at which a mention begins to it and to the token after its end; ``capitals`` are the tokens
    written with a capital.
    """

    span: Span
    paragraph: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: Mapping[int, Quotation]
    mentions: Mapping[int, tuple[Mention, int]]
    capitals: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The token at a place, empty outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def stretch(self, start: int, end: int) -> Span:
        """The characters from token ``start`` to before token ``end``."""
        return Span(self.starts[start], self.ends[end - 1])


def past_dateline(frame: Frame) -> int:
    """Return the token after "KLOW, 12 June 2019 -" or "KLOW (Agency) –" at the head of a sentence, else its first."""
    bracket = _past_bracket(frame) or _past_agency(frame)
    if bracket:
        return bracket
    for at in range(1, min(len(frame) - 1, _DATELINE)):
        if frame.words[at] in ("-", "–", "—") and (0 in frame.capitals or frame.words[0].isdigit()):
            start = at + 1 + (frame.words[at + 1] == "-")
            return start if start in frame.capitals else 0
    colon = next((at for at in range(1, min(len(frame) - 1, _PLACE)) if frame.words[at] == ":"), 0)
    named = colon > 0 and any(mention.kind == "person" for mention, end in frame.mentions.values() if end <= colon)
    is_place = colon > 0 and colon + 1 in frame.capitals and not named and frame.capitals.issuperset(range(colon))
    return colon + 1 if is_place else 0


def _past_bracket(frame: Frame) -> int:
    """The token after a place with agency and day in brackets: "KLOW (Agency - 29 December 2022) The fleet"; 0 without."""
    opening = next((at for at in range(1, min(len(frame), _PLACE)) if frame.words[at] == "("), 0)
    closing = next((at for at in range(opening, min(len(frame), _DATELINE + 2)) if frame.words[at] == ")"), 0)
    inside = frame.words[opening:closing] if opening else ()
    is_dated = any(word[0].isdigit() for word in inside) and not {"-", "–", "—"}.isdisjoint(inside)
    return closing + 1 if is_dated and closing + 1 in frame.capitals and 0 in frame.capitals else 0


def _past_agency(frame: Frame) -> int:
    """The token after an agency in brackets at the head of a sentence: "(Agency) - The fleet"; 0 without."""
    closing = next((at for at in range(2, min(len(frame) - 1, _PLACE + 2)) if frame.words[at] == ")"), 0)
    start = closing + 1 + (closing > 0 and frame.words[closing + 1] in ("-", "–", "—"))
    return start if closing and frame.words[0] == "(" and start in frame.capitals else 0


def opens_lightly(frame: Frame, upto: int, grammar: SayingGrammar) -> bool:
    """Return whether only conjunctions, adverbs and asides stand before a token: "Mais", "En effet,"."""
    at = 0
    while at < upto:
        fitting = (
            words for words in grammar.asides.get(frame.words[at], ()) if frame.words[at : at + len(words)] == words
        )
        aside = len(next(fitting, ()))
        is_light = frame.words[at] in grammar.words["coordinators"] or frame.words[at] in (",", "–")
        if not aside and not is_light and not grammar.is_adverb(frame.words[at]):
            return False
        at += aside or 1
    return at == upto


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence before it is cut into tokens."""

    span: Span
    paragraph: int
    quotations: tuple[Quotation, ...]


def find_stretches(prepared: Prepared, quotations: Sequence[Quotation]) -> Iterator[Stretch]:
    """Yield the sentences of the report in order, those that a quotation spans being joined."""
    ends = [paragraph.end for paragraph in prepared.paragraphs]
    sentences = prepared.sentences
    start: int | None = None
    first = at = 0
    for index, sentence in enumerate(sentences):
        start = sentence.start if start is None else start
        while at < len(quotations) and quotations[at].outer.start < sentence.end:
            at += 1
        paragraph = bisect_right(ends, start)
        following = sentences[index + 1].start if index + 1 < len(sentences) else ends[-1]
        covered = at > first and following < quotations[at - 1].outer.end
        if not covered:
            yield Stretch(Span(start, sentence.end), paragraph, tuple(quotations[first:at]))
            first, start = at, None


def cut(
    prepared: Prepared, matching: str, stretch: Stretch, grammar: SayingGrammar, starts: Sequence[int]
) -> tuple[Frame, ...]:
    """Return the sentence as tokens: one frame, or several where it is longer than anybody writes.

    ``matching`` is the folded text on one line, ``starts`` where each mention begins.
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    quotations: dict[int, Quotation] = {}
    position = stretch.span.start
    for quotation in (*stretch.quotations, None):
        stop = min(quotation.outer.start, stretch.span.end) if quotation else stretch.span.end
        for match in grammar.token.finditer(matching, position, max(position, stop)):
            words.append(match[0])
            places.append(match.span())
        if quotation:
            quotations[len(words)] = quotation
            words.append(QUOTED)
            places.append((quotation.outer.start, quotation.outer.end))
            position = quotation.outer.end
    return tuple(
        _frame(
            prepared,
            stretch.paragraph,
            words[low : low + LONGEST],
            places[low : low + LONGEST],
            quotations,
            low,
            starts,
        )
        for low in range(0, len(words), LONGEST)
    )


def _frame(
    prepared: Prepared,
    paragraph: int,
    words: list[str],
    places: list[tuple[int, int]],
    quotations: Mapping[int, Quotation],
    low: int,
    starts: Sequence[int],
) -> Frame:
    text = prepared.text
    inside = {at: quotations[low + at] for at, word in enumerate(words) if word == QUOTED and low + at in quotations}
    token_starts = [start for start, _ in places]
    return Frame(
        span=Span(token_starts[0], places[-1][1]),
        paragraph=paragraph,
        words=tuple(words),
        starts=tuple(token_starts),
        ends=tuple(end for _, end in places),
        quotations=inside,
        mentions=_mentions(prepared, token_starts, places[-1][1], inside, starts),
        capitals=frozenset(at for at, start in enumerate(token_starts) if text[start].isupper()),
    )


def _mentions(
    prepared: Prepared,
    token_starts: list[int],
    end: int,
    quotations: Mapping[int, Quotation],
    starts: Sequence[int],
) -> dict[int, tuple[Mention, int]]:
    found: dict[int, tuple[Mention, int]] = {}
    first = bisect_left(starts, token_starts[0])
    for mention in prepared.mentions[first : bisect_left(starts, end)]:
        token = bisect_right(token_starts, mention.span.start) - 1
        if token not in quotations:
            found[token] = mention, bisect_left(token_starts, mention.span.end)
    return found
