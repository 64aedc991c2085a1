"""What belongs to the page and not to the report: menus, links, captions, credits, notices, comment forms, repetitions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.page_lines import (
    CLOCK,
    DASH,
    DIGIT,
    WORD,
    LineGrammar,
    compile_lines,
    is_call,
    is_dated,
    is_menu,
)
from quotepart.extraction.prepared import Prepared
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_SHORT_LINE = 160  # characters: a line this long or longer is no link and no label
_CAPTION_LINE = 400
_FRONT = 300  # characters at the start in which front matter may stand
_FEW_LINKS = 2  # titles after an opening of links that may as well be headings of the report
_BARE = 12  # characters that an opening of links may have beyond its phrase, where it holds no link itself
_PROSE_WORDS = 25
_CREDIT = 50  # characters at the end of a long line in which a credit makes it a caption
_DATE_WORDS = 10
_MENU_WORDS = 3
_TITLE_WORDS = 4
_CUT_OFF_WORDS = 14  # the last line of a text that breaks off is longer
_SPEAKER_WORDS = 16  # a line that names the speaker of the quotation above it is no longer
_LABEL_WORDS = 20  # a line with a date or a menu is no longer
_BYLINE_WORDS = 12
_MASTHEAD_WORDS = 7
_LEAST_REPEATED = 25  # characters: shorter lines may come twice by right
_ORNAMENTS = " \n\r\t\ufeff»>›→▶►•·|*#=_~[]()–—-+✓▼▲☰…"
_ADDRESS_SIGN = re.compile(r"[@#/.]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w+")
_TRAIL = re.compile(r"[/>|›»•·]")
_ENDS = ('."', ".”", ".»", ". »", ".\u00a0»", "!", ".", "…", ";", ":", "»", "”", '"', ",")


class _Beginnings:
    """Phrases looked up at the start of a line; a phrase must end where a word ends."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_head: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            by_head.setdefault(phrase[0], []).append(phrase)
        self._by_head = {head: tuple(group) for head, group in by_head.items()}

    def match(self, line: str) -> int:
        """How many characters of the line the longest phrase takes, 0 where none begins it."""
        group = self._by_head.get(line[:1], ())
        if not line.startswith(group):
            return 0
        for phrase in group:
            size = len(phrase)
            if line.startswith(phrase) and not (phrase[-1].isalnum() and line[size : size + 1].isalnum()):
                return size
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureGrammar:
    """The words of a language's pages, compiled; see ``<code>.pages.toml`` for what each list is."""

    whole: frozenset[str]
    sections: frozenset[str]
    openers: _Beginnings
    endings: _Beginnings
    begins: _Beginnings
    begins_short: _Beginnings
    inserted: _Beginnings
    bylines: tuple[str, ...]
    lines: LineGrammar
    holds: AhoCorasick
    front: re.Pattern[str]
    caption: re.Pattern[str]
    signed: re.Pattern[str]
    providers: AhoCorasick


@dataclass(slots=True)
class _Line:
    """One paragraph as the layer sees it: ``is_body`` is prose, ``is_furniture`` is decided, the rest is short and open."""

    span: Span
    folded: str
    words: int
    is_body: bool
    is_furniture: bool
    opens: bool
    is_bare: bool
    ends_report: bool


def compile_furniture(language: Language, pact: Pact) -> FurnitureGrammar:
    """Return the grammar made from the language's table ``pages``; the pact's words play no part in it."""
    table = language.tables.get("pages", {})
    return FurnitureGrammar(
        whole=frozenset(table.get("whole", ())),
        sections=frozenset(table.get("sections", ())),
        openers=_Beginnings(table.get("openers", ())),
        endings=_Beginnings(table.get("endings", ())),
        begins=_Beginnings(table.get("begins", ())),
        begins_short=_Beginnings(table.get("begins_short", ())),
        inserted=_Beginnings(table.get("inserted", ())),
        bylines=tuple(table.get("bylines", ())),
        lines=compile_lines(language),
        holds=AhoCorasick(list(table.get("holds", ())) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        front=_front_pattern(table.get("front", ())),
        caption=_caption_pattern(table),
        signed=_signed_pattern(table.get("signs", ())),
        providers=AhoCorasick([*table.get("agencies", ()), *table.get("providers", ())] or ["\0"]),
    )


def find_furniture(prepared: Prepared, grammar: FurnitureGrammar) -> tuple[Span, ...]:
    """Return what does not belong to the report, in order and without overlaps; titles are part of the report."""
    front = grammar.front.match(prepared.folded, 0, _FRONT)
    lines = [_read(prepared, paragraph, front.end() if front else 0, grammar) for paragraph in prepared.paragraphs]
    _mark_repetitions(lines)
    _mark_after_openers(lines)
    _mark_page_end(lines)
    _mark_edges(prepared, lines, grammar)
    spans = [line.span for line in lines if line.is_furniture]
    spans += _inserted(prepared, lines, grammar)
    spans += _front_matter(front) + _datelines(prepared, lines, grammar)
    return _merged(prepared.text, [*spans, *prepared.document.apart])


def _front_pattern(keys: Sequence[str]) -> re.Pattern[str]:
    """A key of front matter with a dated or marked value, at the very start."""
    named = "|".join(re.escape(key) for key in keys) or r"(?!)"
    return re.compile(rf"[\s\ufeff]*+(?:{named})\s?:?\s?(?:\d{{4}}-\d\d(?:-\d\d)?(?!\d)|https?://\S+)")


def _caption_pattern(table: object) -> re.Pattern[str]:
    assert isinstance(table, dict)
    agency, provider, credit = (
        "|".join(sorted(map(re.escape, table.get(name, ())), key=len, reverse=True)) or r"(?!)"
        for name in ("agencies", "providers", "credits")
    )
    signs = rf"(?:(?:{credit})\W{{1,4}}(?:{agency}|{provider})|(?:{agency}|{provider})\W(?:{credit}))"
    bars = rf"(?:(?:[/|©]\s?(?:{agency}))|(?:(?:{agency})\s?[/|]\s?\w))"
    return re.compile(rf"(?<!\w)(?:{signs})(?!\w)|{bars}(?:\b|\w)")


def _signed_pattern(signs: Sequence[str]) -> re.Pattern[str]:
    """A picture's maker, named after a sign at the end of a line: "Photo : Jana Sporsz", "© Klow Images"."""
    named = "|".join(map(re.escape, signs)) or r"(?!)"
    return re.compile(rf"(?:©\s?|(?<!\w)(?:{named})\s?[:/]\s?)[^\W\d][^.:!?«»\n]{{1,40}}$")


def _read(prepared: Prepared, span: Span, front: int, grammar: FurnitureGrammar) -> _Line:
    """A paragraph classified by its own words, front matter that ends at ``front`` aside."""
    folded = prepared.folded[max(span.start, min(front, span.end)) : span.end].strip()
    bare = folded[:_CAPTION_LINE].strip(_ORNAMENTS)
    is_short = len(folded) < _SHORT_LINE
    words = len(WORD.findall(folded)) if is_short else folded.count(" ", 0, 2 * _CAPTION_LINE) + 1
    opening = grammar.openers.match(bare) if is_short else 0
    opens = opening > 0
    is_bare = opens and len(bare) <= opening + _BARE
    ends_report = is_short and grammar.endings.match(bare) > 0
    is_furniture = _is_set_apart(prepared, span) or opens or ends_report or _is_furniture(folded, bare, words, grammar)
    is_body = not is_furniture and _is_body(folded, words) and not (is_short and is_dated(folded, grammar.lines))
    return _Line(span, folded, words, is_body, is_furniture, opens, is_bare, ends_report)


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
        or grammar.begins.match(bare) > 0
        or _is_trail(bare, grammar)
    ):
        return True
    if len(folded) >= _CAPTION_LINE:
        return False
    if grammar.signed.search(folded, max(0, len(folded) - _CREDIT)):
        return True
    if _has_provider(folded, grammar) and _is_caption(folded, words, grammar):
        return True
    if len(folded) >= _SHORT_LINE:
        return False
    if grammar.begins_short.match(bare) > 0 or grammar.holds.find_matches_as_indexes(folded):
        return True
    return _is_address(bare, words) or _is_only_date(bare, words, grammar)


def _has_provider(folded: str, grammar: FurnitureGrammar) -> bool:
    hits = grammar.providers.find_matches_as_indexes(folded)
    return any(not (folded[s - 1 : s].isalnum() or folded[e : e + 1].isalnum()) for _, s, e in hits)


def _is_trail(bare: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a trail of sections: "Accueil > Monde > Europe"."""
    parts = [part.strip() for part in _TRAIL.split(bare[:_SHORT_LINE])]
    return len(parts) > 1 and all(part in grammar.whole or part in grammar.sections for part in parts)


def _is_caption(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a picture is credited: anywhere in a short line, at the end of a long one."""
    return any(words < _PROSE_WORDS or each.end() > len(folded) - _CREDIT for each in grammar.caption.finditer(folded))


def _is_only_date(bare: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a date or a time of day and nothing else."""
    if words > _DATE_WORDS or not DIGIT.search(bare):
        return False
    if CLOCK.fullmatch(bare):
        return True
    rest = [word for word in WORD.findall(bare) if not word.isdigit() and word not in grammar.lines.months]
    return len(rest) < words and all(word in grammar.lines.clock for word in rest) and words > 1


def _is_address(bare: str, words: int) -> bool:
    """Whether a line is nothing but addresses, handles and hash tags."""
    if not _ADDRESS_SIGN.search(bare):
        return False
    rest = _ADDRESS.sub("", bare)
    return len(rest) != len(bare) and len(WORD.findall(rest)) <= min(_MENU_WORDS, words // 2)


def _is_body(folded: str, words: int) -> bool:
    """Whether a line is prose: long, or a sentence with its end; a short question may be a link."""
    ended = folded.endswith(_ENDS)
    if words >= (_PROSE_WORDS if ended else 2 * _PROSE_WORDS):
        return True
    is_question = folded.endswith("?") and (words >= 12 or ":" in folded[:40])
    return (ended and words >= 5) or is_question or (folded[:1] in '•«“"—–-' and words >= 4)


def _mark_repetitions(lines: Sequence[_Line]) -> None:
    """A paragraph that came before is furniture the second time."""
    seen: set[str] = set()
    for line in lines:
        if len(line.folded) >= _LEAST_REPEATED:
            line.is_furniture |= line.folded in seen
            seen.add(line.folded)


def _mark_after_openers(lines: Sequence[_Line]) -> None:
    """Short lines after an opening of links are links, up to the next prose."""
    linking = False
    for line in lines:
        if line.is_body and not line.is_furniture:
            linking = False
        linking |= line.opens
        line.is_furniture |= linking


def _mark_page_end(lines: Sequence[_Line]) -> None:
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


def _mark_edges(prepared: Prepared, lines: Sequence[_Line], grammar: FurnitureGrammar) -> None:
    """Menus, dates and bylines before the report begins, signatures and links after it ends."""
    bodies = [index for index, line in enumerate(lines) if line.is_body and not line.is_furniture]
    if not bodies:
        return
    head, tail = lines[: bodies[0]], lines[bodies[-1] + 1 :]
    title = max((line.words for line in head if not line.is_furniture), default=0)
    _mark_mastheads(prepared, head, grammar)
    for line in head:
        is_short = line.words <= _MENU_WORDS and not line.folded.endswith((".", ",", "!", ":", ";", "?"))
        is_label = is_short and (title >= _TITLE_WORDS or line.folded in grammar.sections)
        line.is_furniture |= is_label or _is_date_or_byline(line, grammar)
    after_furniture = False
    if tail and tail[-1] is lines[-1] and tail[-1].words > _CUT_OFF_WORDS:
        tail = tail[:-1]
    for line in tail:
        after_furniture |= line.is_furniture
        is_sentence = line.folded.endswith(_ENDS) and line.words >= _MENU_WORDS
        is_signature = not is_sentence and ("," not in line.folded or line.words > _SPEAKER_WORDS)
        line.is_furniture |= after_furniture or is_signature or _is_date_or_byline(line, grammar)


def _mark_mastheads(prepared: Prepared, head: Sequence[_Line], grammar: FurnitureGrammar) -> None:
    """The name of a paper or office that opens a page, before its menu, date or byline, where a title follows them."""
    if len(head) < 2 or head[0].is_furniture:
        return
    is_capitals = head[0].words <= _MASTHEAD_WORDS and prepared.text[head[0].span.start : head[0].span.end].isupper()
    if is_capitals or (head[1].is_furniture and is_menu(head[1].folded)):
        head[0].is_furniture = head[0].words <= _MASTHEAD_WORDS
        return
    is_name = head[0].words <= _MASTHEAD_WORDS and not any(mark in head[0].folded for mark in ",:?!«“")
    is_apart = head[1].is_furniture or _is_date_or_byline(head[1], grammar)
    titles = [line for line in head[2:] if not line.is_furniture and not _is_date_or_byline(line, grammar)]
    head[0].is_furniture = is_name and is_apart and any(line.words >= _TITLE_WORDS for line in titles)


def _is_date_or_byline(line: _Line, grammar: FurnitureGrammar) -> bool:
    """Whether a line beside the report, not prose, is a menu, a date, a byline or a call to the reader."""
    folded = line.folded
    if is_call(folded, grammar.lines):
        return True
    if line.is_body or line.words > _LABEL_WORDS:
        return False
    is_short_date = line.words <= 5 and any(word in grammar.lines.months for word in WORD.findall(folded))
    return (
        is_menu(folded)
        or is_dated(folded, grammar.lines)
        or (is_short_date and bool(DIGIT.search(folded)))
        or (line.words <= _BYLINE_WORDS and bool(CLOCK.search(folded) or _has_byline(folded, grammar)))
    )


def _has_byline(folded: str, grammar: FurnitureGrammar) -> bool:
    return folded.startswith(grammar.bylines) or any(
        folded.startswith(grammar.bylines, dash.end()) for dash in DASH.finditer(folded)
    )


def _inserted(prepared: Prepared, lines: Sequence[_Line], grammar: FurnitureGrammar) -> list[Span]:
    """Sentences that the page put into a paragraph."""
    kept = [line.span for line in lines if not line.is_furniture]
    starts = {span.start for span in kept}
    found = []
    for sentence in prepared.sentences:
        if sentence.start in starts or len(sentence) > _SHORT_LINE * 2:
            continue
        bare = prepared.folded[sentence.start : sentence.start + 40].lstrip(_ORNAMENTS)
        if grammar.inserted.match(bare):
            found.append(sentence)
    return found


def _front_matter(found: re.Match[str] | None) -> list[Span]:
    if not found:
        return []
    start = found.end() - len(found[0].lstrip(" \n\r\t\ufeff"))
    return [Span(start, found.end())]


def _datelines(prepared: Prepared, lines: Sequence[_Line], grammar: FurnitureGrammar) -> list[Span]:
    """The agency's place, day and sign before the first words of the report."""
    first = next((line.span for line in lines if not line.is_furniture), None)
    found = grammar.lines.dateline.match(prepared.folded, first.start, first.end) if first else None
    return [Span(found.start(), found.end())] if found and found.end() < found.endpos else []


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, joined where they overlap or only white space parts them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
