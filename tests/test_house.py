"""Laws that hold across the whole path, whatever the text."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import runpy
import sys
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotepart.checks.working.recompute import recompute_finding
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.finding import Finding
from quotepart.model.span import Span
from quotepart.model.wire import finding_as_json, record_as_json
from quotepart.workspace import Workspace

SOURCE = Path(__file__).parents[1] / "src" / "quotepart"
PIECES = [
    "« ", " »", "“", "”", '"', "d' »", "«", "’", "'", "‘", "\n", "\n\n", " ", "\u00a0", ". ", ", ", " : ", "— ",
    "\u2028", "\r\n", "Mme Sporsz", "M. Halvik", "Ms Sporsz", "le secrétaire général de l’OTAN",
    "NATO Secretary General", "l’Alliance", "the United States", "les Alliés européens et le Canada",
    "European allies and Canada", "un diplomate", "a senior official", "elle", "he", "a déclaré", "a estimé que",
    "dit-il", "selon", "said", "told reporters that", "according to", "warned", "s’engage à", "must spend",
    "41 milliards de dollars", "plus de 2 % du PIB", "$700 billion", "1-and-a-quarter percent", "23 pays",
    "twenty-three allies", "2,5%", "1 000 000", "entre 2 et 3 %", "3.5% of GDP by 2035", "un tiers", "en 2024",
    "jeudi", "le 12 juillet 2018", "last week", "sommet de Bruxelles", "the Brussels summit", "Lire aussi :",
    "Share this", "© 2023", "é", "İ", "ß", "ﬁ", "😀", "\u200b", "\ufeff", "\x00",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=60).map("".join)
ANY_TEXT = st.one_of(TEXTS, st.text(max_size=300))
LANGS = st.sampled_from(["fr", "en"])
LAW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def workspace() -> Workspace:
    return Workspace.open("nato")


def document(text: str, lang: str) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(id="any", text=text, sha256=sha256, lang=lang)


def spans_of(record: Record) -> list[Span]:
    layers = (record.quotes, record.figures, record.pledges, record.meetings)
    spans = [entry.span for layer in layers for entry in layer]
    spans += [quote.speaker.mention for quote in record.quotes if quote.speaker and quote.speaker.mention]
    spans += [figure.sentence for figure in record.figures if figure.sentence]
    spans += record.furniture
    if record.published and record.published.span:
        spans.append(record.published.span)
    return spans


@LAW
@given(ANY_TEXT, LANGS)
def test_every_entry_of_any_text_is_a_place_in_it(text: str, lang: str) -> None:
    given_text = document(text, lang)
    record = workspace().read(given_text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(record))
    shown = record_as_json(record, text)
    for layer in ("quotes", "figures", "pledges", "meetings"):
        for entry in shown[layer]:
            assert text[entry["start"] : entry["end"]] == entry["text"]
            assert entry["text"].strip()


@LAW
@given(ANY_TEXT, LANGS)
def test_reading_twice_gives_the_same_record(text: str, lang: str) -> None:
    assert workspace().read(document(text, lang)) == workspace().read(document(text, lang))


@LAW
@given(ANY_TEXT, LANGS)
def test_entries_of_a_layer_come_in_the_order_of_the_text(text: str, lang: str) -> None:
    record = workspace().read(document(text, lang))
    for layer in (record.quotes, record.figures, record.meetings, record.pledges):
        starts = [entry.span.start for entry in layer]
        assert starts == sorted(starts)


# A league of made-up states: the same path, no line of code for it.

REPORT = """Klow, le 12 juin 2024 – Les membres de la Ligue se sont réunis à Klow.

La Syldavie a versé 1,38 milliard de francs suisses à la flotte commune en 2023.
La Bordurie, elle, a versé 4 milliards de francs suisses à la flotte commune en 2023.

« Nous avons tenu parole », a déclaré le premier ministre syldave, Mirko Vlasz.
"""


@cache
def league() -> Workspace:
    return Workspace.open(Path(__file__).parent / "pact")


def test_nothing_is_wired_to_one_pact() -> None:
    report = document(REPORT, "fr")
    record = league().read(report)
    assert record.published is not None
    assert record.published.date == "2024-06-12"
    (quote,) = record.quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.office) == ("Mirko Vlasz", "SYL.hog")
    findings = league().check(report, record)
    assert [(finding.verdict, finding.readings[0].group) for finding in findings] == [
        ("supported", "SYL"),
        ("contradicted", "BOR"),
    ]


def test_a_made_up_pact_has_its_dossier() -> None:
    report = document(REPORT, "fr")
    read = [(report, league().read(report))]
    page = league().dossier(read, form="html", made_on=date(2024, 6, 13))
    assert "Ligue de la mer Blanche" in page
    assert "OTAN" not in page
    assert "NATO" not in page


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_code_names_the_first_pact(file: Path) -> None:
    """Not in code; a docstring may use it as an example, and ``nato`` is the pact that opens where none is named."""
    code = "\n".join(literals_in(file))
    assert not re.findall(r"\bNATO\b|\bOTAN\b|Stoltenberg|Rutte|EUROPE_CANADA|\bUSA\b", code)


def literals_in(file: Path) -> list[str]:
    """The string literals of a module that are no docstrings, and its names."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in texts)
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return [*names, *(node.value for node in constants if isinstance(node.value, str))]


def a_claim(amount: str) -> str:
    return f"Les Alliés européens et le Canada ont augmenté leurs dépenses de défense de {amount} milliards de dollars."


@pytest.mark.parametrize("speaker", ["Mme Sporsz", "Jens Stoltenberg", None])
def test_the_speaker_is_never_evidence(speaker: str | None) -> None:
    (finding,) = workspace().claim(a_claim("41"), on="2018-07-12", by=speaker)
    (other,) = workspace().claim(a_claim("41"), on="2018-07-12", by="M. Halvik")
    assert (finding.verdict, finding.readings) == (other.verdict, other.readings)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 1800))
def test_weights_do_not_depend_on_values(amount: int) -> None:
    (finding,) = workspace().claim(a_claim(str(amount)), on="2018-07-12")
    (other,) = workspace().claim(a_claim("41"), on="2018-07-12")
    # Where nothing but an announcement answers, its years are read: those readings are other ones, not weighed otherwise.
    assume(finding.verdict != "as_announced")

    def weights(each: Finding) -> dict[str, float]:
        return {reading.label: reading.weight for reading in each.readings[:4]}

    assert weights(finding) == weights(other)


def test_a_finding_can_be_computed_again_from_what_it_prints() -> None:
    for finding in workspace().claim(a_claim("41"), on="2018-07-12"):
        for label, printed, again in recompute_finding(json.loads(json.dumps(finding_as_json(finding)))):
            assert (printed is None) == (again is None), label
            assert printed is None or again is None or abs(printed - again) <= abs(printed) * Decimal("1e-9"), label


def test_a_benchmark_without_its_rival_names_the_group_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SystemExit, match="dependency group bench"):
        runpy.run_path(str(SOURCE.parents[1] / "benchmarks" / "accounts.py"))
