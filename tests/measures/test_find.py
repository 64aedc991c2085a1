from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotepart.errors import UsageError
from quotepart.measures.find import find_measure, find_measures
from quotepart.measures.question import ask
from quotepart.wording.wording import find_wording, languages

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"


@pytest.mark.parametrize("measure", find_measures().values(), ids=lambda measure: measure.name)
def test_every_measure_keeps_its_promises(measure, account, league) -> None:
    """It has a formula and a source, a name in every language, an entry in the documentation, and works for any pact."""
    assert measure.formula
    assert measure.source
    assert all(find_wording(lang).has(f"measures.{measure.name}") for lang in languages())
    assert f"## `{measure.name}`" in PAGE.read_text(encoding="utf-8")
    for each in (account, league):
        question = ask(each, known_on=date(2026, 11, 1), basis=measure.basis)
        found = measure.compute(question)
        assert found.measure == measure.name
        assert found.year == question.year
        assert all(len(row.cells) == len(found.columns) for row in found.rows)
        assert found == measure.compute(question)
        for lang in languages():
            wording = find_wording(lang)
            named = (column.name for column in found.columns if column.name not in each.pact.indicators)
            assert all(wording.has(f"measure_columns.{name}") for name in named)
            assert all(wording.has(f"measure_notes.{note.partition(':')[0]}") for note in found.notes)


def test_an_unknown_measure_is_an_error_with_near_names() -> None:
    with pytest.raises(UsageError, match="there is no measure “thiel”") as error:
        find_measure("thiel")
    assert "theil" in error.value.hint
    with pytest.raises(UsageError) as unknown:
        find_measure("weather")
    assert "exploitation" in unknown.value.hint


def test_a_name_may_be_written_in_several_ways() -> None:
    assert find_measure("At target").name == find_measure("at-target").name == "at_target"
