"""How many times more members reach a line than in an earlier year: "the number of those at 2 percent has doubled"."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.values import at
from quotepart.checks.working.ledger import as_text
from quotepart.checks.working.register import MEMBERS


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is the multiple by which the number of members at a line grew."""
    return claim.metric == MEMBERS and claim.unit == "times" and claim.threshold is not None


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group: the members at the line in the last year over those in the first; none without one."""
    indicator = setting.pact.indicators.get(setting.pact.conventions.share_indicator)
    first = claim.period.start_year if claim.period else claim.event_year
    ended = claim.period.end_year if claim.period else None
    last = ended if ended and ended != first and ended < claim.said_on.year else setting.last_year
    if indicator is None or first is None or last is None or claim.threshold is None or first >= last:
        return ()
    line = as_text(claim.threshold)
    return tuple(
        Query(
            label=setting.label(
                "count_growth",
                group=group.id,
                measure=indicator.id,
                target=setting.wording.number(claim.threshold),
                years=f"{first}–{last}",
            ),
            weight=group.weight,
            why=(group.why,) if group.why else (),
            measure="members_at_target_growth",
            indicator=indicator.id,
            group=group.id,
            start=first,
            end=last,
            unit="times",
            formulas=(
                f"count({at(indicator.id, group.id, last)} >= {line}) / count({at(indicator.id, group.id, first)} >= {line})",
            ),
            amount=claim.amount,
            shown_as="ratio",
        )
        for group in setting.group_options(claim)
    )


OPERATION = Operation(id="count_growth", order=7, fits=fits, read=read)
