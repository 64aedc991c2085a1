from __future__ import annotations

import itertools
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.figures import find_figures
from quotepart.extraction.names.parties import find_parties
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, Record
from quotepart.model.wire import record_as_json

MakeReady = Callable[..., Any]

GOLD = Path(__file__).parents[2] / "gold" / "figures"
FIELDS = ("unit", "qualifier", "kind", "metric", "who")
SHORT_WORDS = (
    *("2", "%", "du", "PIB", "milliards", "de", "dollars", "41", "entre", "et", "à", "plus", "alliés", ",", "."),
    *("«", "»", "un", "quart", "deux", "points", "2014", "contre"),
)


def read(extractor: Extractor, text: str, lang: str = "fr", published: str | None = None) -> Record:
    given_date = Dating(date=published, how="given") if published else None
    return extractor.extract(Document(id="a.txt", text=text, sha256="", lang=lang, published=given_date))


def gold() -> Iterator[dict[str, Any]]:
    for file in sorted(GOLD.glob("*.gold.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def text_of(case: dict[str, Any]) -> str:
    return (GOLD / f"{case['id']}.txt").read_text(encoding="utf-8")


def start_of(text: str, item: dict[str, Any]) -> int:
    at = -1
    for _ in range(item.get("occurrence", 1)):
        at = text.index(item["text"], at + 1)
    return at


def right(item: dict[str, Any], field: str, value: object) -> bool:
    answers = [item[field], *item.get(f"{field}_alt", [])]
    return (sorted(value) in [sorted(each) for each in answers]) if isinstance(value, list) else value in answers


def same(one: Any, other: Any) -> bool:
    ends = [each if isinstance(each, list) else [each] for each in (one, other)]
    return len(ends[0]) == len(ends[1]) and all(abs(a - b) < 1e-6 * max(1, b) for a, b in zip(*ends, strict=True))


def paired(case: dict[str, Any], record: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Annotated figures with the ones found: overlapping and of the same value."""
    text, left = text_of(case), list(record["figures"])
    for item in case["figures"]:
        start = start_of(text, item)
        for found in left:
            if (
                found["start"] < start + len(item["text"])
                and start < found["end"]
                and same(item["value"], found["value"])
            ):
                left.remove(found)
                yield item, found
                break


def scores(extractor: Extractor, lang: str) -> dict[str, float]:
    """Shares over the annotated passages of a language: figures found with their value, and each field of those."""
    tally: Counter[str] = Counter()
    for case in (each for each in gold() if each["lang"] == lang):
        text = text_of(case)
        record = record_as_json(read(extractor, text, lang, case["published"]["date"]), text)
        tally.update(gold=len(case["figures"]), found=len(record["figures"]))
        for item, found in paired(case, record):
            tally["right"] += 1
            tally.update(field for field in FIELDS if right(item, field, found[field]))
            starts = [
                each["from"][:4] for each in (item["period"], *item.get("period_alt", ())) if each and each["from"]
            ]
            tally.update(dated=bool(starts), period=((found["period"] or {}).get("from") or "")[:4] in starts)
    shares = {field: tally[field] / tally["right"] for field in FIELDS}
    return {
        "f1": 2 * tally["right"] / (tally["gold"] + tally["found"]),
        "period": tally["period"] / tally["dated"],
        **shares,
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_annotated_passages_stay_above_the_floor(figure_extractor: Extractor, lang: str) -> None:
    floor = json.loads((GOLD / "floor.json").read_text(encoding="utf-8"))["figures"][lang]
    reached = scores(figure_extractor, lang)
    assert {name: round(value, 3) for name, value in reached.items() if value < floor[name]} == {}


def test_the_annotations_stand_in_their_texts() -> None:
    for case in gold():
        text = text_of(case)
        assert all(start_of(text, item) >= 0 for item in (*case["figures"], *case["pledges"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SHORT_WORDS), max_size=40))
def test_spans_lie_in_the_text_in_order_and_apart(figure_extractor: Extractor, words: list[str]) -> None:
    text = " ".join(words)
    found = read(figure_extractor, text).figures
    assert all(figure.span.end <= len(text) for figure in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    assert all(figure.sentence is not None and figure.sentence.holds(figure.span) for figure in found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(figure_extractor: Extractor, text: str) -> None:
    for figure in read(figure_extractor, text).figures:
        assert figure.span.cut(text)
        low, high = figure.reach.low, figure.reach.high
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    "hostile", ["1" * 400_000, "1.1." * 80_000, "1 " * 8_000, "2 % " * 1_600, "un quart de " * 1_600, "«2» " * 8_000]
)
def test_hostile_digits_take_linear_time(ready: MakeReady, hostile: str) -> None:
    """Eight times the text takes about eight times the work of the processor: thrice that is allowed."""

    def seconds(text: str) -> float:
        made = ready(text, "fr")
        began = time.process_time()
        parties = find_parties(made.prepared, made.grammars.strangers)
        find_figures(made.prepared, made.grammars.figures, (), parties, made.times)
        return time.process_time() - began

    small, large = (min(seconds(text) for _ in range(3)) for text in (hostile[: len(hostile) // 8], hostile))
    assert large < 24 * max(small, 0.02)


def test_furniture_holds_no_figures(figure_extractor: Extractor) -> None:
    text = (
        "L'Otan compte 32 pays membres, a dit Ivan Krolt à Bruxelles.\n\nLes plus lus\n1. Dix recettes en 5 minutes\n"
    )
    assert [figure.span.cut(text) for figure in read(figure_extractor, text).figures] == ["32 pays membres"]


def one(extractor: Extractor, text: str, lang: str, published: str) -> Figure:
    (figure,) = read(extractor, text, lang, published).figures
    return figure


def test_a_count_of_members_is_of_the_month_it_was_published(figure_extractor: Extractor) -> None:
    figure = one(figure_extractor, "Les 29 Etats membres se réunissent.", "fr", "2018-07-12")
    assert (figure.period, figure.of) == (Period("2018-07", "2018-07"), "etats membres")


def test_a_target_holds_at_its_deadline(figure_extractor: Extractor) -> None:
    figure = one(figure_extractor, "Allies agreed to spend 5% of GDP on defence by 2035.", "en", "2025-06-25")
    assert (figure.kind, figure.period) == ("target", Period("2035", "2035"))


def test_each_figure_takes_the_time_beside_it(figure_extractor: Extractor) -> None:
    text = "Syldavia spent 1.4% of GDP on defence in 2014 and 2.1% in 2024."
    found = read(figure_extractor, text, "en", "2025-06-25").figures
    assert [figure.period for figure in found] == [Period("2014", "2014"), Period("2024", "2024")]


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("La Syldavie consacre 1,4 % de son PIB à la défense. En 2015, elle était à 1,1 et y reste.", "fr", [1.4, 1.1]),
        ("Syldavia spends 1.4% of GDP. In 2015 it was at 1.1.", "en", [1.4, 1.1]),
        ("Le budget coûte 4,2 millions d'euros ; il n'excédera pas 3,9 millions.", "fr", [4_200_000, 3_900_000]),
        ("Le contrat porte sur 34 avions et 3,6 milliards d'euros.", "fr", [34, 3_600_000_000]),
        ("Il embauchera 12 juristes et plus de 2000 personnes.", "fr", [12, 2000]),
        ("Ces dépenses courent sur quarante ans.", "fr", []),
        ("Un tiers des soldats sont partis.", "fr", [33.333333]),
    ],
)
def test_numbers_that_go_on_in_the_unit_before(
    figure_extractor: Extractor, text: str, lang: str, values: list[float]
) -> None:
    record = record_as_json(read(figure_extractor, text, lang, None), text)
    assert [figure["value"] for figure in record["figures"]] == pytest.approx(values, rel=1e-5)


def test_what_a_sum_comprises_is_of_its_holder(figure_extractor: Extractor) -> None:
    text = "Syldavia gives $29 million in aid, including 40 rifles, 12 radars and 5,000 shells."
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="en")).figures
    assert [figure.who for figure in figures] == [("SYL",)] * 4


def test_words_of_what_is_measured_are_nothing_counted(figure_extractor: Extractor) -> None:
    text = "Les pays de l'Otan doivent 2 % de leur PIB aux dépenses militaires. Ils sont 23 sur 32 à payer."
    found = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures
    assert [figure.metric for figure in found] == ["defence_expenditure", "members", "members"]
