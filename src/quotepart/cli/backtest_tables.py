"""A backtest as tables for people, and as rows for programs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_json, print_parts
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.dossier.labels import Names
    from quotepart.outlook.backtest import Backtest, Origin
    from quotepart.outlook.bootstrap import Mean
    from quotepart.workspace import Workspace

DIGITS = 3


def print_backtest(
    workspace: Workspace,
    run: Backtest,
    lang: str,
    *,
    as_json: bool,
    out: Path | None,
    chart: Literal["reliability", "pit"],
) -> None:
    """Print a backtest as tables or JSON Lines, or write its cases or one of its charts to a file."""
    if out is not None:
        from quotepart.dossier.charts.calibration import draw_pit, draw_reliability
        from quotepart.outlook.trial_frames import trials_frame

        draw = {"reliability": draw_reliability, "pit": draw_pit}[chart]
        names = workspace.pictures.names(lang)
        export(out, frame=lambda: trials_frame(run), chart=lambda: draw(run, names, find_wording(lang)), lang=lang)
    elif as_json:
        for row in backtest_as_json(run):
            print_json(row)
    else:
        print_parts(parts_of_backtest(run, workspace.pictures.names(lang), lang))


def blocks_of(run: Backtest) -> tuple[Backtest, ...]:
    """Return the origins by which methods were chosen and those kept back, each where there are any."""
    from quotepart.outlook.backtest import CHOSEN_BY

    found = (run.between(0, CHOSEN_BY), run.between(CHOSEN_BY + 1, run.event.year))
    return tuple(each for each in found if each.origins)


def parts_of_backtest(run: Backtest, names: Names, lang: str) -> Iterator[Table | str]:
    """Yield for each block of origins a table of scores and one of differences from the baselines, then what all rests on."""
    wording = find_wording(lang)
    for block in blocks_of(run):
        yield _scores(block, wording)
        if _pairs(block):
            yield _differences(block, wording)
    yield wording.say("backtest.intervals", members=_largest(run), origins=len(run.origins))
    if any(
        len({trial.method for trial in run.trials if trial.origin == each.year}) < len(run.methods)
        for each in run.origins
    ):
        yield wording.say("backtest.fewer")
    yield _rests_on(run, wording)
    yield wording.say("backtest.long", indicator=names(run.long)) if run.long else wording.say("backtest.no_long")
    yield wording.say("backtest.drawn", count=run.draws, seed=str(run.seed))


def backtest_as_json(run: Backtest) -> Iterator[dict[str, Any]]:
    """Yield one object for each origin, for each method in each block of origins, and for each pair of methods there."""
    for origin in run.origins:
        yield _origin_as_json(origin)
    for block in blocks_of(run):
        span = {"first_origin": block.origins[0].year, "last_origin": block.origins[-1].year}
        for method in block.methods:
            yield {"row": "method", **span, **_method_as_json(block, method)}
        for method, other in _pairs(block):
            yield {"row": "difference", **span, **_difference_as_json(block, method, other)}


def _scores(block: Backtest, wording: Wording) -> Table:
    from quotepart.outlook.backtest import CHOSEN_BY
    from quotepart.outlook.calibration import SCORES, mean_score

    first, last = block.origins[0].year, block.origins[-1].year
    target, year = wording.number(block.event.target), str(block.event.year)
    heads = [
        wording.say(f"backtest.{score}", **({"target": target, "year": year} if score == "brier" else {}))
        for score in SCORES
    ]
    rows = []
    for method in block.methods:
        means = {score: mean_score(block, method, score) for score in SCORES}
        cells = [_cell(mean, wording, in_percent=score.startswith("inside")) for score, mean in means.items()]
        rows.append((method_words(method, wording), *cells, wording.count(means["crps"].count)))
    kind = wording.say("backtest.chosen" if last <= CHOSEN_BY else "backtest.kept_back")
    title = wording.say("backtest.title", first=str(first), last=str(last), until=year, kind=kind)
    cases = wording.say("backtest.cases")
    return Table(
        title=title,
        columns=(wording.say("backtest.method"), *heads, cases),
        rows=rows,
        right=frozenset({*heads, cases}),
    )


def _differences(block: Backtest, wording: Wording) -> Table:
    from quotepart.outlook.calibration import COMPARED, difference, verdict

    heads = [wording.say(f"backtest.{score}_difference") for score in COMPARED]
    spans = [wording.say("backtest.by_members"), wording.say("backtest.by_origins")]
    columns = [f"{head}, {span}" for head in heads for span in spans]
    rows = []
    for method, other in _pairs(block):
        words = wording.say("backtest.less", method=method_words(method, wording), other=method_words(other, wording))
        cells = [
            _cell(difference(block, method, other, score, blocks), wording)
            for score in COMPARED
            for blocks in ("members", "origins")
        ]
        found = {score: wording.say(f"backtest.{verdict(block, method, other, score)}") for score in COMPARED}
        rows.append((words, *cells, wording.say("backtest.both", **found)))
    return Table(
        title=wording.say("backtest.against"),
        columns=(wording.say("backtest.pair"), *columns, wording.say("backtest.is_better")),
        rows=rows,
        right=frozenset(columns),
    )


def method_words(method: str, wording: Wording) -> str:
    """Return what a method is called."""
    return wording.say_or(f"methods.{method}", method)


def _rests_on(run: Backtest, wording: Wording) -> Table:
    """One row an origin: how many members, and which editions gave their last values, the years before, and what came."""

    def editions(origin: Origin, role: str) -> str:
        parts = [part for part in origin.history.parts if part.role == role]
        return ", ".join(part.edition if part.edition_is == "own" else f"{part.edition}*" for part in parts)

    rows = [
        (
            str(origin.year), wording.count(len(origin.history.members)), editions(origin, "last"), editions(origin, "years"),
            origin.judged_by,
        )
        for origin in run.origins
    ]  # fmt: skip
    columns = tuple(wording.say(f"backtest.{name}") for name in ("origin", "members", "last", "years", "judge"))
    return Table(title=wording.say("backtest.rests_on"), columns=columns, rows=rows, right=frozenset(columns[1:2]))


def _pairs(block: Backtest) -> list[tuple[str, str]]:
    from quotepart.outlook.calibration import BASELINES, challengers

    return [(method, other) for method in challengers(block) for other in BASELINES if other in block.methods]


def _largest(run: Backtest) -> int:
    return len({member for origin in run.origins for member in origin.history.members})


def _cell(mean: Mean, wording: Wording, *, in_percent: bool = False) -> str:
    if not mean.count:
        return "–"
    factor, digits = (100, 0) if in_percent else (1, DIGITS)
    value = wording.number(mean.value * factor, digits)
    if math.isnan(mean.low):
        return value
    low, high = (wording.number(each * factor, digits) for each in (mean.low, mean.high))
    return f"{value} [{low}; {high}]"


def _origin_as_json(origin: Origin) -> dict[str, Any]:
    history = origin.history
    parts = [
        {
            "role": part.role, "indicator": part.indicator, "edition": part.edition, "edition_is": part.edition_is,
            "members": len(part.members), "ratio": round(part.ratio, 4),
        }
        for part in history.parts
    ]  # fmt: skip
    return {
        "row": "origin", "origin": origin.year, "members": list(history.members), "missing": list(history.missing),
        "first_year": history.years[0], "judged_by": origin.judged_by, "last_year_judged": origin.years[-1], "parts": parts,
    }  # fmt: skip


def _method_as_json(block: Backtest, method: str) -> dict[str, Any]:
    from quotepart.outlook.calibration import SCORES, horizons, mean_score, pit_histogram, reliability

    ahead = {str(each): mean_score(block, method, "crps", horizon=each) for each in horizons(block)}
    return {
        "method": method,
        "target": block.event.target,
        "year": block.event.year,
        **{score: _mean_as_json(mean_score(block, method, score)) for score in SCORES},
        "crps_by_years_ahead": {each: _mean_as_json(mean) for each, mean in ahead.items()},
        "reliability": [
            {"from": each.low, "to": each.high, "said": each.said, "came": _mean_as_json(each.came)}
            for each in reliability(block, method)
        ],
        "pit": [float(share) for share in pit_histogram(block, method)],
        "draws": block.draws,
        "seed": block.seed,
    }


def _difference_as_json(block: Backtest, method: str, other: str) -> dict[str, Any]:
    from quotepart.outlook.calibration import COMPARED, difference, verdict

    return {
        "method": method,
        "less": other,
        **{
            score: {
                **{
                    f"by_{blocks}": _mean_as_json(difference(block, method, other, score, blocks))
                    for blocks in ("members", "origins")
                },
                "verdict": verdict(block, method, other, score),
            }
            for score in COMPARED
        },
    }


def _mean_as_json(mean: Mean) -> dict[str, Any]:
    return {
        "value": _plain(mean.value), "low": _plain(mean.low), "high": _plain(mean.high), "count": mean.count,
        "blocks": mean.blocks, "block_count": mean.block_count,
    }  # fmt: skip


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)
