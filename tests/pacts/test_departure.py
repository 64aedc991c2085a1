from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.errors import PactError
from quotepart.pacts.departure import CapabilityRow, departure_terms, read_departure_terms
from quotepart.pacts.faults import Faults

PACT = Path(__file__).parents[1] / "pact"


def folder_with(path: Path, terms: str) -> Path:
    shutil.copy(PACT / "capabilities.csv", path)
    (path / "departure.toml").write_text(terms, encoding="utf-8")
    return path


def test_a_line_holds_its_rows(tiny_pact) -> None:
    terms = departure_terms(tiny_pact.folder)
    (line,) = terms.lines.values()
    assert terms.targets == (Decimal(1), Decimal("1.5"))
    assert (line.id, line.name["fr"]) == ("frigates", "Frégates")
    assert [(row.entity, row.value, row.hedge) for row in line.rows] == [("SYL", 4, ""), ("BOR", 9, "about")]


@pytest.mark.parametrize(
    ("time", "moment"),
    [
        ("2024e", "2024"),
        ("2019-12", "2019-12"),
        ("2022-2024", "2022"),
        ("2024-25", "2024"),
        ("2017 plan", "2017"),
        ("", ""),
    ],
)
def test_the_moment_of_a_row_is_as_precise_as_it_says(time: str, moment: str) -> None:
    assert CapabilityRow(entity="SYL", value=Decimal(1), unit="ships", time=time).moment == moment


def test_what_a_member_keeps_in_the_area_is_its_own(nato_pact) -> None:
    line = departure_terms(nato_pact.folder).lines["troops_in_europe"]
    assert line.is_theatre
    assert {row.entity for row in line.rows} == {"USA"}


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    line = '[lines.frigates]\nname = { en = "Frigates" }\nunits = ["barrels"]\nholders = ["XXX"]\n'
    faulty = f'targets = ["two"]\ncolour = 1\n{line}'
    faults = Faults()
    read_departure_terms(folder_with(tmp_path, faulty), faults, members=("SYL",))
    said = "\n".join(faults.found)
    assert all(
        each in said for each in ("“two” is no number", "colour: is unknown", "“XXX” is no member", "in barrels")
    )
    with pytest.raises(PactError, match="3 faults"):
        departure_terms(tmp_path)
