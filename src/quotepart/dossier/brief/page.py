"""A brief as one HTML file that asks for nothing else and prints on two sheets: what it pays and may pay, what it promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from quotepart.dossier.boards import ICONS
from quotepart.dossier.brief.brief import FindingAbout, Place, Promise, QuoteAbout
from quotepart.dossier.brief.words import (
    Telling,
    answer_of,
    bears_table,
    gaps_table,
    notes_of,
    odds_table,
    payers_of,
    title_of,
)
from quotepart.dossier.charts.drawing import draw_svg
from quotepart.dossier.charts.outlook import draw_fan
from quotepart.dossier.departure.words import answer_of as departure_answer
from quotepart.dossier.html import fill_page
from quotepart.dossier.labels import any_date, speaker_words
from quotepart.dossier.pledge_board.board import terms_of, words_of
from quotepart.dossier.standings import pledge_title
from quotepart.dossier.tables import Table
from quotepart.model.frozen import dataclass

MOST_PROMISES, MOST_DEMANDS, MOST_UNRATED, MOST_SAID = 8, 4, 5, 3
"""As many of each stand on the page, the latest ones: it prints on two sheets."""
_LONGEST = 150
"""So many characters of a quotation, or of what a verdict rests on, stand on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    """One pledge with where it stands."""

    title: str
    terms: str
    words: str
    state: str
    state_words: str
    icon: str
    since: str
    value: str
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """Words about the member: who said them or what became of them, and where they stand."""

    words: str
    by: str
    place: str
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """The entries that the page has room for, the latest, and how many it leaves out."""

    shown: tuple[PromiseView, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """All that the page of a brief shows, in words."""

    title: str
    deck: str
    answer: tuple[str, ...]
    chart: Markup | None
    chart_words: str
    gaps: Table | None
    odds: Table | None
    promises: Some
    demands: Some
    unrated: tuple[str, ...]
    unrated_left_out: int
    bears: Table | None
    bears_heading: str
    leaves_itself: tuple[str, ...]
    quotes: tuple[SaidView, ...]
    quotes_left_out: int
    findings: tuple[SaidView, ...]
    findings_left_out: int
    nothing_said: str
    notes: tuple[str, ...]


def build_brief_page(telling: Telling) -> str:
    """Return the page in the reader's language; everything is escaped, no script runs and no request leaves the file."""
    return fill_page("brief", telling.wording.lang, page=page_of(telling), known_on=telling.brief.known_on)


def page_of(telling: Telling) -> BriefPage:
    """Return what the page of a brief shows."""
    brief, pact = telling.brief, telling.account.pact
    rated = [each for each in brief.in_force if each.state.state != "not_measurable"]
    unrated = [each for each in brief.in_force if each.state.state == "not_measurable"]
    bears = bears_table(telling) if not brief.leaves_itself and payers_of(telling) else None
    return BriefPage(
        title=title_of(telling),
        deck=telling.say("deck", pact=pact.title.get(telling.wording.lang, pact.id), date=brief.known_on),
        answer=tuple(answer_of(telling)),
        chart=_drawn(telling) if brief.outlook else None,
        chart_words=_chart_words(telling),
        gaps=gaps_table(telling) if brief.gaps else None,
        odds=odds_table(telling) if brief.outlook else None,
        promises=_some(telling, [each for each in rated if not _is_demand(each)], MOST_PROMISES),
        demands=_some(telling, [each for each in rated if _is_demand(each)], MOST_DEMANDS),
        unrated=tuple(words_of(each.state.pledge, telling.wording) for each in unrated[-MOST_UNRATED:]),
        unrated_left_out=max(0, len(unrated) - MOST_UNRATED),
        bears=bears,
        bears_heading=bears.caption if bears else "",
        leaves_itself=_of_itself(telling),
        quotes=tuple(quote_view(each, telling, _LONGEST) for each in brief.quotes[:MOST_SAID]),
        quotes_left_out=max(0, len(brief.quotes) - MOST_SAID),
        findings=tuple(finding_view(each, telling) for each in brief.findings[:MOST_SAID]),
        findings_left_out=max(0, len(brief.findings) - MOST_SAID),
        nothing_said=nothing_said(telling),
        notes=tuple(notes_of(telling)),
    )


def nothing_said(telling: Telling) -> str:
    """Return that nothing was read, or nothing found; empty where something was."""
    brief = telling.brief
    if brief.quotes or brief.findings:
        return ""
    if not brief.documents:
        return telling.say("nobody_read", member=brief.member)
    return telling.say("nothing_said", count=brief.documents)


def promise_view(promise: Promise, telling: Telling) -> PromiseView:
    """Return a pledge with its state in words."""
    state, wording = promise.state, telling.wording
    beside = (
        telling.say(
            "contested", asked=wording.amount(each.threshold or 0, each.pledge.unit), state=wording.say(f"states.{each.state}")
        )
        for each in state.beside
    )  # fmt: skip
    return PromiseView(
        title=pledge_title(telling.account, state.pledge, telling.names, wording),
        terms=terms_of(state.pledge, wording),
        words=words_of(state.pledge, wording),
        state=state.state,
        state_words=wording.say(f"states.{state.state}"),
        icon=ICONS[state.state],
        since=wording.date(promise.since),
        value=telling.value_of(promise),
        beside="; ".join(beside),
    )


def quote_view(about: QuoteAbout, telling: Telling, longest: int | None = None) -> SaidView:
    """Return reported words with who said them and where they stand, cut where they are longer than ``longest``."""
    text = " ".join(about.text.split())
    cut = text if longest is None or len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"
    wording = telling.wording
    by = telling.say("by", speaker=speaker_words(about.quote, wording), act=wording.say(f"acts.{about.quote.act}"))
    return SaidView(words=wording.say("markdown.quoted", words=cut), by=by, place=place_words(about.place, telling))


def finding_view(about: FindingAbout, telling: Telling) -> SaidView:
    """Return a checked figure with its verdict and where it stands."""
    finding = about.finding
    basis = finding.basis if len(finding.basis) <= _LONGEST else finding.basis[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return SaidView(
        words=finding.claim, by=basis, place=place_words(about.place, telling), verdict=finding.verdict
    )  # fmt: skip


def place_words(place: Place, telling: Telling) -> str:
    """Return where something stands: the document, its day and the line."""
    day = any_date(place.published, telling.wording) if place.published else ""
    return ", ".join(part for part in (place.document, day, telling.say("line", line=str(place.line))) if part)


def _some(telling: Telling, promises: Sequence[Promise], most: int) -> Some:
    """Return pledges with those that ask the same, and stand the same, as one: the first, with the terms of all."""
    found: dict[tuple[str, str, str], list[Promise]] = {}
    for each in promises:
        view = promise_view(each, telling)
        key = (view.title, view.state, view.value)
        found[key] = [*found.pop(key, []), each]
    views = [replace(promise_view(same[0], telling), terms=_terms(same, telling)) for same in found.values()]
    return Some(shown=tuple(views[-most:]), left_out=max(0, len(views) - most))


def _terms(same: Sequence[Promise], telling: Telling) -> str:
    """Return when and how firmly each was made, those of one strength together."""
    by_strength: dict[str, list[str]] = {}
    for each in same:
        pledge = each.state.pledge
        by_strength.setdefault(pledge.strength, []).append(any_date(pledge.made_on, telling.wording))
    return " · ".join(
        telling.wording.say(
            "pledge_board.made", date=", ".join(days), strength=telling.wording.say(f"strength.{strength}")
        )
        for strength, days in by_strength.items()
    )


def _is_demand(promise: Promise) -> bool:
    return promise.state.pledge.strength == "demand"


def _of_itself(telling: Telling) -> tuple[str, ...]:
    return departure_answer(telling.leaving) if telling.leaving and telling.brief.leaves_itself else ()


def _chart_words(telling: Telling) -> str:
    ahead = telling.ahead
    if ahead is None:
        return ""
    measure = telling.names(telling.series)
    return telling.say("chart", measure=measure[:1].upper() + measure[1:], scenario=ahead.scenario, target=ahead.aim)


def _drawn(telling: Telling) -> Markup:
    ahead = telling.ahead
    assert ahead is not None
    spec = draw_fan(ahead, telling.brief.member)
    title, described = (" ".join(spec["title"][name]) for name in ("text", "subtitle"))
    plain = {**spec, "title": None, "background": None, "padding": {"left": 0, "right": 18, "top": 4, "bottom": 0}}
    svg = draw_svg(plain, telling.wording, id="fan", title=title, description=described)
    return Markup(svg)  # drawn by us from numbers and names, all escaped by the drawing
