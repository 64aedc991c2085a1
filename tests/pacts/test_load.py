from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.errors import PactError
from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact, read_pact

TESTS = Path(__file__).parents[1]
TINY = TESTS / "pact"
BROKEN = sorted(folder for folder in (TESTS / "broken").iterdir() if folder.is_dir())


def broken_pact(mistake: Path, copy: Path) -> Path:
    """Lay a mistake over a copy of the invented pact."""
    shutil.copytree(TINY, copy)
    shutil.copytree(mistake, copy, dirs_exist_ok=True)
    (copy / "expected.txt").unlink()
    removed = copy / "REMOVED"
    if removed.is_file():
        (copy / removed.read_text(encoding="utf-8").strip()).unlink()
    return copy


def faults_of(folder: Path) -> list[str]:
    faults = Faults()
    read_pact(folder, faults)
    return faults.found


@pytest.mark.parametrize("mistake", BROKEN, ids=lambda folder: folder.name)
def test_each_mistake_gives_its_message(mistake: Path, tmp_path: Path) -> None:
    folder = broken_pact(mistake, tmp_path / "pact")
    found = faults_of(folder)
    expected = (mistake / "expected.txt").read_text(encoding="utf-8").splitlines()
    unsaid = [fault for fault in expected if not any(each.startswith(fault) for each in found)]
    assert not unsaid, found
    with pytest.raises(PactError) as raised:
        load_pact(folder)
    assert all(fault in raised.value.message for fault in expected)
    assert raised.value.where == str(folder)
    assert "pact audit" in raised.value.hint


@pytest.mark.parametrize("mistake", BROKEN, ids=lambda folder: folder.name)
def test_a_mistake_draws_no_long_tail_of_others(mistake: Path, tmp_path: Path) -> None:
    assert len(faults_of(broken_pact(mistake, tmp_path / "pact"))) <= 7


def test_all_faults_stand_in_one_message(tmp_path: Path) -> None:
    copy = tmp_path / "pact"
    shutil.copytree(TINY, copy)
    for name in ("bad-day", "unknown-group", "unknown-kind", "bad-weight"):
        shutil.copytree(TESTS / "broken" / name, copy, dirs_exist_ok=True)
    with pytest.raises(PactError) as raised:
        load_pact(copy)
    assert raised.value.message.startswith("4 faults in this pact:")
    for file in (
        "members.csv, line 6",
        "announcements.csv, line 4",
        "meetings.csv, line 3",
        "names.fr.toml, topics.piracy",
    ):
        assert file in raised.value.message


def test_an_empty_folder_names_every_missing_file(tmp_path: Path) -> None:
    files = {fault.split(":")[0].split(",")[0] for fault in faults_of(tmp_path)}
    tables = {
        "members.csv",
        "offices.csv",
        "meetings.csv",
        "events.csv",
        "announcements.csv",
        "pledges.csv",
        "sources.csv",
    }
    assert files >= {"pact.toml", "groups.toml", "indicators.toml", *tables}


def test_the_invented_pact_is_loaded_whole(tiny_pact: Pact) -> None:
    assert tiny_pact.id == "league"
    assert tiny_pact.title["fr"].startswith("Ligue de la mer Blanche")
    assert tuple(tiny_pact.members) == ("SYL", "BOR", "KHE", "NUR", "PDV", "SAT")
    assert tiny_pact.members_on("LEAGUE", date(2019, 5, 13)) == ("SYL", "BOR", "KHE", "NUR", "PDV")
    assert tiny_pact.members_on("LEAGUE", date(2019, 5, 14))[-1] == "SAT"
    assert tiny_pact.members_on("SOUTHERN_UNION", date(2016, 6, 30)) == ("KHE", "NUR")
    assert tiny_pact.members_on("SOUTHERN_UNION", date(2016, 7, 1)) == ("KHE",)
    assert tiny_pact.accounts == TINY / "accounts"
    assert set(tiny_pact.editions) == {"league:2023-05-10", "league:2024-05-08"}


def test_offices_are_titled_in_each_language(tiny_pact: Pact) -> None:
    assert tiny_pact.offices["LEAGUE.sg"] == {
        "en": "Secretary General of the League",
        "fr": "secrétaire générale de la Ligue",
    }
    assert tiny_pact.offices["SYL.dm"] == {
        "en": "Defence minister (Syldavia)",
        "fr": "ministre de la Défense (Syldavie)",
    }


def test_a_holder_is_unknown_beyond_the_day_of_the_source(tiny_pact: Pact) -> None:
    def holder(office: str, day: date) -> str | None:
        holding = tiny_pact.holder_on(office, day)
        return holding.holder if holding else None

    assert holder("SYL.hog", date(2021, 6, 14)) == "Zlata Sporsz"
    assert holder("SYL.hog", date(2021, 6, 15)) == "Mirko Vlasz"
    assert holder("SYL.hog", date(2025, 6, 30)) == "Mirko Vlasz"
    assert holder("SYL.hog", date(2025, 7, 1)) is None
    assert holder("SYL.hog", date(2014, 2, 28)) is None


def test_the_pact_of_nato_is_loaded_whole(nato_pact: Pact) -> None:
    assert len(nato_pact.members) == 32
    assert len(nato_pact.holdings) == 640
    assert len(nato_pact.meetings) == 113
    assert len(nato_pact.announcements) == 100
    assert len(nato_pact.pledges) == 73
    assert set(nato_pact.names) == {"en", "fr"}
    assert nato_pact.conventions.price_base_on(date(2018, 7, 12)) == 2010
    assert nato_pact.conventions.price_base_on(date(2024, 12, 31)) == 2015
    assert nato_pact.conventions.price_base_on(date(2025, 2, 1)) == 2021


def test_members_of_nato_are_counted_by_day(nato_pact: Pact) -> None:
    counts = {day: len(nato_pact.members_on("NATO", day)) for day in accessions()}
    assert counts == {
        date(2017, 6, 4): 28, date(2017, 6, 5): 29, date(2020, 3, 27): 30, date(2023, 4, 4): 31, date(2024, 3, 7): 32
    }  # fmt: skip
    assert len(nato_pact.members_on("EUROPE_CANADA", date(2024, 3, 7))) == 31
    assert len(nato_pact.members_on("NATO_EUROPE", date(2024, 3, 7))) == 30
    assert "GBR" in nato_pact.members_on("EU", date(2020, 1, 31))
    assert "GBR" not in nato_pact.members_on("EU", date(2020, 2, 1))
    assert not nato_pact.groups["EU"].is_whole


def accessions() -> Iterator[date]:
    return (date.fromisoformat(day) for day in ("2017-06-04", "2017-06-05", "2020-03-27", "2023-04-04", "2024-03-07"))


def test_nothing_recalled_may_be_cited(nato_pact: Pact) -> None:
    rows = [*nato_pact.announcements, *nato_pact.pledges, *nato_pact.meetings, *nato_pact.holdings]
    sources = [row.source for row in rows if row.source]
    assert len(sources) > 500
    assert not [source for source in sources if source.citable and source.verification == "recall_unverified"]
    assert not [holding for holding in nato_pact.holdings if holding.citable and holding.source is None]


def test_money_stands_in_full_units(nato_pact: Pact) -> None:
    said = {each.id: each for each in nato_pact.announcements}
    assert (said["A029"].value, said["A029"].unit, said["A029"].base_year) == (Decimal(41_000_000_000), "USD", 2016)
    assert (said["A084"].value, said["A084"].unit) == (Decimal(20_000_000_000), "EUR")
    assert said["A082"].unit == "fraction"


def test_the_weights_of_each_wording_add_up_to_one(nato_pact: Pact, tiny_pact: Pact) -> None:
    for pact in (nato_pact, tiny_pact):
        wordings = {(prior.operation, prior.when) for prior in pact.priors}
        for wording in wordings:
            assert sum(each.weight for each in pact.priors if (each.operation, each.when) == wording) == 1, wording


def test_a_pact_is_loaded_in_a_moment() -> None:
    folder = find_pact("nato")
    load_pact(folder)
    times = []
    for _ in range(3):
        start = time.process_time()
        load_pact(folder)
        times.append(time.process_time() - start)
    assert min(times) < 0.3, "seconds of processor time"
