from __future__ import annotations

from decimal import Decimal

from quotepart.cli.output import Table
from quotepart.cli.record_tables import headline, parts_of, shortened
from quotepart.model.amount import Amount, Interval
from quotepart.model.dates import Dating, Period
from quotepart.model.entry import Figure, MeetingMention, PledgeMention, Quote, Record, Speaker
from quotepart.model.span import Span

TEXT = "« Oui », dit Mme Sporsz. 2 % du PIB en 2024, promet le sommet de Klow."
EMPTY = Record(document_id="a.txt", sha256="", lang="fr")
FULL = Record(
    document_id="a.txt",
    sha256="",
    lang="fr",
    published=Dating(date="2024-07-09", how="stated"),
    quotes=(Quote(span=Span(2, 5), kind="direct", speaker=Speaker(name="Mme Sporsz"), act="assert"),),
    figures=(
        Figure(
            span=Span(25, 35),
            amount=Amount(value=Decimal(2), unit="percent_of_gdp"),
            reach=Interval(Decimal(2), Decimal(2)),
            kind="target",
            metric="defence_expenditure",
            who=("SYL",),
            period=Period("2024", "2024"),
        ),
    ),
    pledges=(PledgeMention(span=Span(25, 43), who=("SYL",), metric="m", status="promised", deadline="2024"),),
    meetings=(MeetingMention(span=Span(52, 69), kind="summit", city="Klow", meeting_id="S_1"),),
    topics=("burden_sharing",),
)


def test_an_empty_record_is_one_line() -> None:
    assert list(parts_of(EMPTY, "")) == ["a.txt · fr · no date", ""]


def test_every_layer_has_its_table() -> None:
    titles = [part.title for part in parts_of(FULL, TEXT) if isinstance(part, Table)]
    assert titles == ["quotes", "figures", "pledges", "meetings"]


def test_every_row_has_a_cell_for_each_column() -> None:
    for table in parts_of(FULL, TEXT):
        if isinstance(table, Table):
            assert all(len(row) == len(table.columns) for row in table.rows)


def test_cells_are_the_documents_own_words() -> None:
    cells = [cell for part in parts_of(FULL, TEXT) if isinstance(part, Table) for row in part.rows for cell in row]
    assert {"Oui", "2 % du PIB", "Mme Sporsz", "2024", "S_1"} <= set(cells)


def test_the_headline_says_how_the_day_is_known() -> None:
    assert headline(FULL) == "a.txt · fr · 2024-07-09 (stated) · burden_sharing"


def test_a_long_quotation_is_cut_at_a_word() -> None:
    assert shortened("mot " * 100, 20) == "mot mot mot mot mot…"
    assert shortened("deux\nlignes") == "deux lignes"
