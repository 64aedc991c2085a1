"""A departure as text for people, and as one JSON object for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_json, print_parts, tell, write_file
from quotepart.dossier.departure.scenarios import compared_panel, scenario_blocks
from quotepart.dossier.departure.tables import Panel, panels_of
from quotepart.dossier.departure.words import Telling, answer_of, scope_of, sources_of, sure_of, title_of, unknown_of
from quotepart.model.wire import number
from quotepart.outlook.departure import Departure
from quotepart.outlook.departure_effort import Effort
from quotepart.outlook.departure_lines import CapabilityLoss, Counted
from quotepart.outlook.departure_losses import Loss
from quotepart.pacts.replacements import Estimate
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.outlook.replacement import Replacement
    from quotepart.outlook.scenario_draws import Spread
    from quotepart.workspace import Workspace


def print_departure(
    workspace: Workspace, departure: Departure, lang: str, *, as_json: bool, out: Path | None, chart: str
) -> None:
    """Print a departure as sentences and tables or as one line of JSON, or write its page, a chart or a table to a file."""
    telling = Telling(departure, workspace.account, find_wording(lang))
    if out is not None and out.suffix.lower() in (".html", ".htm"):
        from quotepart.dossier.departure.page import build_departure_page

        write_file(out, build_departure_page(telling))
        tell(str(out))
    elif out is not None:
        from quotepart.dossier.charts.departure import draw_departure
        from quotepart.outlook.departure_frames import departure_frame

        export(out, frame=lambda: departure_frame(departure), chart=lambda: draw_departure(telling, chart), lang=lang)
    elif as_json:
        print_json(departure_as_json(departure))
    else:
        print_parts(parts_of_departure(telling))


def parts_of_departure(telling: Telling) -> Iterator[Table | str]:
    """Yield the answer in sentences, then the tables, then what is not known and how sure the rest is."""
    yield title_of(telling)
    yield scope_of(telling)
    yield from answer_of(telling)
    for panel in panels_of(telling):
        yield from _shown(panel)
    if telling.departure.scope != "capability" and not telling.departure.estimates:
        yield telling.say("note.estimates_none")
    yield from _scenarios(telling)
    for heading, sentences in (
        ("unknown", unknown_of(telling)),
        ("sure", sure_of(telling)),
        ("sources", sources_of(telling)),
    ):
        yield ""
        yield telling.say(f"heading.{heading}")
        yield from (f"- {sentence}" for sentence in sentences)


def _scenarios(telling: Telling) -> Iterator[Table | str]:
    for block in scenario_blocks(telling):
        yield ""
        yield block.title
        yield block.origin
        yield block.scope
        yield from (telling.say("fact", head=head, words=words) for head, words in block.facts)
        for panel in block.panels:
            yield from _shown(panel)
        yield from block.notes
    compared = compared_panel(telling)
    if compared:
        yield from _shown(compared)


def _shown(panel: Panel) -> Iterator[Table | str]:
    yield ""
    right = frozenset(head for at, head in enumerate(panel.heads) if at in panel.numbers)
    yield Table(title=panel.title, columns=panel.heads, rows=panel.rows, right=right)
    yield from panel.notes


def departure_as_json(departure: Departure) -> dict[str, Any]:
    """Return a departure as one JSON object: every number with its unit, year, edition and scope."""
    return {
        "leavers": list(departure.leavers),
        "group": departure.group,
        "members": len(departure.members),
        "year": departure.year,
        "edition": departure.edition,
        "known_on": departure.known_on.isoformat(),
        "part": departure.part,
        "scope": departure.scope,
        "rule": departure.rule,
        "losses": [_loss(each) for each in departure.losses],
        "efforts": [_effort(each) for each in departure.efforts],
        "capabilities": [_line(each) for each in departure.lines],
        "estimates": [_estimate(each) for each in departure.estimates],
        "scenarios": [_replacement(each) for each in departure.replacements],
    }


def _loss(loss: Loss) -> dict[str, Any]:
    return {
        "what": loss.kind,
        "indicator": loss.indicator,
        "gone": number(loss.gone),
        "whole": number(loss.whole),
        "unit": loss.unit,
        "share_percent": number(loss.share_percent),
        "year": loss.year,
        "status": loss.status if loss.inputs else None,
        "basis": loss.basis,
        "price_base": loss.price_base,
        "editions": list(loss.editions),
        "how": loss.how,
        "missing": list(loss.missing),
        "nothing_to_report": list(loss.nothing),
    }


def _effort(effort: Effort) -> dict[str, Any]:
    return {
        "goal": effort.goal,
        "scope": "like_for_like" if effort.target is None else "to_target",
        "target": number(effort.target),
        "total": number(effort.total),
        "now": number(effort.now),
        "bill": number(effort.bill),
        "unit": effort.unit,
        "total_percent_of_gdp": number(effort.total_percent),
        "now_percent_of_gdp": number(effort.now_percent),
        "lack_of_those_below": number(effort.lack),
        "year": effort.year,
        "price_base": effort.price_base,
        "rules": {
            rule: [
                {
                    "member": each.member,
                    "share": each.share,
                    "extra": number(each.extra),
                    "now_percent_of_gdp": number(each.now_percent),
                    "then_percent_of_gdp": number(each.then_percent),
                }
                for each in payers
            ]
            for rule, payers in effort.payers.items()
        },
    }


def _line(loss: CapabilityLoss) -> dict[str, Any]:
    return {
        "line": loss.line.id,
        "scope": "theatre" if loss.line.is_theatre else "all",
        "gone": [_counted(each) for each in loss.gone],
        "left": [_counted(each) for each in loss.left],
        "at_most_percent": number(loss.at_most_percent),
        "is_exact": loss.is_exact,
        "not_counted": list(loss.silent),
        "leavers_without_figure": list(loss.silent_leavers),
        "owned_together": list(loss.split),
    }


def _counted(counted: Counted) -> dict[str, Any]:
    return {
        "entity": counted.entity,
        "low": number(counted.low),
        "high": number(counted.high),
        "time": counted.time,
        "hedge": counted.hedge or None,
        "sources": list(counted.sources),
    }


def _estimate(estimate: Estimate) -> dict[str, Any]:
    return {
        "id": estimate.id,
        "author": estimate.author,
        "published": estimate.published,
        "covers": dict(estimate.covers),
        "low": number(estimate.low),
        "high": number(estimate.high),
        "unit": estimate.unit,
        "is_yearly": estimate.is_yearly,
        "horizon": dict(estimate.horizon),
        "source": estimate.source,
        "citable": estimate.citable,
    }


def _replacement(made: Replacement) -> dict[str, Any]:
    scenario, coalition = made.scenario, made.coalition
    return {
        "scenario": scenario.id,
        "title": scenario.titles[""],
        "invented": scenario.is_invented,
        "source": scenario.source or None,
        "scope": scenario.scope,
        "currency": scenario.currency,
        "price_year": scenario.price_year,
        "seed": made.seed,
        "draws": made.draws,
        "total": _spread(made.total),
        "purchase": _spread(made.purchase),
        "running": _spread(made.running),
        "ready_years": _spread(made.ready),
        "by_year": [{"year": each.year, **(_spread(each.cost) or {})} for each in made.years],
        "lines": [
            {"line": each.line.id, "cost": _spread(each.cost), "years": _spread(each.years), "slowest_share": each.slowest_share}
            for each in made.lines
        ],
        "shares": dict(made.shares),
        "coalition": None
        if coalition is None
        else {
            "values": dict(coalition.values),
            "leavers_share": coalition.leavers_share,
            "lost": [each.threshold.id for each in coalition.lost],
            "thresholds": [
                {
                    "threshold": each.threshold.id, "need": each.threshold.need, "before": each.before, "after": each.after,
                    "values": dict(each.values), "way": each.way, "error": each.error,
                }
                for each in coalition.outcomes
            ],
        },
    }  # fmt: skip


def _spread(spread: Spread | None) -> dict[str, float] | None:
    return {"p10": spread.p10, "p50": spread.p50, "p90": spread.p90} if spread else None
