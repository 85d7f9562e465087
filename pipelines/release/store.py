"""The folder that releases lie in: which there are, which is the latest, how one comes in. Not here: their contents.

A release is written under a name that begins with a dot and renamed once it is whole, so that a folder with the name
of a version is a whole release, whenever a run was killed. Then the pointers move: the link `latest`, `latest.json`.
"""

import errno
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from filelock import FileLock

VERSION: Final = re.compile(r"(?P<day>\d{4}\.\d{2}\.\d{2})(?:\.(?P<serial>[1-9]\d*))?")
_STAGING: Final = ".staging-"
_NO_LINKS_HERE: Final = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """`YYYY.MM.DD`, with `.1`, `.2` … for more on one day; versions sort by age."""

    day: date
    serial: int = 0

    @classmethod
    def parse(cls, label: str) -> "Version":
        """The version that a label stands for. Raises ValueError for anything else."""
        if form := VERSION.fullmatch(label):
            with suppress(ValueError):  # the form of a day, but no day of the calendar
                return cls(date.fromisoformat(form["day"].replace(".", "-")), int(form["serial"] or 0))
        raise ValueError(f"{label!r} is no version: YYYY.MM.DD, or YYYY.MM.DD.1 and so on")

    def __str__(self) -> str:
        """The label."""
        return f"{self.day:%Y.%m.%d}" + (f".{self.serial}" if self.serial else "")


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of releases. Everything that writes to it asks for the lock to be held."""

    folder: Path

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for this process; wait while another one holds it. A killed process holds nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / ".lock"):
            yield

    def path(self, version: Version) -> Path:
        """Folder of a release."""
        return self.folder / str(version)

    def versions(self) -> list[Version]:
        """All releases, oldest first."""
        found = []
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                with suppress(ValueError):  # a folder of the user's own
                    found.append(Version.parse(path.name))
        return sorted(found)

    def next_version(self, today: date) -> Version:
        """The version of a release made today; later than all there are, even if the clock was set back."""
        newest = max(self.versions(), default=None)
        if newest is None or newest.day < today:
            return Version(today)
        return Version(newest.day, newest.serial + 1)

    def recover(self) -> None:
        """Finish or clear away what a killed run left: staging folders, and pointers behind the newest release."""
        for leftover in self.folder.glob(f"{_STAGING}*"):
            shutil.rmtree(leftover)
        versions = self.versions()
        if versions and self._pointed_at() != {str(versions[-1])}:
            self.point_at(versions[-1])

    @contextmanager
    def staging(self, version: Version) -> Iterator[Path]:
        """An empty folder to write a release in; gone on leaving, unless `promote` has moved it."""
        folder = self.folder / f"{_STAGING}{version}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def promote(self, staged: Path, version: Version) -> Path:
        """Make a staged folder the release, in one step, and lasting. Its files are closed to writing from now on."""
        for file in staged.iterdir():
            _sync(file)
            file.chmod(0o444)
        _sync(staged)
        staged.rename(self.path(version))
        _sync(self.folder)
        return self.path(version)

    def point_at(self, version: Version) -> None:
        """Make a release the latest: first the link (where the file system has links), then `latest.json`."""
        self._replace_link(version)
        self._replace_record(version)
        _sync(self.folder)

    def _replace_link(self, version: Version) -> None:
        fresh = self.folder / ".latest"
        fresh.unlink(missing_ok=True)
        try:
            fresh.symlink_to(str(version), target_is_directory=True)
        except OSError as error:
            if error.errno in _NO_LINKS_HERE:
                return
            raise
        fresh.replace(self.folder / "latest")

    def _replace_record(self, version: Version) -> None:
        fresh = self.folder / ".latest.json"
        fresh.write_text(json.dumps({"version": str(version)}) + "\n", encoding="utf-8")
        _sync(fresh)
        fresh.replace(self.folder / "latest.json")

    def _pointed_at(self) -> set[str]:
        """The names that the pointers give: one, where both are in order or there are no links."""
        link, record = self.folder / "latest", self.folder / "latest.json"
        names = {link.readlink().name} if link.is_symlink() else set()
        return names | ({json.loads(record.read_text("utf-8"))["version"]} if record.is_file() else {""})


def _sync(path: Path) -> None:
    """Have the disk keep what was written, where the system lets a reader ask for it."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
