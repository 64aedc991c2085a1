"""How well claims are judged: `python tests/claims/scoring.py` prints every set, `--unseen` the wrong ones of all.

Whoever writes rules reads `seen.csv`, `second.csv` and `third.csv`, and never gives `--unseen`.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import get_args

from quotepart.model.finding import Finding, Verdict
from quotepart.workspace import Said, Workspace

FOLDER = Path(__file__).parent
SETS = ("seen", "second", "third", "unseen")
VERDICTS: tuple[str, ...] = get_args(Verdict)
DECLINED = "not_checkable"
# A sentence is as bad as the worst thing it asserts that could be decided.
WORST_FIRST = ("contradicted", "out_of_date", "close", "depends", "as_announced", "supported")
FIRM = ("supported", "close", "out_of_date", "contradicted")


@dataclass(frozen=True)
class Judged:
    """A row of the set, with the verdict and the reason that its sentence got."""

    row: dict[str, str]
    verdict: str
    reason: str
    basis: str

    @property
    def wanted(self) -> list[str]:
        return self.row["verdict"].split("|")

    @property
    def is_right(self) -> bool:
        return self.verdict in self.wanted

    @property
    def has_right_reason(self) -> bool:
        return self.reason in self.row["reason"].split("|")


def read_set(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def verdict_of(findings: Sequence[Finding]) -> tuple[str, str, str]:
    """The verdict on a sentence, with its reason and basis: the worst of those decided, else that of the first finding."""
    decided = [finding for finding in findings if finding.verdict != DECLINED]
    told = min(decided, key=lambda finding: WORST_FIRST.index(finding.verdict)) if decided else findings[0]
    return told.verdict, told.reason or "", told.basis


def judge(rows: Iterable[dict[str, str]], workspace: Workspace) -> list[Judged]:
    judged = []
    for row in rows:
        said = Said(id=row["id"], text=row["text"], on=row["date"], lang=row["lang"], by=row["by"] or None)
        (answer,) = workspace.claims([said])
        if isinstance(answer, Exception):
            raise answer
        judged.append(Judged(row, *verdict_of(answer[1])))
    return judged


def scores(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """How many are right, of how many; a row that may be decided or declined counts on neither side."""
    decidable = [each for each in judged if DECLINED not in each.wanted]
    undecidable = [each for each in judged if each.wanted == [DECLINED]]
    firm = [each for each in decidable if each.verdict in FIRM]
    declined = [each for each in undecidable if each.verdict == DECLINED]
    return {
        "decided": (sum(each.verdict != DECLINED for each in decidable), len(decidable)),
        "agreement": (sum(each.is_right for each in firm), len(firm)),
        "declined": (len(declined), len(undecidable)),
        "reason": (sum(each.has_right_reason for each in declined), len(declined)),
    }


def accusations(judged: Sequence[Judged]) -> dict[str, int]:
    """How often a false claim is supported, and a true one contradicted."""
    return {
        "wrong_supported": sum(
            each.verdict == "supported" and not each.is_right and "contradicted" in each.wanted for each in judged
        ),
        "wrong_contradicted": sum(
            each.verdict == "contradicted" and not each.is_right and "supported" in each.wanted for each in judged
        ),
    }


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score, as two shares; all from 0 to 1 where there is nothing."""
    if not of:
        return 0.0, 1.0
    z, share = 1.959964, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{right:4} of {of:<4} {100 * right / of if of else 0:5.1f} %  [{100 * low:.1f}, {100 * high:.1f}]"


def print_confusion(judged: Sequence[Judged]) -> None:
    """The first verdict of each row against the one it got; an answer the row allows stands where it was expected."""
    cells = Counter((each.wanted[0], each.wanted[0] if each.is_right else each.verdict) for each in judged)
    print(f"  {'expected':14}" + "".join(f"{verdict[:12]:>14}" for verdict in VERDICTS))
    for wanted in VERDICTS:
        line = [cells[wanted, got] for got in VERDICTS]
        if sum(line):
            counts = "".join(f"{count:14}" for count in line)
            print(f"  {wanted:14}{counts}  {share(cells[wanted, wanted], sum(line))}")


def print_groups(judged: Sequence[Judged], column: str) -> None:
    for name in sorted({each.row[column] for each in judged}):
        group = [each for each in judged if each.row[column] == name]
        print(f"  {name:18}{share(sum(each.is_right for each in group), len(group))}")


def print_wrong(judged: Sequence[Judged]) -> None:
    for each in judged:
        reason_is_wrong = each.wanted == [DECLINED] and not each.has_right_reason
        if not each.is_right or reason_is_wrong:
            print(f"  {each.row['id']} ({each.row['date']}) {each.row['text']}")
            print(f"    expected {each.row['verdict']} {each.row['reason']}: {each.row['reading']}")
            print(f"    got {each.verdict} {each.reason}: {each.basis}")


def main() -> None:
    workspace = Workspace.open("nato")
    for name in SETS:
        judged = judge(read_set(name), workspace)
        print(
            f"\n{name}: {len(judged)} claims, right verdict {share(sum(each.is_right for each in judged), len(judged))}"
        )
        for score, (right, of) in scores(judged).items():
            print(f"  {score:18}{share(right, of)}")
        for each, count in accusations(judged).items():
            print(f"  {each:18}{count:4}")
        print_confusion(judged)
        if name != "unseen" or "--unseen" in sys.argv:
            for column in ("lang", "operation"):
                print_groups(judged, column)
            print_wrong(judged)


if __name__ == "__main__":
    main()
