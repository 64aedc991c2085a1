"""Never or always: a share that stayed on one side of a line in every year of a period, or of what the tables hold."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import DEPTH, Query, Setting, reasons
from quotepart.checks.readings.values import at, indicator_of, is_same_unit

_FLOORS = ("more_than", "at_least")
_CEILINGS = ("less_than", "at_most")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say of a share that it never was, or always was, above or below a line."""
    indicator = indicator_of(claim, setting)
    is_level = claim.kind == "level" and indicator is not None and is_same_unit(claim, indicator)
    is_bounded = claim.amount.qualifier in (*_FLOORS, *_CEILINGS)
    return claim.cues.is_lasting and is_bounded and is_level and not claim.is_money


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group: its lowest year for a floor, its highest for a ceiling.

    Without a first year the tables hold but a part of "never": one year on the wrong side contradicts it, none bears it out.
    """
    indicator, last = indicator_of(claim, setting), setting.last_year
    start = _since(claim)
    if indicator is None or last is None or (start is not None and start >= last):
        return ()
    name, first = "least" if claim.amount.qualifier in _FLOORS else "most", start or last - DEPTH
    return tuple(
        Query(
            label=setting.label(f"throughout.{name}", measure=indicator.id, group=group.id, years=f"{first}–{last}"),
            weight=group.weight,
            why=reasons((group,)),
            measure=f"{indicator.id}_{name}",
            indicator=indicator.id,
            group=group.id,
            start=first,
            end=last,
            unit=indicator.unit,
            formulas=(f"{name}({at(indicator.id, group.id, first, last)})",),
            amount=claim.amount,
            shown_as="throughout",
            may_confirm=start is not None,
        )
        for group in setting.group_options(claim)
    )


def _since(claim: Claim) -> int | None:
    """The first year as the words give it: of the period, else the one year of the sentence behind "since"."""
    if claim.period is not None:
        return claim.period.start_year
    text = claim.cues.text
    years = [text[cue.end :].split()[:1] for cue in claim.cues.of("since")]
    found = [year[0].strip(".,;:") for year in years if year]
    return int(found[0]) if found and len(found[0]) == 4 and found[0].isdigit() else None


OPERATION = Operation(id="throughout", order=3, fits=fits, read=read)
