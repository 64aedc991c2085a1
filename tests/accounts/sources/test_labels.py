from __future__ import annotations

import pytest

from quotepart.accounts.sources.labels import Labels, plain, split_unit
from quotepart.model.pact import Pact


@pytest.fixture
def labels(tiny_pact: Pact) -> Labels:
    return Labels(tiny_pact, {"The League": "LEAGUE", "Khemed Emirate": "KHE"})


@pytest.mark.parametrize(
    ("label", "entity"),
    [
        ("Syldavia", "SYL"),
        ("  SYLDAVIE* ", "SYL"),
        ("Kingdom of  Syldavia†", "SYL"),
        ("KHE", "KHE"),
        ("Khemed Emirate", "KHE"),
        ("the league", "LEAGUE"),
        ("Sildavia", None),
        ("", None),
    ],
)
def test_a_label_is_one_of_the_sources_own_a_name_or_an_id(label: str, entity: str | None, labels: Labels) -> None:
    assert labels.entity(label) == entity


def test_every_member_label_maps(labels: Labels, tiny_pact: Pact) -> None:
    forms = [
        (form, actor.id)
        for names in tiny_pact.names.values()
        for actor in names.actors.values()
        for form in (actor.name, *actor.forms)
    ]
    assert [form for form, member in forms if labels.entity(form) != member] == []


def test_a_group_is_no_label(labels: Labels, tiny_pact: Pact) -> None:
    groups = [form for names in tiny_pact.names.values() for forms in names.groups.values() for form in forms]
    assert {labels.entity(form) for form in groups} <= {None, "LEAGUE"}
    assert None in {labels.entity(form) for form in groups}


def test_units_in_brackets_stand_apart() -> None:
    assert split_unit("Côte (Ouest)   (Francs)") == ("Côte (Ouest)   (Francs)", "")
    assert split_unit("Borduria* (New Zsd)") == ("Borduria*", "New Zsd")
    assert plain("Côte d’Ivoire¹") == "cote d'ivoire"
