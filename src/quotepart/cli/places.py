"""Where a user's own data lies: the folder that was named, or the usual one of the system."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "QUOTEPART_DATA"


def data_folder(given: Path | None = None) -> Path:
    """Return the folder for what the user imports: the one given, that of ``QUOTEPART_DATA``, or the system's usual one."""
    named = given or os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("quotepart", appauthor=False)
