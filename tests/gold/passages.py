"""Short passages, a turn of reported speech each, annotated in place: `{d Name|words}`.

`d`, `m` and `i` are direct, mixed and indirect; further right speakers stand behind slashes, `-` is nobody. Odd passages were
open to whoever repaired the rules, even ones were not: `python tests/gold/passages.py` prints how both halves are read.
"""

from __future__ import annotations

import re
from pathlib import Path

from quotepart.extraction.extractor import Extractor, build_extractor
from quotepart.extraction.score import GoldDocument, GoldQuote, Tally, score
from quotepart.model.document import Document
from quotepart.model.span import Span
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

FOLDER = Path(__file__).parent / "passages"
HALVES = ("open", "closed")
_KINDS = {"d": "direct", "m": "mixed", "i": "indirect"}
_MARKED = re.compile(r"\{([dmi]) ([^|{}]+)\|([^{}]+)\}")


def read_passages(lang: str, half: str) -> tuple[GoldDocument, ...]:
    """The annotated passages of a language: those at odd places are open, those at even places closed."""
    pieces = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").split("== ")[1:]
    return tuple(_passage(piece, lang) for piece in pieces[HALVES.index(half) :: 2])


def _passage(piece: str, lang: str) -> GoldDocument:
    name, _, marked = piece.rstrip("\n").partition("\n")
    text, quotes, at = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        span = Span(len(text), len(text) + len(found[3]))
        speakers = tuple(None if each == "-" else each for each in found[2].split("/"))
        quotes.append(GoldQuote(span=span, kinds=(_KINDS[found[1]],), speakers=speakers))
        text, at = text + found[3], found.end()
    return GoldDocument(id=name, lang=lang, text=text + marked[at:], quotes=tuple(quotes))


def read_half(lang: str, half: str, extractor: Extractor) -> Tally:
    """How the passages of a half are read."""
    return score(
        (each, extractor.extract(Document(id=each.id, text=each.text, sha256="", lang=lang)).quotes)
        for each in read_passages(lang, half)
    )


def rates(tally: Tally) -> dict[str, float]:
    """What the floor holds, each from 0 to 1."""
    return {"found": tally.f1, "with_speaker": tally.f1_named, "speaker_not_wrong": 1 - tally.wrong_share}


def main() -> None:
    extractor: Extractor = build_extractor(load_pact(find_pact("nato")))
    for lang in ("fr", "en"):
        for half in HALVES:
            reached = rates(read_half(lang, half, extractor))
            print(lang, half, *(f"{name} {value:.3f}" for name, value in reached.items()))


if __name__ == "__main__":
    main()
