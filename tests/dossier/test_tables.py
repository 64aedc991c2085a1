from quotepart.dossier.tables import inputs_table, series_table
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def test_inputs_are_named_and_carry_edition_and_source(sample):
    table = inputs_table(sample.inputs(), sample.dossier().name, FRENCH)
    assert [head.words for head in table.heads][:4] == ["Membre", "Année", "Série", "Valeur"]
    assert table.rows[-1] == (
        "membres de l’Est", "2018", "dépenses de défense", "292,2\u00a0milliards de dollars", "estimation",
        "25 juin 2019", sample.SOURCE,
    )  # fmt: skip
    assert all(len(row) == len(table.heads) for row in table.rows)


def test_a_value_is_given_to_its_last_printed_digit(sample):
    from dataclasses import replace
    from decimal import Decimal

    value = replace(sample.inputs()[0], value=Decimal("4.366227"), unit="percent_of_gdp", step=Decimal("0.01"))
    assert inputs_table([value], str, FRENCH).rows[0][3] == "4,37\u202f% du PIB"


def test_a_series_shows_what_was_added(sample):
    table = series_table(sample.added_series(), FRENCH)
    assert table.heads[-1].words == "Ajouté depuis 2016"
    assert [row[-1] for row in table.rows][-3:] == [
        "–",
        "12,4\u00a0milliards de dollars",
        "41,7\u00a0milliards de dollars",
    ]
    assert len(series_table(sample.share_series(), FRENCH).heads) == 3
