"""Findings for other programs and pages: CSV, Markdown, and ClaimReview for those that a person approved."""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from quotepart.cli.output import print_json
from quotepart.dossier.labels import result_words
from quotepart.dossier.safe import escape_markdown
from quotepart.errors import UsageError
from quotepart.model.document import Document
from quotepart.model.finding import Finding, Reading
from quotepart.model.wire import day_of, number
from quotepart.wording.wording import Wording, find_wording

COLUMNS = (
    "source", "id", "claim", "start", "end", "said_by", "said_on", "verdict", "reason", "basis", "settle", "reading",
    "value", "unit", "edition", "now_verdict", "now_value", "now_edition", "flags",
)  # fmt: skip


class FindingForm(Protocol):
    """A way to write findings to stdout, those of one source after those of another."""

    def write(self, source: str, findings: Sequence[Finding], language: str, document: Document | None = None) -> None:
        """Write the findings on one ``source`` in ``language``; places count in the file of ``document``."""
        ...


def form_asked(
    *, csv: bool = False, markdown: bool = False, claimreview: bool = False, json: bool = False,
    approved_by: str | None = None, url: str | None = None, only: Iterable[str] = (), today: date,
) -> FindingForm | None:  # fmt: skip
    """Return the form that the options ask for, ``None`` for JSON and for people.

    Raises ``UsageError`` where they ask for two forms, for a review that nobody approved, or for approval without a review.
    """
    if sum((csv, markdown, claimreview, json)) > 1:
        raise UsageError(
            "only one form can be printed at once", hint="choose --json, --csv, --markdown or --claimreview"
        )
    if claimreview:
        return Reviews(approved_by or "", today, url, frozenset(only))
    if approved_by or url or tuple(only):
        raise UsageError("an approval is for reviews", hint="add --claimreview")
    return Csv() if csv else Markdown() if markdown else None


class Csv:
    """One row a finding, the columns' names first."""

    def __init__(self) -> None:
        self._writer = csv.DictWriter(sys.stdout, fieldnames=COLUMNS, lineterminator="\n")
        self._writer.writeheader()

    def write(self, source: str, findings: Sequence[Finding], language: str, document: Document | None = None) -> None:
        """Write a row a finding; the value is that of the reading that decided."""
        self._writer.writerows(row_of(finding, source, document) for finding in findings)


class Markdown:
    """A heading a source, and under it each finding with its readings in a table."""

    def write(self, source: str, findings: Sequence[Finding], language: str, document: Document | None = None) -> None:
        """Write the findings of one source."""
        wording = find_wording(language)
        parts = [f"## {_in_line(source)}", *(markdown_of(finding, wording) for finding in findings)]
        sys.stdout.write("\n\n".join(parts) + "\n\n")


class Reviews:
    """One ClaimReview a line for each finding that a person approved: those named, or all."""

    def __init__(self, approved_by: str, approved_on: date, url: str | None, only: Collection[str]) -> None:
        if not approved_by.strip():
            raise UsageError("a review needs somebody who approved it", hint="give the name with --approved-by NAME")
        self._by, self._on, self._url, self._only = approved_by, approved_on, url, only

    def write(self, source: str, findings: Sequence[Finding], language: str, document: Document | None = None) -> None:
        """Write a review for each approved finding."""
        from quotepart.checks.findings.claim_review import claim_review

        for finding in findings:
            if not self._only or finding.id in self._only:
                wording = find_wording(language)
                print_json(claim_review(finding, wording, approved_by=self._by, approved_on=self._on, url=self._url))


def row_of(finding: Finding, source: str, document: Document | None = None) -> Mapping[str, object]:
    """Return a finding as one row under ``COLUMNS``, empty where nothing applies."""
    span = document.in_file(finding.span) if document and finding.span else finding.span
    shown, now = _deciding(finding), finding.now
    return {
        "source": source,
        "id": finding.id,
        "claim": finding.claim,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "said_by": finding.said_by,
        "said_on": finding.said_on,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "basis": finding.basis,
        "settle": finding.settle,
        "reading": shown.label if shown else None,
        "value": number(shown.value) if shown else None,
        "unit": shown.unit if shown else None,
        "edition": day_of(shown.edition) if shown else None,
        "now_verdict": now.verdict if now else None,
        "now_value": number(now.value) if now else None,
        "now_edition": day_of(now.edition) if now else None,
        "flags": " ".join(finding.flags),
    }


def markdown_of(finding: Finding, wording: Wording) -> str:
    """Return a finding as Markdown: verdict and claim, basis, readings, what would settle it and what to keep in mind."""
    said_on = wording.date(finding.said_on) if finding.said_on else ""
    said = ", ".join(_in_line(part) for part in (finding.said_by or "", said_on) if part)
    claim = f"{_in_line(finding.claim)} ({said})" if said else _in_line(finding.claim)
    parts = [f"**{wording.say(f'verdicts.{finding.verdict}')}**: {claim}", _in_line(finding.basis)]
    if finding.readings:
        parts.append("\n".join(_table(finding.readings, wording)))
    if finding.settle:
        parts.append(f"{wording.say('dossier.settle')} {_in_line(finding.settle)}")
    notes = (*finding.assumptions, *(wording.say_or(f"flags.{flag}.label", flag) for flag in finding.flags))
    if notes:
        parts.append("\n".join(f"- {_in_line(note)}" for note in notes))
    return "\n\n".join(parts)


def _table(readings: Sequence[Reading], wording: Wording) -> list[str]:
    heads = [wording.say(f"reading.{head}") for head in ("label", "value", "edition", "result")]
    rows = [_cells(reading, wording) for reading in readings]
    return [_line(heads), "|" + " --- |" * len(heads), *(_line(row) for row in rows)]


def _cells(reading: Reading, wording: Wording) -> list[str]:
    value = wording.amount(reading.value, reading.unit) if reading.value is not None else "–"
    return [reading.label, value, day_of(reading.edition) or "–", result_words(reading, wording)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_in_line(cell) for cell in cells) + " |"


def _in_line(words: str) -> str:
    """Words from a document on one line, in which Markdown finds no markup."""
    return escape_markdown(" ".join(words.split()))


def _deciding(finding: Finding) -> Reading | None:
    """The reading that the verdict rests on: the first that has data."""
    return next((reading for reading in finding.readings if reading.value is not None), None)
