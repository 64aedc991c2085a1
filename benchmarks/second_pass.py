"""What a statistical parser would add as a second pass over doubtful speakers: spaCy's small French model, both ways in one run.

    make bench        (runs it with the other benchmarks)

Where Quotepart gives no speaker, or is in doubt, the paragraph is parsed, and the subject of the quotation's verb is taken as
its speaker, by the full name that the report gives. Scores are those of `tests/gold/scoring.py` on the French reports, time is
that of the process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "gold"))

from scoring import REPORTS, Report, read_reports, scores  # noqa: E402  # it stands with the tests

from quotepart.extraction.extractor import build_extractor  # noqa: E402
from quotepart.pacts.find import find_pact  # noqa: E402
from quotepart.pacts.load import load_pact  # noqa: E402

DOUBT = (0.0, 0.5, 0.7)
SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
ROWS = ("with_speaker", "speaker_not_wrong")
Quote = dict[str, Any]
Parse = Callable[[str], Any]


def main() -> None:
    """Print the scores and the time with the first pass alone, and with the second for more and more doubtful speakers."""
    extractor = build_extractor(load_pact(find_pact("nato")))
    parse = spacy.load("fr_core_news_sm")
    for half in ("fr/seen", "fr/second", "fr/unseen"):
        began = time.process_time()
        reports = list(read_reports(REPORTS / half, extractor))
        took = time.process_time() - began
        print(f"{half}: the first pass alone {shown(reports)}, {took:.1f} s")
        for doubt in DOUBT:
            began = time.process_time()
            again = [second_pass(each, doubt, parse) for each in reports]
            more = time.process_time() - began
            print(f"  parsed below confidence {doubt:.1f} or without a speaker: {shown(again)}, {more:.1f} s more")


def shown(reports: list[Report]) -> str:
    """The scores of speakers over ``reports``."""
    found = scores(reports)
    return ", ".join(f"{row} {found[row]:.3f}" for row in ROWS)


def second_pass(report: Report, doubt: float, parse: Parse) -> Report:
    """``report`` with the speaker that the parser gives wherever there is none or its confidence is below ``doubt``."""
    quotes = [
        {**each, "speaker": subject_of(each, report.text, parse) or each["speaker"]} if in_doubt(each, doubt) else each
        for each in report.record["quotes"]
    ]
    return replace(report, record={**report.record, "quotes": quotes})


def in_doubt(quote: Quote, doubt: float) -> bool:
    """Whether the second pass is to look at ``quote``; without a cue there is no verb to look for."""
    return bool(quote["cue"]) and (quote["speaker"] is None or quote["confidence"] < doubt)


def subject_of(quote: Quote, text: str, parse: Parse) -> str | None:
    """The subject of the verb that introduces ``quote`` as the parser has it, by the full name that the report gives."""
    start = text.rfind("\n", 0, quote["start"]) + 1
    end = text.find("\n", quote["end"])
    parsed = parse(text[start : end if end >= 0 else len(text)])
    words = {word.lower() for word in quote["cue"].split()}
    verbs = [token for token in parsed if token.pos_ in ("VERB", "AUX") and token.lower_ in words]
    near = sorted(verbs, key=lambda token: abs(token.idx + start - quote["start"]))
    subjects = (child for verb in near for child in verb.children if child.dep_ in SUBJECTS)
    names = (full_name(child, text) for child in subjects if child.pos_ == "PROPN")
    return next(names, None)


def full_name(subject: Any, text: str) -> str:
    """The first name of two words in the report that ends as ``subject`` does, else its own words."""
    own = " ".join(token.text for token in subject.subtree if token.pos_ == "PROPN") or subject.text
    words = [word.strip(".,;:»”)") for word in text.split()]
    pairs = (f"{one} {two}" for one, two in pairwise(words) if one[:1].isupper())
    return next((pair for pair in pairs if pair.endswith(f" {own.split()[-1]}")), own)


if __name__ == "__main__":
    main()
