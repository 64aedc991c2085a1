"""How the time of `read` grows on texts made to slow it down, beside an ordinary report, in one run.

    .venv/bin/python benchmarks/hostile.py

Each text is a short piece repeated. For each, the time for 10,000 and for 40,000 characters is measured; four times the text
should take four times the time. The last column is how much slower a character is than in an ordinary report.
"""

from __future__ import annotations

import time
from pathlib import Path

from quotepart.extraction.extractor import Extractor, build_extractor
from quotepart.model.document import Document
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

EXAMPLE = Path(__file__).parents[1] / "examples" / "bruxelles-2018.txt"
SHORT, LONG = 10_000, 40_000
PIECES = {
    "fr": {
        "opening marks": "« ",
        "closing marks": " »",
        "straight marks": '" ',
        "marks in marks": "« a “ b ‹ c › d ” e » ",
        "inverted verbs": "a-t-il dit, ",
        "verbs of saying": "il a dit que ",
        "selon": "selon M. Dupont, selon ",
        "titles": "le ministre de la Défense ",
        "capitals": "Ana Ber Cid Dov ",
        "one surname": "M. Alpha. Mme Alpha. ",
        "labels": "Alpha : oui\n",
        "numerals": "1 234,5 % ",
        "digits": "123456789",
        "numerals in words": "vingt et un mille deux cents ",
        "ranges": "de 1,2 à 2 % ",
        "dates": "le 12 juillet 2018 ",
        "pledges": "s'engage à porter à 2 % ",
        "meetings": "le sommet de l'OTAN à Bruxelles ",
        "commas": "a, b, ",
        "brackets": "((((",
        "apostrophes": "l'l'l'",
        "hyphens": "a-b-c-",
        "empty lines": "\n\n",
        "one long word": "a",
        "addresses": "https://a.b/c?d=e ",
        "pronouns": "il lui a dit. Elle l'a dit. ",
    },
    "en": {
        "verbs of saying": "he said that ",
        "according to": "according to Mr Alpha, according to ",
        "labels": "ALPHA: yes\n",
        "titles": "the Defence Secretary of ",
        "numerals in words": "twenty-one thousand two hundred ",
        "straight marks": "'a' \"b\" ",
        "possessives": "Alpha's Beta's ",
        "pledges": "pledged to spend 2% of ",
        "figures": "$41bn more than 2 per cent ",
    },
}


def seconds(extractor: Extractor, text: str, lang: str) -> float:
    """The least process time of two readings."""
    document = Document(id="hostile", text=text, sha256="", lang=lang)
    took = []
    for _ in range(2):
        start = time.process_time()
        extractor.extract(document)
        took.append(time.process_time() - start)
    return min(took)


def main() -> None:
    """Print one table, the slowest last."""
    extractor = build_extractor(load_pact(find_pact("nato")))
    report = EXAMPLE.read_text(encoding="utf-8") + "\n\n"
    ordinary = seconds(extractor, (report * (LONG // len(report) + 1))[:LONG], "fr") / LONG
    rows = []
    for lang, pieces in PIECES.items():
        for name, piece in pieces.items():
            text = piece * (LONG // len(piece) + 1)
            short, whole = (seconds(extractor, text[:length], lang) for length in (SHORT, LONG))
            rows.append((whole / LONG / ordinary, whole / short, lang, name, whole))
    print(f"an ordinary report: {ordinary * 1e6:.2f} µs a character\n")
    print(f"{'lang':6}{'text':22}{'seconds':>10}{'× for 4 × the text':>22}{'× an ordinary report':>24}")
    for slower, growth, lang, name, whole in sorted(rows):
        print(f"{lang:6}{name:22}{whole:10.3f}{growth:22.1f}{slower:24.1f}")


if __name__ == "__main__":
    main()
