"""The checks of the dataset as the UI shows them: what the audit found, told by table and rule.

A fatal finding fails its check and keeps the release from being made; a warning is shown and holds nothing up. Not
here: the rules themselves (`release/audit.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import dagster as dg
import polars as pl

from pipelines.records import Article
from pipelines.release.audit import Finding, audit
from pipelines.release.references import REFERENCES
from schemas import TABLES
from schemas.mentions import EVIDENCED


@dataclass(frozen=True, slots=True)
class Check:
    """A check of some tables: its name, what holds where it passes, the rules of the audit that it stands for.

    `beside` names assets other than tables that it looks at.
    """

    name: str
    holds: str
    rules: tuple[str, ...]
    tables: tuple[str, ...]
    beside: tuple[str, ...] = ()


#: Stands for every rule that no other check does.
SCHEMA = Check("schema_kept", "Types, forms, ranges and vocabularies are those of the columns.", (), tuple(TABLES))

CHECKS = (
    Check("key_unique", "No two rows have the same key.", ("multiple_fields_uniqueness",), tuple(TABLES)),
    Check(
        "intervals_in_order",
        "No interval ends before it begins.",
        ("interval",),
        tuple(name for name, table in TABLES.items() if table.intervals()),
    ),
    Check(
        "references_lead_somewhere",
        "Every row that another row refers to is there.",
        ("refers_to",),
        tuple(dict.fromkeys(reference.table for reference in REFERENCES)),
    ),
    Check("has_evidence", "Every row rests on words of an article.", ("has_mention",), EVIDENCED),
    Check(
        "evidence_verbatim",
        "Each mention is what its article says at its offsets.",
        ("verbatim",),
        ("mentions",),
        beside=("dated_articles",),
    ),
    Check("enough_articles", "There are articles to make a release from.", ("fewest_articles",), ("articles",)),
    Check("few_rows_each", "No article yields rows by the hundred.", ("rows_per_article",), ("articles",)),
    Check("few_stopped", "Few articles were stopped as a whole.", ("quarantined_share",), ("quarantine",)),
    SCHEMA,
)
CHECK_OF = {(table, rule): check for check in CHECKS for table in check.tables for rule in check.rules}


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(check.name, asset=table, description=check.holds, additional_deps=check.beside, blocking=True)
        for check in CHECKS
        for table in check.tables
    ],
    ins={name: dg.AssetIn(name) for name in (*TABLES, "dated_articles")},
)
def audited(dated_articles: list[Article], **tables: pl.DataFrame) -> Iterator[dg.AssetCheckResult]:
    """Whether the tables, as a whole, may be published."""
    found: dict[tuple[str, str], list[Finding]] = {
        (table, check.name): [] for check in CHECKS for table in check.tables
    }
    for finding in audit(tables, {article.article_id: article.text for article in dated_articles}):
        check = CHECK_OF.get((finding.table, finding.rule), SCHEMA)
        found[finding.table, check.name].append(finding)
    for (table, name), findings in found.items():
        yield result(table, name, findings)


def result(table: str, check: str, findings: list[Finding]) -> dg.AssetCheckResult:
    """A check that fails where there are findings, and blocks where one of them is fatal."""
    fatal = any(finding.severity == "fatal" for finding in findings)
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=check,
        passed=not findings,
        severity=dg.AssetCheckSeverity.ERROR if fatal else dg.AssetCheckSeverity.WARN,
        description="; ".join(finding.detail for finding in findings) or None,
        metadata={"rows at fault": sum(finding.rows for finding in findings)},
    )
