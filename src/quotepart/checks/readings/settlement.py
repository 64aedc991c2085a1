"""What would settle a claim that can't be judged: which table, edition, definition or register, and where to get it."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.readings.decline import has_foreign
from quotepart.checks.readings.readings import Setting
from quotepart.checks.readings.values import indicator_of
from quotepart.model.finding import Reason
from quotepart.model.pact import Indicator

_MEASURED = ("spends", "spending_of", "target", "met", "of_gdp", "defence", "up", "down", "ranked")


def settle(reason: Reason, claim: Claim, setting: Setting) -> str:
    """Return what would settle the claim, in the reader's language; which source holds it, where the pact knows one."""
    found = _importable(reason, claim, setting)
    return setting.wording.say(
        f"settle.{reason}_from" if found else _key(reason, claim, setting),
        metric=setting.indicator_name(found.id if found else claim.metric),
        reader=found.reader or "" if found else "",
        date=claim.said_on,
        year=str(claim.said_on.year),
    )


def _key(reason: Reason, claim: Claim, setting: Setting) -> str:
    if reason == "no_series" and not _is_of_a_series(claim, setting):
        return "settle.unnamed"
    return "settle.promise" if reason == "forecast" and claim.cues.has("promise") else f"settle.{reason}"


def _is_of_a_series(claim: Claim, setting: Setting) -> bool:
    """Whether the words are of what some series counts: a matter of record is of a register."""
    if claim.fact is not None or claim.metric not in setting.pact.indicators:
        return False
    is_default = claim.metric == setting.pact.conventions.main_indicator and claim.start == claim.end
    return not is_default or claim.cues.has(*_MEASURED)


def _importable(reason: Reason, claim: Claim, setting: Setting) -> Indicator | None:
    """The series that a user can import and that would answer: the claim's own, or one akin to it.

    Another producer's series answers for years that are not covered, and for states outside the pact.
    """
    own = indicator_of(claim, setting)
    if own is None or reason not in ("no_series", "no_period") or not _is_of_a_series(claim, setting):
        return None
    known = setting.pact.indicators.values()
    may_be_akin = reason == "no_period" or has_foreign(claim, setting)
    fitting = (each for each in known if each.id == own.id or (may_be_akin and each.akin == own.id))
    return next((each for each in fitting if each.reader and not setting.has_series(each.id)), None)
