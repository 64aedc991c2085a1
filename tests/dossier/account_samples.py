"""Series of the invented league, as the charts of official series take them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from quotepart.accounts.series import Known
from quotepart.dossier.charts.accounts import Drawing
from quotepart.model.pact import Indicator
from quotepart.wording.wording import find_wording

SHARE = Indicator(id="share", unit="percent", digits=2)
MONEY = Indicator(id="ships", unit="EUR", digits=0, scale=Decimal(10**6), bases=("current", "constant"))
NAMES = {"SYL": "Syldavia", "BOR": "Borduria", "KHE": "Khemed", "share": "share of income", "ships": "ships"}


def known(member: str, year: int, value: str, **changes: object) -> Known:
    fields: dict[str, object] = {
        "member": member, "indicator": "share", "year": year, "value": Decimal(value), "unit": "percent",
        "basis": "current", "price_base": None, "status": "final", "edition": "league:2024", "source": "League",
    }  # fmt: skip
    return Known(**{**fields, **changes})  # type: ignore[arg-type]  # the tests give the right fields


def drawing(
    rows: Sequence[Known], *, lang: str = "en", target: str | None = None, indicator: Indicator = SHARE
) -> Drawing:
    return Drawing(
        rows=rows, indicator=indicator, names=lambda id: NAMES.get(id, id), wording=find_wording(lang),
        source="League, Tables, 8 May 2024", target=Decimal(target) if target else None,
    )  # fmt: skip


def values_in(spec: object) -> list[dict]:
    """Every row of data that a specification draws."""
    if isinstance(spec, dict):
        own = spec["data"]["values"] if isinstance(spec.get("data"), dict) else []
        return [*own, *(row for part in spec.get("layer", []) for row in values_in(part))]
    return []


YEARS = [
    known("SYL", 2023, "1.2"), known("SYL", 2024, "2.0049", status="estimate"),
    known("BOR", 2023, "3.5"), known("BOR", 2024, "3.1", status="estimate"),
    known("KHE", 2023, "1.2"), known("KHE", 2024, "1.994", status="estimate"),
]  # fmt: skip
