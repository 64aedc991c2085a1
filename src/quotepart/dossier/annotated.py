"""A document's text as markup, whole and in its own order, with what was found in it marked in place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from quotepart.dossier.dossier import Checked
from quotepart.dossier.marks import Close, Mark, Open, Token, Words, split_marks
from quotepart.dossier.safe import shown
from quotepart.model.entry import Quote
from quotepart.model.finding import Finding
from quotepart.model.span import Span
from quotepart.wording.wording import Wording

PARAGRAPH, FURNITURE, ENTRY, FIGURE = range(4)
_LINE = re.compile("[^\n\r\f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Tags:
    """The markup around a mark: ``opening`` at its beginning, ``again`` after a cut, ``closing``, ``ending`` before the last one."""

    opening: Markup
    again: Markup
    closing: Markup
    ending: Markup = Markup()


def annotate(checked: Checked, prefix: str, wording: Wording) -> Markup:
    """Return the text as paragraphs with marks; ids begin with ``prefix``.

    Without its tags the result is the text itself, but for characters that must not be shown. Figures with a finding are links
    to it (``<prefix>-f1``); the name of a quote's speaker is a link to the quote (``<prefix>-q1``) whose words stand in an attribute.
    """
    text = checked.document.text
    tags = {
        **_paragraphs(text, checked.record.furniture),
        **_quotes(checked.record.quotes, prefix, wording),
        **_figures(checked, prefix, wording),
    }
    for layer, entries in _plain_layers(checked).items():
        tags |= {Mark(span, rank, f"{layer} {i}"): _span(layer, f"{prefix}-{layer[0]}{i}m") for i, (span, rank) in entries}
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


def _quotes(quotes: Sequence[Quote], prefix: str, wording: Wording) -> dict[Mark, Tags]:
    marks: dict[Mark, Tags] = {}
    for number, quote in enumerate(quotes, 1):
        speaker = shown(quote.speaker.name) if quote.speaker else wording.say("dossier.unknown_speaker")
        kind = wording.say(f"kinds.{quote.kind}")
        label = wording.say("dossier.aria.quote", speaker=speaker, kind=kind)
        again = Markup('<span class="quote k-{}">').format(quote.kind)
        opening = Markup('<span class="quote k-{}" id="{}-q{}m" role="group" aria-label="{}">')
        chip = Markup('<a class="who" href="#{}-q{}" data-who="{}" aria-label="{}"></a>')
        ending = chip.format(prefix, number, speaker, wording.say("dossier.aria.speaker", speaker=speaker))
        first = opening.format(quote.kind, prefix, number, label)
        marks[Mark(quote.span, ENTRY, f"quote {number}")] = Tags(first, again, Markup("</span>"), ending)
    return marks


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
    icon = Markup('<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>').format(verdict)
    return Tags(opening, Markup(link + ">").format(verdict, prefix, number), Markup("</a>"), icon)
