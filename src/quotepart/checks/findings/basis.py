"""The basis of a finding in one sentence that a reader understands, in French and English."""

from __future__ import annotations

from quotepart.checks.findings.flags import Case, says_more
from quotepart.checks.findings.marginal import marginal
from quotepart.checks.readings.compare import compare
from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Setting
from quotepart.model.finding import Reason

_STATING = ("figure", "rank", "run", "all", "only", "gap", "comparison")
_COUNTED = ("run", "first")
_TURNED = ("change", "added")
_STANDARD = "standard"


def basis_of(case: Case, setting: Setting, judge: Judge, reason: Reason | None, earlier: str = "") -> str:
    """Return the sentence: what the leading reading comes to in which edition, then what else decided.

    ``earlier`` says for which earlier year or edition the claim was right.
    """
    lead = case.leading
    if case.headline == "as_announced":
        return _announced(case, setting)
    if lead is None or case.headline == "not_checkable":
        said = setting.wording.say("basis.nothing", reason=_reason(setting, reason))
        return f"{said} {today}" if (today := _today(case, setting)) else said
    parts = [statement(lead, setting), *_claimed(case, lead, setting), *_revised(lead, setting)]
    parts += _printed(case, lead, setting, judge)
    parts += filter(None, [marginal(lead, setting, judge)])
    if case.headline == "depends":
        parts += [_other(other, setting) for other in (*_set_aside(case, lead), *_deciding(case, lead))]
    if earlier:
        parts.append(setting.wording.say("basis.earlier", when=earlier))
    text = setting.wording.say("basis.join").join(parts) + "."
    rest = setting.wording.say("basis.rest") if says_more(case) else ""
    return " ".join(filter(None, (f"{text[:1].upper()}{text[1:]}", _since(case, setting), rest)))


def statement(judged: Judged, setting: Setting) -> str:
    """Return what a reading comes to: whose, what, when, in which prices, by which edition, and the value."""
    query = judged.query
    keys = (f"basis.{query.shown_as}.{query.rule}", f"basis.{query.shown_as}")
    say = setting.wording.say
    group = setting.entity_name(query.group)
    return say(
        next((key for key in keys if setting.wording.has(key)), "basis.level"),
        group=group,
        measure=setting.indicator_name(query.indicator),
        years=setting.wording.period(str(query.start), str(query.end)),
        base=str(query.base or ""),
        prices=str(judged.price_base or ""),
        label=query.label.removesuffix(f", {group}"),
        edition=_edition(judged, setting),
        value=value_of(judged, setting),
    )


def value_of(judged: Judged, setting: Setting) -> str:
    """Return the official value in words, without data a dash."""
    if judged.measured is None:
        return "–"
    if judged.query.shown_as == "rank":
        return setting.wording.say("basis.place", value=judged.measured.value)
    turn = judged.query.turn if judged.query.shown_as in _TURNED else 1
    return setting.wording.amount(judged.measured.value * turn, judged.query.unit)


def _claimed(case: Case, lead: Judged, setting: Setting) -> list[str]:
    """What the words were taken to state, where they state an amount: with its hedge, in the unit that was compared."""
    claim, say = case.claim, setting.wording.say
    amount = lead.query.amount if lead.query.shown_as in _COUNTED else claim.amount
    if claim.shape not in _STATING:
        return []
    if lead.query.shown_as == "first":
        return [say("basis.claimed.first")]
    if (
        claim.shape == "comparison"
        and amount.value == 1
        and setting.wording.has(key := f"basis.compared.{amount.qualifier}")
    ):
        return [say(key)]
    turn = lead.query.turn if lead.query.shown_as in _TURNED else 1
    words = setting.wording.amount(amount.value * turn, amount.unit)
    if claim.shape == "rank":
        words = say("basis.place", value=amount.value)
    high = setting.wording.amount(amount.high * turn, amount.unit) if amount.high is not None else ""
    return [say(f"basis.claimed.{claim.narrow or amount.qualifier}", amount=words, high=high)]


def _revised(lead: Judged, setting: Setting) -> list[str]:
    """That a value fits only with what revisions may have moved it by, where the table of another day stands in."""
    if lead.result != "match" or lead.edition_is != "substitute" or lead.measured is None:
        return []
    fits_alone = compare(lead.query.amount, lead.measured.interval) == "match"
    return [] if fits_alone else [setting.wording.say("basis.revisions")]


def _set_aside(case: Case, lead: Judged) -> list[Judged]:
    """The weightier reading that has no data, where a lesser one leads: the verdict can't be firmer than that."""
    return [each for each in case.shown if each.result == "no_data" and each.query.weight > lead.query.weight][:1]


def _printed(case: Case, lead: Judged, setting: Setting, judge: Judge) -> list[str]:
    """What had last been printed that day, where a level does not match by the table that stands in for that day's."""
    if case.is_later or lead.edition_is == "own" or lead.result == "match" or lead.query.shown_as != "level":
        return []
    printed = judge.last_printed(lead.query, case.day)
    if printed is None or printed.edition is None:
        return []
    said = setting.wording.say(
        "basis.printed",
        value=value_of(printed, setting),
        year=str(printed.query.end),
        date=printed.edition.published,
    )
    return [said]


def _edition(judged: Judged, setting: Setting) -> str:
    if judged.edition is None:
        return setting.wording.say("basis.register")
    key = "basis.edition.core" if judged.edition.definition != _STANDARD else "basis.edition"
    edition = judged.edition
    return setting.wording.say(f"{key}.{judged.edition_is}", title=edition.title, date=edition.published)


def _deciding(case: Case, lead: Judged) -> list[Judged]:
    """The plausible readings whose result differs from the leading one's, the weightiest of each result."""
    seen = {lead.result, "no_data"}
    found: list[Judged] = []
    for each in case.shown:
        if each.result not in seen:
            seen.add(each.result)
            found.append(each)
    return found


def _other(judged: Judged, setting: Setting) -> str:
    return setting.wording.say(
        f"basis.other.{judged.result}",
        label=judged.query.label,
        value=value_of(judged, setting),
        reason=_reason(setting, judged.reason),
    )


def _since(case: Case, setting: Setting) -> str:
    """What the latest edition says, where its verdict is another."""
    now = case.leading_now
    if case.is_later:
        return setting.wording.say("basis.later")
    if now is None or now.edition is None or case.verdict_now == case.verdict_then or _is_same(now, case.leading):
        return ""
    if case.leading is not None and value_of(now, setting) == value_of(case.leading, setting):
        return ""
    key = "basis.since.revised" if case.headline == "supported" else "basis.since.other"
    return setting.wording.say(
        key,
        value=value_of(now, setting),
        prices=_prices(now, setting),
        date=now.edition.published,
        core=setting.wording.say("basis.since.core") if now.edition.definition != _STANDARD else "",
    )


def _is_same(now: Judged, lead: Judged | None) -> bool:
    """Whether the latest edition is the one that answered for that day already."""
    return lead is not None and now.edition == lead.edition and now.formula == lead.formula


def _prices(judged: Judged, setting: Setting) -> str:
    return setting.wording.say("basis.in_prices", base=str(judged.price_base)) if judged.price_base else ""


def _today(case: Case, setting: Setting) -> str:
    now = case.leading_now
    return setting.wording.say("basis.today", statement=statement(now, setting)) if now else ""


def _announced(case: Case, setting: Setting) -> str:
    latest = case.announced[0]
    said = setting.wording.say(
        "basis.announced",
        who=latest.person or setting.entity_name(latest.group),
        amount=setting.wording.amount(latest.value, latest.unit),
        date=latest.announced_on,
        source=latest.source.title,
    )
    others = {each.unit for each in case.announced} - {latest.unit}
    if others:
        first = case.announced[-1]
        amount = setting.wording.amount(first.value, first.unit)
        said += " " + setting.wording.say("basis.announced_before", date=first.announced_on, amount=amount)
    today = _today(case, setting)
    return f"{said} {today}".strip()


def _reason(setting: Setting, reason: Reason | None) -> str:
    return setting.wording.say(f"reasons.{reason or 'no_series'}")
