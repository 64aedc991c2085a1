"""A finding for people: the verdict, the basis in one sentence, each reading in a row, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotepart.cli.output import Table
from quotepart.cli.record_tables import shortened
from quotepart.dossier.labels import link_words, result_words
from quotepart.model.finding import Finding, Reading
from quotepart.wording.wording import Wording, find_wording

RESULT_STYLES = {"match": "green", "near": "yellow", "miss": "red", "no_data": "dim"}


def parts_of_findings(findings: Sequence[Finding], lang: str) -> Iterator[Table | str]:
    """Yield two lines a finding, the verdict on its claim and the basis."""
    wording = find_wording(lang)
    for finding in findings:
        yield headline(finding, wording)
        yield f"    {finding.basis}"
        yield from (f"    {link_words(link, wording)}" for link in finding.links)


def parts_of_finding(finding: Finding, lang: str) -> Iterator[Table | str]:
    """Yield a finding with its readings."""
    wording = find_wording(lang)
    yield headline(finding, wording)
    yield finding.basis
    if finding.readings:
        yield _readings(finding.readings, wording)
    if finding.settle:
        yield f"{wording.say('dossier.settle')} {finding.settle}"
    if finding.now and finding.now.basis not in finding.basis:
        yield f"{wording.say('dossier.today')} {wording.say(f'verdicts.{finding.now.verdict}')}. {finding.now.basis}"
    yield from (link_words(link, wording) for link in finding.links)
    yield from (f"- {assumption}" for assumption in finding.assumptions)
    yield from (f"! {wording.say_or(f'flags.{flag}.label', flag)}" for flag in finding.flags)


def headline(finding: Finding, wording: Wording) -> str:
    """Return the verdict, the claim, who made it and when, in one line."""
    said_on = wording.date(finding.said_on) if finding.said_on else ""
    parts = (wording.say(f"verdicts.{finding.verdict}"), shortened(finding.claim), finding.said_by, said_on)
    return " · ".join(part for part in parts if part)


def _readings(readings: Sequence[Reading], wording: Wording) -> Table:
    styles = {wording.say(f"results.{result}"): style for result, style in RESULT_STYLES.items()}
    columns = [wording.say(f"reading.{head}").lower() for head in ("label", "weight", "value", "edition", "result")]
    return Table(
        columns=tuple(columns),
        rows=[_row(reading, wording) for reading in readings],
        right=frozenset(columns[1:3]),
        styles=styles,
    )


def _row(reading: Reading, wording: Wording) -> tuple[str, ...]:
    value = wording.amount(reading.value, reading.unit) if reading.value is not None else "–"
    return (
        reading.label,
        f"{reading.weight:.2f}",
        value,
        _edition(reading, wording),
        result_words(reading, wording),
    )


def _edition(reading: Reading, wording: Wording) -> str:
    edition = reading.edition or ""
    is_own = not edition or reading.edition_is == "own"
    return edition if is_own else wording.say(f"reading.briefly_{reading.edition_is}", edition=edition)
