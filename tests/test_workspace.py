from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quotepart.errors import AccountError, DocumentError, LanguageError, PactError, QuotepartError, UsageError
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.workspace import Said, Workspace

LEAGUE = Path(__file__).parent / "pact"
TEXT = "La Syldavie a versé 1,38 milliard de francs suisses à la flotte commune en 2023, a dit Mirko Vlasz."
DAY = date(2024, 6, 1)


@pytest.fixture(scope="module")
def league() -> Workspace:
    return Workspace.open(LEAGUE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0" * 10)
    return tmp_path


def test_opening_costs_little() -> None:
    code = "import sys; from quotepart.workspace import Workspace; Workspace.open(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "quotepart.extraction",
        "quotepart.accounts",
        "quotepart.checks",
        "quotepart.dossier",
        "ahocorasick_rs",
        "rich",
    }
    assert not heavy & set(loaded)


def test_there_is_no_pact_by_that_name() -> None:
    with pytest.raises(PactError, match="bordurie"):
        Workspace.open("bordurie")


def test_a_pact_is_opened_by_name_or_folder(league: Workspace) -> None:
    assert Workspace.open().pact.id == "nato"
    assert league.pact.id == "league"
    assert league.pact is league.pact


def test_what_the_caller_knows_of_documents_is_kept(league: Workspace, folder: Path) -> None:
    given = Dating(date="2024-06", how="given")
    document, fault = league.documents([folder], lang="fr", published=given)
    assert isinstance(document, Document)
    assert (document.lang, document.published) == ("fr", given)
    assert isinstance(fault, DocumentError)


def test_records_come_one_by_one_with_the_errors_between(league: Workspace, folder: Path) -> None:
    (document, record), fault = league.records([folder])  # type: ignore[misc]  # the first is no error
    assert document.id == record.document_id == "a.txt"
    assert isinstance(fault, DocumentError)


def test_a_language_that_can_not_be_read_is_an_error_among_the_records(league: Workspace, folder: Path) -> None:
    assert all(isinstance(each, QuotepartError) for each in league.records([folder], lang="xx"))


def test_a_broken_pact_is_told_at_once(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "pact.toml").write_text('id = "broken"', encoding="utf-8")
    with pytest.raises(PactError):
        list(Workspace.open(tmp_path).records([folder / "a.txt"]))


def test_a_figure_is_judged(league: Workspace, folder: Path) -> None:
    given = Dating(date="2024-06-01", how="given")
    ((document, record),) = league.records([folder / "a.txt"], published=given)  # type: ignore[misc]  # it is no error
    (finding,) = league.check(document, record)
    assert (finding.verdict, finding.readings[0].group) == ("supported", "SYL")


def test_a_claim_is_judged_in_the_language_asked_for(league: Workspace) -> None:
    (finding,) = league.claim(TEXT, on="2024-06-01", language="en")
    assert finding.verdict == "supported"
    assert "Syldavia" in finding.basis


def test_claims_come_one_by_one_with_the_errors_between(league: Workspace) -> None:
    def said() -> Iterator[Said | QuotepartError]:
        yield Said(id="a", text=TEXT, on="2024-06-01")
        yield DocumentError("this row has no text")
        yield Said(id="c", text=TEXT, on="2024-06-01", lang="xx")

    first, second, third = league.claims(said())
    assert isinstance(first, tuple)
    assert first[0].id == "a"
    assert isinstance(second, DocumentError)
    assert isinstance(third, LanguageError)
    assert third.where == "c"


def test_the_language_of_a_sentence_is_found_or_the_pacts_first(league: Workspace) -> None:
    assert league.language_of(TEXT) == "fr"
    assert league.language_of("1234") == "en"
    assert league.language_of(TEXT, "en") == "en"
    with pytest.raises(LanguageError):
        league.language_of(TEXT, "xx")


def test_series_go_by_names_in_any_language(league: Workspace) -> None:
    (row,) = league.series(["Syldavie"], "fleet_contribution", known_on=DAY, years=[2023])
    assert (row.member, row.value, row.edition) == ("SYL", 1_383_000_000, "league:2024-05-08")
    with pytest.raises(AccountError):
        league.series(["Atlantis"], "fleet_contribution", known_on=DAY)


def test_added_spending_has_its_three_readings(league: Workspace) -> None:
    choice, readings = league.added("LEAGUE", over=2013, until=2023, known_on=DAY)
    assert choice.edition_is == "own"
    assert [each.reading for each in readings] == ["real", "nominal", "effort"]
    with pytest.raises(AccountError, match="1913"):
        league.added("LEAGUE", over=1913, until=1923, known_on=DAY)


def test_pledges_have_states(league: Workspace) -> None:
    states = league.pledges(["Syldavia"], on=DAY)
    assert {each.member for each in states} == {"SYL"}


def test_what_is_imported_is_seen_at_once(tmp_path: Path) -> None:
    workspace = Workspace.open(LEAGUE, tmp_path / "data")
    rows = [f"x,{member},CRW,10,20,2022" for member in workspace.pact.members]
    head = ["Last updated,2024-03-01", "Name,Code,Series,2022,2023,Estimates start after"]
    (tmp_path / "crews.csv").write_text("\n".join([*head, *rows]), encoding="utf-8")
    assert "office:2024-03-01" not in workspace.account.pact.editions
    prepared = workspace.prepare_import("statistics", tmp_path / "crews.csv")
    workspace.save_import(prepared)
    assert workspace.account.edition("office:2024-03-01").is_imported
    assert workspace.difference("office:2024-03-01", "office:2024-03-01").count("same") == prepared.values
    assert {each.producer for each in workspace.explain("SYL", "crew", 2023, known_on=DAY).figures} == {
        "league",
        "office",
    }
    with pytest.raises(UsageError, match="no folder for what is imported"):
        Workspace.open(LEAGUE).save_import(prepared)


def test_the_tables_are_read_by_an_audit(league: Workspace) -> None:
    league.audit()


@pytest.mark.parametrize(("form", "start"), [("html", "<!"), ("markdown", "#"), ("json", "{")])
def test_a_dossier_has_three_forms(league: Workspace, form: str, start: str) -> None:
    document = Document(id="a", text=TEXT, sha256="0", lang="fr")
    read = [(document, league.read(document))]
    text = league.dossier(read, form=form, made_on=DAY)  # type: ignore[arg-type]  # the three forms
    assert text.lstrip().lower().startswith(start)


def test_a_member_leaves(league: Workspace) -> None:
    found = league.depart(["Borduria"], known_on=DAY)
    assert (found.leavers, found.group) == (("BOR",), "LEAGUE")
    assert found.loss("money").share_percent
    assert [each.line.id for each in found.lines] == ["frigates"]
