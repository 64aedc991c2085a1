from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.years import of_fiscal_year, with_own_year, with_year
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("en", "Poland spends 4.12 percent of its GDP, up from 1.88 percent in 2014.", [None, "2014"]),
        ("en", "Germany's share has risen from 1.19% in 2014 to 2.12% in 2024.", ["2014", "2024"]),
        ("fr", "La part du PIB de la Pologne est passée de 1,88 % en 2014 à 4,12 % en 2024.", ["2014", "2024"]),
    ],
)
def test_a_year_dates_the_figure_before_it(
    lang: str, text: str, years: list[str | None], extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert [claim.period.end if claim.period else None for claim in claims] == years


def test_the_one_year_of_a_sentence_is_its_period(make) -> None:
    assert with_year(make("none met it in 2014", "1", "count")).period is not None
    assert with_year(make("from 2014 and for 2015", "1", "count")).period is not None
    assert with_year(make("a pledge since the 2014 summit", "1", "count")).period is None


def test_a_figure_alone_keeps_its_period(make) -> None:
    claim = make("4 in 2014", "4", "count", period=Period("2014", "2014"))
    assert with_own_year(claim) is claim


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("L'année dernière, il n'y avait que 11 pays à dépenser plus de 2 % du PIB.", "2023"),
        ("Seuls 18 pays sont à 2 % du PIB cette année.", "2024"),
        ("Seuls 18 pays sont à 2 % du PIB.", None),
    ],
)
def test_a_spoken_year_dates_a_sentence_without_another(
    text: str, year: str | None, extractor: Extractor, account: Account
) -> None:
    claim = claims_in(text, extractor, account, on="2024-08-01", lang="fr")[0]
    assert (claim.period.end if claim.period else None) == year


def test_the_year_of_the_founding_dates_nothing_else(extractor: Extractor, account: Account) -> None:
    text = "L'Otan, fondée en 1949, regroupe aujourd'hui 29 membres."
    (claim,) = claims_in(text, extractor, account, on="2019-12-03", lang="fr")
    assert claim.period is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2016, the year before the summit, Poland spent 2 percent of its GDP on defence.", ["2016"]),
        ("This year, 18 Allies will spend 2% of GDP, up from 2014, when three Allies did.", ["2024", "2014"]),
    ],
)
def test_a_written_year_that_leads_and_this_year_stay(
    text: str, years: list[str], extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert [claim.period.end if claim.period else None for claim in claims] == years


def test_a_figure_set_against_another_is_of_the_years_ago_said_behind_it(
    extractor: Extractor, account: Account
) -> None:
    text = "En 2024, 23 membres ont atteint 2 % du PIB, contre seulement trois il y a dix ans."
    claims = claims_in(text, extractor, account, on="2025-03-01", lang="fr")
    assert claims[-1].period == Period("2015", "2015")


def test_a_change_against_last_year_is_one_of_this_year(extractor: Extractor, account: Account) -> None:
    text = "La Pologne dépense 8 % de plus pour sa défense par rapport à l'année dernière."
    (claim,) = claims_in(text, extractor, account, on="2023-07-07", lang="fr")
    assert claim.period == Period("2023", "2023")


def test_over_the_last_decade_looks_back_ten_years(extractor: Extractor, account: Account) -> None:
    text = "Over the last decade, the size of the Polish military has more than doubled."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.period == Period("2014", None)


@pytest.mark.parametrize(
    ("words", "period", "year"),
    [
        ("in 2024-2025", Period("2024", "2025"), "2024"),
        ("in 2024-25", Period("2024", "2025"), "2024"),
        ("from 2024 to 2025", Period("2024", "2025"), "2025"),
        ("in 2018-2022", Period("2018", "2022"), "2022"),
    ],
)
def test_a_fiscal_year_is_the_year_it_begins_in(words: str, period: Period, year: str, make) -> None:
    claim = make(words, "1.4", "percent_of_gdp", who="CAN", period=period)
    assert of_fiscal_year(claim).period.end == year


@pytest.mark.parametrize("words", ["au cours des dix dernières années", "en dix ans", "ces 10 dernières années"])
def test_ten_years_lead_back_from_the_day(words: str, extractor: Extractor, account: Account) -> None:
    text = f"L'Italie a doublé ses dépenses de défense {words}."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert claim.period == Period("2014", None)


def test_the_year_behind_a_contrast_is_not_that_of_the_money_before_it(extractor: Extractor, account: Account) -> None:
    text = "En 2024, les alliés européens dépensent 380 milliards de dollars, soit 2 % de leur PIB (contre 1,47 % en 2014)."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert [claim.period.end for claim in claims if claim.is_money and claim.period] == ["2024"]


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("en", "Germany spent 1.57% of GDP on defence in 2023, Poland 3.9% and Spain 1.26%.", ["2023"] * 3),
        ("fr", "L'Allemagne a dépensé 1,57 % du PIB en 2023, la Pologne 3,9 % et l'Espagne 1,26 %.", ["2023"] * 3),
        ("en", "Germany spent 1.57% of GDP in 2023, and Poland now spends 4.1%.", ["2023", None]),
    ],
)
def test_a_list_without_another_verb_keeps_the_year(
    lang: str, text: str, years: list[str | None], extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert [claim.period.end if claim.period else None for claim in claims] == years


def test_the_year_of_a_price_base_or_of_joining_is_no_period(extractor: Extractor, account: Account) -> None:
    text = "In constant 2015 prices Poland's spending rose from $8.5 billion in 2014 to $27 billion this year."
    found = claims_in(text, extractor, account, on="2024-08-01")
    assert [claim.period.end if claim.period else None for claim in found] == ["2014", "2024"]
    joined = claims_in(
        "Spain, which joined NATO in 1982, spends less on defence than Italy.", extractor, account, on="2024-08-01"
    )
    assert [claim.period for claim in joined] == [None]


def test_the_year_of_another_clause_is_not_taken(extractor: Extractor, account: Account) -> None:
    text = "Aujourd'hui 23 alliés sont à 2 %, alors qu'en 2014 ils n'étaient que trois."
    claims = claims_in(text, extractor, account, on="2024-10-20", lang="fr")
    assert claims[0].period is None or claims[0].period.end == "2024"


def test_what_moved_since_a_year_started_in_it(extractor: Extractor, account: Account) -> None:
    text = "Since 2014 Italian defence spending has climbed from 1.14 to 1.49 percent of GDP."
    first = claims_in(text, extractor, account, on="2024-10-24", lang="en")[0]
    assert first.is_start and first.period == Period("2014", "2014")


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("fr", "La Pologne dépense plus du double, en part du PIB, de ce qu'elle dépensait en 2014.", "supported"),
        ("fr", "La France dépense plus du double, en part du PIB, de ce qu'elle dépensait en 2014.", "contradicted"),
        ("en", "Lithuania spends more than triple the share of GDP that it spent in 2014.", "supported"),
        ("en", "Poland spends more than twice the share of GDP it spent in 2014.", "supported"),
    ],
)
def test_a_multiple_of_ones_own_past_is_counted_from_its_year(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2025-06-01", lang).verdict == verdict
