"""Whose year it is: which of the years in a sentence dates which of its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.cues import YEAR
from quotepart.checks.claims.numerals import number_near, numbers_in
from quotepart.checks.working.register import MEMBERS
from quotepart.model.dates import Period
from quotepart.model.entry import Figure

_CLOSE, _FOUNDED, _AT, _CONTRAST, _AGO, _TEN, _BETWEEN = 12, 8, 2, 20, 30, 10, 5
_MOVED = ("change", "cumulative")


def with_year(claim: Claim) -> Claim:
    """Return a claim without a period with the one year that the sentence gives it: "in 2014"."""
    if claim.period is not None or claim.is_start:
        return claim
    spoken = _year_of_opening(claim) or _spoken_year(claim)
    if spoken is not None:
        return replace(claim, period=Period(spoken, spoken))
    years = [
        found[0]
        for found in YEAR.finditer(claim.cues.text)
        if any(cue.end in (found.start() - 1, found.start()) for cue in claim.cues.of("year"))
        and not any(0 <= found.start() - cue.end <= _CLOSE for cue in claim.cues.of("against"))
        and not is_of_founding(claim, found.start())
        and not _is_parted(claim, found.start())
    ]
    others = [each for each in claim.others if _is_alike(each, claim)]
    return replace(claim, period=Period(years[0], years[0])) if len(years) == 1 and not others else claim


def _since_start(claim: Claim) -> Claim:
    """Return where something started from with the one year since which it has moved: "since 2014 it rose from 1.4 to 2"."""
    since = [year for cue in claim.cues.of("since") for year in [YEAR.match(claim.cues.text, cue.end + 1)] if year]
    if claim.period is not None or not claim.is_start or len(since) != 1:
        return claim
    return replace(claim, period=Period(since[0][0], since[0][0]))


def _year_of_opening(claim: Claim) -> str | None:
    """The year of a "when" clause that opens the sentence: "when they met in 2014, three did"."""
    text = claim.cues.text
    opens = any(cue.start == 0 for cue in claim.cues.of("when"))
    years = set(YEAR.findall(text[: text.find(",")])) if opens and text.find(",") < claim.start else set()
    return years.pop() if len(years) == 1 else None


def without_founding(claim: Claim) -> Claim:
    """Return a claim without the year of the founding as its own: "founded in 1949, it has 29 members".

    Nor is it the year in whose prices money is given: "in constant 2015 prices".
    """
    year = claim.period.start if claim.period else None
    if year is None:
        return claim
    at = claim.cues.text.find(year)
    is_base = at < 0 and claim.cues.has("real") and year in claim.sentence
    return replace(claim, period=None) if is_base or (at >= 0 and is_of_founding(claim, at)) else claim


def since_last_year(claim: Claim) -> Claim:
    """Return a change against last year as one of the year under way: last year is what it is counted from."""
    year = claim.period.end_year if claim.period else None
    is_based = _is_against_last_year(claim) and claim.kind == "change" and year == claim.said_on.year - 1
    this = str(claim.said_on.year)
    return replace(claim, period=Period(this, this)) if is_based else claim


def _is_against_last_year(claim: Claim) -> bool:
    against = claim.cues.of("against")
    return any(0 <= base.start - cue.end <= 1 for cue in against for base in claim.cues.of("last_year"))


def is_of_founding(claim: Claim, at: int) -> bool:
    """Whether the year at ``at`` is that in which the pact was founded, a target set, or somebody joined who spends."""
    if any(0 <= at - cue.end <= _FOUNDED for cue in claim.cues.of("founding", "made_in")):
        return True
    joined = any(0 <= at - cue.end <= _CONTRAST for cue in claim.cues.of("joining"))
    return joined and claim.metric != MEMBERS and claim.cues.has("spending_of", "spends")


def _spoken_year(claim: Claim) -> str | None:
    """The year that "this year" or "last year" says, where the sentence gives no other and no figure it could be that of."""
    said = {"this_year": claim.said_on.year, "last_year": claim.said_on.year - 1}
    named = {year for kind, year in said.items() if claim.cues.has(kind)}
    if _is_against_last_year(claim):
        named = {claim.said_on.year}
    is_open = not YEAR.search(claim.cues.text) and not any(_is_alike(each, claim) for each in claim.others)
    return str(named.pop()) if is_open and len(named) == 1 else None


def of_fiscal_year(claim: Claim) -> Claim:
    """Return a level of a fiscal year as one of the year in which it begins, by which producers count it: "in 2024-2025"."""
    period = claim.period
    first = period.start_year if period else None
    if period is None or first is None or claim.kind in _MOVED or period.end_year != first + 1:
        return claim
    written = (
        f"{first}-{first + 1}",
        f"{first}/{first + 1}",
        f"{first}-{(first + 1) % 100}",
        f"{first}/{(first + 1) % 100}",
    )
    is_written = any(each in claim.cues.text for each in written)
    return replace(claim, period=Period(str(first), str(first))) if is_written else claim


def without_contrasted_year(claim: Claim) -> Claim:
    """Return a claim without the year of a figure that another is set against: "380 billion, 2 % (against 1.5 % in 2014)".

    Its own is then the last year before it in the sentence.
    """
    text, year = claim.cues.text, claim.period.end if claim.period and _is_of_one_year(claim.period) else None
    at = text.find(year, claim.end) if year else -1
    before = [each for each in claim.others if claim.end <= _start(each, claim) < at]
    if at < 0 or year is None or year in text[: claim.start] or not before:
        return claim
    start = max(_start(each, claim) for each in before)
    if not claim.cues.within(max(0, start - _CONTRAST), start).has("against"):
        return claim
    lead = YEAR.findall(text, 0, claim.start)
    return replace(claim, period=Period(lead[-1], lead[-1]) if lead else None)


def with_own_year(claim: Claim) -> Claim:
    """Return a claim beside others of its kind with the year that stands nearest to it, and not that of another.

    "4.1 %, up from 1.9 % in 2014": the year is that of the last figure before it; a figure without one keeps none.
    """
    claim = _since_start(_with_stretch(claim))
    leading = _leading_year(claim)
    claim = replace(claim, period=Period(leading, leading)) if leading else claim
    alike = sorted(_start(each, claim) for each in claim.others if _is_alike(each, claim))
    if not alike or claim.cues.has("since") or not _is_of_one_year(claim.period):
        return claim
    if _is_this_year(claim):
        return claim
    behind = min((start for start in alike if start > claim.start), default=len(claim.cues.text))
    before = max((start for start in alike if start < claim.start), default=0)
    text = claim.cues.text
    own = _own_years(claim, behind)
    found = own or ([] if before else YEAR.findall(text, before, claim.start))
    found = found or _year_of_when(claim) or _year_of_list(claim)
    if found:
        return replace(claim, period=Period(found[0], found[0]))
    lead = YEAR.findall(text, 0, min(claim.start, alike[0]))
    if lead:
        return replace(claim, period=Period(lead[-1], lead[-1]))
    stated = claim.period.end if claim.period else None
    is_anothers = stated is not None and (stated in text or _is_last_year_of_another(claim, alike))
    return replace(claim, period=None) if is_anothers else claim


def _is_last_year_of_another(claim: Claim, alike: Sequence[int]) -> bool:
    """Whether "last year" ends an aside with a figure of its own, before this one's verb: "X, at 1.7 last year, spends"."""
    asides = [cue for cue in claim.cues.of("last_year") if claim.cues.text.startswith(",", cue.end)]
    opened = claim.cues.text.find(",")
    return any(0 < opened < start < cue.start and cue.end < claim.start for cue in asides for start in alike)


def _with_stretch(claim: Claim) -> Claim:
    """Return a change without a period with the years behind it "from" one "to" another."""
    years = list(YEAR.finditer(claim.cues.text, claim.end))
    if claim.period is not None or claim.kind not in _MOVED or len(years) < _AT:
        return claim
    first, last = years[:2]
    opens = any(0 <= first.start() - cue.end <= 1 for cue in claim.cues.of("from"))
    is_one = opens and last.start() - first.end() <= _BETWEEN and first[0] < last[0]
    return replace(claim, period=Period(first[0], last[0])) if is_one else claim


def _is_this_year(claim: Claim) -> bool:
    """Whether the words before the figure date it to the year under way: "this year 18 will, and three did in 2014"."""
    year = claim.period.end if claim.period else None
    return year == str(claim.said_on.year) and claim.cues.within(0, claim.start).has("within_year")


def _own_years(claim: Claim, behind: int) -> list[str]:
    """The years behind a figure, up to the next of its kind, but for one from which it rose or fell."""
    text = claim.cues.text
    compared = {cue.end + 1 for cue in claim.cues.of("against")}
    return [
        year[0]
        for year in YEAR.finditer(text, claim.end, behind)
        if year.start() not in compared and not _is_parted(claim, year.start())
    ]


def _is_parted(claim: Claim, at: int) -> bool:
    """Whether a word that opens another clause stands between the figure and a year behind it: "23 do, while in 2014"."""
    return claim.cues.within(claim.end, at).has("clause")


def _year_of_when(claim: Claim) -> list[str]:
    """The year right before the "when" of the figure's own clause: "up from 2014, when three did"."""
    close = claim.cues.within(max(0, claim.start - _CLOSE), claim.start).of("when")
    text = claim.cues.text
    return [year[0] for cue in close for year in YEAR.finditer(text, 0, cue.start) if cue.start - year.end() <= _AT]


def _year_of_list(claim: Claim) -> list[str]:
    """The year behind a figure before it, where another holder and no verb stand between: "1.6 % in 2023, and X 3.9 %"."""
    year = next(reversed(list(YEAR.finditer(claim.cues.text, 0, claim.start))), None)
    if year is None or claim.amount.unit == "count":
        return []
    between = claim.cues.within(year.end(), claim.start)
    says = any(cue.end - cue.start > _AT for cue in between.of("spends"))
    is_new = says or between.has("is", "was", "met", "forecast", "up", "down", "within_year", "against", "since", "not")
    named = any(year.end() <= actor.start and actor.end <= claim.start for actor in claim.actors)
    return [year[0]] if named and not is_new else []


def _leading_year(claim: Claim) -> str:
    """The year that leads a sentence, where another was worked out from an event named behind it: "in 2016, the year before"."""
    worked_out = claim.period.end if claim.period and _is_of_one_year(claim.period) else None
    if not worked_out or worked_out in claim.cues.text or claim.cues.has("within_year"):
        return ""
    found = (YEAR.match(claim.cues.text, cue.end + 1) for cue in claim.cues.of("year") if cue.start == 0)
    return next((year[0] for year in found if year), "")


def with_span(claim: Claim, numbers: Mapping[str, int]) -> Claim:
    """Return a change that happened "in ten years", or "more than in 2014", with the years that it spans.

    What looks ahead from the words alone, and says nothing of the future, looks back.
    """
    past = _years_ago(claim, numbers)
    if past is not None:
        year = str(claim.said_on.year - past)
        return replace(claim, period=Period(year, year))
    then = year_of_own_past(claim, claim.end) if claim.unit == "times" else ""
    if then:
        return _from_base(claim, then)
    if claim.unit == "times" and claim.cues.has("than_in"):
        years = YEAR.findall(claim.cues.text, claim.end)
        return _from_base(claim, years[0]) if len(years) == 1 else claim
    if _is_of_a_record(claim):
        return replace(claim, period=None)
    ahead = claim.period.end_year if claim.period else None
    is_ahead = ahead is not None and ahead > claim.said_on.year
    if claim.cues.has("forecast", "promise", "demand") or not claim.cues.has(
        "up", "down", "from", "doubling", "tripling"
    ):
        return claim
    if is_ahead and ahead is not None:
        start = str(2 * claim.said_on.year - ahead)
        return replace(claim, period=Period(start, None) if claim.kind in _MOVED else None)
    if claim.period is not None or claim.kind not in _MOVED or claim.cues.has("yearly", "consecutive"):
        return claim
    span = number_near(claim, claim.cues.of("years"), numbers, _CLOSE) or (
        _TEN if claim.cues.has("in_decade") else None
    )
    return replace(claim, period=Period(str(claim.said_on.year - span), None)) if span else claim


def _from_base(claim: Claim, year: str) -> Claim:
    """Return a multiple as that of a year gone by; "three times less than then" is a third of it, and is not read."""
    less = claim.cues.within(0, claim.end + _TEN).has("less")
    moved = replace(claim, kind="change", period=Period(year, None))
    return replace(moved, reason="too_vague") if less else moved


def year_of_own_past(claim: Claim, place: int) -> str:
    """The year from which a multiple at ``place`` is counted, of what the holder then had: "twice what it spent in 2014"."""
    years = list(YEAR.finditer(claim.cues.text, place))
    if claim.cues.has("since") or len(years) != 1 or int(years[0][0]) >= claim.said_on.year:
        return ""
    between = claim.cues.within(place, years[0].start())
    named = any(place <= actor.start < years[0].start() for actor in claim.actors)
    return "" if named or not between.has("pronoun") else years[0][0]


def _years_ago(claim: Claim, numbers: Mapping[str, int]) -> int | None:
    """How many years before it was said a figure is of that another is set against: "23, against three ten years ago"."""
    behind = claim.cues.within(claim.end, claim.end + _AGO)
    if not is_contrasted(claim) or not behind.has("ago") or not behind.has("years"):
        return None
    counted = [value for start, value in numbers_in(claim.cues.text[claim.end : claim.end + _AGO], numbers)]
    return counted[0] if counted else None


def is_contrasted(claim: Claim) -> bool:
    """Whether the figure stands right behind a word that sets it against another: "against only three"."""
    return claim.cues.within(max(0, claim.start - _CONTRAST), claim.start).has("against")


def has_own_time(claim: Claim) -> bool:
    """Whether a year, or how many years ago, stands right behind the figure."""
    near = claim.cues.text[claim.end : claim.end + _AGO]
    return bool(YEAR.search(near)) or claim.cues.within(claim.end, claim.end + _AGO).has(
        "ago", "last_year", "this_year"
    )


def _is_of_a_record(claim: Claim) -> bool:
    """Whether the first year belongs to a record behind the figure: "rose by 18 percent, the most since 2014"."""
    start = claim.period.start if claim.period else None
    at = claim.cues.text.find(start, claim.end) if start and claim.cues.has("since") else -1
    return at >= 0 and claim.cues.within(claim.end, at).has("highest", "lowest", "first_since", "ranked")


def _is_alike(figure: Figure, claim: Claim) -> bool:
    """Whether another figure states the same kind of thing, so that a year can be its and not the claim's."""
    if figure.amount.unit == "count" or claim.unit == "count":
        return figure.amount.unit == claim.unit
    shares = ("percent", "percent_of_gdp")
    both = {figure.amount.unit, claim.unit}
    return len(both) == 1 or both <= set(shares) or all(len(unit) == 3 and unit.isupper() for unit in both)


def _is_of_one_year(period: Period | None) -> bool:
    return period is None or (period.start == period.end and len(period.end or "") == 4)


def _start(figure: Figure, claim: Claim) -> int:
    return figure.span.start - (claim.span.start - claim.start if claim.span else 0)
