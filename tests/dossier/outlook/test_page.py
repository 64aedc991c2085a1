from __future__ import annotations

import re

import pytest

from dossier.outlook_samples import PACT, told
from quotepart.dossier.outlook.page import build_outlook_page, page_of


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_asks_for_nothing_else(lang: str) -> None:
    page = build_outlook_page(told("SYL", lang=lang), pact=PACT)
    assert f'<html lang="{lang}">' in page
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert page.count("<svg") >= 3
    assert "var(--" in page, "charts take their colours from the page"


def test_the_answer_comes_first() -> None:
    page = page_of(told("SYL", "PDV"), PACT)
    assert page.answer[0].startswith("Syldavia: 1.14% in 2024.")
    assert page.answer[2].startswith("Of 5 members, 1 is at 1.5% of GNI or over today.")


def test_few_members_have_a_fan_each_and_many_share_one_chart() -> None:
    few, many = page_of(told("SYL", "PDV"), PACT), page_of(told(), PACT)
    assert [chart.is_wide for chart in few.charts] == [False] * 4
    assert [chart.is_wide for chart in many.charts] == [True, False, False]
    assert len(many.answer) == 2


def test_ids_are_unique() -> None:
    ids = re.findall(r' id="([^"]+)"', build_outlook_page(told("SYL", "PDV"), pact=PACT))
    assert len(ids) == len(set(ids))
