from __future__ import annotations

from pathlib import Path

import pytest

from quotepart.model.finding import Finding
from quotepart.workspace import Said, Workspace

ACTIVITIES = (
    ("Norway", "Military", 1, 400),
    ("Norway", "Financial", 14, 500),
    ("Norway", "Humanitarian", 20, 100),
    ("Germany", "Military", 2, 6_000),
    ("Germany", "Financial", 15, 3_000),
    ("France", "Military", 15, 2_500),
    ("France", "Humanitarian", 16, 200),
)
"""Donor, kind, month since the first of 2022 and millions of euros: made up, in the layout of the tracker's main sheet."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("aid")
    lines = ["donor,aid_type_general,measure,month,tot_sub_activity_value_EUR_redistr"]
    lines += [f"{donor},{kind},Allocation,{month},{value * 1_000_000}" for donor, kind, month, value in ACTIVITIES]
    file = folder / "aid-2024-06-06.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    workspace = Workspace.open("nato", folder / "own")
    workspace.save_import(workspace.prepare_import("kiel", file))
    return workspace


def judged(workspace: Workspace, text: str) -> Finding:
    (answer,) = workspace.claims([Said(id="a", text=text, on="2024-07-10", lang="fr", by=None)])
    assert not isinstance(answer, Exception)
    return answer[1][0]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("L'Allemagne a donné 9 milliards d'euros à l'Ukraine.", "supported"),
        ("L'Allemagne a donné 40 milliards d'euros à l'Ukraine depuis le début de la guerre.", "contradicted"),
        ("La Norvège a accordé une aide d'un milliard d'euros à l'Ukraine depuis 2022.", "supported"),
        ("L'Allemagne a fourni 3 milliards d'euros d'aide à l'Ukraine en 2023.", "supported"),
        ("L'aide militaire française à l'Ukraine s'élève à 2,5 milliards d'euros.", "depends"),
    ],
)
def test_aid_by_donor_is_judged_with_an_imported_table(text: str, verdict: str, imported: Workspace) -> None:
    assert judged(imported, text).verdict == verdict


def test_without_the_table_it_is_declined_with_what_would_settle_it(imported: Workspace, tmp_path: Path) -> None:
    found = judged(Workspace.open("nato", tmp_path), "L'Allemagne a donné 9 milliards d'euros à l'Ukraine.")
    assert (found.verdict, found.reason) == ("not_checkable", "no_series")
    assert "accounts import kiel" in (found.settle or "")
