from __future__ import annotations

from dossier.boards import told


def test_pledges_stand_apart_by_whom_they_bind() -> None:
    board = told()
    assert [line.id for line in board.joint][:2] == ["P2002_PRAGUE", "P2014_WALES_2_KEEP"]
    assert "N2022_POL_3" in [line.id for line in board.own]
    assert "D2018_TRUMP_4" in [line.id for line in board.demands]
    assert "P2017_PLANS" in [line.id for line in board.unrated]
    parts = (board.joint, board.own, board.demands, board.unrated)
    assert sum(map(len, parts)) == len(board.lines)


def test_members_stand_by_name_within_a_state() -> None:
    (line,) = [each for each in told(lang="fr").lines if each.id == "P2014_WALES_2"]
    kept = next(cell for cell in line.cells if cell.state == "kept_estimate")
    assert kept.names[:2] == ("Albanie", "Allemagne") and kept.ids[:2] == ("ALB", "DEU")
    assert kept.words == "Tenu, selon une estimation"
    assert line.wording.startswith("Les Alliés sous 2 %")
