from dataclasses import replace
from decimal import Decimal

from quotepart.dossier.tables import inputs_tables, series_table
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def test_inputs_are_a_table_of_members_by_years(sample):
    (table,) = inputs_tables(sample.inputs(), sample.dossier().name, FRENCH)
    assert [head.words for head in table.heads] == ["Membre", "2016", "2017", "2018"]
    assert table.rows == (("membres de l’Est", "262,9", "275,3", "292,2 e"),)
    assert table.caption == (
        "Dépenses de défense, milliards de dollars. 25 juin 2019. e\u00a0: estimation, p\u00a0: projection. "
        f"Source\u00a0: {sample.SOURCE}."
    )


def test_each_series_of_each_edition_has_its_own_table(sample):
    first = sample.inputs()[0]
    others = [
        replace(first, indicator="gdp"),
        replace(first, edition="league:2026-07-10"),
        replace(first, basis="current"),
        replace(first, group="LEAGUE"),
    ]
    tables = inputs_tables([first, *others], sample.dossier().name, FRENCH)
    assert len(tables) == 5 and "dépenses de défense, la Ligue" in tables[-1].caption.lower().replace("ligue", "Ligue")


def test_sources_that_differ_stand_beside_their_members(sample):
    first = sample.inputs()[0]
    (table,) = inputs_tables(
        [first, replace(first, member="BOR", year=2017, source="B")], sample.dossier().name, FRENCH
    )
    assert table.rows == (("membres de l’Est", "262,9", "–", sample.SOURCE), ("Bordurie", "–", "262,9", "B"))
    assert sample.SOURCE not in table.caption


def test_a_value_is_given_to_its_last_printed_digit(sample):
    value = replace(sample.inputs()[0], value=Decimal("4.366227"), unit="percent_of_gdp", step=Decimal("0.01"))
    assert inputs_tables([value], str, FRENCH)[0].rows[0][1] == "4,37"
    money = replace(value, value=Decimal("262912345678"), unit="USD", step=Decimal("1e6"))
    assert inputs_tables([money], str, FRENCH)[0].rows[0][1] == "262,912"
    assert inputs_tables([replace(value, step=Decimal(0))], str, FRENCH)[0].rows[0][1] == "4,37"


def test_a_series_shows_what_was_added(sample):
    table = series_table(sample.added_series(), FRENCH)
    assert table.heads[-1].words == "Ajouté depuis 2016" and table.caption.endswith("en milliards de dollars.")
    assert table.rows[-1] == ("2018", "292,2", "estimation", "41,7")
    assert [row[-1] for row in table.rows][-3:] == ["–", "12,4", "41,7"]


def test_a_share_has_no_sum(sample):
    table = series_table(sample.share_series(), FRENCH)
    assert table.rows[-1] == ("2018", "1,51", "estimation")
