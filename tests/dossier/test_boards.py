from dataclasses import replace
from decimal import Decimal
from typing import get_args

from quotepart.dossier.boards import ICONS, view_board
from quotepart.pledges.states import State
from quotepart.wording.wording import find_wording, languages


def test_every_state_has_an_icon_and_words():
    assert set(ICONS) == set(get_args(State))
    assert all(find_wording(lang).has(f"states.{state}") for lang in languages() for state in ICONS)


def test_members_stand_by_state_the_highest_value_first(sample):
    (board,) = sample.boards()
    view = view_board(board, 1, sample.dossier(), find_wording("fr"))
    shown = {column.state: [(each.member, each.value) for each in column.standings] for column in view.columns}
    assert shown == {
        "kept_estimate": [("Syldavie", "2,31\u202f%")],
        "off_track": [("Novovie", "1,75\u202f%")],
        "missed_estimate": [("Zélande", "1,98\u202f%"), ("Bordurie", "1,51\u202f%")],
        "not_measurable": [("San Theodoros", "")],
    }
    assert view.terms == "un objectif · pris le 5 septembre 2014"
    assert view.source == f"Valeurs de 2024\u00a0: 17 juin 2024. Engagement\u00a0: {sample.SOURCE}."


def test_a_state_of_another_release_is_still_shown(sample):
    (board,) = sample.boards()
    odd = replace(board, standings=(replace(board.standings[0], state="half_kept"),), edition="", source="")
    (column,) = view_board(odd, 1, sample.dossier(), find_wording("en")).columns
    assert (column.words, column.icon) == ("half kept", "open")


def test_a_column_of_values_has_one_number_of_decimals(sample):
    (board,) = sample.boards()
    whole = replace(board, standings=(replace(board.standings[0], value=Decimal(2)), board.standings[1]))
    columns = view_board(whole, 1, sample.dossier(), find_wording("en")).columns
    assert [column.standings[0].value for column in columns] == ["2.00%", "1.51%"]
