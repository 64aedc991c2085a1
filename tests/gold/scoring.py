"""How well whole reports are read: `python tests/gold/scoring.py` prints every layer, language by language and half by half.

The reports of `reports/<lang>/seen` were open to whoever wrote the rules, those of `reports/<lang>/second` once they had been
scored unseen; those of `reports/<lang>/unseen` were not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotepart.extraction.extractor import Extractor, build_extractor
from quotepart.extraction.score import same_speaker
from quotepart.model.document import Document
from quotepart.model.span import Span
from quotepart.model.wire import record_as_json
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

REPORTS = Path(__file__).parent / "reports"
HALVES = ("fr/seen", "fr/second", "fr/unseen", "en/seen", "en/second", "en/unseen")
OPEN = tuple(half for half in HALVES if not half.endswith("/unseen"))
LAYERS = {"quotes": 0.5, "figures": 0.3, "pledges": 0.3, "meetings": 0.3}
ROWS = (
    "quotes", "direct", "indirect", "with_speaker", "speaker_not_wrong", "act", "figures", "unit", "qualifier", "kind",
    "metric", "who", "period", "said_by", "date", "pledges", "meetings", "topics", "furniture",
)  # fmt: skip

Item = dict[str, Any]
Pairs = list[tuple[Item, Item]]


@dataclass(frozen=True)
class Report:
    """A report with its annotation and the record read from it."""

    text: str
    gold: Item
    acts: Item
    record: Item


def read_reports(folder: Path, extractor: Extractor) -> Iterator[Report]:
    for file in sorted(folder.glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        document = Document(id=file.name, text=text, sha256="")
        gold, acts = (
            json.loads(file.with_suffix(end).read_text(encoding="utf-8")) for end in (".gold.json", ".acts.json")
        )
        yield Report(text, gold, acts, record_as_json(extractor.extract(document), text))


def place(text: str, item: Item) -> Span:
    """Where an annotation stands: its own offsets, else its occurrence in the text."""
    if "start" in item:
        return Span(item["start"], item["end"])
    at = -1
    for _ in range(int(item.get("occurrence") or 1)):
        at = text.index(item["text"], at + 1)
    return Span(at, at + len(item["text"]))


def overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def answers(item: Item, field: str) -> list[Any]:
    return [item.get(field), *(item.get(f"{field}_alt") or [])]


def is_same_value(gold: Item, got: Item) -> bool:
    def parts(value: Any) -> list[float]:
        return [float(each) for each in (value if isinstance(value, list) else [value])] if value is not None else []

    found = parts(got.get("value"))
    return any(
        len(wanted) == len(found)
        and all(abs(a - b) <= 1e-6 * max(1.0, abs(a)) for a, b in zip(wanted, found, strict=True))
        for wanted in map(parts, answers(gold, "value"))
    )


def paired(report: Report, layer: str) -> Pairs:
    """The annotations and the entries that stand for each other, the best overlaps first, one to one."""
    near: Callable[[Span, Span], float] = (
        overlap if layer == "quotes" else lambda a, b: 1.0 if a.holds(b) or b.holds(a) else overlap(a, b)
    )
    spans = [(place(report.text, item), item) for item in report.gold.get(layer, ())]
    found = [(Span(item["start"], item["end"]), item) for item in report.record[layer]]
    ranked = sorted(
        (-near(a, b), i, j)
        for i, (a, gold) in enumerate(spans)
        for j, (b, got) in enumerate(found)
        if near(a, b) >= LAYERS[layer] and (layer != "figures" or is_same_value(gold, got))
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(spans[i][1], found[j][1]) for i, j in pairs.items()]


def count_quotes(report: Report, pairs: Pairs, n: Counter[str]) -> None:
    acts = {each["quote"]: each for each in report.acts.get("acts", ())}
    order = {id(item): at for at, item in enumerate(report.gold["quotes"])}
    for kind in ("direct", "indirect"):
        right = sum(got["kind"] == kind and kind in answers(gold, "kind") for gold, got in pairs)
        wanted = sum(gold["kind"] == kind for gold in report.gold["quotes"])
        n.update({f"{kind} right": right, f"{kind} gold": wanted})
        n[f"{kind} found"] += sum(got["kind"] == kind for got in report.record["quotes"])
    for gold, got in pairs:
        is_named = any(same_speaker(name, got["speaker"]) for name in answers(gold, "speaker"))
        n["with_speaker right"] += is_named
        n.update({"speaker_not_wrong right": is_named or not got["speaker"], "speaker_not_wrong of": 1})
        if act := acts.get(order[id(gold)]):
            n.update({"act right": got["act"] in answers(act, "act"), "act of": 1})
    n.update({"with_speaker gold": len(report.gold["quotes"]), "with_speaker found": len(report.record["quotes"])})


def count_figures(pairs: Pairs, n: Counter[str]) -> None:
    for gold, got in pairs:
        for field in ("unit", "qualifier", "kind", "metric"):
            n.update({f"{field} right": got[field] in answers(gold, field), f"{field} of": 1})
        n.update({"who right": any(set(who or ()) == set(got["who"]) for who in answers(gold, "who")), "who of": 1})
        if starts := [str(each["from"])[:4] for each in answers(gold, "period") if each and each.get("from")]:
            n.update({"period right": str((got["period"] or {}).get("from"))[:4] in starts, "period of": 1})
        if gold.get("said_by"):
            is_named = any(same_speaker(name, got["said_by"]) for name in answers(gold, "said_by"))
            n.update({"said_by right": is_named, "said_by of": 1})


def count_date(report: Report, n: Counter[str]) -> None:
    wanted = (report.gold.get("published") or {}).get("date")
    got = (report.record["published"] or {}).get("date") or ""
    if wanted:
        n.update({"date of": 1, "date right": len(got) >= 7 and (got.startswith(wanted) or wanted.startswith(got))})
    elif got:
        n["dates invented"] += 1


def count_sets(report: Report, n: Counter[str]) -> None:
    """Topics as labels, furniture as characters that are no space."""
    topics = report.acts.get("topics") or {"main": []}
    solid = {at for at, character in enumerate(report.text) if not character.isspace()}
    marked = [
        place(report.text, each if isinstance(each, dict) else {"text": each}) for each in report.gold["boilerplate"]
    ]
    wanted = {at for span in marked for at in range(span.start, span.end)} & solid
    got = {at for each in report.record["boilerplate"] for at in range(each["start"], each["end"])} & solid
    labels, found = {*topics["main"], *topics.get("mentioned", ())}, set(report.record["topics"])
    for layer, a, b in (("furniture", wanted, got), ("topics", labels, found)):
        n.update({f"{layer} gold": len(a), f"{layer} found": len(b), f"{layer} right": len(a & b)})  # type: ignore[operator]


def scores(reports: Sequence[Report]) -> dict[str, float]:
    """Return each row of ``ROWS`` as F1, or as the share that is right where the entry was found; and dates invented."""
    n: Counter[str] = Counter()
    for report in reports:
        for layer in LAYERS:
            pairs = paired(report, layer)
            n.update({f"{layer} right": len(pairs), f"{layer} gold": len(report.gold.get(layer, ()))})
            n[f"{layer} found"] += len(report.record[layer])
            if layer == "quotes":
                count_quotes(report, pairs, n)
            elif layer == "figures":
                count_figures(pairs, n)
        count_date(report, n)
        count_sets(report, n)
    reached = {row: round(_score(n, row), 3) for row in ROWS}
    return {**reached, "dates_invented": n["dates invented"]}


def _score(n: Counter[str], row: str) -> float:
    if n[f"{row} of"]:
        return n[f"{row} right"] / n[f"{row} of"]
    return 2 * n[f"{row} right"] / max(1, n[f"{row} gold"] + n[f"{row} found"])


def main() -> None:
    extractor = build_extractor(load_pact(find_pact("nato")))
    table = {half: scores(list(read_reports(REPORTS / half, extractor))) for half in HALVES}
    print(f"{'':18}" + "".join(f"{half:>12}" for half in HALVES))
    for row in (*ROWS, "dates_invented"):
        print(f"{row:18}" + "".join(f"{table[half][row]:12}" for half in HALVES))
    if "--json" in sys.argv:
        print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
