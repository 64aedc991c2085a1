"""When nothing can be said: why, by a closed list of reasons."""

from __future__ import annotations

from quotepart.checks.claims.claim import PARTS, SHARES, Claim
from quotepart.checks.claims.clauses import bounds_of, clause_of
from quotepart.checks.claims.cues import YEAR, Cues
from quotepart.checks.claims.speaker import says_we
from quotepart.checks.claims.years import is_contrasted
from quotepart.checks.readings.readings import Setting, stated_year
from quotepart.checks.readings.some_time import is_of_open_time, is_of_some_time
from quotepart.checks.readings.values import indicator_of, is_of_several, is_same_unit, is_sum
from quotepart.checks.working.register import MEMBERS
from quotepart.model.finding import Reason

_BOUNDS = ("more_than", "at_least", "less_than", "at_most")
_NEXT, _BRACKETED, _EXPECTED = 6, 8, 40
_LEFT_OUT = 5  # characters to a part behind its article: "without the pensions"
_OPEN = ("too_vague", "no_series")


def reason_before(claim: Claim, setting: Setting) -> Reason | None:
    """Return why the words alone keep the claim from being judged: a forecast, a counterfactual; ``None`` where they don't."""
    if claim.reason == "too_vague" and _is_of_a_part(claim, setting):
        return "definition"
    if claim.reason is not None:
        return "no_period" if claim.reason in _OPEN and _is_before(claim, setting) else claim.reason
    before = claim.cues.within(0, claim.start) if claim.end else claim.cues
    if claim.period is None and claim.event_year is None and is_of_open_time(claim) and not is_of_some_time(claim):
        return "no_period"
    if _is_counterfactual(claim):
        return "counterfactual"
    if claim.unit == "times" and claim.cues.has("than") and has_foreign(claim, setting):
        return "no_series"
    if clause_of(claim).has("nearing"):
        return "forecast"
    if _is_of_a_part(claim, setting) or _is_against_plan(claim):
        return "definition"
    if _is_lasting_level(claim):
        return "no_period"
    if claim.unit == "fraction" and claim.shape == "figure" and claim.end and _is_of_promise(claim):
        return "too_vague"
    if _is_ahead(claim, setting) or _is_forecast(claim, before, setting):
        return "forecast"
    if _is_undated_multiple(claim):
        return "no_period"
    if claim.cues.has("last_time", "era") and claim.period is None:
        return "no_period"
    near = clause_of(claim) if claim.shape == "figure" and claim.end and not is_contrasted(claim) else claim.cues
    if near.has("world") and _is_of_world(claim):
        return "no_series"
    if not claim.groups and (not claim.actors or says_we(claim)) and claim.metric in setting.pact.indicators:
        return "no_series" if claim.cues.has("world") else "group_unknown"
    if claim.kind == "share" and _is_of_nobody(claim, setting) and clause_of(claim).has("forecast"):
        return "forecast"
    is_figure = claim.shape == "figure" and claim.unit != "times"
    if is_figure and is_of_several(claim, setting) and not is_sum(claim, setting):
        return "no_series"
    return "group_unknown" if _is_of_unknown(claim, setting) else None


def _is_lasting_level(claim: Claim) -> bool:
    """Whether one share is said to have been so in all years, without more than or less than."""
    is_level = claim.unit in SHARES and claim.kind == "level" and claim.amount.qualifier not in _BOUNDS
    return is_level and claim.cues.is_lasting


def _is_of_unknown(claim: Claim, setting: Setting) -> bool:
    """Whether a figure of a known series is of holders that neither the pact nor its list of states knows."""
    if claim.metric not in setting.pact.indicators and claim.metric != MEMBERS:
        return False
    unknown = [group for group in claim.groups if not setting.knows(group)]
    return bool(unknown) and len(unknown) == len(claim.groups) and not _is_state(unknown[0], setting)


def reason_without(claim: Claim, setting: Setting) -> Reason:
    """Return why no operation could read the claim: no such series, or one in another unit."""
    if not claim.groups and not claim.actors and claim.cues.has("cause"):
        return "cause"
    is_undated = claim.metric == MEMBERS and claim.unit == "times"
    if is_undated or (claim.kind == "change" and claim.unit in PARTS and _starts_early(claim)):
        return "no_period"
    indicator = indicator_of(claim, setting)
    if _is_foreign(claim, setting) or (indicator is not None and not setting.has_series(indicator.id)):
        return "no_series"
    if claim.is_money and indicator is not None and claim.cues.has("one_off"):
        return "definition"
    if claim.unit in PARTS and claim.cues.has("own_whole"):
        return "definition"
    if claim.kind == "share" and claim.unit in PARTS and _is_of_nobody(claim, setting):
        return "no_series" if clause_of(claim).has("elsewhere") else "group_unknown"
    is_elsewhere = claim.shape != "figure" or claim.unit == "times" or claim.cues.has("elsewhere")
    if indicator is not None and not is_elsewhere and not is_same_unit(claim, indicator):
        return "unit_unknown"
    return "no_series"


def _starts_early(claim: Claim) -> bool:
    """Whether a change is counted from a year written out, which no table could be found for."""
    return claim.period is not None and claim.period.end is None and str(claim.period.start_year) in claim.sentence


def _is_of_nobody(claim: Claim, setting: Setting) -> bool:
    """Whether no bearer of a part is named but the whole that it is a part of."""
    return claim.is_of_all(setting.pact.conventions.whole)


def _is_state(entity: str, setting: Setting) -> bool:
    return any(entity in names.actors for names in setting.pact.names.values())


def _is_before(claim: Claim, setting: Setting) -> bool:
    """Whether the years that the words give begin before the first that the accounts have."""
    years = [int(year) for year in YEAR.findall(claim.sentence)]
    first = setting.first_year
    return (
        bool(years) and first is not None and min(years) < first and claim.cues.has("spending_of", "spends", "forces")
    )


def _is_undated_multiple(claim: Claim) -> bool:
    """Whether something is said to have doubled and not since when, nor within which year."""
    grew = (
        claim.unit == "times"
        and claim.kind == "change"
        and claim.cues.has("doubling", "tripling", "halving", "manifold")
    )
    is_open = claim.period is None and claim.event_year is None
    return grew and is_open and not claim.cues.has("within_year") and not _is_set_against(claim)


def _is_set_against(claim: Claim) -> bool:
    """Whether a word of comparison stands there that is no hedge of the multiple itself: "more than doubled"."""
    multiples = {cue.start for cue in claim.cues.of("doubling", "tripling", "halving", "manifold")}
    return any(cue.end + 1 not in multiples for cue in claim.cues.of("than"))


def _is_of_world(claim: Claim) -> bool:
    """Whether a place, a part or a comparison is one among all states, not among those of the pact."""
    return claim.kind in ("rank", "share") or claim.unit in ("times", "fraction", "percent") or claim.shape == "record"


def has_foreign(claim: Claim, setting: Setting) -> bool:
    """Whether a state outside the pact is named."""
    return any(not setting.knows(actor.id) and actor.kind != "institution" for actor in claim.actors)


def _is_of_a_part(claim: Claim, setting: Setting) -> bool:
    """Whether the words name a part of the main measure, or something beside it, of which there is no series."""
    head = setting.pact.conventions
    if claim.metric != head.main_indicator or claim.kind == "count" or claim.unit in ("count", "points"):
        return False
    if claim.unit == "times" and claim.shape not in ("comparison", "others"):
        return False
    if _is_without_a_part(claim):
        return True
    return claim.cues.has("related", "narrow") and not claim.cues.has("moved_to")


def _is_without_a_part(claim: Claim) -> bool:
    """Whether a part is left out of the measure: "without pensions"."""
    parts = {cue.start for cue in claim.cues.of("narrow")}
    return any(parts & {cue.end + 1, cue.end + _LEFT_OUT} for cue in claim.cues.of("except"))


def _is_foreign(claim: Claim, setting: Setting) -> bool:
    """Whether all that are named are states outside the pact."""
    return bool(claim.actors) and not any(setting.knows(actor.id) for actor in claim.actors)


def _is_forecast(claim: Claim, before: Cues, setting: Setting) -> bool:
    """Whether the words before the figure look ahead: a year under way whose estimate is published is no forecast any more."""
    if not before.has("forecast", "promise") and not _leads_into(claim, "forecast", setting):
        return False
    year = stated_year(claim)
    if year is not None and year <= (setting.last_year or 0) and not before.has("promise"):
        return False
    if year is not None and before.has("forecast") and claim.kind == "level" and claim.unit == "percent_of_gdp":
        return True
    undated = claim.is_money and year is None and before.has("forecast")
    return undated or not before.has("met")


def _leads_into(claim: Claim, kind: str, setting: Setting) -> bool:
    """Whether the figure is the subject of the words of ``kind`` behind it: "80 percent of it will come from"."""
    low, high = bounds_of(claim)
    is_subject = not claim.cues.within(low, claim.start).has("spends", "met", "is", "was", "up", "down")
    is_part = claim.unit in PARTS and claim.metric == setting.pact.conventions.main_indicator
    return is_part and is_subject and claim.cues.within(claim.end, high).has(kind)


def _is_of_promise(claim: Claim) -> bool:
    """Whether the part is one of what was promised or of some sum: "half of what it promised"."""
    behind = claim.cues.within(claim.end, len(claim.cues.text)).of("promised_whole")
    return any(cue.start - claim.end <= _NEXT for cue in behind)


def _is_counterfactual(claim: Claim) -> bool:
    supposed = clause_of(claim).within(0, claim.start).has("supposed") and claim.shape == "figure"
    return (
        supposed
        or _is_supposed_subject(claim)
        or claim.cues.within(0, claim.start).has("unreal")
        or clause_of(claim).has("unreal")
        or (claim.cues.has("counterfactual") and (claim.cues.has("conditional", "except") or _is_inverted(claim)))
    )


def _is_inverted(claim: Claim) -> bool:
    """Whether the sentence opens with the verb of what did not happen: "Had she not come, it would …"."""
    return any(cue.start == 0 for cue in claim.cues.of("numbering"))


def _is_supposed_subject(claim: Claim) -> bool:
    """Whether the figure belongs to what would be the case: "to go beyond 2 percent would be a blow"."""
    low, high = bounds_of(claim)
    before = claim.cues.within(low, claim.start)
    nouns = {cue.start for cue in before.of("spending_of")}
    verbs = (cue for cue in before.of("spends", "met") if cue.end - cue.start > 2 and cue.start not in nouns)
    is_said = before.has("is", "was") or any(verbs)
    behind = claim.cues.within(claim.end, high)
    expected = {cue.start for cue in behind.of("forecast")}
    is_supposed = any(cue.start not in expected for cue in behind.of("counterfactual"))
    return claim.shape == "figure" and not is_said and is_supposed


def _is_against_plan(claim: Claim) -> bool:
    """Whether a change is counted from what had been foreseen, which no accounts hold: "6 percent more than projected"."""
    behind = claim.cues.within(claim.end, bounds_of(claim)[1])
    plans = behind.of("forecast")
    return claim.kind == "change" and any(
        0 <= plan.start - cue.end <= _NEXT for cue in behind.of("against", "than") for plan in plans
    )


def _is_ahead(claim: Claim, setting: Setting) -> bool:
    """Whether the period ends after the year in which it was said, or such a year stands behind a level in its clause."""
    period = claim.period
    if period is not None and period.end_year is not None and period.end_year > claim.said_on.year:
        return True
    if not claim.end or claim.kind not in ("level", "target", "count"):
        return False
    is_expected = any(
        cue.start - claim.end <= 1 for cue in claim.cues.within(claim.end, len(claim.cues.text)).of("forecast")
    )
    end = max(bounds_of(claim)[1], claim.end + _EXPECTED) if is_expected else bounds_of(claim)[1]
    behind = claim.cues.text[claim.end : end]
    before = claim.cues.text[max(0, claim.start - _BRACKETED) : claim.start] if _is_bracketed(claim) else ""
    return any(int(year) > claim.said_on.year for year in YEAR.findall(behind + before))


def _is_bracketed(claim: Claim) -> bool:
    """Whether a bracket opens right before the figure: a year before it is the figure's too."""
    return claim.cues.text[: claim.start].endswith("(")
