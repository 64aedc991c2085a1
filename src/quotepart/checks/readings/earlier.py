"""Whether a claim that misses was right before: for one of the last years, or in an edition since replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quotepart.checks.claims.claim import Claim
from quotepart.checks.readings.compare import compare
from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Setting, stated_year
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

YEARS_BACK = 3
_DATED = ("level", "count", "share", "ratio", "rank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """When the claim was right: for ``year``, as ``edition`` printed it."""

    year: int
    edition: Edition

    def words(self, setting: Setting) -> str:
        """Return the year and edition in words."""
        return setting.wording.say("basis.when", year=str(self.year), date=self.edition.published)


def earlier_match(judge: Judge, claim: Claim, then: Sequence[Judged], day: date) -> Earlier | None:
    """Return when the leading reading would have been right, ``None`` where never or where it is not dated.

    Years are tried only where the words give none: who says "is" may speak of a year gone by, who says "in 2018" does not.
    """
    lead = next((each for each in then if each.result == "miss"), None)
    if lead is None or lead.edition is None or lead.query.shown_as not in _DATED or lead.query.fact:
        return None
    before = [
        each for each in judge.account.editions(indicator=lead.query.indicator, known_on=day) if each != lead.edition
    ]
    for edition in before:
        if _matches(judge, lead, edition, 0):
            return Earlier(year=lead.query.end, edition=edition)
    if stated_year(claim) is not None:
        return None
    for back in range(1, YEARS_BACK + 1):
        if _matches(judge, lead, lead.edition, -back):
            return Earlier(year=lead.query.end - back, edition=lead.edition)
    return None


def _matches(judge: Judge, lead: Judged, edition: Edition, shift: int) -> bool:
    query = lead.query
    values = (judge.ledger.value(formula, edition, query.frame, shift) for formula in query.formulas)
    value = next((each for each in values if each is not None), None)
    return value is not None and compare(query.amount, value.interval) == "match"
