"""The weights behind a quote's confidence: `python tests/gold/calibrating.py` fits them to the reports.

A ridge keeps a weight small where few quotes show its trait. Nothing of the unseen reports is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from gold.scoring import OPEN, REPORTS, answers, paired, read_reports
from quotepart.extraction.extractor import build_extractor
from quotepart.extraction.quotes import confidence, speakers
from quotepart.extraction.score import same_speaker
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

RIDGE, ROUNDS = 1.0, 50
Seen = list[tuple[str, float]]


def rightness(reports: Sequence[Any]) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every quote found, with whether its words and its speaker are as annotated."""
    for report in reports:
        right = {
            id(got)
            for gold, got in paired(report, "quotes")
            if any(same_speaker(name, got["speaker"]) for name in answers(gold, "speaker"))
        }
        for quote in report.record["quotes"]:
            yield quote, id(quote) in right


def observed() -> tuple[list[Seen], list[bool]]:
    """The traits of each quote found in the open reports, and whether it is right."""
    noted: list[Seen] = []
    rate = confidence.rate_confidence

    def noting(*of: Any) -> float:
        noted.append(list(confidence.traits(*of)))
        return rate(*of)

    speakers.rate_confidence = noting  # type: ignore[assignment]
    extractor = build_extractor(load_pact(find_pact("nato")))
    reports = [report for half in OPEN for report in read_reports(REPORTS / half, extractor)]
    speakers.rate_confidence = rate
    return noted, [is_right for _, is_right in rightness(reports)]


def fitted(seen: Sequence[Seen], right: Sequence[bool]) -> dict[str, float]:
    """The weights of a logistic regression with a ridge, by Newton's method."""
    names = sorted({trait for each in seen for trait, _ in each})
    table = np.zeros((len(seen), len(names)))
    for row, each in enumerate(seen):
        for trait, amount in each:
            table[row, names.index(trait)] = amount
    wanted, weights = np.asarray(right, dtype=float), np.zeros(len(names))
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (wanted - share) - RIDGE * weights
        bend = (table * (share * (1 - share))[:, None]).T @ table + RIDGE * np.eye(len(names))
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    seen, right = observed()
    lines = [f"{trait} = {weight:.2f}" for trait, weight in fitted(seen, right).items()]
    head = "# Log-odds of the traits of a quote, computed by tests/gold/calibrating.py.\n[weights]\n"
    file = Path(confidence.__file__).with_name("confidence.toml")
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
