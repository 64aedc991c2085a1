"""A document's text as markup, whole and in its own order, with what was found in it marked in place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from quotepart.dossier.dossier import Checked
from quotepart.dossier.marks import Close, Mark, Open, Token, Words, split_marks
from quotepart.dossier.safe import shown
from quotepart.model.entry import Quote
from quotepart.model.finding import Finding
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span
from quotepart.wording.wording import Wording

NOTHING = Markup()
PARAGRAPH, FURNITURE, ENTRY, FIGURE = range(4)
_OPENING, _CLOSING = '«‹“„‟"»›', '»›”‟"«‹“'
_SPACES = " \u00a0\u202f"
_LINE = re.compile("[^\n\r\f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Tags:
    """The markup around a mark.

    ``opening`` stands at its beginning, ``again`` after a cut, ``closing`` at its end or cut, ``ending`` before the last closing.
    """

    opening: Markup
    again: Markup
    closing: Markup
    ending: Markup = NOTHING


def annotate(checked: Checked, prefix: str, wording: Wording) -> Markup:
    """Return the text as paragraphs with marks; ids begin with ``prefix``.

    Without its tags the result is the text itself, but for characters that must not be shown. A figure with a finding is a link
    to it (``<prefix>-f1``). A quote ends with a link to its entry in the list (``<prefix>-q1``); the speaker's name stands in an
    attribute, where it is seen and not copied.
    """
    text = checked.document.text
    tags = {
        **_paragraphs(text, checked.record.furniture),
        **_quotes(text, checked.record.quotes, prefix, wording),
        **_figures(checked, prefix, wording),
    }
    for layer, entries in _plain_layers(checked).items():
        tags |= {
            Mark(span, rank, f"{layer} {i}"): _span(layer, f"{prefix}-{layer[0]}{i}m") for i, (span, rank) in entries
        }
    return Markup().join(_written(split_marks(text, tags), tags))


def finding_by_span(findings: Sequence[Finding]) -> dict[Span, int]:
    """Return the number, from 1, of the first finding on each span."""
    found: dict[Span, int] = {}
    for number, finding in enumerate(findings, 1):
        if finding.span is not None:
            found.setdefault(finding.span, number)
    return found


def place_id(prefix: str, span: Span) -> str:
    """Return the id of a figure's place in the text."""
    return f"{prefix}-s{span.start}-{span.end}"


def _written(tokens: Iterator[Token], tags: Mapping[Mark, Tags]) -> Iterator[Markup]:
    in_link = 0
    for token in tokens:
        if isinstance(token, Words):
            yield escape(shown(token.text))
            continue
        tag = tags[token.mark]
        is_link = token.mark.rank == FIGURE
        in_link += is_link if isinstance(token, Open) else 0
        if is_link and in_link > 1:  # a link inside a link is no markup: the inner figure stays plain
            in_link -= isinstance(token, Close)
            continue
        if isinstance(token, Open):
            yield tag.opening if token.is_first else tag.again
        else:
            yield tag.ending + tag.closing if token.is_last else tag.closing
            in_link -= is_link


def _paragraphs(text: str, furniture: Sequence[Span]) -> dict[Mark, Tags]:
    """Every line that is not blank is a paragraph; a blank line before it sets it apart."""
    ordered = sorted(furniture)
    starts = [span.start for span in ordered]
    marks: dict[Mark, Tags] = {}
    last = 0
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        span = Span(line.start(), line.end())
        at = bisect_right(starts, span.start + len(line[0]) - len(line[0].lstrip())) - 1
        is_furniture = at >= 0 and ordered[at].end >= line.start() + len(line[0].rstrip())
        classes = ["apart"] * (text.count("\n", last, span.start) > 1) + ["furniture"] * is_furniture
        opening = Markup('<p dir="auto" class="{}">').format(" ".join(classes)) if classes else Markup('<p dir="auto">')
        marks[Mark(span, PARAGRAPH, "paragraph")] = Tags(opening, opening, Markup("</p>"))
        last = span.end
    return marks


def _plain_layers(checked: Checked) -> dict[str, list[tuple[int, tuple[Span, int]]]]:
    record = checked.record
    return {
        "furniture": list(enumerate(((span, FURNITURE) for span in record.furniture), 1)),
        "pledge": list(enumerate(((pledge.span, ENTRY) for pledge in record.pledges), 1)),
        "meeting": list(enumerate(((meeting.span, ENTRY) for meeting in record.meetings), 1)),
    }


def _span(layer: str, id: str) -> Tags:
    opening = Markup('<span class="{}" id="{}">').format(layer, id)
    return Tags(opening, Markup('<span class="{}">').format(layer), Markup("</span>"))


def _quotes(text: str, quotes: Sequence[Quote], prefix: str, wording: Wording) -> dict[Mark, Tags]:
    marks: dict[Mark, Tags] = {}
    for number, quote in enumerate(quotes, 1):
        span = quote.span if quote.kind == "indirect" else with_marks(text, quote.span)
        marks[Mark(span, ENTRY, f"quote {number}")] = _quote_tags(quote, f"{prefix}-q{number}", wording)
    return marks


def _quote_tags(quote: Quote, id: str, wording: Wording) -> Tags:
    speaker = shown(quote.speaker.name) if quote.speaker else wording.say("dossier.unknown_speaker")
    label = wording.say("dossier.aria.quote", speaker=speaker, kind=wording.say(f"kinds.{quote.kind}"))
    opening = Markup('<span class="quote k-{}" id="{}m" role="group" aria-label="{}">').format(quote.kind, id, label)
    again = Markup('<span class="quote k-{}">').format(quote.kind)
    chip = Markup('<a class="who" href="#{}" data-who="{}" aria-label="{}"></a>')
    ending = (
        chip.format(id, speaker, wording.say("dossier.aria.speaker", speaker=speaker)) if quote.speaker else NOTHING
    )
    return Tags(opening, again, Markup("</span>"), ending)


def with_marks(text: str, span: Span) -> Span:
    """Return the span of quoted words together with the quotation marks around them, where there are any.

    >>> text = "Il dit : « oui », puis part."
    >>> with_marks(text, Span(11, 14)).cut(text)
    '« oui »'
    """
    start, end = span.start, span.end
    if start and text[start - 1] in _SPACES:
        start -= 1
    if end < len(text) and text[end] in _SPACES:
        end += 1
    first = start - 1 if start and text[start - 1] in _OPENING else span.start
    last = end + 1 if end < len(text) and text[end] in _CLOSING else span.end
    return Span(first, last)


def _figures(checked: Checked, prefix: str, wording: Wording) -> dict[Mark, Tags]:
    found = finding_by_span(checked.findings)
    spans = dict.fromkeys([*(figure.span for figure in checked.record.figures), *found])
    marks: dict[Mark, Tags] = {}
    for number, span in enumerate(spans, 1):
        mark = Mark(span, FIGURE, f"figure {number}")
        if span in found:
            marks[mark] = _judged(checked, span, found[span], prefix, wording)
        else:
            opening = Markup('<span class="figure" id="{}">').format(place_id(prefix, span))
            marks[mark] = Tags(opening, Markup('<span class="figure">'), Markup("</span>"))
    return marks


def _judged(checked: Checked, span: Span, number: int, prefix: str, wording: Wording) -> Tags:
    verdict = checked.findings[number - 1].verdict
    words = shown(" ".join(span.cut(checked.document.text).split()))
    label = wording.say("dossier.aria.figure", words=words, verdict=wording.say(f"verdicts.{verdict}"))
    link = '<a class="figure v-{}" href="#{}-f{}"'
    opening = Markup(link + ' id="{}" aria-label="{}">').format(verdict, prefix, number, place_id(prefix, span), label)
    drawn = '<span class="sign"><svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg></span>'
    icon = Markup(drawn).format(verdict)
    return Tags(opening, Markup(link + ">").format(verdict, prefix, number), Markup("</a>"), icon)
