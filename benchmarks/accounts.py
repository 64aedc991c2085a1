"""How fast the accounts are: look-ups as known on a day and a full table of measures, beside pandas on the raw table, in one run.

    .tools/bin/uv run --group bench python benchmarks/accounts.py

pandas answers the same questions from one long table of every printed figure, by masks and by an index made for them, with the
same rules: the newest edition of the day that has the year. Results are compared before anything is timed. Each time is the
median of several passes on one core; the loading of the pact is a process of its own.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

try:
    import pandas as pd
except ModuleNotFoundError:
    sys.exit("pandas is missing, of the dependency group bench: uv run --group bench python benchmarks/accounts.py")

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.frames import edition_frame
from quotepart.measures.compute import compute
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

ROOT = Path(__file__).parents[1]
LOOK_UPS, PASSES, SEED = 1_000, 7, 20140905
INDICATORS = ("defence_share_gdp", "defence_expenditure", "personnel", "equipment_share", "gdp")
DAYS = (date(2019, 7, 1), date(2024, 7, 1), date(2025, 9, 1), date(2026, 11, 1))
YEAR, DAY = 2024, date(2024, 7, 1)
MAIN, SIZE, SHARE = "defence_expenditure", "gdp", "defence_share_gdp"


@dataclass(frozen=True)
class LookUp:
    """One question: what a member's figure of a year was, as known on a day."""

    member: str
    indicator: str
    year: int
    known_on: date


def look_ups(account: Account) -> list[LookUp]:
    """A thousand mixed questions, the same in every run."""
    chance = random.Random(SEED)
    members = [member for member in account.pact.members if member != "ISL"]
    return [
        LookUp(chance.choice(members), chance.choice(INDICATORS), chance.randint(2014, 2024), chance.choice(DAYS))
        for _ in range(LOOK_UPS)
    ]


def raw_table(account: Account) -> pd.DataFrame:
    """Every figure of every edition that may be cited, one a row, with the day of its edition."""
    held = [edition for edition in account.editions() if edition.held != "none" and edition.producer == "nato"]
    frames = [pd.DataFrame(edition_frame(account, edition).to_dicts()) for edition in held]
    days = pd.concat(
        [frame.assign(published=pd.Timestamp(edition.published)) for frame, edition in zip(frames, held, strict=True)]
    )
    return days[days["value"].notna()].reset_index(drop=True)


def by_quotepart(account: Account, questions: Sequence[LookUp]) -> list[float | None]:
    """The answers of the accounts."""
    answers: list[float | None] = []
    for each in questions:
        value = None
        for edition in account.editions(indicator=each.indicator, known_on=each.known_on):
            if edition.producer != "nato":
                continue
            seen = account.observe(each.member, each.indicator, each.year, edition=edition)
            if seen is not None:
                value = float(seen.value)
                break
        answers.append(value)
    return answers


def by_pandas(table: pd.DataFrame, questions: Sequence[LookUp]) -> list[float | None]:
    """The answers of pandas: the newest row of the day, by masks over the raw table."""
    answers: list[float | None] = []
    for each in questions:
        rows = table[
            (table["member"] == each.member)
            & (table["indicator"] == each.indicator)
            & (table["year"] == each.year)
            & (table["published"] <= pd.Timestamp(each.known_on))
        ]
        if each.indicator in (MAIN, SIZE):
            rows = rows[rows["basis"] == "current"]
        answers.append(float(rows.loc[rows["published"].idxmax(), "value"]) if len(rows) else None)
    return answers


def indexed(table: pd.DataFrame) -> pd.DataFrame:
    """The raw table with an index made for these questions, the newest edition last."""
    plain = table[~table["indicator"].isin((MAIN, SIZE)) | table["basis"].eq("current")]
    return plain.sort_values("published").set_index(["member", "indicator", "year"]).sort_index(kind="stable")


def by_index(table: pd.DataFrame, questions: Sequence[LookUp]) -> list[float | None]:
    """The answers of pandas by that index."""
    answers: list[float | None] = []
    for each in questions:
        key = (each.member, each.indicator, each.year)
        rows = table.loc[key:key]
        values = rows["value"].to_numpy()[rows["published"].to_numpy() <= np.datetime64(each.known_on)]
        answers.append(float(values[-1]) if len(values) else None)
    return answers


def measures_by_quotepart(account: Account) -> dict[str, float]:
    """A table of measures of one year."""
    found = {
        name: compute(account, name, years=[YEAR], known_on=DAY)[0]
        for name in ("shares", "hhi", "theil", "gini", "at_target", "gap", "growth")
    }
    return {
        "share": float(found["shares"].cell("USA", "spending") or 0) / 100,
        **{name: float(found[name].value or 0) for name in ("hhi", "theil", "gini", "at_target", "gap")},
        "growth": float(found["growth"].value or 0),
    }


def measures_by_pandas(table: pd.DataFrame) -> dict[str, float]:
    """The same measures, written for this one edition and year."""
    rows = table[(table["published"] <= pd.Timestamp(DAY)) & table["edition"].eq("nato:2024-06-17")]
    wide = rows[~rows["member"].isin(["NATO", "EUROPE_CANADA"])].pivot_table(
        index="member", columns=["indicator", "basis", "year"], values="value"
    )
    spent, size = wide[MAIN, "current", YEAR].dropna(), wide[SIZE, "current", YEAR]
    e, y = spent / spent.sum(), size[spent.index] / size[spent.index].sum()
    order = (e / y).sort_values(kind="stable").index
    up, across = np.r_[0, e[order].cumsum()], np.r_[0, y[order].cumsum()]
    shares = wide[SHARE, "constant", YEAR].dropna().map(lambda value: np.floor(value * 100 + 0.5) / 100)
    real, means = wide[MAIN, "constant", YEAR].dropna(), wide[SIZE, "constant", YEAR]
    whole = rows[(rows["member"] == "NATO") & (rows["indicator"] == MAIN) & (rows["basis"] == "constant")].set_index(
        "year"
    )
    return {
        "share": float(spent["USA"] / spent.sum()),
        "hhi": float((e**2).sum()),
        "theil": float((e * np.log(e / y)).sum()),
        "gini": float(1 - ((across[1:] - across[:-1]) * (up[1:] + up[:-1])).sum()),
        "at_target": float((shares >= 2).sum()),
        "gap": float((0.02 * means[real.index] - real).clip(lower=0).sum()),
        "growth": float((whole.loc[YEAR, "value"] / whole.loc[YEAR - 1, "value"] - 1) * 100),
    }


def seconds(work: Callable[[], object]) -> float:
    """The median time of several passes after one to warm up."""
    work()
    took = []
    for _ in range(PASSES):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def loading() -> float:
    """The median time in which a fresh process loads the pact, start and imports left out."""
    code = (
        "import time; from quotepart.pacts.find import find_pact; from quotepart.pacts.load import load_pact;"
        "start = time.perf_counter(); load_pact(find_pact('nato')); print(time.perf_counter() - start)"
    )
    runs = (subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5))
    return statistics.median(float(run.stdout) for run in runs)


def main() -> None:
    """Compare, measure and print one table."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    account = open_account(load_pact(find_pact("nato")))
    table, questions = raw_table(account), look_ups(account)
    ready = indexed(table)
    ours = by_quotepart(account, questions)
    assert ours == by_pandas(table, questions) == by_index(ready, questions)
    found, other = measures_by_quotepart(account), measures_by_pandas(table)
    for name, value in found.items():
        assert abs(value - other[name]) <= 1e-6 * max(1.0, abs(value)), (name, value, other[name])
    own = seconds(lambda: by_quotepart(account, questions))
    rows = [
        ("1,000 look-ups, masks", own, seconds(lambda: by_pandas(table, questions))),
        ("1,000 look-ups, index", own, seconds(lambda: by_index(ready, questions))),
        (
            "a table of measures",
            seconds(lambda: measures_by_quotepart(account)),
            seconds(lambda: measures_by_pandas(table)),
        ),
    ]
    print(f"{'':24}{'quotepart':>12}{'pandas':>12}{'ratio':>10}")
    for name, mine, pandas_time in rows:
        print(f"{name:24}{mine * 1000:9.1f} ms{pandas_time * 1000:9.1f} ms{pandas_time / mine:9.1f}×")
    answered = sum(value is not None for value in ours)
    print(f"{answered} of {LOOK_UPS} look-ups have a figure; both give the same; {len(table):,} rows")
    print(f"the pact loads in {loading():.2f} s")


if __name__ == "__main__":
    main()
