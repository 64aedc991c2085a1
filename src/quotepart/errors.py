"""Every error Quotepart raises: what is wrong, where, what was expected, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence


class QuotepartError(Exception):
    """The root of all errors that a user of Quotepart may meet.

    ``message`` says what is wrong, ``where`` names the file, line or key, and ``hint`` says what to do. ``exit_code``
    is what the command line returns: 2 for usage, 3 for data, 4 for storage.
    """

    code = "error"
    exit_code = 3

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f"\n  → {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"

    def as_problem(self) -> dict[str, str]:
        """Return the error as the fields of a problem document: ``type``, ``title``, ``where``, ``hint``."""
        return {"type": self.code, "title": self.message, "where": self.where, "hint": self.hint}


class PactError(QuotepartError):
    """A pact folder that breaks its schema; all its faults stand in one message."""

    code = "pact"

    @classmethod
    def from_faults(cls, folder: str, faults: Sequence[str]) -> PactError:
        """Return one error that lists every fault found in ``folder``."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  - {fault}" for fault in faults)
        hint = "correct these places; `quotepart pact audit FOLDER` checks again"
        return cls(f"{count} in this pact:\n{listed}", where=folder, hint=hint)


class LanguageError(QuotepartError):
    """A language that Quotepart can't read or write."""

    code = "language"


class DocumentError(QuotepartError):
    """A document that can't be taken in: missing, empty, binary, too large, or of unknown encoding."""

    code = "document"


class SpanError(QuotepartError):
    """A span that does not lie inside its document."""

    code = "span"


class SourceError(QuotepartError):
    """An official file that does not have the layout its source describes; all its faults stand in one message."""

    code = "source"
    listed_at_most = 40

    @classmethod
    def from_faults(cls, file: str, faults: Sequence[str], hint: str) -> SourceError:
        """Return one error that lists the faults found in ``file``, and counts those beyond the first forty."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = [f"  - {fault}" for fault in faults[: cls.listed_at_most]]
        rest = [f"  … and {len(faults) - cls.listed_at_most} more"] if len(faults) > cls.listed_at_most else []
        return cls("\n".join([f"{count} in this file; nothing was imported:", *listed, *rest]), where=file, hint=hint)


class AccountError(QuotepartError):
    """A look-up in the accounts that names an unknown member, group, indicator or edition."""

    code = "account"


class OutlookError(QuotepartError):
    """A projection or departure that can't be computed from what was asked."""

    code = "outlook"


class StoreError(QuotepartError):
    """A store that can't be opened, read or written."""

    code = "store"
    exit_code = 4


class ArchiveError(QuotepartError):
    """An archive run that can't start or go on."""

    code = "archive"
    exit_code = 4


class UsageError(QuotepartError):
    """A command or call whose arguments make no sense together."""

    code = "usage"
    exit_code = 2
