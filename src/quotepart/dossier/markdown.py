"""The dossier as one Markdown file: for a pull request, a wiki, or a reader without a browser."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quotepart.dossier.annotated import finding_by_span
from quotepart.dossier.dossier import VERDICTS, Checked, Dossier
from quotepart.dossier.html import TEMPLATES
from quotepart.dossier.marks import Mark, Open, Words, split_marks
from quotepart.dossier.safe import escape_markdown
from quotepart.dossier.tables import Table
from quotepart.dossier.views import view_page
from quotepart.wording.wording import find_wording


def build_markdown(dossier: Dossier, *, language: str) -> str:
    """Return the dossier as Markdown in ``language``; what documents say can't become markup.

    Raises ``LanguageError`` for a language Quotepart can't write.
    """
    template = _environment(language).get_template("dossier.md.j2")
    page = view_page(dossier, find_wording(language))
    texts = {view.id: marked_text(checked) for view, checked in zip(page.documents, dossier.checked, strict=True)}
    written = template.render(page=page, verdicts=VERDICTS, texts=texts)
    return re.sub(r"\n{3,}", "\n\n", written).strip() + "\n"


def marked_text(checked: Checked) -> Markup:
    """Return the text as a block quotation, each judged figure in bold with the number of its finding."""
    found = finding_by_span(checked.findings)
    marks = [Mark(span, number, str(number)) for span, number in found.items()]
    parts: list[str] = []
    for token in split_marks(checked.document.text, marks):
        if isinstance(token, Words):
            parts.append(escape_markdown(token.text))
        else:
            parts.append("**" if isinstance(token, Open) else f"** ({token.mark.key})" if token.is_last else "**")
    lines = re.split(r"[\n\r\f\u2028\u2029]+", "".join(parts))
    return Markup("\n>\n".join(f"> {line.strip()}" for line in lines if line.strip()))


def table_as_markdown(table: Table) -> Markup:
    """Return a table in the pipe layout."""
    heads = [escape_markdown(head.words) for head in table.heads]
    rule = ["---:" if head.is_number else "---" for head in table.heads]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return Markup("\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows)))


def _cell(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


@lru_cache
def _environment(language: str) -> Environment:
    wording = find_wording(language)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # Markdown has its own escapes: see _written
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_written,
    )
    environment.globals["say"] = wording.say
    environment.filters["written"] = wording.write
    environment.filters["tabled"] = table_as_markdown
    return environment


def _written(value: object) -> object:
    """Every value put into the template is text in one line and escaped, unless it was made as markup."""
    return _cell(value) if isinstance(value, str) and not isinstance(value, Markup) else value
