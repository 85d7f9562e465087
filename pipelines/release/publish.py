"""Making a release: written aside, read back, audited, documented, moved into place. Not here: how each step is done.

One process at a time; killed at any moment, the last release stays whole and the next run starts from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.release import write
from pipelines.release.audit import Finding, Limits, audit
from pipelines.release.documents import write_documents
from pipelines.release.settle import Before, settle
from pipelines.release.store import Store, Version


class ReleaseRejected(Exception):  # noqa: N818 - the outcome of an audit, named for what happened
    """A release that failed its audit and was not published; `findings` are the fatal ones."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Say every fatal finding, one a line."""
        self.findings = tuple(findings)
        told = "\n".join(f"  {finding}" for finding in findings)
        super().__init__(f"the release was not published; the latest one stays as it is:\n{told}")


class VersionTaken(Exception):  # noqa: N818 - see above
    """The version asked for is that of another release, or older than the latest one."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The release that now is the latest: where it lies, whether this run made it, rows per table, and warnings."""

    version: str
    path: Path
    new: bool
    counts: dict[str, int]
    findings: tuple[Finding, ...] = ()


def publish(
    tables: Mapping[str, pl.DataFrame],
    texts: Mapping[str, str],
    outputs: Path,
    *,
    today: date,
    label: str | None = None,
    notice: str | None = None,
    quality: str | None = None,
    limits: Limits | None = None,
) -> Publication:
    """Publish tables as a release in `outputs`; where the latest release holds the same, give that one instead.

    `tables` are all tables but `retractions`. Rows take over the ids of the latest release (`settle`), and versions
    are set to that of this one. `texts` are cleaned texts by
    article id. `label` is the version to give (else one is made from `today`), `notice` the first line of the data
    card, `quality` a report in plain text.
    Raises ReleaseRejected where the audit finds something fatal, VersionTaken and ValueError for a bad label.
    """
    store = Store(outputs)
    with store.locked():
        store.recover()
        latest = max(store.versions(), default=None)
        before = Before(str(latest), write.read_tables(store.path(latest))) if latest else None
        if latest and before and _same(before.tables, _settled(tables, before, latest)):
            return Publication(str(latest), store.path(latest), new=False, counts=_counts(before.tables))

        version = _choose(label, latest, store, today)
        whole = _settled(tables, before, version)
        with store.staging(version) as folder:
            write.write_tables(whole, folder)
            findings = _inspect(whole, folder, texts, limits)
            write_documents(folder, str(version), whole, before, notice, quality)
            path = store.promote(folder, version)
        store.point_at(version)
    return Publication(str(version), path, new=True, counts=_counts(whole), findings=findings)


def _choose(label: str | None, latest: Version | None, store: Store, today: date) -> Version:
    if label is None:
        return store.next_version(today)
    version = Version.parse(label)
    if latest and version <= latest:
        raise VersionTaken(
            f"{label} cannot be the next release: {latest} is there, holds something else, and is never changed"
        )
    return version


def _inspect(
    written: Mapping[str, pl.DataFrame], folder: Path, texts: Mapping[str, str], limits: Limits | None
) -> tuple[Finding, ...]:
    """Audit what can be read back from the disk. Gives the warnings; raises ReleaseRejected for anything worse."""
    found = write.read_tables(folder)
    findings = audit(found, texts, limits)
    findings += [
        Finding("fatal", name, "read_back", frame.height, "what was read back is not what was written")
        for name, frame in written.items()
        if name in found and not _alike(frame, found[name])
    ]
    fatal = [finding for finding in findings if finding.severity == "fatal"]
    if fatal:
        raise ReleaseRejected(fatal)
    return tuple(findings)


def _settled(tables: Mapping[str, pl.DataFrame], before: Before | None, version: Version) -> dict[str, pl.DataFrame]:
    """The tables as they are in a release of this version."""
    stopped = tables["quarantine"].with_columns(version=pl.lit(str(version), pl.String))
    return settle(tables, before, str(version)) | {"quarantine": stopped}


def _same(before: Mapping[str, pl.DataFrame], after: Mapping[str, pl.DataFrame]) -> bool:
    return before.keys() == after.keys() and all(_alike(after[name], frame) for name, frame in before.items())


def _alike(one: pl.DataFrame, other: pl.DataFrame) -> bool:
    return one.schema == other.schema and one.sort(one.columns).equals(other.sort(other.columns))


def _counts(tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    return {name: frame.height for name, frame in tables.items()}
