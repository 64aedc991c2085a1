from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.checks.findings.links import Linker, pointed_back
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.finding import Finding, Reading
from quotepart.model.span import Span

READING = Reading(
    label="share", weight=0.9, measure="share", group="SYL", start="2030", end="2030", basis="current",
    known_on="2030-05-01", edition="league:2029", edition_is="own", unit="percent_of_gdp", result="match",
)  # fmt: skip


def said(value: str, id: str = "a", qualifier: Qualifier = "exact", **changes: object) -> Finding:
    stated = Amount(value=Decimal(value), unit="percent_of_gdp", step=Decimal("0.1"), qualifier=qualifier)
    finding = Finding(id=id, claim=f"{value} %", verdict="supported", basis="b", readings=(READING,), stated=stated)
    return replace(finding, **changes)  # type: ignore[arg-type]


def kinds(*findings: Finding) -> list[tuple[tuple[str, str], ...]]:
    linker = Linker()
    return [
        tuple((link.kind, link.finding) for link in linker.link([finding], "a.txt")[0].links) for finding in findings
    ]


def test_a_claim_made_again_points_to_the_first() -> None:
    linker = Linker()
    linker.link([said("2.1", said_by="Mme Sporsz", said_on="2030-05-01")], "a.txt")
    (link,) = linker.link([said("2.1", "b")], "b.txt")[0].links
    assert (link.kind, link.finding, link.source, link.said_by) == ("repeats", "a", "a.txt", "Mme Sporsz")


def test_amounts_that_no_value_fits_contradict_each_other() -> None:
    assert kinds(said("2.1"), said("2.6", "b")) == [(), (("contradicts", "a"),)]


def test_a_later_claim_is_linked_to_the_one_it_repeats_not_to_another() -> None:
    assert kinds(said("2.1"), said("2.6", "b"), said("2.6", "c"))[2] == (("repeats", "b"),)


def test_a_looser_claim_neither_repeats_nor_contradicts() -> None:
    assert kinds(said("2.1"), said("1", "b", "more_than")) == [(), ()]


@pytest.mark.parametrize(
    "change", [{"group": "BOR"}, {"end": "2031"}, {"measure": "level"}, {"basis": "constant"}, {"unit": "percent"}]
)
def test_claims_about_something_else_are_not_linked(change: dict[str, str]) -> None:
    other = said("2.6", "b", readings=(replace(READING, **change),))  # type: ignore[arg-type]
    assert kinds(said("2.1"), other) == [(), ()]


def test_a_claim_without_reading_or_amount_is_left_alone() -> None:
    assert kinds(said("2.1"), said("2.1", "b", readings=()), said("2.1", "c", stated=None)) == [(), (), ()]


@given(st.lists(st.integers(min_value=0, max_value=400), max_size=60))
def test_what_is_remembered_stays_bounded(years: list[int]) -> None:
    linker = Linker(remembered=5)
    for year in years:
        linker.link([said("2.1", readings=(replace(READING, end=str(year)),))], "a.txt")
        assert len(linker._known) <= 5


TEXT = "La Syldavie est à 2,1 %. Ce chiffre est un record.\n\nLa Bordurie est à 1,2 %, et cette somme baisse."


def placed(words: str, id: str) -> Finding:
    at = TEXT.index(words)
    return said("2.1", id, span=Span(at, at + len(words)))


def test_words_that_point_back_stand_for_the_nearest_figure_before_them() -> None:
    first, second = pointed_back([placed("2,1 %", "a"), placed("1,2 %", "b")], TEXT, "fr")
    assert [(link.words, link.finding) for link in first.links] == [("Ce chiffre", "a")]
    assert [(link.words, link.finding) for link in second.links] == [("cette somme", "b")]
    assert all(link.span and link.span.cut(TEXT) == link.words for each in (first, second) for link in each.links)


def test_words_far_from_any_figure_point_nowhere() -> None:
    text = "2,1 % dit-on." + " mot" * 400 + " Ce chiffre."
    (finding,) = pointed_back([said("2.1", span=Span(0, 5))], text, "fr")
    assert finding.links == ()


def test_english_too() -> None:
    (finding,) = pointed_back([said("2.1", span=Span(0, 4))], "2.1% it was. That figure fell.", "en")
    assert [link.words for link in finding.links] == ["That figure"]
