from __future__ import annotations

import dataclasses

import pytest

from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Boat:
    name: str
    crew: int = 3


@dataclass
class Port:
    boats: int


def test_equal_values_are_one_key() -> None:
    assert {Boat(name="Klow"), Boat(name="Klow"), Boat(name="Klow", crew=4)} == {
        Boat(name="Klow"),
        Boat(name="Klow", crew=4),
    }


def test_it_is_a_dataclass_like_any_other() -> None:
    assert dataclasses.replace(Boat(name="Klow"), crew=5) == Boat(name="Klow", crew=5)
    assert [field.name for field in dataclasses.fields(Boat)] == ["name", "crew"]
    with pytest.raises(AttributeError):
        Boat(name="Klow").sails = 2  # type: ignore[attr-defined]  # slots take no other names


def test_what_is_not_frozen_is_no_key() -> None:
    with pytest.raises(TypeError):
        hash(Port(2))
