"""What belongs to the page and not to the report: menus, links, captions, credits, notices, comment forms, repetitions."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from quotepart.extraction.pages.bylines import is_byline, mark_authors
from quotepart.extraction.pages.captions import is_bracketed, is_caption, picture_sentences
from quotepart.extraction.pages.copies import mark_copies
from quotepart.extraction.pages.edges import ENDS, is_of_page, mark_edges
from quotepart.extraction.pages.feeds import is_age, is_row_of_titles, mark_bullets, mark_feeds
from quotepart.extraction.pages.inserted import DOTS, find_inserted
from quotepart.extraction.pages.lines import CLOCK, DASH, DIGIT, WORD, is_dated, is_label, is_stamped
from quotepart.extraction.pages.strange import (
    keep_title,
    mark_islands,
    mark_other_tongues,
    mark_shouted,
    mark_strange_titles,
)
from quotepart.extraction.pages.talks import keep_turns
from quotepart.extraction.pages.words import ORNAMENTS, FurnitureGrammar, PageLine
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.span import Span

_SHORT_LINE = 160  # characters: a line this long or longer is no link and no label
_CAPTION_LINE = 400
_FRONT = 300  # characters at the start in which front matter may stand
_FRONT_WORDS = (
    8  # behind front matter in its line: the report begins there, and a credit must end the line to make it one
)
_OPENING_WORDS = 7  # a longer line that begins like an opening of links may be a title
_FEW_LINKS = 2  # titles after an opening of links that may as well be headings of the report
_BARE = 12  # characters that an opening of links may have beyond its phrase, where it holds no link itself
_PROSE_WORDS = 25
_SENTENCE_WORDS = 6
_DATE_WORDS = 10
_MENU_WORDS = 3
_LEAST_HOURS = 3
_LEAST_CONTENTS = 3  # lines of a table of contents
_CONTENTS = re.compile(r"[\s.]\.\s{0,3}\d{1,3}(?: \d)?$")
_CUT = 40  # characters of a sentence that a page cut off
_CALL = 160  # characters that a call to go on reading may have behind the dots of a paragraph
_QUOTES = '«“"‘'
_SIGNED_WORDS = 20  # a line that an agency signed is prose, if it is longer than a caption
_SIGNATURE = 50  # characters in which an agency signs off behind the last sentence
_SIGNED_OFF = re.compile(r"[.!?»”\"]\s?(?:\([^()\d]{2,40}\)|[■◼●▪]+)$")
_MARKUP = ('="', '": "', '": {')  # attributes and objects that a page left in its text
_LEAST_MARKUP = 2
_ARROW = re.compile(r">>(?! )|[»►▶→☞➡]")  # before a link; two with a space part the turns of a talk
_SHORTCODE = re.compile(r"\[/?[a-z]+_\w{1,20}\]")  # "[ad_1]"
_REMAINS = ("[[", "{{", "<!--", "&nbsp;")
_BULLETS = ("•", "-", "–", "*", "·")
_LINK_ENDS = ("?", "!", "»", "”", '"')
_JOINED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Þ]|\d)")
_MOST_JOINED = 3  # parts that run together in a line, by mistake or in names; one of more and no sentence is a menu
_ADDRESS_SIGN = re.compile(r"[@#/.]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w+|\+?\d[\d /()–.-]{7,}\d")
_TRAIL = re.compile(r"[/>|›»•·]")


def find_furniture(prepared: Prepared, grammar: FurnitureGrammar) -> tuple[Span, ...]:
    """Return what does not belong to the report, in order and without overlaps; titles are part of the report."""
    front = grammar.front.match(prepared.folded, 0, _FRONT)
    lines = [_read(prepared, paragraph, front.end() if front else 0, grammar) for paragraph in prepared.paragraphs]
    _keep_hours(lines)
    mark_other_tongues(prepared, lines)
    told = {line.span.start for line in lines if line.is_furniture and not (line.opens and line.words > _OPENING_WORDS)}
    mark_feeds(lines, grammar)
    mark_bullets(lines)
    mark_copies(lines)
    _mark_contents(lines)
    _mark_after_openers(lines)
    _mark_page_end(lines)
    mark_authors(prepared, lines, grammar)
    mark_strange_titles(lines, prepared.language.common)
    mark_shouted(prepared, lines)
    mark_islands(lines, prepared.language.common)
    mark_edges(prepared, lines, grammar)
    lost = [
        line for line in lines if line.is_furniture and line.span.start not in told and not is_of_page(line, grammar)
    ]
    keep_title(prepared, lost, lines)
    keep_turns(prepared, lines, told)
    spans = [line.span for line in lines if line.is_furniture]
    kept = [line.span for line in lines if not line.is_furniture]
    spans += find_inserted(prepared, kept, front.end() if front else 0, grammar)
    spans += _front_matter(front)
    return _merged(prepared.text, [*spans, *prepared.document.apart])


def _read(prepared: Prepared, span: Span, front: int, grammar: FurnitureGrammar) -> PageLine:
    """A paragraph classified by its own words, front matter that ends at ``front`` aside."""
    folded = prepared.folded[max(span.start, min(front, span.end)) : span.end].strip()
    bare = folded[:_CAPTION_LINE].strip(ORNAMENTS)
    is_short = len(folded) < _SHORT_LINE
    words = len(WORD.findall(folded)) if is_short else folded.count(" ", 0, 2 * _CAPTION_LINE) + 1
    if front > span.start and words > _FRONT_WORDS:
        words = max(words, _PROSE_WORDS)
    opening = grammar.openers.match(bare) if is_short else 0
    opens = opening > 0
    is_bare = opens and len(bare) <= opening + _BARE
    ends_report = is_short and grammar.endings.match(bare) > 0
    is_furniture = (
        _is_set_apart(prepared, span)
        or opens
        or ends_report
        or _is_furniture(folded, bare, words, grammar)
        or (is_short and _is_of_names(span.cut(prepared.text).strip(), grammar))
        or is_bracketed(span.cut(prepared.text).strip())
        or any(sentence.holds(span) for sentence in picture_sentences(prepared, span, grammar))
    )
    is_body = (
        not is_furniture
        and (_is_body(folded, words) or is_label(span.cut(prepared.text)))
        and (not is_short or _goes_on(folded) or not is_dated(folded, grammar.lines))
    )
    return PageLine(span, folded, words, is_body, is_furniture, opens, is_bare, ends_report)


def _goes_on(folded: str) -> bool:
    """Whether a sentence follows the dash of a dateline: "Klow, 12 June 2024 – The members of the league met."."""
    last = DASH.split(folded)[-1]
    return last != folded and last.endswith(".") and len(WORD.findall(last)) >= _SENTENCE_WORDS


def _is_of_names(line: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a byline, or words of the page that ran together: "ActualitéInternational", "World12 June 2025"."""
    folded = fold(line)
    parts = [fold(part).strip() for part in _JOINED.split(line)] if len(line) <= _CALL else []
    is_joined = len(parts) > 1 and all(part in grammar.whole or part in grammar.sections for part in parts)
    if len(parts) > 1 and not folded.endswith(ENDS):
        is_joined |= len(parts) > _MOST_JOINED or is_dated(" | ".join(parts), grammar.lines)
    return is_joined or is_byline(line, folded, grammar)


def _is_set_apart(prepared: Prepared, span: Span) -> bool:
    """Whether the markup of a page set a paragraph apart."""
    apart = prepared.document.apart
    at = bisect_right(apart, span.start, key=lambda each: each.start) - 1
    return at >= 0 and span.end <= apart[at].end


def _is_furniture(folded: str, bare: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether the line's own words say so, wherever it stands."""
    if (
        not bare
        or (bare.isdigit() and len(bare) < 4)
        or bare in grammar.whole
        or (grammar.begins.match(bare) > 0 and not _is_link_before_prose(bare, grammar))
        or _is_markup(folded)
        or _SHORTCODE.fullmatch(folded) is not None
        or is_row_of_titles(folded)
        or (_ARROW.match(folded) is not None and words < _PROSE_WORDS and not folded.endswith(ENDS))
        or _is_trail(bare, grammar)
        or _is_row_of_sections(bare, words, grammar)
    ):
        return True
    if is_caption(folded, words, grammar):
        return True
    if len(folded) >= _SHORT_LINE:
        return False
    if grammar.begins_short.match(bare) > 0 or _holds(folded, grammar):
        return True
    return (
        is_age(folded, words, grammar)
        or _is_address(folded, words)
        or _is_only_date(bare, words, grammar)
        or is_stamped(folded)
    )


def _is_link_before_prose(bare: str, grammar: FurnitureGrammar) -> bool:
    """Whether a link only opens a paragraph: "Read also: Klow rearms. The minister said so on Monday.", with more behind it."""
    is_link = grammar.openers.match(bare) > 0 and grammar.inserted.match(bare) > 0
    return is_link and len(bare) > _SHORT_LINE and ". " in bare


def _is_markup(folded: str) -> bool:
    """Whether attributes and objects of the page's markup remain in a line."""
    return folded.startswith(_REMAINS) or sum(folded.count(mark, 0, _CAPTION_LINE) for mark in _MARKUP) >= _LEAST_MARKUP


def _holds(folded: str, grammar: FurnitureGrammar) -> bool:
    """Whether a phrase of the page stands in a short line, not in a sentence that quotes nor behind the dots of a cut one."""
    if folded.endswith(ENDS) and any(mark in folded for mark in '«“"'):
        return False
    hits = grammar.holds.find_matches_as_indexes(folded)
    return any(not any(mark in folded[_CUT:start] for mark in DOTS) for _, start, _ in hits)


def _is_trail(bare: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a trail of sections: "Accueil > Monde > Europe"."""
    parts = [part.strip() for part in _TRAIL.split(bare[:_SHORT_LINE])]
    if len(parts) > _FEW_LINKS and parts[0] in grammar.homes:
        return True
    return len(parts) > 1 and all(part in grammar.whole or part in grammar.sections for part in parts)


def _is_row_of_sections(bare: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line holds names of sections and nothing else: "Politique Monde Économie Sport"."""
    row = bare.split() if _MENU_WORDS <= words <= _PROSE_WORDS else []
    return len(row) == words and all(word in grammar.sections or word in grammar.whole for word in row)


def _is_only_date(bare: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a date or a time of day and nothing else."""
    if words > _DATE_WORDS or not DIGIT.search(bare):
        return False
    if CLOCK.fullmatch(bare):
        return True
    rest = [word for word in WORD.findall(bare) if not word.isdigit() and word not in grammar.lines.months]
    return len(rest) < words and all(word in grammar.lines.clock for word in rest) and words > 1


def _is_address(folded: str, words: int) -> bool:
    """Whether a line is nothing but addresses, handles and hash tags."""
    if not _ADDRESS_SIGN.search(folded):
        return False
    rest = _ADDRESS.sub("", folded)
    return len(rest) != len(folded) and len(WORD.findall(rest)) <= min(_MENU_WORDS, words // 2)


def _is_body(folded: str, words: int) -> bool:
    """Whether a line is prose: long, or a sentence with its end, signed or not; a short question may be a link."""
    is_signed = words >= _SIGNED_WORDS and _SIGNED_OFF.search(folded, max(0, len(folded) - _SIGNATURE)) is not None
    ended = is_signed or folded.endswith(ENDS)
    if words >= (_PROSE_WORDS if ended else 2 * _PROSE_WORDS):
        return True
    is_question = folded.endswith("?") and (words >= 12 or ":" in folded[:40])
    return (ended and words >= 5) or is_question or (folded[:1] in '•«“"—–-' and words >= 4)


def _keep_hours(lines: Sequence[PageLine]) -> None:
    """Hours at the heads of lines are the report's own where there are many: a report as it goes on.

    Where the last line is one, they are how long something lasts: the lines above them name what may be heard.
    """
    hours = [line for line in lines if (found := CLOCK.match(line.folded)) and found.end() == len(line.folded)]
    if hours and hours[-1] is lines[-1]:
        for title, hour in itertools.pairwise(lines):
            title.is_furniture |= hour in hours and title.words <= _PROSE_WORDS
    elif len(hours) >= _LEAST_HOURS:
        for line in hours:
            line.is_furniture, line.is_body = False, True


def _mark_contents(lines: Sequence[PageLine]) -> None:
    """A table of contents: several lines that end in a dot and the number of a page."""
    rows = [line for line in lines if len(line.folded) < _SHORT_LINE and _CONTENTS.search(line.folded)]
    for line in rows if len(rows) >= _LEAST_CONTENTS else ():
        line.is_furniture = True


def _mark_after_openers(lines: Sequence[PageLine]) -> None:
    """Short lines after an opening of links are links, up to the next prose; titles that quote or ask too, if it is bare."""
    linking = is_list = False
    for line in lines:
        is_link = linking and (_is_item(line.folded) or (is_list and _is_like_link(line.folded, line.words)))
        if line.is_body and not line.is_furniture and not is_link:
            linking = is_list = False
        linking |= line.opens
        is_list |= line.opens and line.is_bare
        line.is_furniture |= linking


def _is_like_link(folded: str, words: int) -> bool:
    """Whether a line that ends as a sentence may be a title all the same: it quotes or asks, and says one thing."""
    is_title = words < _PROSE_WORDS and folded.endswith(_LINK_ENDS) and ". " not in folded
    return is_title and folded[:1] not in _QUOTES


def _is_item(folded: str) -> bool:
    """Whether a line is an item of a list and no sentence: "- The league rearms"."""
    return folded.startswith(_BULLETS) and len(folded) < _SHORT_LINE and not folded.endswith(ENDS)


def _mark_page_end(lines: Sequence[PageLine]) -> None:
    """After a comment form, or links at the foot of the page, everything belongs to the page."""
    total = sum(len(line.folded) for line in lines if not line.is_furniture)
    own = [line for line in lines if not line.is_furniture]
    bodies_left = sum(line.is_body for line in own)
    short_left = len(own) - bodies_left
    before = 0
    for index, line in enumerate(lines):
        if not line.is_furniture:
            bodies_left, short_left = bodies_left - line.is_body, short_left - (not line.is_body)
        is_links = not bodies_left or short_left > max(bodies_left, _FEW_LINKS)
        if (line.ends_report and before > 0.5 * total) or (line.is_bare and before > 0.6 * total and is_links):
            for each in lines[index + 1 :]:
                each.is_furniture = True
            return
        before += 0 if line.is_furniture else len(line.folded)


def _front_matter(found: re.Match[str] | None) -> list[Span]:
    if not found:
        return []
    start = found.end() - len(found[0].lstrip(" \n\r\t\ufeff"))
    return [Span(start, found.end())]


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, joined where they overlap or only white space parts them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
