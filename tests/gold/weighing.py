"""The weights behind a quote's act: `python tests/gold/weighing.py` fits them to our own quotes and says how well they hold.

The quotes are those of the reports, but for the unseen ones; of the passages of ``quotes``; and of the plain
sentences of ``acts``, an act and a sentence a line. A ridge draws each weight to what is believed of its trait beforehand
(``beliefs.toml``), so that quotes correct the belief and don't replace it; a trait that few documents show keeps it. What is
printed is the share right in documents that had no part in the weights.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from gold.scoring import OPEN, REPORTS, answers, overlap, paired, read_reports
from quotepart.extraction.extractor import Extractor, build_extractor
from quotepart.extraction.quotes import acts, speakers
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.score import LEAST_OVERLAP, read_gold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.document import Document
from quotepart.model.entry import Act
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

GOLD = REPORTS.parent
RIDGE = 10.0
FIRST = 0.8  # what the first of several right answers counts for
FEWEST = 5  # documents that must show a trait before they have a say in its weight
TOO_SMALL = 0.1
FOLDS = 10
Traits = Mapping[str, float]
Wanted = Sequence[Act]
Table = NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """A quote found in a document: its traits and its right acts."""

    document: str
    traits: Traits
    wanted: Wanted


@contextmanager
def noted() -> Iterator[dict[int, Traits]]:
    """The traits of each quote found meanwhile, by where it begins."""
    shown: dict[int, Traits] = {}
    choose = speakers.choose_acts

    def noting(findings: Sequence[Finding], prepared: Prepared, grammar: SayingGrammar) -> Iterator[Act]:
        traits = acts.traits_in_course(findings, prepared, grammar)
        shown.update((finding.span.start, each) for finding, each in zip(findings, traits, strict=True))
        return choose(findings, prepared, grammar)

    speakers.choose_acts = noting  # type: ignore[assignment]
    yield shown
    speakers.choose_acts = choose


def of_reports(extractor: Extractor) -> Iterator[Told]:
    """Each quote found in the reports, but for those kept back, whose act is annotated."""
    with noted() as shown:
        for half in OPEN:
            for report in read_reports(REPORTS / half, extractor):
                wanted = {each["quote"]: answers(each, "act") for each in report.acts.get("acts", ())}
                order = {id(item): at for at, item in enumerate(report.gold["quotes"])}
                for gold, got in paired(report, "quotes"):
                    if order[id(gold)] in wanted:
                        yield Told(report.gold["id"], shown[got["start"]], wanted[order[id(gold)]])
                shown.clear()


def of_passages(extractor: Extractor) -> Iterator[Told]:
    """The same of the passages of ``quotes``, each quote annotated by the one found that overlaps it."""
    with noted() as shown:
        for passage in read_gold(GOLD / "quotes"):
            found = extractor.extract(Document(id=passage.id, text=passage.text, sha256="", lang=passage.lang)).quotes
            for gold in passage.quotes:
                near = max(found, key=lambda quote: overlap(gold.span, quote.span), default=None)
                if gold.acts and near is not None and overlap(gold.span, near.span) >= LEAST_OVERLAP:
                    yield Told(passage.id, shown[near.span.start], gold.acts)  # type: ignore[arg-type]
            shown.clear()


def of_sentences(extractor: Extractor) -> Iterator[Told]:
    """The first quote of each plain sentence of ``acts``."""
    with noted() as shown:
        for lang, act, sentence in read_sentences():
            found = extractor.extract(Document(id=sentence, text=sentence, sha256="", lang=lang)).quotes
            yield Told(sentence, shown[found[0].span.start], (act,))
            shown.clear()


def read_sentences() -> Iterator[tuple[str, Act, str]]:
    """The plain sentences of ``acts``: language, act and sentence."""
    for lang in ("fr", "en"):
        for line in (GOLD / "acts" / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
            act, _, sentence = line.partition("\t")
            yield lang, act, sentence  # type: ignore[misc]  # the name of an act


def targets(wanted: Sequence[Wanted]) -> Table:
    """How much of each quote is each act: the first answer weighs most where several are right."""
    table = np.zeros((len(wanted), len(acts.ACTS)))
    for row, (first, *others) in enumerate(wanted):
        table[row, acts.ACTS.index(first)] = FIRST if others else 1.0
        for other in others:
            table[row, acts.ACTS.index(other)] += (1 - FIRST) / len(others)
    return table


@cache
def beliefs() -> Mapping[str, Mapping[str, float]]:
    """What is believed of each trait, by act."""
    return tomllib.loads(Path(__file__).with_name("beliefs.toml").read_text(encoding="utf-8"))


def known_traits(quotes: Sequence[Told]) -> list[str]:
    """The traits that get a weight: those believed in and those that enough documents show."""
    documents: dict[str, set[str]] = {}
    for each in quotes:
        for trait in each.traits:
            documents.setdefault(trait, set()).add(each.document)
    return sorted(beliefs().keys() | {trait for trait, where in documents.items() if len(where) >= FEWEST})


def fitted(quotes: Sequence[Told]) -> dict[str, dict[Act, float]]:
    """The weights of a multinomial logistic regression whose ridge draws to the beliefs."""
    names = known_traits(quotes)
    table = np.array([[each.traits.get(name, 0.0) for name in names] for each in quotes])
    before = np.array([[beliefs().get(name, {}).get(act, 0.0) for act in acts.ACTS] for name in names])
    right = targets([each.wanted for each in quotes])

    def loss(flat: Table) -> tuple[float, Table]:
        weights = flat.reshape(before.shape)
        sums = table @ weights
        sums -= sums.max(axis=1, keepdims=True)
        logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        slope = table.T @ (np.exp(logs) - right) + RIDGE * (weights - before)
        return float(-(right * logs).sum() + RIDGE / 2 * ((weights - before) ** 2).sum()), slope.ravel()

    best = minimize(loss, before.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(before.shape)
    return {
        name: {
            act: round(float(weight), 2) for act, weight in zip(acts.ACTS, row, strict=True) if abs(weight) > TOO_SMALL
        }
        for name, row in zip(names, best, strict=True)
    }


def held_out(quotes: Sequence[Told]) -> float:
    """The share of quotes whose act is right by weights to which their own document gave nothing."""
    order = sorted({each.document for each in quotes})
    fold = {document: at % FOLDS for at, document in enumerate(order)}
    right = 0
    for part in range(FOLDS):
        weights = fitted([each for each in quotes if fold[each.document] != part])
        for each in (each for each in quotes if fold[each.document] == part):
            sums = {
                act: sum(amount * weights.get(trait, {}).get(act, 0.0) for trait, amount in each.traits.items())
                for act in acts.ACTS
            }
            right += max(sums, key=sums.__getitem__) in each.wanted
    return right / len(quotes)


def main() -> None:
    extractor = build_extractor(load_pact(find_pact("nato")))
    quotes = [*of_reports(extractor), *of_passages(extractor), *of_sentences(extractor)]
    lines = [
        f"{json.dumps(name)} = {{ {', '.join(f'{act} = {weight}' for act, weight in row.items())} }}"
        for name, row in fitted(quotes).items()
        if row
    ]
    head = "# Log-odds of each act by the traits of a quote, computed by tests/gold/weighing.py.\n"
    Path(acts.__file__).with_name("acts.toml").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(quotes)} quotes, {held_out(quotes):.3f} right in documents held out")


if __name__ == "__main__":
    main()
