"""What a single line tells of being part of a page: a menu, a line with its date, or a call to the reader."""

from __future__ import annotations

import re

from quotepart.extraction.languages.language import Language
from quotepart.model.frozen import dataclass

NUMBERED_DATE = re.compile(r"\b(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4})\b")
CLOCK = re.compile(r"\b\d{1,2} ?(?:h|:|\.) ?\d\d\b")
DIGIT = re.compile(r"[0-9]")
WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BARS = re.compile(r"\s*[|·•›»>]\s*|\s+//\s+|(?<=\])\s*(?=\[)")
DASH = re.compile(r"\s+[–—-]\s+")
_PARTS = re.compile(r"\s+[–—/-]\s+|\s*[|·•,–—]\s*|\s+//\s+|\. |\s{3,}")
_STAMP = re.compile(r"(?<![\d:])\d{1,2}[:h]\d\d(?!\d)")
_STAMP_WORDS = 14
_TIMED_LABEL = re.compile(r"[^\W\d_][\w.'’ -]{1,50} \((?:\d{1,2}:)?\d{1,2}:\d\d\):")
_ORDINAL = re.compile(r"\d{1,2}(?:h(?:\d\d)?|er|st|nd|rd|th)")
_MARK_OF_YEAR = re.compile(r"[,.](?= (?:19|20)\d\d\b)")  # "July 12, 2018", "12 oct. 2018"
_AGENCY = re.compile(r"\s\([^()]{2,60}\)$")
_MENU_WORDS = 4  # in each part of a menu
_LINKS = 3  # parts that a menu parted by dashes has at least
_LABEL_WORDS = 20  # in a line with a date
_CALL, _CALL_WORDS = 160, 18  # characters and words


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGrammar:
    """The words of a language by which a line is told: months, words beside a date, calls to the reader."""

    months: frozenset[str]
    clock: frozenset[str]
    calls: re.Pattern[str]


def compile_lines(language: Language) -> LineGrammar:
    """Return the grammar made from the tables ``pages`` and ``dates``."""
    pages, dates = language.tables.get("pages", {}), language.tables.get("dates", {})
    months, weekdays = (
        [form for forms in dates.get(name, {}).values() for form in forms] for name in ("months", "weekdays")
    )
    calls = pages.get("calls", {})
    endings = "|".join(rf"\w+{re.escape(ending)}" for ending in calls.get("endings", ()))
    verbs = "|".join(map(re.escape, calls.get("verbs", ())))
    never = "|".join(map(re.escape, calls.get("never", ()))) or r"(?!)"
    return LineGrammar(
        months=frozenset(months),
        clock=frozenset((*weekdays, *pages.get("clock", ()))),
        calls=re.compile(rf"(?!(?:{never})\b)(?:{'|'.join(filter(None, (endings, verbs))) or '(?!)'})\b"),
    )


def is_menu(line: str) -> bool:
    """Whether a line is a row of links: short parts between bars, or several between dashes; no figures stand in them."""
    if any(char.isdigit() for char in line[:1]) or len(line) > 200:
        return False
    for separator, least in ((_BARS, 2), (DASH, _LINKS)):
        parts = [part for part in separator.split(line) if part]
        if len(parts) >= least and all(len(WORD.findall(part)) <= _MENU_WORDS for part in parts):
            return True
    return False


def is_dated(line: str, grammar: LineGrammar) -> bool:
    """Whether a part of a short line, between its marks, is a date with its year and nothing else."""
    if not DIGIT.search(line) or len(WORD.findall(line)) > _LABEL_WORDS:
        return False
    dated = _AGENCY.sub("", _MARK_OF_YEAR.sub("", line))
    return any(_is_date(part, grammar) for part in _PARTS.split(dated))


def _is_date(part: str, grammar: LineGrammar) -> bool:
    if NUMBERED_DATE.search(part):
        return all(word.isdigit() or _is_clock(word, grammar) for word in WORD.findall(part))
    words = WORD.findall(part)
    named = [word for word in words if not word.isdigit() and not _is_clock(word, grammar)]
    return bool(named) and all(word in grammar.months for word in named) and bool(_YEAR.search(part))


def _is_clock(word: str, grammar: LineGrammar) -> bool:
    return word in grammar.clock or _ORDINAL.fullmatch(word) is not None


def is_call(line: str, grammar: LineGrammar) -> bool:
    """Whether a short line calls on the reader to do something: "Signez la pétition", "Sign the petition"."""
    return len(line) < _CALL and bool(grammar.calls.match(line)) and len(WORD.findall(line)) <= _CALL_WORDS


def is_stamped(line: str) -> bool:
    """Whether a short line that is no sentence has a year and a time of day: "Gazette / 25 Nov 2024 09:46:16"."""
    is_short = len(line) < _CALL and not line.endswith((".", "!", "?", ";", "»", "”", '"'))
    return is_short and bool(_STAMP.search(line) and _YEAR.search(line)) and len(WORD.findall(line)) <= _STAMP_WORDS


def is_label(line: str) -> bool:
    """Whether a line is nothing but who speaks below: in capitals, or with the time, as "Ida Sporsz (00:01):"."""
    if _TIMED_LABEL.fullmatch(line.strip()):
        return True
    return line.rstrip().endswith(":") and len(line) < _CALL and line.isupper() and len(WORD.findall(line)) > 1
