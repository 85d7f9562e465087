"""The pages that tell a person what a release is and how to cite it, filled from templates and the schemas.

Not here: what changed (`changes.py`), the page for programs (`datapackage.py`).
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Final

import polars as pl

from schemas import TABLES, Table, derive
from schemas.vocabulary import COUNTRIES, CURRENCIES

TITLE: Final = "Defence contacts: meetings, deals and statements in the news"
SUMMARY: Final = (
    "Who met whom on defence, which arms were sold to whom, who said what: read from news articles, each row with the "
    "verbatim spans it rests on."
)
#: Vocabularies that a reader knows by the name of their standard.
_STANDARDS: Final = (COUNTRIES, CURRENCIES)


def data_card(
    version: str, tables: Mapping[str, pl.DataFrame], notice: str | None = None, quality: str | None = None
) -> str:
    """The text of `README.md`. `notice` becomes its first line; `quality` is a report in plain text."""
    counts = [f"| `{name}` | {tables[name].height} | {derive.description(table)} |" for name, table in TABLES.items()]
    page = _template("README.md").substitute(
        title=TITLE,
        summary=SUMMARY,
        version=version,
        counts="\n".join(counts),
        quality=f"```text\n{quality.strip()}\n```" if quality else "Not measured for this release.",
        dictionary="\n\n".join(_dictionary(table) for table in TABLES.values()),
    )
    return f"{notice.strip()}\n\n{page}" if notice else page


def citation(version: str, notice: str | None = None) -> str:
    """The text of `CITATION.cff`; its message is the notice, where there is one."""
    return _template("CITATION.cff").substitute(
        message=json.dumps(notice or "If you use this dataset, please cite it as below.", ensure_ascii=False),
        title=TITLE,
        summary=SUMMARY,
        version=version,
        released="-".join(version.split(".")[:3]),
    )


def _dictionary(table: type[Table]) -> str:
    lines = [f"### `{table.table_name()}`", "", derive.description(table), ""]
    lines += [f"Key: {', '.join(f'`{name}`' for name in table.primary_key())}.", ""]
    lines += ["| column | type | meaning |", "| --- | --- | --- |"]
    lines += [
        f"| `{column.name}` | {column.type_name} | {_meaning(column)} |".replace("\n", " ")
        for column in derive.columns(table)
    ]
    return "\n".join(lines)


def _meaning(column: derive.Column) -> str:
    parts = [column.description]
    if column.refers_to:
        parts.append(f"Refers to `{column.refers_to}`.")
    if column.vocabulary and set(column.vocabulary) not in _STANDARDS:
        parts.append(f"One of {' '.join(f'`{code}`' for code in column.vocabulary)}.")
    return " ".join(parts).replace("|", r"\|")


def _template(name: str) -> Template:
    return Template(files("pipelines.release").joinpath("templates", name).read_text("utf-8"))
