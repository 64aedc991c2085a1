"""The forms a dossier is written in: a web page, Markdown or JSON, told by the ending of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quotepart.errors import UsageError

if TYPE_CHECKING:
    from quotepart.dossier.dossier import Dossier
    from quotepart.model.entry import Record

Form = Literal["html", "markdown", "json"]
FORMS: Mapping[str, Form] = {".html": "html", ".md": "markdown", ".json": "json"}
DEFAULT_LANGUAGE = "en"


def form_of(file: Path) -> Form:
    """Return the form that a file's ending asks for; raises ``UsageError`` for any other.

    >>> form_of(Path("dossier.md"))
    'markdown'
    """
    form = FORMS.get(file.suffix.lower())
    if form is None:
        message = f"a dossier can't be written as “{file.suffix}”"
        raise UsageError(message, where=str(file), hint=f"end it in {', '.join(FORMS)}")
    return form


def write_dossier(dossier: Dossier, form: Form, language: str) -> str:
    """Return the dossier as text; raises ``LanguageError`` for a language that Quotepart can't write."""
    if form == "html":
        from quotepart.dossier.html import build_dossier

        return build_dossier(dossier, language=language)
    if form == "markdown":
        from quotepart.dossier.markdown import build_markdown

        return build_markdown(dossier, language=language)
    from quotepart.dossier.data import build_data

    return build_data(dossier)


def main_language(records: Iterable[Record]) -> str:
    """Return the language of most of the records among those that Quotepart can write, English where there is none."""
    from quotepart.wording.wording import languages

    counts = Counter(record.lang for record in records if record.lang in languages())
    return counts.most_common(1)[0][0] if counts else DEFAULT_LANGUAGE
