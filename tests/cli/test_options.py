from __future__ import annotations

from typing import get_args

from quotepart.cli import options

SHARED = (options.Paths, options.Json, options.Lang, options.Published, options.KnownOn, options.Words, options.Pact)


def test_every_shared_option_says_what_it_is_for() -> None:
    assert all(get_args(option)[1].help.endswith(".") for option in SHARED)


def test_every_shared_option_has_its_own_name() -> None:
    names = [get_args(option)[1].default for option in SHARED[1:]]
    assert len(set(names)) == len(names)
    assert all(name.startswith("--") for name in names)
