from __future__ import annotations

from pathlib import Path

import pytest

from quotepart.cli.places import VARIABLE, data_folder


def test_what_is_given_goes_before_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/from/environment")
    assert data_folder(Path("/given")) == Path("/given")
    assert data_folder() == Path("/from/environment")


def test_else_it_is_the_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    assert data_folder().name == "quotepart"
