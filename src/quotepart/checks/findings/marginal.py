"""Who makes the difference of one between a count that was said and the official one."""

from __future__ import annotations

from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Setting
from quotepart.model.finding import Input


def marginal(lead: Judged, setting: Setting, judge: Judge) -> str:
    """Return who makes a count one more or less than was said, in the reader's language; empty where nothing tells.

    Of a line it is the member nearest to it on the side that decides, of all members the newest.
    """
    if lead.result != "near" or lead.measured is None:
        return ""
    inputs = judge.inputs(lead)
    if lead.query.shown_as == "members":
        return _newest(inputs, setting)
    line, is_fewer = lead.query.line, lead.query.amount.value < lead.measured.value
    if line is None:
        return ""
    values = [each for each in inputs if each.indicator == lead.query.indicator and each.year == lead.query.end]
    at_line = [each for each in values if each.value >= line]
    below = [each for each in values if each.value < line]
    if is_fewer != lead.query.is_below:
        nearest = min(at_line, key=lambda each: each.value, default=None)
    else:
        nearest = max(below, key=lambda each: each.value, default=None)
    return _said(nearest, setting) if nearest else ""


def _newest(inputs: tuple[Input, ...], setting: Setting) -> str:
    joined = [setting.pact.members[each.member] for each in inputs if each.member in setting.pact.members]
    last = max(joined, key=lambda member: member.joined, default=None)
    if last is None:
        return ""
    return setting.wording.say("basis.newest", name=setting.entity_name(last.id), day=last.joined)


def _said(each: Input, setting: Setting) -> str:
    value = setting.wording.amount(each.value, each.unit)
    return setting.wording.say("basis.nearest", name=setting.entity_name(each.member), value=value)
