from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.corrections import FILE, KINDS, Correction, read_corrections
from quotepart.errors import PactError
from quotepart.model.pact import Pact
from quotepart.pacts.load import load_pact

GOOD = 'kind = "break"\nsource = "Table 1"\nsays = { en = "a", fr = "b" }\n'


@pytest.fixture
def copy(tiny_pact: Pact, tmp_path: Path) -> Pact:
    return load_pact(Path(shutil.copytree(tiny_pact.folder, tmp_path / "pact")))


def test_the_ledger_is_read(tiny_pact: Pact) -> None:
    (only,) = read_corrections(tiny_pact)
    assert (only.id, only.kind, only.cells) == ("round_share", "not_reproduced", (("SYL", 2013),))
    assert set(only.says) == {"en", "fr"}


@pytest.mark.parametrize(
    ("asked", "applies"),
    [
        ({}, True),
        ({"edition": "league:2023-05-10"}, False),
        ({"indicator": "income"}, False),
        ({"entity": "BOR"}, False),
        ({"year": 2014}, False),
    ],
)
def test_it_says_something_only_of_its_own_figures(asked: dict[str, object], applies: bool, tiny_pact: Pact) -> None:
    (only,) = read_corrections(tiny_pact)
    figure = {"edition": "league:2024-05-08", "indicator": "fleet_share_income", "entity": "SYL", "year": 2013, **asked}
    assert only.applies_to(**figure) is applies  # type: ignore[arg-type]  # the table above has the right kinds


def test_empty_lists_mean_all() -> None:
    wide = Correction(id="a", kind="break", says={}, source="", producers=("league",), since=2020)
    asked = {"indicator": "income", "entity": "BOR"}
    assert wide.applies_to(edition="league:2030-01-01", year=2020, **asked)
    assert not wide.applies_to(edition="league:2030-01-01", year=2019, **asked)
    assert not wide.applies_to(edition="office:2030-01-01", year=2020, **asked)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[a]\n" + GOOD.replace("break", "guess"), "“guess” is unknown"),
        ("[a]\n" + GOOD + 'editions = ["league:1999-01-01"]', "“league:1999-01-01” is unknown"),
        ("[a]\n" + GOOD + 'cells = ["SYL-2013"]', "“SYL-2013” is no figure; expected an entity and a year"),
        ("[a]\n" + GOOD + 'member = "SYL"', "member: is unknown"),
        ("[a]\n" + GOOD.replace(', fr = "b"', ""), "says.fr: is missing"),
    ],
)
def test_a_faulty_ledger_is_said(text: str, fault: str, copy: Pact) -> None:
    (copy.folder / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(PactError) as caught:
        read_corrections(copy)
    assert fault in str(caught.value)


def test_a_pact_may_have_no_ledger(copy: Pact) -> None:
    (copy.folder / FILE).unlink()
    assert read_corrections(copy) == ()


def test_the_ledger_of_the_nato_pact_names_what_does_not_reproduce(nato: Account) -> None:
    ledger = {each.id: each for each in read_corrections(nato.pact)}
    assert set(ledger["exact_two"].cells) == {("LTU", 2019), ("FRA", 2020), ("SVK", 2024)}
    assert {each.kind for each in ledger.values()} <= set(KINDS)
