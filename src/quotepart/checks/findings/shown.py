"""What a finding shows of a case: its assumptions, its leading readings with their working, and today's value."""

from __future__ import annotations

from quotepart.checks.findings.basis import statement
from quotepart.checks.findings.flags import Case
from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Setting
from quotepart.model.finding import Input, Now, Reading
from quotepart.model.observation import Announcement

SHOWN = 5
"""How many readings a finding shows; one that fits beyond them is added: the claim would be right if it were meant so."""


def assumptions_of(case: Case, setting: Setting) -> tuple[str, ...]:
    """Return what was assumed to read the claim: the day, the base year, and the reasons for the leading reading's weight."""
    say, claim = setting.wording.say, case.claim
    date = setting.wording.date(claim.said_on_text or claim.said_on)
    said = [say(f"assumptions.day.{claim.date_is}", date=date, day=claim.said_on)]
    lead = case.leading or (case.then[0] if case.then else None)
    if lead is None:
        return tuple(said)
    if lead.query.base is not None:
        said.append(say("assumptions.base", year=str(lead.query.base)))
    return (*said, *lead.query.why)


def readings_of(case: Case, setting: Setting, judge: Judge) -> tuple[Reading, ...]:
    """Return the five weightiest readings, one more that fits if none of them is it, and the announcements of the figure."""
    fits = [each for each in case.shown[SHOWN:] if each.result == "match"][:1]
    shown = tuple(reading_of(each, case, setting, judge) for each in (*case.shown[:SHOWN], *fits))
    return (*shown, *(_announced(each, case, setting) for each in case.announced))


def reading_of(judged: Judged, case: Case, setting: Setting, judge: Judge) -> Reading:
    """Return a judged reading with its working."""
    query, inputs = judged.query, judge.inputs(judged)
    return Reading(
        label=query.label,
        weight=float(round(query.weight, 4)),
        measure=query.measure,
        group=query.group,
        start=str(query.start),
        end=str(query.end),
        basis=inputs[0].basis if inputs else query.frame.basis,
        known_on=case.day.isoformat(),
        edition=judged.edition.id if judged.edition else None,
        edition_is=judged.edition_is,
        unit=query.unit,
        result=judged.result,
        value=judged.measured.value if judged.measured else None,
        low=judged.judged.low if judged.judged else None,
        high=judged.judged.high if judged.judged else None,
        formula=judged.formula if judged.measured else "",
        inputs=inputs,
        reason=judged.reason,
        why=setting.wording.say("basis.join").join(query.why),
        flags=("rebased",) if judged.rebased else (),
    )


def _announced(announced: Announcement, case: Case, setting: Setting) -> Reading:
    end = announced.end_year or announced.announced_on.year
    say = setting.wording.say
    value = Input(
        member=announced.group,
        year=end,
        indicator=announced.measure,
        value=announced.value,
        unit=announced.unit,
        basis="current",
        status="final",
        edition=announced.id,
        source=announced.source.cited,
    )
    return Reading(
        label=say("readings.announcement", date=announced.announced_on),
        weight=0.0,
        measure=announced.measure,
        group=announced.group,
        start=str(announced.start_year) if announced.start_year else None,
        end=str(end),
        basis="constant" if announced.price_basis == "real" else "current",
        known_on=case.day.isoformat(),
        edition=announced.id,
        edition_is="announcement",
        unit=announced.unit,
        result="match",
        value=announced.value,
        low=announced.value,
        high=announced.value,
        formula=f"{announced.measure}[{announced.group}, {end}]",
        inputs=(value,),
        why=say("readings.announcement_why", who=announced.person, date=announced.announced_on),
    )


def now_of(case: Case, setting: Setting) -> Now | None:
    """Return the claim by the latest edition, ``None`` where no reading has data in it."""
    lead = case.leading_now
    if lead is None:
        return None
    said = statement(lead, setting)
    return Now(
        verdict=case.verdict_now,
        edition=lead.edition.id if lead.edition else None,
        value=lead.measured.value if lead.measured else None,
        basis=f"{said[:1].upper()}{said[1:]}.",
    )
