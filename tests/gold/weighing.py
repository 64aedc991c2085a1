"""The weights behind a quote's act: `python tests/gold/weighing.py` fits them to the seen halves and the passages of `quotes`.

A ridge draws each weight to what is believed of its trait beforehand (``beliefs.toml``), so that the few quotes that show a
trait correct the belief and don't replace it. Nothing of the unseen halves is used.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from gold.scoring import HALVES, REPORTS, answers, overlap, paired, read_reports
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

RIDGE = 4.0
FIRST = 0.67  # what the first of several right answers counts for
TOO_SMALL = 0.005
Traits = Mapping[str, float]
Wanted = Sequence[Act]
Table = NDArray[np.float64]


@contextmanager
def noted() -> Iterator[dict[int, Traits]]:
    """The traits of each quote found meanwhile, by where it begins."""
    shown: dict[int, Traits] = {}
    choose = speakers.choose_act

    def noting(finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> tuple[Act, tuple[str, ...]]:
        shown[finding.span.start] = dict(acts.traits(finding, prepared, grammar))
        return choose(finding, prepared, grammar)

    speakers.choose_act = noting  # type: ignore[assignment]
    yield shown
    speakers.choose_act = choose


def of_reports(extractor: Extractor) -> Iterator[tuple[Traits, Wanted]]:
    """The traits and the right acts of each quote found in the seen halves."""
    with noted() as shown:
        for half in (each for each in HALVES if each.endswith("/seen")):
            for report in read_reports(REPORTS / half, extractor):
                wanted = {each["quote"]: answers(each, "act") for each in report.acts.get("acts", ())}
                order = {id(item): at for at, item in enumerate(report.gold["quotes"])}
                for gold, got in paired(report, "quotes"):
                    if order[id(gold)] in wanted:
                        yield shown[got["start"]], wanted[order[id(gold)]]
                shown.clear()


def of_passages(extractor: Extractor) -> Iterator[tuple[Traits, Wanted]]:
    """The same of the passages of ``quotes``, each quote annotated by the one found that overlaps it."""
    with noted() as shown:
        for passage in read_gold(REPORTS.parent / "quotes"):
            found = extractor.extract(Document(id=passage.id, text=passage.text, sha256="", lang=passage.lang)).quotes
            for gold in passage.quotes:
                near = max(found, key=lambda quote: overlap(gold.span, quote.span), default=None)
                if gold.acts and near is not None and overlap(gold.span, near.span) >= LEAST_OVERLAP:
                    yield shown[near.span.start], gold.acts  # type: ignore[misc]  # names of acts
            shown.clear()


def targets(wanted: Sequence[Wanted]) -> Table:
    """How much of each quote is each act: the first answer weighs most where several are right."""
    table = np.zeros((len(wanted), len(acts.ACTS)))
    for row, (first, *others) in enumerate(wanted):
        table[row, acts.ACTS.index(first)] = FIRST if others else 1.0
        for other in others:
            table[row, acts.ACTS.index(other)] += (1 - FIRST) / len(others)
    return table


def beliefs(names: Sequence[str]) -> Table:
    """What is believed of the traits of these names, by act."""
    held = tomllib.loads(Path(__file__).with_name("beliefs.toml").read_text(encoding="utf-8"))
    return np.array([[held.get(name, {}).get(act, 0.0) for act in acts.ACTS] for name in names])


def fitted(shown: Sequence[Traits], wanted: Sequence[Wanted]) -> dict[str, dict[Act, float]]:
    """The weights of a multinomial logistic regression whose ridge draws to the beliefs."""
    held = tomllib.loads(Path(__file__).with_name("beliefs.toml").read_text(encoding="utf-8"))
    names = sorted({trait for each in shown for trait in each} | held.keys())
    table = np.array([[each.get(name, 0.0) for name in names] for each in shown])
    right, before = targets(wanted), beliefs(names)

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


def main() -> None:
    extractor = build_extractor(load_pact(find_pact("nato")))
    shown, wanted = zip(*of_reports(extractor), *of_passages(extractor), strict=True)
    lines = [
        f"{json.dumps(name)} = {{ {', '.join(f'{act} = {weight}' for act, weight in row.items())} }}"
        for name, row in fitted(shown, wanted).items()
    ]
    head = "# Log-odds of each act by the traits of a quote, computed by tests/gold/weighing.py.\n"
    file = Path(acts.__file__).with_name("acts.toml")
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
