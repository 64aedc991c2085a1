"""How fast odds are drawn: 32 members, ten years, a million draws, beside plain chunked NumPy on the same model in one run.

    python benchmarks/outlook.py [--draws 1000000] [--threads N]

Both give quantiles, the odds of each year, arrivals and the joint number of members, with two groups as a whole. The plain
version draws with NumPy's own normal and Student t in float64, chunk by chunk on one thread; its quantiles are means over chunks,
for the draws don't fit into memory. Results are compared before times are told. Each has a process of its own, for its memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from quotepart.outlook.aims import Aims, aims_of
from quotepart.outlook.course import Course
from quotepart.outlook.growth_model import FADING, GrowthModel
from quotepart.outlook.growth_walk import GrowthWalk
from quotepart.outlook.odds import LEVELS, find_odds
from quotepart.outlook.shocks import DEGREES

MEMBERS, YEARS, TARGET, SEED, CHUNK = 32, 10, 3.5, 7, 50_000
FEW, FEW_PASSES = 10_000, 5


@dataclass(frozen=True)
class Answer:
    """What both versions give, as lists."""

    at: list[list[float]]
    by: list[list[float]]
    fans: list[list[list[float]]]
    members: list[list[float]]


def model() -> GrowthModel:
    """A model of made-up members with the usual sizes of shocks."""
    chance = np.random.default_rng(SEED)
    names = tuple(f"M{at:02}" for at in range(MEMBERS))
    return GrowthModel(
        members=names, last_year=2026, start=np.log(chance.uniform(1.5, 5, MEMBERS)), start_spread=np.full(MEMBERS, 0.05),
        gdp_growth=np.full(MEMBERS, 0.02), gdp_loading=chance.uniform(0.5, 1.5, MEMBERS), gdp_common=0.02,
        gdp_own=np.full(MEMBERS, 0.02), passed=0.3, drift=chance.normal(0, 0.03, MEMBERS),
        momentum=chance.normal(0, 0.05, MEMBERS), persistence=0.15, common=0.025, own=np.full(MEMBERS, 0.08),
    )  # fmt: skip


def problem() -> tuple[GrowthModel, Aims, np.ndarray, dict[str, list[int]]]:
    """The model, the aims of a pledge, the sizes of GDP and two groups."""
    fitted = model()
    course = Course(towards="pledge", aims={name: {2026 + YEARS: TARGET} for name in fitted.members}, credibility=0.5)
    groups = {"ALL": list(range(MEMBERS)), "REST": list(range(1, MEMBERS))}
    return fitted, aims_of(course, fitted.members, 2026, YEARS), np.log(np.linspace(1, 20, MEMBERS)), groups


def quick(draws: int, threads: int | None) -> Answer:
    """Quotepart's own way."""
    fitted, aims, sizes, groups = problem()
    walk = GrowthWalk(model=fitted, aims=aims, log_size=sizes, groups=groups)
    odds = find_odds(
        walk, members=fitted.members, groups=tuple(groups), years=range(2027, 2027 + YEARS), target=TARGET, draws=draws,
        seed=SEED, threads=threads,
    )  # fmt: skip
    return Answer(odds.at.tolist(), odds.by.tolist(), odds.fans.tolist(), odds.members_at.tolist())


def plain(draws: int, threads: int | None) -> Answer:
    """Plain NumPy, chunk by chunk."""
    parts = [plain_chunk(min(CHUNK, draws - start), start) for start in range(0, draws, CHUNK)]
    weights = [min(CHUNK, draws - start) / draws for start in range(0, draws, CHUNK)]
    at, by, fans, members = (sum(w * part[each] for w, part in zip(weights, parts, strict=True)) for each in range(4))
    return Answer(at.tolist(), by.tolist(), fans.tolist(), members.tolist())


def plain_chunk(draws: int, start: int) -> tuple[np.ndarray, ...]:
    """The same model as in ``growth_walk``, written as one would at first."""
    fitted, aims, sizes, groups = problem()
    rng = np.random.default_rng([SEED, start])
    student = np.sqrt(DEGREES / (DEGREES - 2))
    shares = fitted.start + fitted.start_spread * rng.standard_t(DEGREES, (draws, MEMBERS)) / student
    momentum, size = np.tile(fitted.momentum, (draws, 1)), np.tile(sizes, (draws, 1))
    paths = np.empty((draws, MEMBERS + len(groups), YEARS))
    for year in range(YEARS):
        drift = fitted.drift * FADING ** (year + 1)
        shocks = fitted.common * rng.standard_t(DEGREES, (draws, 1)) + fitted.own * rng.standard_t(
            DEGREES, (draws, MEMBERS)
        )
        momentum = fitted.persistence * momentum + shocks / student
        lack = np.maximum(aims.log_aim[:, year] - shares, 0)
        pull = aims.credibility * np.minimum(lack, np.maximum(lack / aims.left[:, year] - drift, 0))
        common = fitted.gdp_common * rng.standard_t(DEGREES, (draws, 1)) / student
        surprise = fitted.gdp_loading * common + fitted.gdp_own * rng.standard_normal((draws, MEMBERS))
        shares = shares + drift + pull + momentum - fitted.passed * surprise
        size = size + fitted.gdp_growth + surprise
        paths[:, :MEMBERS, year] = np.exp(shares)
        worth = np.exp(size)
        for row, places in enumerate(groups.values()):
            inside = worth[:, places]
            paths[:, MEMBERS + row, year] = (inside * paths[:, places, year]).sum(axis=1) / inside.sum(axis=1)
    there = paths >= TARGET
    reached = np.logical_or.accumulate(there, axis=2)
    counts = there[:, :MEMBERS].sum(axis=1)
    joint = np.array([np.bincount(counts[:, year], minlength=MEMBERS + 1) / draws for year in range(YEARS)])
    return there.mean(axis=0), reached.mean(axis=0), np.moveaxis(np.quantile(paths, LEVELS, axis=0), 0, -1), joint


WAYS: dict[str, Callable[[int, int | None], Answer]] = {"quick": quick, "plain": plain}


def measured(way: str, draws: int, threads: int | None) -> dict[str, object]:
    """Run one way in a process of its own; return its answer, its times and the peak of its memory."""
    command = [sys.executable, __file__, "--only", way, "--draws", str(draws)]
    command += ["--threads", str(threads)] if threads else []
    found: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def run_one(way: str, draws: int, threads: int | None) -> None:
    """Print one way's answer, time and memory as JSON."""
    WAYS[way](100, threads)  # tables are made once
    wall, cpu = time.perf_counter(), time.process_time()
    answer = WAYS[way](draws, threads)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"answer": vars(answer), "wall": wall, "cpu": cpu, "megabytes": peak}))


def few() -> float:
    """The least processor time of several runs with ten thousand draws."""
    quick(100, None)
    times = []
    for _ in range(FEW_PASSES):
        start = time.process_time()
        quick(FEW, None)
        times.append(time.process_time() - start)
    return min(times)


def compare(draws: int, threads: int | None) -> None:
    """Measure both ways and print the ratio."""
    one, other = (measured(way, draws, threads) for way in WAYS)
    for name, tolerance in (("at", 0.005), ("by", 0.005), ("fans", 0.02), ("members", 0.005)):
        mine, theirs = (np.array(each["answer"][name]) for each in (one, other))  # type: ignore[index]
        worst = float(np.max(np.abs(mine - theirs) / (np.maximum(theirs, 1) if name == "fans" else 1)))
        bound = tolerance * max(1.0, np.sqrt(1e6 / draws))
        assert worst < bound, f"{name} differ by {worst:.4f}"
    print(f"{MEMBERS} members, {YEARS} years, {draws:,} draws, {threads or os.cpu_count()} threads; results agree")
    for name, each in (("quotepart", one), ("plain NumPy", other)):
        print(f"{name:12} {each['wall']:6.1f} s  {each['cpu']:6.1f} s of processor  {each['megabytes']:6.0f} MB")
    ratios = (float(one[kind]) / float(other[kind]) for kind in ("wall", "cpu"))  # type: ignore[arg-type]
    print("ratio        {:.2f} of the time, {:.2f} of the processor's".format(*ratios))
    print(f"{FEW:,} draws  {few():.3f} s of processor")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1_000_000)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--only", choices=list(WAYS))
    given = parser.parse_args()
    if given.only:
        run_one(given.only, given.draws, given.threads)
    else:
        compare(given.draws, given.threads)
