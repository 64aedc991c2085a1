from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quotepart.pacts.audit import WARNING, audit
from quotepart.pacts.find import find_pact

TESTS = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "pact"
    shutil.copytree(TESTS / "pact", copy)
    return copy


def change(folder: Path, file: str, old: str, new: str) -> tuple[str, ...]:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return audit(folder)


def test_nothing_is_wrong_with_the_invented_pact(folder: Path) -> None:
    assert audit(folder) == ()


def test_the_pact_that_comes_along_has_vacancies_and_no_fault() -> None:
    said = audit(find_pact("nato"))
    assert all(line.startswith(f"{WARNING}offices.csv, ") for line in said)
    assert any("USA.natoamb: nobody is known to hold it from 2021-01-20 to 2021-12-06" in line for line in said)


def test_faults_stand_before_warnings(folder: Path) -> None:
    change(folder, "pledges.csv", "Chacun aide chacun.", "")
    said = change(folder, "meetings.csv", "LS_2019-05-14,summit", "LS_2019-05-14,banquet")
    assert said[0].startswith("meetings.csv, line 3, kind")
    assert said[1:] == (f"{WARNING}pledges.csv, K2021_HELP: has no wording in fr",)


def test_a_name_of_two_actors_is_odd(folder: Path) -> None:
    said = change(folder, "names.fr.toml", 'adjectives = ["khemedien"', 'adjectives = ["syldave"')
    assert said == (f"{WARNING}names.fr.toml, “syldave”: names KHE, SYL",)


def test_a_long_vacancy_is_odd(folder: Path) -> None:
    said = change(
        folder, "offices.csv", "SYL.hog,Mirko Vlasz,Vlasz,,2021-06-15", "SYL.hog,Mirko Vlasz,Vlasz,,2021-12-15"
    )
    assert said == (f"{WARNING}offices.csv, SYL.hog: nobody is known to hold it from 2021-06-15 to 2021-12-15",)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("capabilities.csv", "SYL,frigates,4", "SYL,frigates,", "capabilities.csv, line 2, value: is empty"),
        ("capabilities.csv", "gazette", "gazete", "capabilities.csv, line 2, source: “gazete” is no source"),
        ("capabilities.csv", "entity,", "member,", "capabilities.csv, line 1: unknown columns: member"),
        ("replacement_estimates.csv", ",2023,", ",soon,", "replacement_estimates.csv, line 2, published: “soon” is no date"),
        ("replacement_estimates.csv", ",BOR,", ",XXX,", "replacement_estimates.csv, line 2, member: “XXX” is no member"),
        ("departure.toml", 'units = ["ships"]', 'units = ["barrels"]', "departure.toml, lines.frigates.units: no row"),
        ("replacement_estimates.csv", ",cited,", ",sure,", "replacement_estimates.csv, line 2, verification: “sure” is unknown"),
    ],
)  # fmt: skip
def test_tables_left_to_later_work_are_checked_too(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    assert change(folder, file, old, new)[0].startswith(fault)
