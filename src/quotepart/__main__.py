"""``python -m quotepart`` is the command ``quotepart``."""

from __future__ import annotations

from quotepart.cli.main import main

if __name__ == "__main__":
    main()
